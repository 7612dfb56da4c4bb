#include "map_support.h"

static const struct rect FRAME = {10, 20, 420, 240};

static void draw(struct recorder *r, const struct chart *c, struct rect frame)
{
    recorder_clear(r);
    assert_int_equal(chart_draw(c, &r->look, frame, &r->canvas), CHART_OK);
    for (size_t i = 0; i < r->drawing_count; i++)
        for (size_t k = 0; k < r->drawings[i].path.point_count; k++)
            assert_true(isfinite(r->drawings[i].path.points[k].x) && isfinite(r->drawings[i].path.points[k].y));
    for (size_t i = 0; i < r->text_count; i++) {
        assert_true(rect_contains(frame, r->texts[i].box, 0.1));
        for (size_t k = 0; k < i; k++)
            if (rect_overlaps(r->texts[i].box, r->texts[k].box, 0.1))
                fail_msg("'%s' on '%s'", r->texts[i].text, r->texts[k].text);
    }
}

/* The shade of class k of three, as recorder_look spreads them. */
static struct color shade(const struct recorder *r, size_t k)
{
    return r->look.sequence[2 * k];
}

static void values_fall_into_natural_classes(void **state)
{
    struct recorder *r = *state;
    const double numbers[] = {2, 50, 1, 11, 3, 10};
    struct chart c = make_map_chart(r, CHART_MAP, make_map(r, 6, false), false, numbers, 6);
    r->look.sequence_count = 3;
    draw(r, &c, FRAME);
    assert_non_null(text_saying(r, "1 à 3"));
    assert_non_null(text_saying(r, "10 à 11"));
    assert_non_null(text_saying(r, "50"));
    r->look.sequence_count = 5;
}

static void equal_values_are_one_class(void **state)
{
    struct recorder *r = *state;
    const double numbers[] = {7, 7, 7};
    struct chart c = make_map_chart(r, CHART_MAP, make_map(r, 3, false), false, numbers, 3);
    draw(r, &c, FRAME);
    assert_non_null(text_saying(r, "7"));
    assert_null(text_saying(r, "7 à 7"));
    const char *told = chart_alternative(&c, r->arena).at;
    assert_non_null(strstr(told, "Toutes les valeurs sont égales à 7."));
}

/* Squares 1 and 2 are of one class: their fill is one outline of four corners and two middles, without the line between them. */
static void neighbours_of_a_class_have_one_outline(void **state)
{
    struct recorder *r = *state;
    const double numbers[] = {1, 1, 9};
    struct chart c = make_map_chart(r, CHART_MAP, make_map(r, 3, false), false, numbers, 3);
    draw(r, &c, FRAME);
    size_t found = 0;
    for (size_t i = 0; i < r->drawing_count; i++) {
        const struct drawing *d = &r->drawings[i];
        struct rect box = d->path.point_count ? drawing_extent(d) : (struct rect){0};
        if (!d->filled || !d->even_odd || fabs(box.width - 2 * box.height) > 0.2)
            continue;
        found++;
        size_t closed = 0;
        for (size_t k = 0; k < d->path.verb_count; k++)
            closed += d->path.verbs[k] == PATH_CLOSE ? 1 : 0;
        assert_int_equal(closed, 1);
    }
    assert_int_equal(found, 1);
}

static void classes_on_record_are_named(void **state)
{
    struct recorder *r = *state;
    const double numbers[] = {0, 2, MISSING};
    struct chart c = make_map_chart(r, CHART_MAP, make_map(r, 3, false), false, numbers, 3);
    struct chart_places places = *c.places;
    const struct chart_class classes[] = {
        {{.present = true, .number = 1, .figure = 4}, {.present = true, .number = 16}, false},
        {{.present = true, .number = 228}, {0}, false},
        {{.present = true, .number = 377}, {0}, true}};
    places.classes = classes;
    places.class_count = 3;
    places.missing = STR("aucun membre");
    c.places = &places;
    draw(r, &c, FRAME);
    assert_int_equal(text_saying(r, "1 à 16")->figure, 4);
    assert_non_null(text_saying(r, "228 (non situé)"));
    assert_non_null(text_saying(r, "377 ou plus"));
    assert_non_null(text_saying(r, "aucun membre"));
    assert_non_null(filled_with(r, shade(r, 0), 0));
    assert_non_null(filled_with(r, shade(r, 2), 0));
    const char *told = chart_alternative(&c, r->arena).at;
    assert_non_null(strstr(told, "377 ou plus\u00a0: Aire 2. 228\u00a0: territoire non précisé. 1 à 16\u00a0: Aire 1. "
                                 "aucun membre\u00a0: Aire 3."));
    struct chart_table table = chart_table(&c, r->arena, SIZE_MAX);
    assert_true(str_is(table.cells[7].text, "aucun membre"));
}

static bool is_hatching(const struct recorder *r, const struct drawing *d)
{
    return d->stroked && !d->filled && same_color(d->stroke, r->look.quiet);
}

static void areas_without_a_value_are_hatched(void **state)
{
    struct recorder *r = *state;
    const double numbers[] = {4, MISSING, 8};
    struct chart c = make_map_chart(r, CHART_MAP, make_map(r, 3, false), false, numbers, 3);
    draw(r, &c, FRAME);
    struct rect largest = {0};
    for (size_t i = 0; i < r->drawing_count; i++)
        if (is_hatching(r, &r->drawings[i]) && drawing_extent(&r->drawings[i]).width > largest.width)
            largest = drawing_extent(&r->drawings[i]);
    const struct drawing *first = filled_with(r, r->look.sequence[0], 0);
    assert_non_null(first);
    struct rect square = drawing_extent(first);
    assert_true(
        rect_contains((struct rect){square.x + square.width, square.y, square.width, square.height}, largest, 0.1));
    assert_true(largest.width > 0.8 * square.width && largest.height > 0.8 * square.height);
    assert_non_null(text_saying(r, "non disponible"));
    assert_non_null(strstr(chart_alternative(&c, r->arena).at, "Valeur manquante\u00a0: 1."));
}

static size_t stroked_lines(const struct recorder *r)
{
    size_t lines = 0;
    for (size_t i = 0; i < r->drawing_count; i++)
        for (size_t k = 0; r->drawings[i].stroked && k < r->drawings[i].path.verb_count; k++)
            lines += r->drawings[i].path.verbs[k] == PATH_LINE ? 1 : 0;
    return lines;
}

static void borders_inside_a_group_are_not_drawn(void **state)
{
    struct recorder *r = *state;
    const double numbers[] = {4, 4, 4, 4};
    const struct map *map = make_map(r, 4, false);
    struct chart apart = make_map_chart(r, CHART_MAP, map, false, numbers, 4);
    draw(r, &apart, FRAME);
    size_t lines = stroked_lines(r);
    struct chart grouped = make_map_chart(r, CHART_MAP, map, true, numbers, 2);
    draw(r, &grouped, FRAME);
    assert_int_equal(stroked_lines(r), lines - 2);
    grouped = make_map_chart(r, CHART_MAP, map, true, (double[]){4, 5}, 2);
    assert_non_null(strstr(chart_alternative(&grouped, r->arena).at, "Maximum\u00a0: Groupe 2, 5."));
}

static void insets_show_what_is_far_and_enlarge_what_is_close(void **state)
{
    struct recorder *r = *state;
    const double numbers[] = {1, 1, 1, 1, 1, 1};
    struct chart c = make_map_chart(r, CHART_MAP, make_map(r, 6, true), false, numbers, 6);
    draw(r, &c, (struct rect){0, 0, 300, 300});
    assert_non_null(text_saying(r, "Lointaine"));
    assert_non_null(text_saying(r, "Proche"));
    struct rect boxes[4];
    size_t count = 0;
    for (size_t i = 0; i < r->drawing_count && count < 4; i++)
        if (r->drawings[i].filled && r->drawings[i].even_odd)
            boxes[count++] = drawing_extent(&r->drawings[i]);
    assert_int_equal(count, 3);
    assert_true(fabs(boxes[0].width - 5 * boxes[0].height) < 0.5);
    for (size_t i = 1; i < 3; i++) {
        assert_true(fabs(boxes[i].width - boxes[i].height) < 0.2);
        assert_false(rect_overlaps(boxes[0], boxes[i], 0));
    }
}

static double disc_area(const struct drawing *d)
{
    double width = drawing_extent(d).width;
    return width * width;
}

static void circles_are_as_large_as_their_values(void **state)
{
    struct recorder *r = *state;
    for (size_t round = 1; round <= 40; round++) {
        double numbers[6];
        for (size_t i = 0; i < 6; i++)
            numbers[i] = (double)(1 + (round * 7919 + i * 104729) % 997);
        struct chart c = make_map_chart(r, CHART_MAP_CIRCLES, make_map(r, 6, round % 2), false, numbers, 6);
        draw(r, &c, FRAME);
        double unit = 0;
        for (size_t i = 0; i < 6; i++) {
            size_t rank = 0; /* the largest are drawn first, behind those of the legend */
            for (size_t k = 0; k < 6; k++)
                rank += numbers[k] > numbers[i] || (numbers[k] >= numbers[i] && k < i) ? 1 : 0;
            const struct drawing *disc = filled_with(r, r->look.plain, 2 + rank);
            assert_non_null(disc);
            unit = unit > 0 ? unit : disc_area(disc) / numbers[i];
            assert_true(fabs(disc_area(disc) - unit * numbers[i]) <= 0.005 * disc_area(disc));
        }
    }
}

static void nothing_is_drawn_for_zero(void **state)
{
    struct recorder *r = *state;
    const double numbers[] = {0, 0, 0};
    struct chart c = make_map_chart(r, CHART_MAP_CIRCLES, make_map(r, 3, false), false, numbers, 3);
    draw(r, &c, FRAME);
    assert_null(filled_with(r, r->look.plain, 0));
    assert_non_null(text_saying(r, "Aire 1 0"));
}

static void the_words_say_where_most_of_it_is(void **state)
{
    struct recorder *r = *state;
    const double numbers[] = {5, 60, 1, 20, 4, 2, 8};
    struct chart c = make_map_chart(r, CHART_MAP_CIRCLES, make_map(r, 7, false), false, numbers, 7);
    const char *told = chart_alternative(&c, r->arena).at;
    assert_non_null(
        strstr(told, "Carte à cercles proportionnels\u00a0: Titre. 7 territoires sur 7. Maximum\u00a0: Aire 2, 60. "
                     "Minimum\u00a0: Aire 3, 1. Les 3 premiers (Aire 2, Aire 4, Aire 7) font "
                     "88\u00a0% du total."));
    struct chart_table table = chart_table(&c, r->arena, SIZE_MAX);
    assert_int_equal(table.rows, 8);
    assert_true(str_is(table.cells[0].text, "Territoire"));
    assert_true(str_is(table.cells[2].text, "Aire 1"));
    assert_true(str_is(table.cells[3].text, "5"));
}

static void data_that_no_map_shows_are_faults(void **state)
{
    struct recorder *r = *state;
    const struct map *map = make_map(r, 3, false);
    const double negative[] = {1, -2, 3}, nothing[] = {MISSING, MISSING, MISSING}, none[] = {1, NAN, 2};
    struct chart c = make_map_chart(r, CHART_MAP_CIRCLES, map, false, negative, 3);
    assert_int_equal(chart_check(&c, NULL), CHART_NEGATIVE);
    c = make_map_chart(r, CHART_MAP, map, false, negative, 3);
    assert_int_equal(chart_check(&c, NULL), CHART_OK);
    draw(r, &c, FRAME);
    c = make_map_chart(r, CHART_MAP, map, false, nothing, 3);
    assert_int_equal(chart_check(&c, NULL), CHART_EMPTY);
    c = make_map_chart(r, CHART_MAP, map, false, none, 3);
    assert_int_equal(chart_check(&c, NULL), CHART_NOT_A_NUMBER);
    c = make_map_chart(r, CHART_MAP, make_map(r, 4, false), true, (double[]){1, 2, 3, 4}, 4);
    assert_int_equal(chart_check(&c, NULL), CHART_UNEQUAL);
    c.places = NULL;
    assert_int_equal(chart_check(&c, NULL), CHART_EMPTY);
    c = make_map_chart(r, CHART_MAP, map, false, (double[]){0, 1, 2}, 3);
    struct chart_places places = *c.places;
    const struct chart_class two[2] = {{.low = {.present = true, .number = 1}},
                                       {.low = {.present = true, .number = 5}}};
    places.classes = two;
    places.class_count = 2;
    c.places = &places;
    assert_int_equal(chart_check(&c, NULL), CHART_NOT_A_NUMBER);
}

static void a_frame_without_room_is_a_fault(void **state)
{
    struct recorder *r = *state;
    const double numbers[] = {1, 2, 3};
    struct chart c = make_map_chart(r, CHART_MAP, make_map(r, 3, true), false, numbers, 3);
    recorder_clear(r);
    assert_int_equal(chart_draw(&c, &r->look, (struct rect){0, 0, 60, 50}, &r->canvas), CHART_TOO_SMALL);
    assert_int_equal(r->drawing_count + r->text_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHART_TEST(values_fall_into_natural_classes),
        CHART_TEST(equal_values_are_one_class),
        CHART_TEST(neighbours_of_a_class_have_one_outline),
        CHART_TEST(classes_on_record_are_named),
        CHART_TEST(areas_without_a_value_are_hatched),
        CHART_TEST(borders_inside_a_group_are_not_drawn),
        CHART_TEST(insets_show_what_is_far_and_enlarge_what_is_close),
        CHART_TEST(circles_are_as_large_as_their_values),
        CHART_TEST(nothing_is_drawn_for_zero),
        CHART_TEST(the_words_say_where_most_of_it_is),
        CHART_TEST(data_that_no_map_shows_are_faults),
        CHART_TEST(a_frame_without_room_is_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
