#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cairo.h>
#include <cmocka.h>

#include "base/file.h"
#include "paint/paint.h"

struct fixture {
    struct arena *arena;
    struct fonts *fonts;
    struct page page;
    struct document doc;
};

static const enum path_verb square_verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE};
static const struct point square_points[] = {{10, 10}, {30, 10}, {30, 30}, {10, 30}};

static struct item square(void)
{
    struct item item = {.kind = ITEM_PATH, .box = {10, 10, 20, 20}};
    item.as.drawing = (struct drawing){.path = {square_verbs, 5, square_points, 4}, .filled = true, .fill = {1, 0, 0}};
    return item;
}

static void set_up(struct fixture *f, const struct item *items, size_t count)
{
    f->arena = arena_new();
    f->fonts = fonts_new(f->arena);
    f->page = (struct page){.width = 40, .height = 40, .label = "1", .items = items, .item_count = count};
    f->doc = (struct document){.title = "t", .language = "fr", .pages = &f->page, .page_count = 1, .fonts = f->fonts};
}

static void tear_down(struct fixture *f)
{
    fonts_free(f->fonts);
    arena_free(f->arena);
}

struct reader {
    const struct buf *bytes;
    size_t at;
};

static cairo_status_t read_bytes(void *closure, unsigned char *data, unsigned length)
{
    struct reader *reader = closure;
    if (reader->at + length > reader->bytes->len)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, reader->bytes->at + reader->at, length);
    reader->at += length;
    return CAIRO_STATUS_SUCCESS;
}

/* The colour of a pixel of the painted page, 0xRRGGBB. */
static uint32_t pixel(const struct fixture *f, double scale, int x, int y)
{
    struct buf bytes = {0};
    assert_int_equal(paint_png(&f->doc, 0, scale, &bytes).status, PAINT_OK);
    struct reader reader = {&bytes, 0};
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_bytes, &reader);
    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    assert_int_equal(cairo_image_surface_get_width(surface), (int)(40 * scale));
    uint32_t word;
    memcpy(&word, cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface) + x * 4, 4);
    cairo_surface_destroy(surface);
    buf_free(&bytes);
    return word & 0xFFFFFF;
}

static void a_path_is_filled_where_it_lies(void **state)
{
    (void)state;
    struct fixture f;
    struct item item = square();
    set_up(&f, &item, 1);
    assert_int_equal(pixel(&f, 2, 40, 40), 0xFF0000);
    assert_int_equal(pixel(&f, 2, 10, 10), 0xFFFFFF);
    tear_down(&f);
}

static void a_clip_cuts_its_item_only(void **state)
{
    (void)state;
    struct fixture f;
    static const struct point left_half[] = {{0, 0}, {20, 0}, {20, 40}, {0, 40}};
    struct path clip = {square_verbs, 5, left_half, 4};
    struct item item = square();
    item.clip = &clip;
    set_up(&f, &item, 1);
    assert_int_equal(pixel(&f, 1, 15, 20), 0xFF0000);
    assert_int_equal(pixel(&f, 1, 25, 20), 0xFFFFFF);
    tear_down(&f);
}

static void half_transparent_pixels_mix_with_the_ground(void **state)
{
    (void)state;
    struct fixture f;
    static const uint8_t rgb[] = {0, 0, 255}, alpha[] = {128};
    struct image image = {.width = 1, .height = 1, .rgb = rgb, .alpha = alpha};
    struct item item = {.kind = ITEM_IMAGE, .box = {10, 10, 20, 20}};
    item.as.image = &image;
    set_up(&f, &item, 1);
    assert_int_equal(pixel(&f, 1, 20, 20), 0x7F7FFF);
    tear_down(&f);
}

static void glyphs_leave_ink_in_png_and_outlines_in_svg(void **state)
{
    (void)state;
    struct fixture f;
    struct item item = {.kind = ITEM_GLYPHS};
    set_up(&f, &item, 1);
    struct str bytes;
    enum font_fault fault;
    assert_true(file_read(f.arena, "fonts/SourceSans3-Bold.ttf", 1 << 20, &bytes).ok);
    const struct font *font = fonts_add(f.fonts, bytes, &fault);
    struct glyph glyph = {.id = font_glyph(font, 'I'), .text_end = 1};
    item.as.glyphs = (struct glyph_run){
        .font = font, .size = 40, .origin = {15, 35}, .glyphs = &glyph, .glyph_count = 1, .text = STR("I")};
    assert_int_equal(pixel(&f, 1, 20, 25), 0x000000);
    struct buf svg = {0};
    assert_int_equal(paint_svg(&f.doc, 0, &svg).status, PAINT_OK);
    assert_non_null(strstr(svg.at, "<use"));
    assert_non_null(strstr(svg.at, "width=\"40pt\""));
    buf_free(&svg);
    /* Upright the stem of the I covers (20, 25); turned it lies across (5 to 15, 30). */
    item.as.glyphs.turned = true;
    item.as.glyphs.origin = (struct point){35, 35};
    assert_int_equal(pixel(&f, 1, 25, 30), 0x000000);
    assert_int_equal(pixel(&f, 1, 20, 20), 0xFFFFFF);
    item.as.glyphs.unseen = true;
    assert_int_equal(pixel(&f, 1, 20, 25), 0xFFFFFF);
    tear_down(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_is_filled_where_it_lies),
        cmocka_unit_test(a_clip_cuts_its_item_only),
        cmocka_unit_test(half_transparent_pixels_mix_with_the_ground),
        cmocka_unit_test(glyphs_leave_ink_in_png_and_outlines_in_svg),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
