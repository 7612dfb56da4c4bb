/* A document's faces as cairo font faces. */
#ifndef BILAN_PAINT_CAIRO_FACES_H
#define BILAN_PAINT_CAIRO_FACES_H

#include <cairo.h>

#include "page/font.h"

struct cairo_faces;

/* Lends the faces' bytes from `fonts`, which must outlive the result; end with cairo_faces_free, after every surface that used a
 * face is finished. NULL when FreeType fails. */
struct cairo_faces *cairo_faces_new(const struct fonts *fonts);
void cairo_faces_free(struct cairo_faces *faces);
/* Lent. */
cairo_font_face_t *cairo_faces_get(const struct cairo_faces *faces, const struct font *font);

#endif
