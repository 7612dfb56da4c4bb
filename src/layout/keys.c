#include "layout/keys.h"

#include "layout/block.h"

const char *const box_attributes[] = {
    [ATTRIBUTE_AT] = "at",
    [ATTRIBUTE_BASELINE] = "baseline",
    [ATTRIBUTE_WIDTH] = "width",
    [ATTRIBUTE_HEIGHT] = "height",
    [ATTRIBUTE_MIN_HEIGHT] = "min-height",
    [ATTRIBUTE_PAD] = "pad",
    [ATTRIBUTE_GAP] = "gap",
    [ATTRIBUTE_FILL] = "fill",
    [ATTRIBUTE_BORDER] = "border",
    [ATTRIBUTE_RADIUS] = "radius",
    [ATTRIBUTE_TOP] = "top",
    [ATTRIBUTE_BOTTOM] = "bottom",
    [ATTRIBUTE_ALIGN] = "align",
    [ATTRIBUTE_VALIGN] = "valign",
    [ATTRIBUTE_EACH] = "each",
    [ATTRIBUTE_AS] = "as",
    [ATTRIBUTE_WHEN] = "when",
    [ATTRIBUTE_UNLESS] = "unless",
    [ATTRIBUTE_ON] = "on",
    [ATTRIBUTE_TAG] = "tag",
    [ATTRIBUTE_ALT] = "alt",
    [ATTRIBUTE_TO] = "to",
    [ATTRIBUTE_BLEED] = "bleed",
    [ATTRIBUTE_KEEP] = "keep",
    [ATTRIBUTES] = NULL,
};

struct names keys_new(struct arena *a)
{
    struct names keys = {0};
    uint32_t number = 0;
    for (; number < ATTRIBUTES; number++)
        names_add(&keys, a, str_of(box_attributes[number]), &number);
    for (size_t b = 0; blocks[b] != NULL; b++, number++)
        names_add(&keys, a, str_of(blocks[b]->key), &number);
    return keys;
}

struct keyed keys_read(struct arena *a, const struct names *keys, const struct node *map)
{
    size_t count = map->as.map.count;
    uint32_t *numbers = ARENA_ARRAY(a, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        numbers[i] = KEY_OTHER;
        names_find(keys, map->as.map.pairs[i].key->as.scalar.text, &numbers[i]);
    }
    return (struct keyed){map, numbers};
}
