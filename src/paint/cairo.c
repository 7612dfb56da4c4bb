#include <cairo-svg.h>
#include <math.h>

#include "paint/cairo_page.h"
#include "paint/paint.h"

static cairo_status_t append(void *closure, const unsigned char *data, unsigned length)
{
    buf_add(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static struct paint_result result_of(cairo_status_t status, struct buf *out)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return (struct paint_result){PAINT_OK, NULL};
    buf_free(out);
    enum paint_status kind = status == CAIRO_STATUS_NO_MEMORY ? PAINT_NO_MEMORY : PAINT_LIBRARY;
    return (struct paint_result){kind, cairo_status_to_string(status)};
}

static cairo_status_t draw(cairo_surface_t *surface, const struct page *page, const struct cairo_faces *faces,
                           double scale, enum cairo_grid grid)
{
    cairo_t *cr = cairo_create(surface);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cr, options);
    cairo_font_options_destroy(options);
    cairo_scale(cr, scale, scale);
    cairo_page_draw(cr, page, faces, grid);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    return status;
}

struct paint_result paint_png(const struct document *doc, size_t page, double scale, struct buf *out)
{
    struct cairo_faces *faces = cairo_faces_new(doc->fonts);
    if (!faces)
        return (struct paint_result){PAINT_BAD_FONT, "FreeType"};
    const struct page *p = &doc->pages[page];
    int width = (int)ceil(p->width * scale), height = (int)ceil(p->height * scale);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_status_t status = draw(surface, p, faces, scale, CAIRO_GRID_PIXELS);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_write_to_png_stream(surface, append, out);
    cairo_surface_destroy(surface);
    cairo_faces_free(faces);
    return result_of(status, out);
}

struct paint_result paint_svg(const struct document *doc, size_t page, struct buf *out)
{
    struct cairo_faces *faces = cairo_faces_new(doc->fonts);
    if (!faces)
        return (struct paint_result){PAINT_BAD_FONT, "FreeType"};
    const struct page *p = &doc->pages[page];
    cairo_surface_t *surface = cairo_svg_surface_create_for_stream(append, out, p->width, p->height);
    cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PT);
    cairo_status_t status = draw(surface, p, faces, 1, CAIRO_GRID_NONE);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    cairo_faces_free(faces);
    return result_of(status, out);
}
