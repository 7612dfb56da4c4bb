/* How HarfBuzz shapes with a font and features: worked out once, as looking it up again takes as long as shaping a letter or two. */
#ifndef BILAN_TEXT_PLANS_H
#define BILAN_TEXT_PLANS_H

#include "page/font.h"

struct plan {
    const struct font *font;
    unsigned features; /* shape_feature bits */
    bool marks;        /* the text has combining marks */
    hb_segment_properties_t properties;
    hb_feature_t wanted[5]; /* of HarfBuzz, beside those that it applies by itself */
    unsigned wanted_count;
    hb_shape_plan_t *made;
};

/* The plans in use. Zero-initialise; end with plans_free. */
struct plans {
    struct plan *items;
    size_t count, capacity;
};
void plans_free(struct plans *p);

/* The plan for `text` in `font`, of which HarfBuzz knows `properties`. Lent until the next call. */
const struct plan *plans_get(struct plans *p, const struct font *font, unsigned features, struct str text,
                             const hb_segment_properties_t *properties);

#endif
