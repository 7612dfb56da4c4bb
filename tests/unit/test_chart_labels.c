#include "chart_support.h"

/* What labels do where they are many or long, and how they are set. */

static void the_first_of_a_month_is_raised(void **state)
{
    struct recorder *r = *state;
    double start = chart_day((struct day){2024, 3, 1}), end = chart_day((struct day){2024, 9, 30});
    struct chart c = make_chart(r, CHART_TIMELINE, (const char *[]){"Construction"}, (double[]){start}, 1);
    struct chart_series series[2] = {c.series[0], {STR("fin"), make_values(r, (double[]){end}, 1), 1, false}};
    ((struct chart_value *)series[0].values)[0].text = STR("1er mars 2024");
    ((struct chart_value *)series[1].values)[0].text = STR("30 septembre 2024");
    c.series = series;
    c.series_count = 2;
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 800, 200}, &r->canvas), CHART_OK);
    assert_true(text_saying(r, "1er mars 2024 – 30 septembre 2024")->raised);
    assert_false(text_saying(r, "Construction")->raised);
}

static struct chart stacks(struct recorder *r)
{
    struct chart c = make_chart(r, CHART_COLUMNS, (const char *[]){"2022", "2023"}, (double[]){10, 40}, 2);
    struct chart_series *series = ARENA_ARRAY(r->arena, 2, struct chart_series);
    series[0] = (struct chart_series){STR("agents"), make_values(r, (double[]){10, 40}, 2), 2, false};
    series[1] = (struct chart_series){STR("autres"), make_values(r, (double[]){30, 20}, 2), 2, false};
    c.stacked = true;
    c.series = series;
    c.series_count = 2;
    return c;
}

/* Each name stands right of the last stack, at the height of its part. */
static void series_of_stacks_are_named_beside_the_last(void **state)
{
    struct recorder *r = *state;
    struct chart c = stacks(r);
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 600, 300}, &r->canvas), CHART_OK);
    for (size_t s = 0; s < 2; s++) {
        const struct drawn_text *name = text_saying(r, c.series[s].label.at);
        struct color fill = recorder_palette[s == 0 ? 0 : 2];
        struct rect part = drawing_extent(filled_with(r, fill, 1));
        assert_int_equal(name->role, CHART_TICK);
        assert_true(name->box.x > part.x + part.width);
        double middle = name->box.y + name->box.height / 2;
        assert_true(middle > part.y && middle < part.y + part.height);
    }
}

static void series_of_stacks_have_a_legend_where_names_have_no_room(void **state)
{
    struct recorder *r = *state;
    struct chart c = stacks(r);
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 180, 300}, &r->canvas), CHART_OK);
    assert_int_equal(text_saying(r, "autres")->role, CHART_KEY);
    ((struct chart_value *)c.series[0].values)[1].present = false;
    recorder_clear(r);
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 600, 300}, &r->canvas), CHART_OK);
    assert_int_equal(text_saying(r, "autres")->role, CHART_KEY);
}

/* Named series need no legend, but their target does. */
static void a_target_is_named_beside_named_series(void **state)
{
    struct recorder *r = *state;
    struct chart c = stacks(r);
    c.kind = CHART_LINES;
    c.stacked = false;
    c.targets = make_values(r, (double[]){35}, 1);
    c.target_count = 1;
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 600, 300}, &r->canvas), CHART_OK);
    assert_int_equal(text_saying(r, "autres")->role, CHART_TICK);
    assert_int_equal(text_saying(r, "objectif")->role, CHART_KEY);
}

static const char *const ministries[] = {"Agriculture",  "Armées",     "Culture",    "Économie",    "Éducation",
                                         "Enseignement", "Europe",     "Finances",   "Intérieur",   "Justice",
                                         "Logement",     "Outre-mer",  "Santé",      "Solidarités", "Sports",
                                         "Territoires",  "Transition", "Transports", "Travail",     "Ville"};

static struct chart twenty_columns(struct recorder *r, enum chart_kind kind)
{
    double numbers[20];
    for (int i = 0; i < 20; i++)
        numbers[i] = 5 + i * 7 % 20;
    return make_chart(r, kind, ministries, numbers, 20);
}

/* All names are there, each under its column. */
static void crowded_names_turn(void **state)
{
    struct recorder *r = *state;
    struct chart c = twenty_columns(r, CHART_COLUMNS);
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 600, 300}, &r->canvas), CHART_OK);
    for (size_t i = 0; i < 20; i++) {
        const struct drawn_text *name = text_saying(r, ministries[i]);
        assert_non_null(name);
        assert_true(name->turned && name->box.height > name->box.width);
        struct rect column = drawing_extent(filled_with(r, r->look.plain, i));
        assert_true(name->box.x >= column.x - 6 && name->box.x + name->box.width <= column.x + column.width + 6);
        assert_true(name->box.y >= column.y + column.height);
    }
}

/* Where there is room they lie; of names in order some are left out; a low frame has no room for turned ones. */
static void names_turn_only_where_that_serves(void **state)
{
    struct recorder *r = *state;
    struct chart c = twenty_columns(r, CHART_COLUMNS);
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 2400, 300}, &r->canvas), CHART_OK);
    assert_false(text_saying(r, "Agriculture")->turned);
    recorder_clear(r);
    c = twenty_columns(r, CHART_LINES);
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 600, 300}, &r->canvas), CHART_OK);
    assert_false(text_saying(r, "Agriculture")->turned);
    assert_null(text_saying(r, "Armées"));
    recorder_clear(r);
    c = twenty_columns(r, CHART_COLUMNS);
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 600, 100}, &r->canvas), CHART_OK);
    assert_false(text_saying(r, "Agriculture")->turned);
}

/* Two lines that end side by side: their names are led away, each with its marker. A third ends apart from them. */
static void names_led_away_bring_their_markers(void **state)
{
    struct recorder *r = *state;
    struct chart c = make_chart(r, CHART_LINES, (const char *[]){"2022", "2023"}, (double[]){10, 40}, 2);
    struct chart_series series[3] = {{STR("un"), make_values(r, (double[]){0, 40}, 2), 2, false},
                                     {STR("deux"), make_values(r, (double[]){9, 40.5}, 2), 2, false},
                                     {STR("trois"), make_values(r, (double[]){5, 5}, 2), 2, false}};
    c.series = series;
    c.series_count = 3;
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 600, 300}, &r->canvas), CHART_OK);
    size_t markers[3] = {0};
    for (size_t s = 0; s < 3; s++) {
        const struct drawn_text *name = text_saying(r, series[s].label.at);
        for (size_t i = 0; i < r->drawing_count; i++)
            if (r->drawings[i].filled && r->boxes[i].x > name->box.x - 20 && r->boxes[i].x < name->box.x &&
                fabs(r->boxes[i].y + r->boxes[i].height / 2 - name->box.y) < 12)
                markers[s]++;
    }
    assert_true(markers[0] > 0 && markers[1] > 0);
    assert_int_equal(markers[2], 0);
}

/* A word that is wider than its line goes on behind a hyphen; words that fit stay whole. */
static void long_names_part_behind_hyphens(void **state)
{
    struct recorder *r = *state;
    const char *const names[] = {"Bourgogne-Franche-Comté-et-Provence-Alpes-Côte-d’Azur", "La Saint-Denis"};
    struct chart c = make_chart(r, CHART_BARS, names, (double[]){3, 4}, 2);
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 480, 200}, &r->canvas), CHART_OK);
    assert_non_null(text_saying(r, "Bourgogne-Franche-Comté-et-"));
    assert_non_null(text_saying(r, "Provence-Alpes-Côte-d’Azur"));
    assert_non_null(text_saying(r, "La Saint-Denis"));
}

static void a_minus_sign_stays_with_its_number(void **state)
{
    struct recorder *r = *state;
    const char *const names[] = {"-1000000000000000000000000000000000000000000000000000000", "0"};
    struct chart c = make_chart(r, CHART_BARS, names, (double[]){3, 4}, 2);
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 480, 200}, &r->canvas), CHART_OK);
    assert_null(text_saying(r, "-"));
}

static void a_phase_of_one_day_has_one_date(void **state)
{
    struct recorder *r = *state;
    double day = chart_day((struct day){2024, 3, 12});
    struct chart c = make_chart(r, CHART_TIMELINE, (const char *[]){"Comité"}, (double[]){day}, 1);
    struct chart_series series[2] = {c.series[0], {STR("fin"), make_values(r, (double[]){day}, 1), 1, false}};
    ((struct chart_value *)series[0].values)[0].text = STR("12 mars 2024");
    ((struct chart_value *)series[1].values)[0].text = STR("12 mars 2024");
    c.series = series;
    c.series_count = 2;
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 800, 200}, &r->canvas), CHART_OK);
    assert_non_null(text_saying(r, "12 mars 2024"));
    assert_non_null(strstr(chart_alternative(&c, r->arena).at, "Comité\u00a0: 12 mars 2024."));
}

static void steps_without_figures_are_numbered(void **state)
{
    struct recorder *r = *state;
    struct chart c =
        make_chart(r, CHART_STEPS, (const char *[]){"Comité", "Lancement"}, (double[]){MISSING, MISSING}, 2);
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 800, 200}, &r->canvas), CHART_OK);
    assert_non_null(text_saying(r, "2"));
    recorder_clear(r);
    ((struct chart_value *)c.series[0].values)[0] = (struct chart_value){.present = true, .number = 31};
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 800, 200}, &r->canvas), CHART_OK);
    assert_non_null(text_saying(r, "31"));
    assert_null(text_saying(r, "2"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHART_TEST(the_first_of_a_month_is_raised),
        CHART_TEST(names_led_away_bring_their_markers),
        CHART_TEST(a_phase_of_one_day_has_one_date),
        CHART_TEST(long_names_part_behind_hyphens),
        CHART_TEST(a_minus_sign_stays_with_its_number),
        CHART_TEST(steps_without_figures_are_numbered),
        CHART_TEST(crowded_names_turn),
        CHART_TEST(names_turn_only_where_that_serves),
        CHART_TEST(series_of_stacks_are_named_beside_the_last),
        CHART_TEST(series_of_stacks_have_a_legend_where_names_have_no_room),
        CHART_TEST(a_target_is_named_beside_named_series),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
