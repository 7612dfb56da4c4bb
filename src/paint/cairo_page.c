#include "paint/cairo_page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "page/picture.h"

static void set_color(cairo_t *cr, struct color color)
{
    cairo_set_source_rgb(cr, (double)color.red, (double)color.green, (double)color.blue);
}

static void add_path(cairo_t *cr, const struct path *path)
{
    const struct point *p = path->points;
    cairo_new_path(cr);
    for (size_t i = 0; i < path->verb_count; i++) {
        switch (path->verbs[i]) {
        case PATH_MOVE:
            cairo_move_to(cr, p[0].x, p[0].y);
            p += 1;
            break;
        case PATH_LINE:
            cairo_line_to(cr, p[0].x, p[0].y);
            p += 1;
            break;
        case PATH_CURVE:
            cairo_curve_to(cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
            p += 3;
            break;
        case PATH_CLOSE:
            cairo_close_path(cr);
            break;
        }
    }
}

static void draw_glyphs(cairo_t *cr, const struct glyph_run *run, const struct cairo_faces *faces, enum cairo_grid grid)
{
    cairo_glyph_t *glyphs = cairo_glyph_allocate((int)run->glyph_count);
    if (!glyphs)
        return;
    struct point origin = grid == CAIRO_GRID_PIXELS ? cairo_grid_origin(run->origin) : run->origin;
    if (run->turned) {
        cairo_translate(cr, origin.x, origin.y);
        cairo_rotate(cr, -M_PI / 2);
        origin = (struct point){0, 0};
    }
    for (size_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *g = &run->glyphs[i];
        glyphs[i] = (cairo_glyph_t){g->id, origin.x + (double)g->x, origin.y - (double)g->y};
        if (grid == CAIRO_GRID_PIXELS)
            cairo_grid_glyph(cr, &glyphs[i], run->size);
    }
    cairo_set_font_face(cr, cairo_faces_get(faces, run->font));
    cairo_set_font_size(cr, run->size);
    set_color(cr, run->color);
    if (grid == CAIRO_GRID_PIXELS) {
        cairo_new_path(cr);
        cairo_glyph_path(cr, glyphs, (int)run->glyph_count);
        cairo_fill(cr);
    } else {
        cairo_show_glyphs(cr, glyphs, (int)run->glyph_count);
    }
    cairo_glyph_free(glyphs);
}

static cairo_line_cap_t line_cap(enum line_cap cap)
{
    switch (cap) {
    case CAP_BUTT:
        return CAIRO_LINE_CAP_BUTT;
    case CAP_ROUND:
        return CAIRO_LINE_CAP_ROUND;
    case CAP_SQUARE:
        return CAIRO_LINE_CAP_SQUARE;
    }
    return CAIRO_LINE_CAP_BUTT;
}

static cairo_line_join_t line_join(enum line_join join)
{
    switch (join) {
    case JOIN_MITER:
        return CAIRO_LINE_JOIN_MITER;
    case JOIN_ROUND:
        return CAIRO_LINE_JOIN_ROUND;
    case JOIN_BEVEL:
        return CAIRO_LINE_JOIN_BEVEL;
    }
    return CAIRO_LINE_JOIN_MITER;
}

/* An upright rectangle with its edges on pixels; its outline is what lies between two such rectangles. */
static void draw_rectangle(cairo_t *cr, const struct drawing *drawing, struct rect box)
{
    cairo_new_path(cr);
    if (drawing->filled) {
        set_color(cr, drawing->fill);
        cairo_grid_rectangle(cr, box, 0);
        cairo_fill(cr);
    }
    if (drawing->stroked) {
        set_color(cr, drawing->stroke);
        cairo_set_fill_rule(cr, CAIRO_FILL_RULE_EVEN_ODD);
        cairo_grid_rectangle(cr, box, drawing->stroke_width / 2);
        cairo_grid_rectangle(cr, box, -drawing->stroke_width / 2);
        cairo_fill(cr);
    }
}

static bool has_sharp_corners(const struct drawing *drawing)
{
    return !drawing->stroked || (drawing->join == JOIN_MITER && drawing->dash_count == 0);
}

static void draw_line(cairo_t *cr, const struct drawing *drawing, struct rect box)
{
    cairo_new_path(cr);
    set_color(cr, drawing->stroke);
    cairo_grid_rectangle(cr, box, 0);
    cairo_fill(cr);
}

static void draw_path(cairo_t *cr, const struct drawing *drawing, enum cairo_grid grid)
{
    struct rect box;
    if (grid == CAIRO_GRID_PIXELS && cairo_grid_find_line(drawing, &box)) {
        draw_line(cr, drawing, box);
        return;
    }
    if (grid == CAIRO_GRID_PIXELS && has_sharp_corners(drawing) && cairo_grid_find(&drawing->path, &box)) {
        draw_rectangle(cr, drawing, box);
        return;
    }
    add_path(cr, &drawing->path);
    if (drawing->filled) {
        cairo_set_fill_rule(cr, drawing->even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
        set_color(cr, drawing->fill);
        cairo_fill_preserve(cr);
    }
    if (drawing->stroked) {
        set_color(cr, drawing->stroke);
        cairo_set_line_width(cr, drawing->stroke_width);
        cairo_set_line_cap(cr, line_cap(drawing->cap));
        cairo_set_line_join(cr, line_join(drawing->join));
        cairo_set_dash(cr, drawing->dash, (int)drawing->dash_count, 0);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
}

/* cairo wants native 32-bit words, alpha first, colours multiplied by it. */
static void fill_row(const struct image *image, const uint8_t *pixels, uint32_t y, uint32_t *row)
{
    for (uint32_t x = 0; x < image->width; x++) {
        size_t i = (size_t)y * image->width + x;
        const uint8_t *rgb = pixels + i * 3;
        uint32_t alpha = image->alpha ? image->alpha[i] : 255;
        uint32_t red = (rgb[0] * alpha + 127) / 255, green = (rgb[1] * alpha + 127) / 255,
                 blue = (rgb[2] * alpha + 127) / 255;
        row[x] = alpha << 24 | red << 16 | green << 8 | blue;
    }
}

static cairo_surface_t *image_surface(const struct image *image)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)image->width, (int)image->height);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        return surface;
    unsigned char *data = cairo_image_surface_get_data(surface);
    size_t stride = (size_t)cairo_image_surface_get_stride(surface);
    uint32_t *row = memory_alloc((size_t)image->width * sizeof *row);
    struct arena *arena = arena_new();
    const uint8_t *pixels = picture_rgb(arena, image);
    for (uint32_t y = 0; y < image->height; y++) {
        fill_row(image, pixels, y, row);
        memcpy(data + y * stride, row, (size_t)image->width * sizeof *row);
    }
    arena_free(arena);
    free(row);
    cairo_surface_mark_dirty(surface);
    return surface;
}

static void draw_image(cairo_t *cr, const struct image *image, struct rect box)
{
    cairo_surface_t *surface = image_surface(image);
    cairo_translate(cr, box.x, box.y);
    cairo_scale(cr, box.width / image->width, box.height / image->height);
    cairo_set_source_surface(cr, surface, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_GOOD);
    cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_rectangle(cr, 0, 0, image->width, image->height);
    cairo_fill(cr);
    cairo_surface_destroy(surface);
}

static void draw_item(cairo_t *cr, const struct item *item, const struct cairo_faces *faces, enum cairo_grid grid)
{
    cairo_save(cr);
    if (item->clip) {
        add_path(cr, item->clip);
        cairo_clip(cr);
    }
    switch (item->kind) {
    case ITEM_GLYPHS:
        if (!item->as.glyphs.unseen)
            draw_glyphs(cr, &item->as.glyphs, faces, grid);
        break;
    case ITEM_PATH:
        draw_path(cr, &item->as.drawing, grid);
        break;
    case ITEM_IMAGE:
        draw_image(cr, item->as.image, item->box);
        break;
    case ITEM_LINK: /* a picture has no links */
        break;
    }
    cairo_restore(cr);
}

void cairo_page_draw(cairo_t *cr, const struct page *page, const struct cairo_faces *faces, enum cairo_grid grid)
{
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    for (size_t i = 0; i < page->item_count; i++)
        draw_item(cr, &page->items[i], faces, grid);
}
