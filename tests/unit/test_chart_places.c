/* Lines, dots, boxes, phases and shades. */
#include "chart_proportion.h"

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
        CHART_TEST(lines_rise_as_their_values),
        CHART_TEST(dots_lie_where_their_values_do),
        CHART_TEST(boxes_are_as_long_as_their_middle_halves),
        CHART_TEST(phases_are_as_long_as_they_last),
        CHART_TEST(shades_follow_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
