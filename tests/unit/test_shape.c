#include "text/shape.h"

#include "text_support.h"

static void words_are_shaped_once(void **state)
{
    struct support *s = *state;
    struct shaper *shaper = shaper_new("fr");
    char typed[] = "figure";
    const struct shaped *first = shape(shaper, s->regular, str_of(typed), 0, 0);
    typed[0] = 'F';
    assert_ptr_equal(shape(shaper, s->regular, STR("figure"), 0, 0), first);
    assert_ptr_not_equal(shape(shaper, s->bold, STR("figure"), 0, 0), first);
    assert_ptr_not_equal(shape(shaper, s->regular, STR("figure"), SHAPE_PROPORTIONAL, 0), first);
    assert_ptr_not_equal(shape(shaper, s->regular, STR("figure"), 0, 0.1), first);
    assert_ptr_not_equal(shape(shaper, s->regular, STR("figures"), 0, 0), first);
    shaper_free(shaper);
}

static void the_cache_grows(void **state)
{
    struct support *s = *state;
    struct shaper *shaper = shaper_new("fr");
    const struct shaped *words[3000];
    char word[16];
    for (int i = 0; i < 3000; i++) {
        (void)snprintf(word, sizeof word, "mot%d", i);
        words[i] = shape(shaper, s->regular, str_of(word), 0, 0);
    }
    for (int i = 0; i < 3000; i++) {
        (void)snprintf(word, sizeof word, "mot%d", i);
        assert_ptr_equal(shape(shaper, s->regular, str_of(word), 0, 0), words[i]);
    }
    shaper_free(shaper);
}

static void clusters_cover_the_text(void **state)
{
    struct support *s = *state;
    struct shaper *shaper = shaper_new("fr");
    const char *text = "e\u0301ffica\u00adcit\u00e9 1\u202f042";
    const struct shaped *shaped = shape(shaper, s->regular, str_of(text), 0, 0);
    uint32_t reached = 0;
    double width = 0;
    for (size_t i = 0; i < shaped->count; i++) {
        assert_true(shaped->glyphs[i].text_start <= reached);
        reached = shaped->glyphs[i].text_end;
        width += (double)shaped->glyphs[i].advance;
    }
    assert_int_equal(reached, strlen(text));
    assert_true(width > shaped->width - 1e-4 && width < shaped->width + 1e-4);
    assert_false(shaped->missing);
    shaper_free(shaper);
}

static double width_of(struct shaper *shaper, const struct font *font, const char *text, unsigned features,
                       double digit_space)
{
    return shape(shaper, font, str_of(text), features, digit_space)->width;
}

static void figures_are_tabular_or_proportional(void **state)
{
    struct support *s = *state;
    struct shaper *shaper = shaper_new("fr");
    double one = width_of(shaper, s->regular, "1", SHAPE_TABULAR, 0);
    assert_true(one > 0.496 && one < 0.498);
    assert_true(width_of(shaper, s->regular, "0", SHAPE_TABULAR, 0) == one);
    assert_true(width_of(shaper, s->regular, "1", SHAPE_PROPORTIONAL, 0) < one - 0.01);
    shaper_free(shaper);
}

static void kerning_is_on(void **state)
{
    struct support *s = *state;
    struct shaper *shaper = shaper_new("fr");
    double apart = width_of(shaper, s->regular, "A", 0, 0) + width_of(shaper, s->regular, "V", 0, 0);
    assert_true(width_of(shaper, s->regular, "AV", 0, 0) < apart - 0.01);
    shaper_free(shaper);
}

/* Whatever was shaped before: words with and without combining marks are not shaped alike. */
static void combining_marks_are_placed(void **state)
{
    struct support *s = *state;
    struct shaper *fresh = shaper_new("fr"), *used = shaper_new("fr");
    shape(used, s->regular, STR("plain"), 0, 0);
    const struct shaped *expected = shape(fresh, s->regular, STR("J\u0323\u0302"), 0, 0);
    const struct shaped *found = shape(used, s->regular, STR("J\u0323\u0302"), 0, 0);
    assert_int_equal(found->count, expected->count);
    for (size_t i = 0; i < found->count; i++) {
        assert_int_equal(found->glyphs[i].id, expected->glyphs[i].id);
        assert_true(found->glyphs[i].x == expected->glyphs[i].x && found->glyphs[i].y == expected->glyphs[i].y);
    }
    shaper_free(fresh);
    shaper_free(used);
}

/* Of the digits around a fraction slash, and of those around nothing of the kind. */
static void digits_of_a_fraction_are_small(void **state)
{
    struct support *s = *state;
    struct shaper *shaper = shaper_new("fr");
    double high = width_of(shaper, s->regular, "12", 0, 0), slash = width_of(shaper, s->regular, "\u2044", 0, 0);
    assert_true(width_of(shaper, s->regular, "1\u20442", 0, 0) < 0.8 * (high + slash));
    assert_true(width_of(shaper, s->regular, "1/2", 0, 0) > high + 0.2);
    shaper_free(shaper);
}

static void the_space_between_digits_is_widened(void **state)
{
    struct support *s = *state;
    struct shaper *shaper = shaper_new("fr");
    double narrow = width_of(shaper, s->regular, "1\u202f042", 0, 0);
    double wide = width_of(shaper, s->regular, "1\u202f042", 0, 0.08);
    assert_true(wide - narrow > 0.0799 && wide - narrow < 0.0801);
    assert_true(width_of(shaper, s->regular, "non\u202f!", 0, 0) ==
                width_of(shaper, s->regular, "non\u202f!", 0, 0.08));
    shaper_free(shaper);
}

static void missing_characters_are_told(void **state)
{
    struct support *s = *state;
    struct shaper *shaper = shaper_new("fr");
    assert_true(shape(shaper, s->regular, STR("漢"), 0, 0)->missing);
    assert_true(shape_left_bearing(s->regular, shape(shaper, s->regular, STR("H"), 0, 0)) > 0.05);
    assert_true(shape_left_bearing(s->regular, shape(shaper, s->regular, STR(""), 0, 0)) == 0);
    assert_int_equal(shape(shaper, s->regular, STR(""), 0, 0)->count, 0);
    shaper_free(shaper);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEXT_TEST(words_are_shaped_once),
        TEXT_TEST(the_cache_grows),
        TEXT_TEST(clusters_cover_the_text),
        TEXT_TEST(figures_are_tabular_or_proportional),
        TEXT_TEST(kerning_is_on),
        TEXT_TEST(combining_marks_are_placed),
        TEXT_TEST(digits_of_a_fraction_are_small),
        TEXT_TEST(the_space_between_digits_is_widened),
        TEXT_TEST(missing_characters_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
