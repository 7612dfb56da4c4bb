#include "text_support.h"

/* Visible forms of the spaces: ~ U+00A0, _ U+202F. */
static const char *visible(struct support *s, struct str text)
{
    struct buf out = {0};
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = utf8_next(text, &at);
        if (c == 0xA0)
            buf_char(&out, '~');
        else if (c == 0x202F)
            buf_char(&out, '_');
        else
            buf_str(&out, str_slice(text, start, at));
    }
    const char *shown = support_text(s, buf_view(&out));
    buf_free(&out);
    return shown;
}

static void expect(struct support *s, const struct language *language, const char *typed, const char *wanted)
{
    const struct rich *once = typography_apply(s->arena, support_rich(s, typed), language);
    assert_string_equal(visible(s, once->text), wanted);
    assert_ptr_equal(typography_apply(s->arena, once, language), once);
}

static void high_punctuation_gets_its_space(void **state)
{
    struct support *s = *state;
    expect(s, s->french, "Objectif : faire ; vite ! non ?", "Objectif~: faire_; vite_! non_?");
    expect(s, s->french, "Objectif: faire; vite! non?", "Objectif~: faire_; vite_! non_?");
    expect(s, s->french, "Quoi ?! (!) à 10:30, x?y", "Quoi_?! (!) à 10:30, x?y");
    expect(s, s->french, "dit\u00a0! et\u202f: a", "dit_! et~: a");
    expect(s, s->english, "What : this!", "What : this!");
}

static void percent_and_euro_are_tied(void **state)
{
    struct support *s = *state;
    expect(s, s->french, "17,4 % et 5% ou 3 €, 5,6M€, 5 M€, 12€", "17,4~% et 5~% ou 3~€, 5,6~M€, 5~M€, 12~€");
    expect(s, s->french, "8 mois, 30 services, 4 ETPT", "8~mois, 30 services, 4~ETPT");
}

static void thousands_are_tied(void **state)
{
    struct support *s = *state;
    expect(s, s->french, "1 200 puis 12 345 678 €", "1_200 puis 12_345_678~€");
    expect(s, s->french, "en 2024 100 agents, le 01 23 45", "en 2024 100 agents, le 01 23 45");
}

static void quotes_become_guillemets(void **state)
{
    struct support *s = *state;
    expect(s, s->french, "le \"PLF\" et « vu » ou «dit»", "le «~PLF~» et «~vu~» ou «~dit~»");
    expect(s, s->french, "« il dit \"oui\" »", "«~il dit “oui”~»");
    expect(s, s->french, "«\"Oui\"», «...» «!», «-5»", "«~“Oui”~», «~…~» «~!~», «~−5~»");
    expect(s, s->french, "\"Oui\"!", "«~Oui~»_!");
    expect(s, s->english, "the \"PLF\" isn't 'so'", "the “PLF” isn’t ‘so’");
    expect(s, s->french, "un écran de 15\"", "un écran de 15\"");
}

static void apostrophes_are_curly(void **state)
{
    struct support *s = *state;
    expect(s, s->french, "l'État, aujourd'hui, '68", "l’État, aujourd’hui, ’68");
    expect(s, s->french, "l'\"État\"", "l’«~État~»");
}

static void dashes_and_dots(void **state)
{
    struct support *s = *state;
    expect(s, s->french, "-5 % (-3), 2023-2024, COVID-19...", "−5~% (−3), 2023-2024, COVID-19…");
    expect(s, s->english, "a -- b --- c", "a – b — c");
    expect(s, s->french, "n° 5, n°6, page 12, p. 3, M. Dupont", "n°~5, n°~6, page~12, p.~3, M.~Dupont");
}

static void addresses_are_left_alone(void **state)
{
    struct support *s = *state;
    expect(s, s->french, "\"t\"/a.b!(c", "«~t~»/a.b!(c");
    expect(s, s->english, "\"t\"/a.b!(c", "“t”/a.b!(c");
    expect(s, s->french, "Voir beta.gouv.fr, https://x.fr/a?y:z;t et a.b@c.fr: là",
           "Voir beta.gouv.fr, https://x.fr/a?y:z;t et a.b@c.fr~: là");
    expect(s, s->french, "l'outil.fr ! bilan.yaml...", "l’outil.fr_! bilan.yaml…");
}

static const struct rich_run *run_of(const struct rich *r, const char *needle)
{
    uint32_t at = (uint32_t)(strstr(r->text.at, needle) - r->text.at);
    for (size_t i = 0; i < r->run_count; i++)
        if (r->runs[i].start <= at && at < r->runs[i].end)
            return &r->runs[i];
    return NULL;
}

static void ordinals_are_raised(void **state)
{
    struct support *s = *state;
    const struct rich *r =
        typography_apply(s->arena, support_rich(s, "le 1er janvier, la 2e fois, XIXe, 1eret"), s->french);
    assert_string_equal(r->text.at, "le 1er janvier, la 2e fois, XIXe, 1eret");
    assert_int_equal(run_of(r, "er janvier")->style, RICH_RAISED);
    assert_int_equal(run_of(r, "er janvier")->end - run_of(r, "er janvier")->start, 2);
    assert_int_equal(run_of(r, "e fois")->style, RICH_RAISED);
    assert_int_equal(run_of(r, "e, 1eret")->style, RICH_RAISED);
    assert_int_equal(run_of(r, "eret")->style, 0);
    assert_int_equal(run_of(r, "1er")->style, 0);
    assert_ptr_equal(typography_apply(s->arena, r, s->french), r);
}

static void figures_take_part_and_keep_their_run(void **state)
{
    struct support *s = *state;
    struct span at = {1, 10, 14};
    struct rich_builder *b = rich_builder_start(s->arena, at);
    rich_builder_text(b, STR("soit "), (struct span){1, 5, 10}, true);
    rich_builder_figure(b, STR("17,4"), 3, at);
    rich_builder_text(b, STR("%: «"), (struct span){1, 14, 18}, true);
    rich_builder_figure(b, STR("1er"), 4, (struct span){1, 18, 22});
    rich_builder_text(b, STR("»"), (struct span){1, 22, 24}, true);
    const struct rich *r = typography_apply(s->arena, rich_builder_end(b), s->french);
    assert_string_equal(visible(s, r->text), "soit 17,4~%~: «~1er~»");
    assert_int_equal(run_of(r, "17,4")->figure, 3);
    assert_int_equal(run_of(r, "17,4")->end - run_of(r, "17,4")->start, 4);
    assert_int_equal(run_of(r, "1er")->figure, 4);
    assert_int_equal(run_of(r, "er\u00a0»")->figure, 4);
    assert_int_equal(run_of(r, "er\u00a0»")->style, RICH_RAISED);
    assert_int_equal(run_of(r, "\u00a0%")->figure, 0);
    assert_int_equal(run_of(r, "\u00a0»")->figure, 0);
    assert_int_equal(r->runs[r->run_count - 1].end, r->text.len);
}

static void places_survive_the_edits(void **state)
{
    struct support *s = *state;
    const char *typed = "l'an: \"vu\" fin";
    const struct rich *r = rich_plain(s->arena, str_of(typed), (struct span){1, 0, (uint32_t)strlen(typed)});
    r = typography_apply(s->arena, r, s->french);
    assert_string_equal(visible(s, r->text), "l’an~: «~vu~» fin");
    static const char *const needles[] = {"an", "vu", "fin", ":"};
    for (size_t i = 0; i < sizeof needles / sizeof *needles; i++) {
        uint32_t at = (uint32_t)(strstr(r->text.at, needles[i]) - r->text.at);
        struct span span = origin_span(r->origins, r->origin_count, at, at + (uint32_t)strlen(needles[i]));
        assert_int_equal(span.start, strstr(typed, needles[i]) - typed);
        assert_int_equal(span.end - span.start, strlen(needles[i]));
    }
    struct span apostrophe = origin_span(r->origins, r->origin_count, 1, 4);
    assert_int_equal(apostrophe.start, 1);
    assert_int_equal(apostrophe.end, 2);
}

static void literals_stay_as_typed(void **state)
{
    struct support *s = *state;
    struct rich_builder *b = rich_builder_start(s->arena, SPAN_NONE);
    rich_builder_style(b, RICH_LITERAL, 0);
    rich_builder_text(b, STR("1 200 'x' 1er"), SPAN_NONE, false);
    rich_builder_style(b, 0, 0);
    rich_builder_text(b, STR("% l'x"), SPAN_NONE, false);
    const struct rich *r = typography_apply(s->arena, rich_builder_end(b), s->french);
    assert_string_equal(visible(s, r->text), "1 200 'x' 1er% l’x");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEXT_TEST(high_punctuation_gets_its_space),
        TEXT_TEST(percent_and_euro_are_tied),
        TEXT_TEST(thousands_are_tied),
        TEXT_TEST(quotes_become_guillemets),
        TEXT_TEST(apostrophes_are_curly),
        TEXT_TEST(dashes_and_dots),
        TEXT_TEST(addresses_are_left_alone),
        TEXT_TEST(ordinals_are_raised),
        TEXT_TEST(figures_take_part_and_keep_their_run),
        TEXT_TEST(places_survive_the_edits),
        TEXT_TEST(literals_stay_as_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
