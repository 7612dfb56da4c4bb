/* Bars, areas, rings and gauges. */
#include "chart_proportion.h"

static double category_sum(const struct chart *c, size_t category)
{
    double sum = 0;
    for (size_t s = 0; s < c->series_count; s++)
        sum += number_of(c, s, category);
    return sum;
}

static void check_bars(struct recorder *r, const char *kind, size_t series_count, uint32_t seed)
{
    uint32_t s = seed * 2654435761U;
    struct chart c = random_table(r, &s, kind, series_count);
    draw(r, &c);
    double unit = 0;
    for (size_t n = 0; n < series_count; n++)
        for (size_t i = 0; i < c.category_count; i++) {
            const struct drawing *bar = filled_with(r, color_of(r, n, series_count), i + keys_of(r, &c));
            assert_non_null(bar);
            struct rect box = drawing_extent(bar);
            double value = number_of(&c, n, i) / (c.percent ? category_sum(&c, i) : 1);
            check_unit(&unit, c.kind == CHART_COLUMNS ? box.height : box.width, value, kind, seed);
        }
}

static void bars_are_as_long_as_their_values(void **state)
{
    static const char *const kinds[] = {"columns",      "bars",         "grouped-columns",
                                        "grouped-bars", "stacked-bars", "stacked-columns",
                                        "columns-100",  "bars-100"};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        for (uint32_t seed = 1; seed <= SEEDS; seed++)
            check_bars(*state, kinds[k], k < 2 ? 1 : 2 + seed % (MOST_SERIES - 1), seed);
}

/* Below zero, too, and where values are missing. */
static void negative_bars_are_as_long_as_their_values(void **state)
{
    struct recorder *r = *state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        uint32_t s = seed * 2654435761U;
        struct chart c = random_table(r, &s, seed % 2 ? "columns" : "bars", 1);
        struct chart_value *values = (struct chart_value *)c.series[0].values;
        for (size_t i = 1; i < c.category_count; i++) {
            values[i].present = below(&s, 6) > 0;
            values[i].number *= below(&s, 2) ? -1 : 1;
        }
        draw(r, &c);
        double unit = 0;
        size_t drawn = 0;
        for (size_t i = 0; i < c.category_count; i++) {
            if (!values[i].present)
                continue;
            struct rect box = drawing_extent(filled_with(r, r->look.plain, drawn++));
            check_unit(&unit, c.kind == CHART_COLUMNS ? box.height : box.width, fabs(values[i].number), "bars", seed);
        }
        assert_null(filled_with(r, r->look.plain, drawn));
    }
}

static double shoelace(const struct point *points, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        struct point a = points[i], b = points[(i + 1) % count];
        sum += a.x * b.y - b.x * a.y;
    }
    return fabs(sum) / 2;
}

/* Under straight lines between categories that stand at even distances. */
static double value_area(const struct chart *c, size_t series)
{
    double area = 0, before = 0;
    for (size_t i = 0; i < c->category_count; i++) {
        double value = number_of(c, series, i) / (c->percent ? category_sum(c, i) : 1);
        area += i ? (before + value) / 2 : 0;
        before = value;
    }
    return area;
}

static void areas_are_as_large_as_their_values(void **state)
{
    struct recorder *r = *state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        uint32_t s = seed * 2654435761U;
        struct chart c = random_table(r, &s, seed % 2 ? "stacked-area" : "area-100", 2 + seed % (MOST_SERIES - 1));
        draw(r, &c);
        double unit = 0;
        for (size_t n = 0; n < c.series_count; n++) {
            const struct path *area = &filled_with(r, color_of(r, n, c.series_count), keys_of(r, &c))->path;
            check_unit(&unit, shoelace(area->points, area->point_count), value_area(&c, n), "area", seed);
        }
    }
}

/* The outline of a part of the ring, its curves as lines. */
static double ring_area(struct recorder *r, const struct path *path)
{
    enum { STEPS = 16 };
    struct point *points = ARENA_ARRAY(r->arena, path->verb_count * STEPS, struct point), at = {0, 0};
    const struct point *next = path->points;
    size_t count = 0;
    for (size_t v = 0; v < path->verb_count; v++) {
        if (path->verbs[v] == PATH_CLOSE)
            continue;
        bool curve = path->verbs[v] == PATH_CURVE;
        for (int i = 1; curve && i < STEPS; i++) {
            double t = (double)i / STEPS, u = 1 - t;
            double a = u * u * u, b = 3 * u * u * t, d = 3 * u * t * t, e = t * t * t;
            points[count++] = (struct point){a * at.x + b * next[0].x + d * next[1].x + e * next[2].x,
                                             a * at.y + b * next[0].y + d * next[1].y + e * next[2].y};
        }
        at = next[curve ? 2 : 0];
        points[count++] = at;
        next += curve ? 3 : 1;
    }
    return shoelace(points, count);
}

static void parts_of_a_ring_are_as_large_as_their_values(void **state)
{
    struct recorder *r = *state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        uint32_t s = seed * 2654435761U;
        struct chart c = random_table(r, &s, "donut", 1);
        if (c.category_count > 2 + seed % 3)
            c.category_count = ((struct chart_series *)c.series)[0].value_count = 2 + seed % 3;
        draw(r, &c);
        double unit = 0;
        for (size_t i = 0; i < c.category_count; i++) {
            const struct drawing *part = filled_with(r, color_of(r, i, c.category_count), 0);
            assert_non_null(part);
            check_unit(&unit, ring_area(r, &part->path), number_of(&c, 0, i), "donut", seed);
        }
    }
}

static void gauges_are_as_long_as_their_shares(void **state)
{
    struct recorder *r = *state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        uint32_t s = seed * 2654435761U;
        struct chart c = random_table(r, &s, "targets", 1);
        struct chart_value *targets = make_values(r, (double[MOST_CATEGORIES]){0}, c.category_count);
        for (size_t i = 0; i < c.category_count; i++)
            targets[i].number = number_of(&c, 0, i) / (0.2 + (double)below(&s, 100) / 90);
        c.targets = targets;
        c.target_count = c.category_count;
        draw(r, &c);
        double unit = 0;
        size_t reached = 0, missed = 0;
        for (size_t i = 0; i < c.category_count; i++) {
            double share = number_of(&c, 0, i) / targets[i].number;
            const struct drawing *bar =
                share < 0.9 ? filled_with(r, r->look.alert, missed++) : filled_with(r, r->look.highlight, reached++);
            check_unit(&unit, drawing_extent(bar).width, share, "targets", seed);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHART_TEST(bars_are_as_long_as_their_values),   CHART_TEST(negative_bars_are_as_long_as_their_values),
        CHART_TEST(areas_are_as_large_as_their_values), CHART_TEST(parts_of_a_ring_are_as_large_as_their_values),
        CHART_TEST(gauges_are_as_long_as_their_shares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
