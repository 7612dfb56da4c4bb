/* A page's display list as a content stream (ISO 32000-1, 8 and 9), every piece tagged or marked as an artefact. */
#ifndef BILAN_PAINT_PDF_CONTENT_H
#define BILAN_PAINT_PDF_CONTENT_H

#include "paint/pdf_font.h"
#include "paint/pdf_tags.h"

/* What the viewer's graphics state holds; compared before anything is set again. */
struct pen {
    const struct font *font;
    double size, rise;
    bool unseen; /* text rendering mode 3 (ISO 32000-1, 9.3.6) */
    struct color fill, stroke;
    double width, dash[4];
    size_t dash_count;
    enum line_cap cap;
    enum line_join join;
};

struct content {
    const struct document *doc;
    struct tags *tags;
    struct pdf_font *fonts; /* by font id */
    struct buf *out;
    double height;
    uint32_t page;
    uint32_t next_mcid;
    bool marked; /* inside BDC … EMC of `leaf` */
    leaf_id leaf;
    const char *language; /* of the sequence, where it differs from the structure's; or NULL */
    const struct path *clip;
    bool in_text;
    double line_x, line_y; /* start of the text line, as written */
    struct pen pen, outer; /* now; outside the clip */
};

/* Paints a page's items into `out`, but for its links. */
void content_page(struct content *c, const struct page *page);

/* The parts, for each other. */

/* Ends the marked-content sequence and starts another of the same leaf, which is read as `actual` unless NULL. Readers
 * lose their place in sequences that are nested (poppler 22.12), so none is. */
void content_sequence(struct content *c, const struct str *actual);
void content_text_end(struct content *c);
void content_color(struct buf *out, struct color *now, struct color wanted, const char *operator);
void content_glyphs(struct content *c, const struct glyph_run *run);
void content_drawing(struct content *c, const struct drawing *d);
void content_path(struct content *c, const struct path *path);

#endif
