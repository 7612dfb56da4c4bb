/* The keys of boxes, by name (private to the folder). */
#ifndef BILAN_LAYOUT_KEYS_H
#define BILAN_LAYOUT_KEYS_H

#include <stdint.h>

#include "load/node.h"
#include "model/names.h"

/* Attributes of any box. */
enum attribute {
    ATTRIBUTE_AT,
    ATTRIBUTE_BASELINE,
    ATTRIBUTE_WIDTH,
    ATTRIBUTE_HEIGHT,
    ATTRIBUTE_MIN_HEIGHT,
    ATTRIBUTE_PAD,
    ATTRIBUTE_GAP,
    ATTRIBUTE_FILL,
    ATTRIBUTE_BORDER,
    ATTRIBUTE_RADIUS,
    ATTRIBUTE_TOP,
    ATTRIBUTE_BOTTOM,
    ATTRIBUTE_ALIGN,
    ATTRIBUTE_VALIGN,
    ATTRIBUTE_EACH,
    ATTRIBUTE_AS,
    ATTRIBUTE_WHEN,
    ATTRIBUTE_UNLESS,
    ATTRIBUTE_ON,
    ATTRIBUTE_TAG,
    ATTRIBUTE_ALT,
    ATTRIBUTE_TO,
    ATTRIBUTE_BLEED,
    ATTRIBUTE_KEEP,
    ATTRIBUTES /* how many there are */
};

/* Their names; NULL-terminated. */
extern const char *const box_attributes[];

/* Neither an attribute of any box nor the type key of a block kind. */
#define KEY_OTHER UINT32_MAX

/* Each name's number: an attribute's, or ATTRIBUTES + the index of the block kind whose type key it is. */
struct names keys_new(struct arena *a);

/* A map with the numbers of its keys, in their order. */
struct keyed {
    const struct node *map;
    const uint32_t *keys;
};
struct keyed keys_read(struct arena *a, const struct names *keys, const struct node *map);

#endif
