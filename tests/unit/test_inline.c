#include "text_support.h"

static bool resolve(void *data, struct str reference, struct span at, struct rich_builder *out)
{
    struct support *s = data;
    if (str_is(reference, "n"))
        rich_builder_figure(out, STR("1*2*"), 7, at);
    else if (str_is(reference, "snake_case_id"))
        rich_builder_text(out, STR("é"), at, false);
    else if (str_is(reference, "page.reseau"))
        rich_builder_page(out, STR("reseau"), at);
    else if (str_is(reference, "edition"))
        rich_builder_text(out, STR("2024"), at, false);
    else
        diag_at(s->diags, DIAG_ERROR, at, "unknown-reference", "unknown");
    return true;
}

static const struct rich *parse(struct support *s, const char *yaml)
{
    struct reference_resolver resolver = {s, resolve};
    return inline_parse(s->arena, s->diags, support_scalar(s, yaml), s->french, &resolver);
}

/* Text with its looks: <b>, <i>, <l>, <a target>, {figure}, (page). */
static const char *look(struct support *s, const struct rich *r)
{
    struct buf out = {0};
    for (size_t i = 0; i < r->run_count; i++) {
        const struct rich_run *run = &r->runs[i];
        if (run->link != 0)
            buf_printf(&out, "<a %.*s>", STR_ARG(r->links[run->link - 1].target));
        buf_text(&out, (run->style & RICH_STRONG) != 0 ? "<b>" : "");
        buf_text(&out, (run->style & RICH_EMPHASIS) != 0 ? "<i>" : "");
        buf_text(&out, (run->style & RICH_LITERAL) != 0 ? "<l>" : "");
        if (run->figure != 0)
            buf_printf(&out, "{%u}", run->figure);
        if (run->open_page != 0)
            buf_printf(&out, "(%.*s)", STR_ARG(r->anchors[run->open_page - 1]));
        buf_str(&out, str_slice(r->text, run->start, run->end));
        buf_text(&out, i + 1 < r->run_count ? "|" : "");
    }
    const char *text = support_text(s, buf_view(&out));
    buf_free(&out);
    return text;
}

/* The source bytes behind the first `needle` in the text. */
static const char *source_behind(struct support *s, const struct rich *r, const char *needle)
{
    const char *found = strstr(support_text(s, r->text), needle);
    assert_non_null(found);
    const char *start = strstr(r->text.at, needle);
    uint32_t at = (uint32_t)(start - r->text.at);
    struct span span = origin_span(r->origins, r->origin_count, at, at + (uint32_t)strlen(needle));
    return support_text(s, str_slice(str_of(s->source), span.start, span.end));
}

static void plain_text_is_kept_and_mapped(void **state)
{
    struct support *s = *state;
    const struct rich *r = parse(s, "t: Le réseau compte");
    assert_string_equal(look(s, r), "Le réseau compte");
    assert_string_equal(source_behind(s, r, "réseau"), "réseau");
}

static void marks_give_styles(void **state)
{
    struct support *s = *state;
    assert_string_equal(look(s, parse(s, "t: '**Les 7 services**, du *lean startup*'")),
                        "<b>Les 7 services|, du |<i>lean startup");
    assert_string_equal(look(s, parse(s, "t: a **b *c***")), "a |<b>b |<b><i>c");
    assert_string_equal(look(s, parse(s, "t: 'un `*code*` ici'")), "un *code* ici");
}

static void strong_opens_beside_french_punctuation(void **state)
{
    struct support *s = *state;
    assert_string_equal(look(s, parse(s, "t: dits**« PLF »** et")), "dits|<b>« PLF »| et");
    assert_string_equal(look(s, parse(s, "t: '**« PLF »** et'")), "<b>« PLF »| et");
    assert_string_equal(look(s, parse(s, "t: soit **+47 %**de plus")), "soit |<b>+47 %|de plus");
    assert_string_equal(look(s, parse(s, "t: Total*, ETPT*.")), "Total*, ETPT*.");
}

static void block_markup_stays_as_typed(void **state)
{
    struct support *s = *state;
    static const char *const same[] = {
        "+ 170 services", "* ETPT = emploi", "2024. Une année", "# 1 du classement", "> 50 %", "- un tiret", "---",
        "=== égal"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_string_equal(look(s, parse(s, arena_printf(s->arena, "t: \"%s\"", same[i]))), same[i]);
    assert_string_equal(look(s, parse(s, "t: |\n      quatre espaces\n")), "quatre espaces");
    assert_int_equal(diags_total(s->diags), 0);
}

static void lists_and_headings_over_lines_are_warned_of(void **state)
{
    struct support *s = *state;
    assert_string_equal(look(s, parse(s, "t: |\n  - un\n  - deux\n")), "- un - deux");
    assert_int_equal(diags_total(s->diags), 1);
    assert_string_equal(diags_finding(s->diags, 0)->rule, "block-markup");
    assert_int_equal(diags_finding(s->diags, 0)->severity, DIAG_WARNING);
    parse(s, "t: >\n  - un\n  - deux\n");
    assert_int_equal(diags_total(s->diags), 2);
    parse(s, "t: |\n  # Titre\n  texte\n");
    assert_int_equal(diags_total(s->diags), 3);
}

static void references_are_resolved_after_markup(void **state)
{
    struct support *s = *state;
    assert_string_equal(look(s, parse(s, "t: Le **${n}** et ${snake_case_id}_x_")), "Le |<b>{7}1*2*| et é_x_");
    assert_string_equal(look(s, parse(s, "t: 'voir [page ${page.reseau}](#reseau)'")),
                        "voir |<a #reseau>page |<a #reseau>(reseau)0");
    assert_string_equal(look(s, parse(s, "t: '[ici](https://a.fr/${edition}?x=1)'")), "<a https://a.fr/2024?x=1>ici");
    const struct rich *r = parse(s, "t: un ${n} deux");
    assert_string_equal(source_behind(s, r, "1*2*"), "${n}");
    assert_string_equal(source_behind(s, r, "deux"), "deux");
}

static void dollars_can_be_literal(void **state)
{
    struct support *s = *state;
    assert_string_equal(look(s, parse(s, "t: a $${n} b")), "a ${n} b");
    assert_string_equal(look(s, parse(s, "t: 'a \\${n} b $ c'")), "a ${n} b $ c");
}

static void an_open_reference_is_an_error(void **state)
{
    struct support *s = *state;
    assert_string_equal(look(s, parse(s, "t: a ${n b")), "a ${n b");
    assert_string_equal(diags_finding(s->diags, 0)->rule, "open-reference");
    assert_int_equal(diags_finding(s->diags, 0)->at.start, 5);
}

static void literals_are_marked(void **state)
{
    struct support *s = *state;
    const struct rich *r = parse(s, "t: les [98]{literal} **et [9 *x*]{literal}** fin");
    assert_string_equal(look(s, r), "les |<l>98| |<b>et |<b><l>9 |<b><i><l>x| fin");
    assert_string_equal(source_behind(s, r, "98"), "98");
}

static void breaks_and_paragraphs(void **state)
{
    struct support *s = *state;
    assert_string_equal(look(s, parse(s, "t: |\n  un\\\n  deux  \n  trois\n  quatre\n\n  cinq\n")),
                        "un\ndeux\ntrois quatre\u2029cinq");
    assert_string_equal(look(s, parse(s, "t: a   b")), "a b");
}

static void escapes_and_entities_are_decoded(void **state)
{
    struct support *s = *state;
    const struct rich *r = parse(s, "t: 'a \\* b &eacute; c &#x152; &inconnue; d'");
    assert_string_equal(look(s, r), "a * b é c Œ &inconnue; d");
    assert_string_equal(source_behind(s, r, "é"), "&eacute;");
    assert_string_equal(source_behind(s, r, "*"), "*");
    assert_string_equal(source_behind(s, r, "d"), "d");
}

static void html_and_pictures_are_errors(void **state)
{
    struct support *s = *state;
    parse(s, "t: un <b>gras</b>");
    assert_int_equal(diags_total(s->diags), 2);
    assert_string_equal(diags_finding(s->diags, 0)->rule, "markup");
    assert_int_equal(diags_finding(s->diags, 0)->at.start, 6);
    assert_int_equal(diags_finding(s->diags, 0)->at.end, 9);
    parse(s, "t: '![x](y.png)'");
    assert_int_equal(diags_total(s->diags), 3);
    assert_string_equal(look(s, parse(s, "t: 'moins de < 5'")), "moins de < 5");
    assert_int_equal(diags_total(s->diags), 3);
}

static void folded_and_quoted_scalars_keep_places(void **state)
{
    struct support *s = *state;
    const struct rich *r = parse(s, "t: >\n  Le réseau **compte\n  beaucoup** de ${n}\n  services\n");
    assert_string_equal(look(s, r), "Le réseau |<b>compte beaucoup| de |{7}1*2*| services");
    assert_string_equal(source_behind(s, r, "beaucoup"), "beaucoup");
    assert_string_equal(source_behind(s, r, "compte beaucoup"), "compte\n  beaucoup");
    assert_string_equal(source_behind(s, r, "services"), "services");
    assert_string_equal(source_behind(s, r, "1*2*"), "${n}");
    r = parse(s, "t: \"d\\u00e9j\\u00e0 \\\"vu\\\" \\\n   l\\u2019an **x**\"");
    assert_string_equal(look(s, r), "déjà \"vu\" l’an |<b>x");
    assert_string_equal(source_behind(s, r, "é"), "\\u00e9");
    assert_string_equal(source_behind(s, r, "j"), "j");
    assert_string_equal(source_behind(s, r, "vu"), "vu");
    assert_string_equal(source_behind(s, r, "an"), "an");
    assert_string_equal(source_behind(s, r, "x"), "x");
    r = parse(s, "t: 'l''an **deux**'");
    assert_string_equal(look(s, r), "l'an |<b>deux");
    assert_string_equal(source_behind(s, r, "an"), "an");
    assert_string_equal(source_behind(s, r, "deux"), "deux");
}

static void links_know_their_place(void **state)
{
    struct support *s = *state;
    const struct rich *r = parse(s, "t: '[Ouvrir Tchap](https://tchap.fr) ou <https://a.fr/b_c>'");
    assert_string_equal(look(s, r), "<a https://tchap.fr>Ouvrir Tchap| ou |<a https://a.fr/b_c>https://a.fr/b_c");
    struct span at = r->links[0].at;
    assert_string_equal(support_text(s, str_slice(str_of(s->source), at.start, at.end)), "https://tchap.fr");
    assert_string_equal(look(s, parse(s, "t: '[x](https://a.fr/?a=1&amp;b=2)'")), "<a https://a.fr/?a=1&b=2>x");
}

static void bad_input_does_not_crash(void **state)
{
    struct support *s = *state;
    static const char *const odd[] = {"",   "${",     "${}",      "[]{literal}",    "]{literal}",
                                      "**", "[[[[[[", "![",       "&#99999999999;", "\\",
                                      "`",  "<",      "*a_b**c_", "[a](<b)",        "[a]: b"};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        struct node node = {.kind = NODE_SCALAR, .at = {0, 0, (uint32_t)strlen(odd[i])}};
        node.as.scalar.text = str_of(odd[i]);
        assert_non_null(inline_parse(s->arena, s->diags, &node, s->french, NULL));
    }
    assert_true(rich_is_empty(inline_parse(s->arena, s->diags, NULL, s->french, NULL)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEXT_TEST(plain_text_is_kept_and_mapped),
        TEXT_TEST(marks_give_styles),
        TEXT_TEST(strong_opens_beside_french_punctuation),
        TEXT_TEST(block_markup_stays_as_typed),
        TEXT_TEST(lists_and_headings_over_lines_are_warned_of),
        TEXT_TEST(references_are_resolved_after_markup),
        TEXT_TEST(dollars_can_be_literal),
        TEXT_TEST(an_open_reference_is_an_error),
        TEXT_TEST(literals_are_marked),
        TEXT_TEST(breaks_and_paragraphs),
        TEXT_TEST(escapes_and_entities_are_decoded),
        TEXT_TEST(html_and_pictures_are_errors),
        TEXT_TEST(folded_and_quoted_scalars_keep_places),
        TEXT_TEST(links_know_their_place),
        TEXT_TEST(bad_input_does_not_crash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
