#include "chart_support.h"

/* Lengths, areas and distances of every kind that has them stand to each other as its values do, within half a percent. */

static const double TOLERANCE = 0.005;
static const struct rect frame = {20, 10, 700, 420};
enum { MOST_SERIES = 4, MOST_CATEGORIES = 12, SEEDS = 40 };

static struct chart random_table(struct recorder *r, uint32_t *seed, const char *kind, size_t series_count)
{
    size_t count = 2 + below(seed, MOST_CATEGORIES - 1);
    struct chart c = make_chart(r, CHART_COLUMNS, NULL, (double[MOST_CATEGORIES]){0}, count);
    assert_true(chart_kind_find(str_of(kind), &c));
    struct chart_series *series = ARENA_ARRAY(r->arena, series_count, struct chart_series);
    for (size_t s = 0; s < series_count; s++) {
        double numbers[MOST_CATEGORIES];
        for (size_t i = 0; i < count; i++)
            numbers[i] = 40 + (double)below(seed, 1000);
        series[s] = (struct chart_series){str_of(arena_printf(r->arena, "s%zu", s)), make_values(r, numbers, count),
                                          count, false};
    }
    c.series = series;
    c.series_count = series_count;
    return c;
}

static void draw(struct recorder *r, const struct chart *c)
{
    recorder_clear(r);
    assert_int_equal(chart_draw(c, &r->look, frame, &r->canvas), CHART_OK);
}

static double number_of(const struct chart *c, size_t series, size_t category)
{
    return c->series[series].values[category].number;
}

/* `drawn` for `value`, as all before: the first sets the unit. */
static void check_unit(double *unit, double drawn, double value, const char *kind, uint32_t seed)
{
    if (*unit == 0)
        *unit = drawn / value;
    else if (fabs(drawn - *unit * value) > TOLERANCE * fabs(drawn))
        fail_msg("%s, seed %u: %g for %g", kind, seed, drawn, value);
}

static struct color color_of(const struct recorder *r, size_t series, size_t count)
{
    return count == 1 ? r->look.plain : recorder_palette[count <= 3 ? 2 * series : series];
}

/* Marks come behind the keys of a legend. */
static size_t keys_of(const struct recorder *r, const struct chart *c)
{
    const struct drawn_text *name = c->series_count > 1 ? text_saying(r, c->series[0].label.at) : NULL;
    return name && name->role == CHART_KEY ? 1 : 0;
}

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

/* Points of the line of `width`, as high above the first as their values. */
static void check_line(const struct recorder *r, const struct chart *c, size_t series, double width, uint32_t seed)
{
    size_t wanted = series;
    for (size_t i = 0; i < r->drawing_count; i++) {
        const struct drawing *d = &r->drawings[i];
        if (!d->stroked || d->filled || d->stroke_width != width || d->path.point_count != c->category_count ||
            wanted-- > 0)
            continue;
        double low = number_of(c, series, 0), high = number_of(c, series, 1);
        double unit = (d->path.points[0].y - d->path.points[1].y) / (high - low);
        for (size_t k = 2; k < c->category_count; k++) {
            double rise = d->path.points[0].y - d->path.points[k].y, value = number_of(c, series, k) - low;
            if (fabs(rise - unit * value) > TOLERANCE * frame.height)
                fail_msg("seed %u: %g for %g", seed, rise, value);
        }
        return;
    }
    fail_msg("seed %u: no line for series %zu", seed, series);
}

static void lines_rise_as_their_values(void **state)
{
    struct recorder *r = *state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        uint32_t s = seed * 2654435761U;
        bool spark = seed % 2;
        struct chart c = random_table(r, &s, spark ? "sparkline" : "lines", spark ? 1 : 1 + seed % MOST_SERIES);
        if (c.category_count < 3)
            continue;
        for (size_t n = 0; n < c.series_count; n++)
            ((struct chart_value *)c.series[n].values)[1].number += 1500;
        draw(r, &c);
        for (size_t n = 0; n < c.series_count; n++)
            check_line(r, &c, n, spark ? 1.5 : 2, seed);
    }
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Dots lie in the order of their values, on one scale for all lanes. */
static void dots_lie_where_their_values_do(void **state)
{
    struct recorder *r = *state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        uint32_t s = seed * 2654435761U;
        struct chart c = random_table(r, &s, "strip", 1 + seed % MOST_SERIES);
        draw(r, &c);
        double low = 0, low_x = 0, unit = 0;
        for (size_t n = 0; n < c.series_count; n++) {
            const struct path *dots = &filled_with(r, r->look.plain, n)->path;
            double numbers[MOST_CATEGORIES];
            size_t dot = 0;
            for (size_t i = 0; i < c.category_count; i++)
                numbers[i] = number_of(&c, n, i);
            qsort(numbers, c.category_count, sizeof *numbers, by_value);
            for (size_t v = 0, p = 0; v < dots->verb_count; v++) {
                if (dots->verbs[v] == PATH_MOVE) {
                    double x = dots->points[p].x, value = numbers[dot++];
                    if (low_x == 0) {
                        low = value;
                        low_x = x;
                    } else if (unit == 0 && value != low) {
                        unit = (x - low_x) / (value - low);
                    } else if (fabs(x - low_x - unit * (value - low)) > TOLERANCE * frame.width) {
                        fail_msg("seed %u: %g stands at %g", seed, value, x);
                    }
                }
                p += dots->verbs[v] == PATH_CURVE ? 3 : dots->verbs[v] == PATH_CLOSE ? 0 : 1;
            }
            assert_int_equal(dot, c.category_count);
        }
    }
}

/* Five observations: the box reaches from the second to the fourth (linear quartiles). */
static void boxes_are_as_long_as_their_middle_halves(void **state)
{
    struct recorder *r = *state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        uint32_t s = seed * 2654435761U;
        struct chart c = random_table(r, &s, "box", 2 + seed % 3);
        double unit = 0;
        double halves[MOST_SERIES];
        for (size_t n = 0; n < c.series_count; n++) {
            double numbers[5] = {0, 0, 0, 0, 0};
            for (size_t i = 0; i < 5; i++)
                numbers[i] = (double)(20 * i) + (double)below(&s, 20);
            halves[n] = numbers[3] - numbers[1];
            ((struct chart_series *)c.series)[n].values = make_values(r, numbers, 5);
            ((struct chart_series *)c.series)[n].value_count = 5;
        }
        draw(r, &c);
        for (size_t n = 0; n < c.series_count; n++)
            check_unit(&unit, drawing_extent(filled_with(r, r->look.previous, n)).width, halves[n], "box", seed);
    }
}

static void phases_are_as_long_as_they_last(void **state)
{
    struct recorder *r = *state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        uint32_t s = seed * 2654435761U;
        struct chart c = random_table(r, &s, "timeline", 2);
        struct chart_value *starts = (struct chart_value *)c.series[0].values;
        struct chart_value *ends = (struct chart_value *)c.series[1].values;
        double unit = 0;
        for (size_t i = 0; i < c.category_count; i++) {
            starts[i].number = 19000 + (double)below(&s, 1000);
            ends[i].number = starts[i].number + 30 + (double)below(&s, 500);
        }
        draw(r, &c);
        for (size_t i = 0; i < c.category_count; i++)
            check_unit(&unit, drawing_extent(filled_with(r, r->look.plain, i)).width, ends[i].number - starts[i].number,
                       "timeline", seed);
    }
}

static size_t shade_of(const struct recorder *r, struct color fill)
{
    for (size_t i = 0; i < r->look.sequence_count; i++)
        if (same_color(r->look.sequence[i], fill))
            return i;
    fail_msg("a cell in a colour that is none of the sequence");
    return 0;
}

/* A cell is no lighter than one whose value is lower. */
static void shades_follow_values(void **state)
{
    struct recorder *r = *state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        uint32_t s = seed * 2654435761U;
        struct chart c = random_table(r, &s, "matrix", 1 + seed % MOST_SERIES);
        draw(r, &c);
        size_t count = c.series_count * c.category_count, filled = 0;
        const struct drawing **cells = ARENA_ARRAY(r->arena, r->drawing_count, const struct drawing *);
        for (size_t i = 0; i < r->drawing_count; i++)
            if (r->drawings[i].filled)
                cells[filled++] = &r->drawings[i];
        cells += filled - count; /* behind the key */
        for (size_t a = 0; a < count; a++)
            for (size_t b = 0; b < count; b++) {
                double one = number_of(&c, a / c.category_count, a % c.category_count);
                double two = number_of(&c, b / c.category_count, b % c.category_count);
                if (one < two && shade_of(r, cells[a]->fill) > shade_of(r, cells[b]->fill))
                    fail_msg("seed %u: %g is darker than %g", seed, one, two);
            }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHART_TEST(bars_are_as_long_as_their_values),   CHART_TEST(negative_bars_are_as_long_as_their_values),
        CHART_TEST(areas_are_as_large_as_their_values), CHART_TEST(parts_of_a_ring_are_as_large_as_their_values),
        CHART_TEST(gauges_are_as_long_as_their_shares), CHART_TEST(lines_rise_as_their_values),
        CHART_TEST(dots_lie_where_their_values_do),     CHART_TEST(boxes_are_as_long_as_their_middle_halves),
        CHART_TEST(phases_are_as_long_as_they_last),    CHART_TEST(shades_follow_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
