#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <math.h>

#include <cmocka.h>

#include "paint/cairo_grid.h"

/* A context of two pixels a point. */
static cairo_t *context(void)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 100, 100);
    cairo_t *cr = cairo_create(surface);
    cairo_surface_destroy(surface);
    cairo_scale(cr, 2, 2);
    return cr;
}

static void a_small_glyph_stands_on_a_quarter_of_a_pixel(void **state)
{
    (void)state;
    cairo_t *cr = context();
    cairo_glyph_t glyph = {1, 10.2, 20.4};
    cairo_grid_glyph(cr, &glyph, 12);
    assert_float_equal(glyph.x * 2, 20.25, 1e-6);
    assert_float_equal(glyph.y * 2, 40, 1e-6);
    cairo_destroy(cr);
}

static void a_large_glyph_stands_on_a_whole_pixel(void **state)
{
    (void)state;
    cairo_t *cr = context();
    cairo_glyph_t glyph = {1, 10.2, 20.4};
    cairo_grid_glyph(cr, &glyph, 40);
    assert_float_equal(glyph.x * 2, 20, 1e-6);
    cairo_destroy(cr);
}

static void a_turned_glyph_stands_on_a_whole_pixel(void **state)
{
    (void)state;
    cairo_t *cr = context();
    cairo_rotate(cr, -M_PI / 2);
    cairo_glyph_t glyph = {1, -20.4, 10.2};
    cairo_grid_glyph(cr, &glyph, 12);
    cairo_user_to_device(cr, &glyph.x, &glyph.y);
    assert_float_equal(glyph.x, 20, 1e-6);
    assert_float_equal(glyph.y, 40, 1e-6);
    cairo_destroy(cr);
}

static void a_glyph_on_the_border_of_a_pixel_stays_there(void **state)
{
    (void)state;
    cairo_t *cr = context();
    struct point origin = cairo_grid_origin((struct point){9.9999999999, 20});
    cairo_glyph_t glyph = {1, origin.x, origin.y};
    cairo_grid_glyph(cr, &glyph, 40);
    assert_float_equal(glyph.x * 2, 20, 1e-6);
    assert_float_equal(glyph.y * 2, 40, 1e-6);
    cairo_destroy(cr);
}

static void edges_of_a_rectangle_lie_on_pixels(void **state)
{
    (void)state;
    cairo_t *cr = context();
    double left, top, right, bottom;
    cairo_grid_rectangle(cr, (struct rect){10.3, 20, 5, 0.1}, 0);
    cairo_path_extents(cr, &left, &top, &right, &bottom);
    assert_float_equal(left, 10.5, 0.01);
    assert_float_equal(right, 15.5, 0.01);
    assert_float_equal(top, 20, 0.01);
    assert_float_equal(bottom, 20.5, 0.01);
    cairo_destroy(cr);
}

static bool is_rectangle(const struct point *points, size_t count)
{
    static const enum path_verb verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE};
    struct path path = {verbs, count + 1, points, count};
    struct rect found;
    if (!cairo_grid_find(&path, &found))
        return false;
    return found.x == 1 && found.y == 2 && found.width == 3 && found.height == 4;
}

static void upright_rectangles_are_found(void **state)
{
    (void)state;
    static const struct point across[] = {{1, 2}, {4, 2}, {4, 6}, {1, 6}}, down[] = {{4, 6}, {4, 2}, {1, 2}, {1, 6}};
    static const struct point leaning[] = {{1, 2}, {4, 2}, {5, 6}, {2, 6}};
    assert_true(is_rectangle(across, 4));
    assert_true(is_rectangle(down, 4));
    assert_false(is_rectangle(leaning, 4));
    assert_false(is_rectangle(across, 3));
}

static void level_and_upright_lines_are_found(void **state)
{
    (void)state;
    static const enum path_verb verbs[] = {PATH_MOVE, PATH_LINE};
    static const struct point level[] = {{5, 2}, {1, 2}}, upright[] = {{5, 2}, {5, 8}}, leaning[] = {{1, 2}, {5, 3}};
    struct drawing drawing = {.path = {verbs, 2, level, 2}, .stroked = true, .stroke_width = 1, .cap = CAP_SQUARE};
    struct rect found;
    assert_true(cairo_grid_find_line(&drawing, &found));
    assert_true(found.x == 0.5 && found.y == 1.5 && found.width == 5 && found.height == 1);
    drawing.path.points = upright;
    drawing.cap = CAP_BUTT;
    assert_true(cairo_grid_find_line(&drawing, &found));
    assert_true(found.x == 4.5 && found.y == 2 && found.width == 1 && found.height == 6);
    drawing.cap = CAP_ROUND;
    drawing.stroke_width = 4;
    assert_false(cairo_grid_find_line(&drawing, &found));
    drawing.cap = CAP_BUTT;
    drawing.path.points = leaning;
    assert_false(cairo_grid_find_line(&drawing, &found));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_glyph_stands_on_a_quarter_of_a_pixel),
        cmocka_unit_test(a_large_glyph_stands_on_a_whole_pixel),
        cmocka_unit_test(a_turned_glyph_stands_on_a_whole_pixel),
        cmocka_unit_test(a_glyph_on_the_border_of_a_pixel_stays_there),
        cmocka_unit_test(edges_of_a_rectangle_lie_on_pixels),
        cmocka_unit_test(upright_rectangles_are_found),
        cmocka_unit_test(level_and_upright_lines_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
