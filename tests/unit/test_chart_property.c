#include "map_support.h"

/* Random data of every kind: whatever comes, what is drawn is finite and in the frame, and no label meets another. */

static double random_number(uint32_t *seed, bool negative)
{
    static const double scales[] = {0, 0.001, 1, 100, 3e5, 1e12};
    double number = (double)below(seed, 10000) / 1000 * scales[below(seed, 6)];
    return negative && below(seed, 3) == 0 ? -number : number;
}

static struct str random_label(struct recorder *r, uint32_t *seed)
{
    static const char *const words[] = {
        "Santé", "et", "solidarités", "l’Éducation", "2024", "anticonstitutionnellement", "de", "Incubateur"};
    char *text = arena_printf(r->arena, "%s", words[below(seed, 8)]);
    for (size_t i = below(seed, 4); i > 0; i--)
        text = arena_printf(r->arena, "%s %s", text, words[below(seed, 8)]);
    return str_of(text);
}

static struct chart_value *random_values(struct recorder *r, uint32_t *seed, size_t count, bool negative)
{
    struct chart_value *values = ARENA_ARRAY(r->arena, count, struct chart_value);
    for (size_t i = 0; i < count; i++)
        values[i] = (struct chart_value){.present = below(seed, 8) > 0, .number = random_number(seed, negative)};
    values[0].present = true;
    return values;
}

static struct chart_series *random_series(struct recorder *r, uint32_t *seed, const struct chart *c)
{
    bool parts = c->percent || c->kind == CHART_AREA || c->kind == CHART_DONUT || c->kind == CHART_TARGETS ||
                 c->kind == CHART_MAP_CIRCLES;
    struct chart_series *series = ARENA_ARRAY(r->arena, c->series_count, struct chart_series);
    for (size_t s = 0; s < c->series_count; s++) {
        size_t count = c->kind == CHART_STRIP || c->kind == CHART_BOX ? 1 + below(seed, 200) : c->category_count;
        series[s] = (struct chart_series){
            random_label(r, seed), random_values(r, seed, count, !parts && below(seed, 2)), count, below(seed, 8) == 0};
    }
    return series;
}

/* Phases of a timeline: starts, then ends no earlier. */
static struct chart_series *random_phases(struct recorder *r, uint32_t *seed, size_t count)
{
    struct chart_series *series = ARENA_ARRAY(r->arena, 2, struct chart_series);
    struct chart_value *starts = ARENA_ARRAY(r->arena, count, struct chart_value);
    struct chart_value *ends = ARENA_ARRAY(r->arena, count, struct chart_value);
    for (size_t i = 0; i < count; i++) {
        starts[i] = (struct chart_value){.present = true, .number = (double)(15000 + below(seed, 4000))};
        ends[i] =
            (struct chart_value){.present = below(seed, 4) > 0, .number = starts[i].number + (double)below(seed, 900)};
        if (below(seed, 2))
            starts[i].text = STR("mars 2024");
    }
    series[0] = (struct chart_series){STR("début"), starts, count, false};
    series[1] = (struct chart_series){STR("fin"), ends, count, false};
    return series;
}

/* Squares in a row, as many as there are categories or more. */
static void place_areas(struct recorder *r, uint32_t *seed, struct chart *c)
{
    const struct map *map = make_map(r, c->category_count + below(seed, 3), below(seed, 2));
    struct chart_places *places = ARENA_NEW(r->arena, struct chart_places);
    size_t *at = ARENA_ARRAY(r->arena, c->category_count, size_t);
    for (size_t i = 0; i < c->category_count; i++)
        at[i] = i;
    *places = (struct chart_places){.map = map, .at = at};
    c->places = places;
}

static struct chart random_chart(struct recorder *r, uint32_t *seed, const char *kind)
{
    struct chart c = {.title = STR("Titre"), .unit = STR("agents"), .language = r->language};
    assert_true(chart_kind_find(str_of(kind), &c));
    c.category_count = below(seed, 5) == 0 ? 1 + below(seed, 200) : 1 + below(seed, 14);
    c.series_count = below(seed, 6) == 0 ? 1 + below(seed, 20) : 1 + below(seed, 4);
    c.dated = below(seed, 2);
    struct chart_category *categories = ARENA_ARRAY(r->arena, c.category_count, struct chart_category);
    double day = (double)below(seed, 20000);
    for (size_t i = 0; i < c.category_count; i++) {
        categories[i] = (struct chart_category){random_label(r, seed), day, below(seed, 10) == 0};
        day += (double)(1 + below(seed, 3) * below(seed, 400));
    }
    c.categories = categories;
    if (c.kind == CHART_TIMELINE)
        c.series_count = 2;
    if (c.kind == CHART_MAP || c.kind == CHART_MAP_CIRCLES)
        place_areas(r, seed, &c);
    c.series = c.kind == CHART_TIMELINE ? random_phases(r, seed, c.category_count) : random_series(r, seed, &c);
    if (c.kind == CHART_TARGETS || below(seed, 4) == 0) {
        c.target_count = below(seed, 2) ? 1 : c.category_count;
        c.targets = random_values(r, seed, c.target_count, false);
    }
    return c;
}

static void check_texts(const struct recorder *r, struct rect frame, uint32_t seed)
{
    for (size_t i = 0; i < r->text_count; i++) {
        if (!rect_contains(frame, r->texts[i].box, 0.1))
            fail_msg("seed %u: '%s' leaves the frame", seed, r->texts[i].text);
        for (size_t k = 0; k < i; k++)
            if (rect_overlaps(r->texts[i].box, r->texts[k].box, 0.1))
                fail_msg("seed %u: '%s' on '%s'", seed, r->texts[i].text, r->texts[k].text);
    }
}

static void check_drawings(const struct recorder *r, const struct chart *c, struct rect frame, uint32_t seed)
{
    for (size_t i = 0; i < r->drawing_count; i++) {
        const struct drawing *d = &r->drawings[i];
        for (size_t k = 0; k < d->path.point_count; k++)
            if (!isfinite(d->path.points[k].x) || !isfinite(d->path.points[k].y))
                fail_msg("seed %u: no number", seed);
        struct rect box = r->boxes[i];
        if (!rect_contains(frame, box, 1.1))
            fail_msg("seed %u, kind %d: drawing %zu at %g %g %g %g leaves %g %g %g %g", seed, (int)c->kind, i, box.x,
                     box.y, box.width, box.height, frame.x, frame.y, frame.width, frame.height);
    }
}

/* In frames of every size, from those that hold nothing. */
static void draw_at_random(struct recorder *r, const char *kind, uint32_t seed)
{
    uint32_t s = seed * 2654435761U;
    struct chart c = random_chart(r, &s, kind);
    struct rect frame = {(double)below(&s, 100), (double)below(&s, 100), 40 + (double)below(&s, 860),
                         30 + (double)below(&s, 470)};
    recorder_clear(r);
    enum chart_fault fault = chart_draw(&c, &r->look, frame, &r->canvas);
    if (fault != CHART_OK && fault != CHART_TOO_SMALL)
        fail_msg("seed %u: fault %d of %s", seed, (int)fault, kind);
    check_drawings(r, &c, frame, seed);
    check_texts(r, frame, seed);
    assert_true(chart_alternative(&c, r->arena).len > 20);
}

static void anything_random_stays_in_its_frame(void **state)
{
    struct recorder *r = *state;
    for (size_t k = 0; chart_kind_name(k); k++)
        for (uint32_t seed = 1; seed <= 130; seed++)
            draw_at_random(r, chart_kind_name(k), seed);
}

static void the_same_data_gives_the_same_drawing(void **state)
{
    struct recorder *r = *state;
    for (uint32_t seed = 1; seed <= 60; seed++) {
        uint32_t s = seed * 2654435761U;
        struct chart c = random_chart(r, &s, chart_kind_name(seed % 19));
        recorder_clear(r);
        chart_draw(&c, &r->look, (struct rect){0, 0, 500, 400}, &r->canvas);
        size_t count = r->drawing_count;
        struct drawing *first = recorder_copy(r, r->drawings, count * sizeof *first);
        recorder_clear(r);
        chart_draw(&c, &r->look, (struct rect){0, 0, 500, 400}, &r->canvas);
        assert_int_equal(r->drawing_count, count);
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(first[i].path.point_count, r->drawings[i].path.point_count);
            assert_memory_equal(first[i].path.points, r->drawings[i].path.points,
                                first[i].path.point_count * sizeof(struct point));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHART_TEST(anything_random_stays_in_its_frame),
        CHART_TEST(the_same_data_gives_the_same_drawing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
