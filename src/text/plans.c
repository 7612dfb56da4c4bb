#include "text/plans.h"

#include <stdlib.h>
#include <unicode/uchar.h>

#include "text/shape.h"

void plans_free(struct plans *p)
{
    for (size_t i = 0; i < p->count; i++)
        hb_shape_plan_destroy(p->items[i].made);
    free(p->items);
}

static bool has_combining_mark(struct str text)
{
    size_t at = 0;
    while (at < text.len) {
        uint32_t code_point = utf8_next(text, &at);
        if (code_point >= 0x300 && (U_GET_GC_MASK((UChar32)code_point) & U_GC_M_MASK) != 0)
            return true;
    }
    return false;
}

static void want(struct plan *plan, hb_tag_t tag, uint32_t value)
{
    plan->wanted[plan->wanted_count++] = (hb_feature_t){tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

/* What only combining marks need is off where there are none: a third of the time. */
static void choose_features(struct plan *plan)
{
    if ((plan->features & SHAPE_PROPORTIONAL) != 0)
        want(plan, HB_TAG('p', 'n', 'u', 'm'), 1);
    if ((plan->features & SHAPE_TABULAR) != 0)
        want(plan, HB_TAG('t', 'n', 'u', 'm'), 1);
    if (!plan->marks) {
        want(plan, HB_TAG('c', 'c', 'm', 'p'), 0);
        want(plan, HB_TAG('m', 'a', 'r', 'k'), 0);
        want(plan, HB_TAG('m', 'k', 'm', 'k'), 0);
    }
}

static bool serves(const struct plan *plan, const struct plan *asked)
{
    return plan->font == asked->font && plan->features == asked->features && plan->marks == asked->marks &&
           hb_segment_properties_equal(&plan->properties, &asked->properties);
}

const struct plan *plans_get(struct plans *p, const struct font *font, unsigned features, struct str text,
                             const hb_segment_properties_t *properties)
{
    struct plan plan = {
        .font = font, .features = features, .marks = has_combining_mark(text), .properties = *properties};
    for (size_t i = 0; i < p->count; i++)
        if (serves(&p->items[i], &plan))
            return &p->items[i];
    if (p->count == p->capacity) {
        p->capacity = p->capacity == 0 ? 16 : p->capacity * 2;
        p->items = memory_grow(p->items, p->capacity * sizeof *p->items);
    }
    choose_features(&plan);
    plan.made = hb_shape_plan_create_cached(font->face, properties, plan.wanted, plan.wanted_count, NULL);
    p->items[p->count] = plan;
    return &p->items[p->count++];
}
