#include <math.h>

#include "text_support.h"

/* libhyphen loses a few bytes of patterns that its dictionary holds twice. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libhyphen";
}

static struct text_style style_of(const struct support *s)
{
    return (struct text_style){
        .regular = s->regular,
        .strong = s->bold,
        .emphasis = s->italic,
        .strong_emphasis = s->bold,
        .size = 16,
        .line = 24,
        .strong_color = {0, 0, 0.5F},
        .link_color = {0, 0, 1},
    };
}

static const char sentence[] =
    "Le réseau compte deux cents services numériques, soit une hausse de moitié en un an, et "
    "chacun de ces services a son équipe, son budget et ses usagers.";

static const struct paragraph *set(struct support *s, struct typesetter *t, const struct rich *text,
                                   const struct text_style *style, double width)
{
    const struct paragraph *p = typeset(t, s->arena, text, style, width);
    for (size_t i = 0; i < p->line_count; i++)
        for (size_t j = 0; j < p->lines[i].piece_count; j++) {
            const struct glyph_run *run = &p->lines[i].pieces[j].run;
            assert_true(run->glyph_count > 0);
            assert_int_equal(run->glyphs[run->glyph_count - 1].text_end, run->text.len);
        }
    return p;
}

/* The text of the lines, "|" between pieces, "/" between lines. */
static const char *lines_of(struct support *s, const struct paragraph *p)
{
    struct buf out = {0};
    for (size_t i = 0; i < p->line_count; i++) {
        buf_text(&out, i > 0 ? "/" : "");
        for (size_t j = 0; j < p->lines[i].piece_count; j++) {
            buf_text(&out, j > 0 ? "|" : "");
            buf_str(&out, p->lines[i].pieces[j].run.text);
        }
    }
    const char *text = support_text(s, buf_view(&out));
    buf_free(&out);
    return text;
}

static bool near(double a, double b)
{
    return fabs(a - b) < 0.01;
}

static void short_text_is_one_line(void **state)
{
    struct support *s = *state;
    struct typesetter *t = typesetter_new(s->arena, s->french, s->diags);
    struct text_style style = style_of(s);
    const struct rich *text = support_rich(s, "Deux mots");
    const struct paragraph *p = set(s, t, text, &style, 400);
    assert_int_equal(p->line_count, 1);
    assert_int_equal(p->lines[0].piece_count, 1);
    assert_true(near(p->width, typeset_natural_width(t, text, &style)));
    assert_true(near(p->height, 24));
    assert_true(near(p->lines[0].baseline, 12 + 0.312 * 16));
    assert_true(near(p->overflow, 0));
    assert_int_equal(set(s, t, text, &style, p->width)->line_count, 1);
    assert_int_equal(set(s, t, support_rich(s, ""), &style, 100)->line_count, 0);
    typesetter_free(t);
}

static void lines_fit_and_lose_nothing(void **state)
{
    struct support *s = *state;
    struct typesetter *t = typesetter_new(s->arena, s->french, s->diags);
    struct text_style style = style_of(s);
    const struct rich *text = support_rich(s, sentence);
    for (double width = 90; width < 500; width += 7) {
        const struct paragraph *p = set(s, t, text, &style, width);
        struct buf all = {0};
        for (size_t i = 0; i < p->line_count; i++) {
            assert_true(p->lines[i].width <= width + 0.001);
            buf_str(&all, p->lines[i].pieces[0].run.text);
        }
        assert_string_equal(all.at, sentence);
        buf_free(&all);
    }
    typesetter_free(t);
}

static void the_last_line_is_not_one_short_word(void **state)
{
    struct support *s = *state;
    struct typesetter *t = typesetter_new(s->arena, s->french, s->diags);
    struct text_style style = style_of(s);
    const char *words = "aaaa bbbb cccc dddd eeee ffff gggg hh";
    const struct rich *text = support_rich(s, words);
    double natural = typeset_natural_width(t, text, &style);
    const struct paragraph *p = set(s, t, text, &style, natural - 2);
    assert_int_equal(p->line_count, 2);
    assert_true(p->lines[1].width > 0.2 * natural);
    typesetter_free(t);
}

static void balanced_lines_are_even(void **state)
{
    struct support *s = *state;
    struct typesetter *t = typesetter_new(s->arena, s->french, s->diags);
    struct text_style style = style_of(s);
    style.balance = true;
    const struct rich *text = support_rich(s, "Un titre qui tient sur deux lignes égales");
    double natural = typeset_natural_width(t, text, &style);
    const struct paragraph *p = set(s, t, text, &style, natural * 0.8);
    assert_int_equal(p->line_count, 2);
    assert_true(fabs(p->lines[0].width - p->lines[1].width) < natural * 0.15);
    typesetter_free(t);
}

static void no_break_where_none_may_be(void **state)
{
    struct support *s = *state;
    struct typesetter *t = typesetter_new(s->arena, s->french, s->diags);
    struct text_style style = style_of(s);
    assert_string_equal(
        lines_of(s, set(s, t, support_rich(s, "de l’État à 17,4\u00a0% ou 1\u202f200\u00a0€ vingt-deux"), &style, 20)),
        "de /l’État /à /17,4\u00a0% /ou /1\u202f200\u00a0€ /vingt-/deux");
    typesetter_free(t);
}

/* Words are measured whole before it is known where lines may end: inside some of them, or only between them. */
static void lines_end_behind_hyphens_of_words(void **state)
{
    struct support *s = *state;
    struct typesetter *t = typesetter_new(s->arena, s->french, s->diags);
    struct text_style style = style_of(s);
    const char *last = "un beau porte-document", *first = "porte-document un beau", *none = "un beau document";
    assert_string_equal(lines_of(s, set(s, t, support_rich(s, last), &style, 100)), "un beau porte-/document");
    assert_string_equal(lines_of(s, set(s, t, support_rich(s, first), &style, 60)), "porte-/document /un beau");
    assert_string_equal(lines_of(s, set(s, t, support_rich(s, none), &style, 100)), "un beau /document");
    typesetter_free(t);
}

static void forced_breaks_and_paragraphs(void **state)
{
    struct support *s = *state;
    struct typesetter *t = typesetter_new(s->arena, s->french, s->diags);
    struct text_style style = style_of(s);
    const struct paragraph *p = set(s, t, support_rich(s, "un\ndeux\u2029trois"), &style, 400);
    assert_string_equal(lines_of(s, p), "un/deux/trois");
    assert_true(near(p->height, 3.5 * 24));
    assert_true(near(p->lines[2].baseline - p->lines[1].baseline, 36));
    typesetter_free(t);
}

static void a_text_may_begin_with_a_break(void **state)
{
    struct support *s = *state;
    struct typesetter *t = typesetter_new(s->arena, s->french, s->diags);
    struct text_style style = style_of(s);
    const struct paragraph *p = set(s, t, support_rich(s, "\nun"), &style, 400);
    assert_int_equal(p->line_count, 2);
    assert_int_equal(p->lines[0].piece_count, 0);
    assert_string_equal(lines_of(s, p), "/un");
    typesetter_free(t);
}

static void a_word_too_wide_says_by_how_much(void **state)
{
    struct support *s = *state;
    struct typesetter *t = typesetter_new(s->arena, s->french, s->diags);
    struct text_style style = style_of(s);
    const struct rich *text = support_rich(s, "un anticonstitutionnellement");
    double least = typeset_minimum_width(t, text, &style);
    const struct paragraph *p = set(s, t, text, &style, least - 10);
    assert_true(near(p->overflow, 10));
    assert_int_equal(p->line_count, 2);
    assert_true(near(set(s, t, text, &style, least)->overflow, 0));
    typesetter_free(t);
}

static void words_are_hyphenated_in_narrow_columns(void **state)
{
    struct support *s = *state;
    struct typesetter *t = typesetter_new(s->arena, s->french, s->diags);
    struct text_style style = style_of(s);
    style.hyphenate = true;
    if (!file_exists("/usr/share/hyphen/hyph_fr.dic"))
        skip();
    const struct paragraph *p = set(s, t, support_rich(s, "l’accompagnement"), &style, 90);
    assert_int_equal(p->line_count, 2);
    assert_true(near(p->overflow, 0));
    const struct glyph_run *run = &p->lines[0].pieces[0].run;
    assert_true(str_ends(run->text, "\u00ad"));
    assert_int_equal(run->glyphs[run->glyph_count - 1].id, font_glyph(s->regular, 0x2010));
    assert_string_equal(lines_of(s, set(s, t, support_rich(s, "«\u00a0accompagnement\u00a0»,"), &style, 90)),
                        "«\u00a0accompa\u00ad/gnement\u00a0»,");
    assert_int_equal(set(s, t, support_rich(s, "une SIGLEDELONGUEUR"), &style, 70)->line_count, 2);
    style.hyphenate = false;
    assert_int_equal(set(s, t, support_rich(s, "l’accompagnement"), &style, 90)->line_count, 1);
    typesetter_free(t);
}

static void a_typed_soft_hyphen_shows_at_a_line_end_only(void **state)
{
    struct support *s = *state;
    struct typesetter *t = typesetter_new(s->arena, s->french, s->diags);
    struct text_style style = style_of(s);
    const struct rich *text = support_rich(s, "numé\u00adrique");
    const struct paragraph *p = set(s, t, text, &style, 50);
    assert_string_equal(lines_of(s, p), "numé\u00ad/rique");
    const struct glyph_run *run = &p->lines[0].pieces[0].run;
    assert_int_equal(run->glyphs[run->glyph_count - 1].id, font_glyph(s->regular, 0x2010));
    assert_true(
        near(typeset_natural_width(t, text, &style), typeset_natural_width(t, support_rich(s, "numérique"), &style)));
    typesetter_free(t);
}

static const struct rich *mixed(struct support *s)
{
    struct rich_builder *b = rich_builder_start(s->arena, (struct span){1, 0, 40});
    rich_builder_text(b, STR("le "), (struct span){1, 0, 3}, true);
    rich_builder_style(b, RICH_STRONG, 0);
    rich_builder_figure(b, STR("16"), 9, (struct span){1, 3, 12});
    rich_builder_text(b, STR(" et "), (struct span){1, 12, 16}, true);
    rich_builder_style(b, RICH_STRONG | RICH_RAISED, 0);
    rich_builder_text(b, STR("er"), (struct span){1, 16, 18}, true);
    rich_builder_style(b, 0, rich_builder_link(b, STR("#x"), SPAN_NONE));
    rich_builder_text(b, STR(" lien"), (struct span){1, 18, 23}, true);
    return rich_builder_end(b);
}

static void pieces_part_where_the_look_changes(void **state)
{
    struct support *s = *state;
    struct typesetter *t = typesetter_new(s->arena, s->french, s->diags);
    struct text_style style = style_of(s);
    const struct paragraph *p = set(s, t, mixed(s), &style, 400);
    assert_string_equal(lines_of(s, p), "le |16 et |er| lien");
    const struct text_piece *pieces = p->lines[0].pieces;
    assert_ptr_equal(pieces[1].run.font, s->bold);
    assert_true(near(pieces[2].run.size, 0.62 * 16));
    assert_true(near(pieces[0].run.origin.y - pieces[2].run.origin.y, 0.35 * 16));
    assert_int_equal(pieces[3].link, 1);
    assert_true(pieces[3].run.color.blue > 0.9F);
    assert_true(near(pieces[1].run.origin.x,
                     pieces[0].run.origin.x + typeset_natural_width(t, support_rich(s, "le\u00a0"), &style)));
    typesetter_free(t);
}

static void runs_carry_figures_and_places(void **state)
{
    struct support *s = *state;
    struct typesetter *t = typesetter_new(s->arena, s->french, s->diags);
    struct text_style style = style_of(s);
    const struct glyph_run *run = &set(s, t, mixed(s), &style, 400)->lines[0].pieces[1].run;
    assert_int_equal(run->figure_count, 1);
    assert_int_equal(run->figures[0].figure, 9);
    assert_int_equal(run->figures[0].start, 0);
    assert_int_equal(run->figures[0].end, 2);
    assert_int_equal(origin_span(run->origins, run->origin_count, 0, 1).end, 12);
    assert_int_equal(origin_span(run->origins, run->origin_count, 3, 5).start, 13);
    assert_int_equal(origin_span(run->origins, run->origin_count, 3, 5).end, 15);
    typesetter_free(t);
}

static void alignment_tracking_and_bearing(void **state)
{
    struct support *s = *state;
    struct typesetter *t = typesetter_new(s->arena, s->french, s->diags);
    struct text_style style = style_of(s);
    const struct rich *text = support_rich(s, "HH");
    double natural = typeset_natural_width(t, text, &style);
    style.align = ALIGN_RIGHT;
    const struct text_line *line = &set(s, t, text, &style, 100)->lines[0];
    assert_true(near(line->x + line->width, 100));
    assert_true(near(line->pieces[0].run.origin.x, line->x));
    style.align = ALIGN_CENTER;
    assert_true(near(set(s, t, text, &style, 100)->lines[0].x, (100 - natural) / 2));
    style.align = ALIGN_LEFT;
    style.tracking = 0.1;
    assert_true(near(typeset_natural_width(t, text, &style), natural + 1.6));
    style.tracking = 0;
    style.optical_left = true;
    assert_true(set(s, t, text, &style, 100)->lines[0].pieces[0].run.origin.x < -1);
    typesetter_free(t);
}

static void missing_glyphs_are_reported_once_a_place(void **state)
{
    struct support *s = *state;
    struct typesetter *t = typesetter_new(s->arena, s->french, s->diags);
    struct text_style style = style_of(s);
    uint32_t file = diags_add_file(s->diags, "x", STR("a 漢 b"));
    const struct rich *text = rich_plain(s->arena, STR("a 漢 b"), (struct span){file, 0, 7});
    set(s, t, text, &style, 100);
    set(s, t, text, &style, 5);
    assert_int_equal(diags_total(s->diags), 1);
    assert_string_equal(diags_finding(s->diags, 0)->rule, "missing-glyph");
    assert_int_equal(diags_finding(s->diags, 0)->at.start, 2);
    assert_int_equal(diags_finding(s->diags, 0)->at.end, 5);
    typesetter_free(t);
}

/* What stands behind a word is none of libhyphen's business, which looks for apostrophes up to a NUL. */
static void text_behind_a_word_is_left_alone(void **state)
{
    struct support *s = *state;
    char text[4000] = "hyphenation";
    while (strlen(text) + 4 < sizeof text)
        strcat(text, strlen(text) % 7 ? "\u2019" : ">");
    for (int i = 0; i < 2; i++) {
        struct typesetter *t = typesetter_new(s->arena, i ? s->french : s->english, s->diags);
        struct text_style style = style_of(s);
        style.hyphenate = true;
        const struct rich *rich = rich_plain(s->arena, str_of(text), SPAN_NONE);
        assert_true(set(s, t, rich, &style, 60)->line_count > 1);
        typesetter_free(t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEXT_TEST(short_text_is_one_line),
        TEXT_TEST(lines_fit_and_lose_nothing),
        TEXT_TEST(the_last_line_is_not_one_short_word),
        TEXT_TEST(balanced_lines_are_even),
        TEXT_TEST(no_break_where_none_may_be),
        TEXT_TEST(lines_end_behind_hyphens_of_words),
        TEXT_TEST(forced_breaks_and_paragraphs),
        TEXT_TEST(a_word_too_wide_says_by_how_much),
        TEXT_TEST(words_are_hyphenated_in_narrow_columns),
        TEXT_TEST(text_behind_a_word_is_left_alone),
        TEXT_TEST(a_typed_soft_hyphen_shows_at_a_line_end_only),
        TEXT_TEST(pieces_part_where_the_look_changes),
        TEXT_TEST(runs_carry_figures_and_places),
        TEXT_TEST(alignment_tracking_and_bearing),
        TEXT_TEST(missing_glyphs_are_reported_once_a_place),
        TEXT_TEST(a_text_may_begin_with_a_break),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
