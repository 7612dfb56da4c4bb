/* How colours differ to the eye (WCAG 2.2, glossary). */
#ifndef BILAN_PAGE_COLOR_H
#define BILAN_PAGE_COLOR_H

#include "page/geometry.h"

bool color_equal(struct color a, struct color b);
/* Relative luminance, from 0 (black) to 1 (white). */
double color_luminance(struct color c);
/* Contrast ratio, from 1 to 21. */
double color_contrast(struct color a, struct color b);

#endif
