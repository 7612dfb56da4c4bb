#include "text/shape.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "text/characters.h"

enum { FIRST_SLOTS = 4096, MOST_FEATURES = 8, FRACTION_SLASH = 0x2044 };

/* What a shaped word depends on. */
struct key {
    const struct font *font;
    struct str text;
    unsigned features;
    double digit_space;
};

struct entry {
    struct key key;
    struct shaped shaped;
};

struct slot {
    uint64_t hash;
    const struct entry *entry; /* NULL: free */
};

struct shaper {
    struct arena *arena;
    struct slot *slots; /* open addressing; a power of two, at most half full */
    size_t slot_count, entry_count;
    hb_buffer_t *buffer;
    hb_language_t language;
};

struct shaper *shaper_new(const char *language)
{
    struct arena *arena = arena_new();
    struct shaper *s = ARENA_NEW(arena, struct shaper);
    s->arena = arena;
    s->slot_count = FIRST_SLOTS;
    s->slots = memory_alloc(s->slot_count * sizeof *s->slots);
    s->buffer = hb_buffer_create();
    s->language = hb_language_from_string(language, -1);
    return s;
}

void shaper_free(struct shaper *s)
{
    if (s == NULL)
        return;
    hb_buffer_destroy(s->buffer);
    free(s->slots);
    arena_free(s->arena);
}

static uint64_t hash_key(const struct key *key)
{
    return str_hash(key->text) ^ ((uint64_t)(uintptr_t)key->font >> 4) ^ ((uint64_t)key->features << 56);
}

static bool same_key(const struct key *a, const struct key *b)
{
    bool same_spacing = !(a->digit_space < b->digit_space) && !(a->digit_space > b->digit_space);
    return a->font == b->font && a->features == b->features && same_spacing && str_eq(a->text, b->text);
}

/* The slot that holds the key, or the free one where it belongs. */
static size_t find_slot(const struct shaper *s, uint64_t hash, const struct key *key)
{
    size_t mask = s->slot_count - 1;
    size_t at = (size_t)hash & mask;
    while (s->slots[at].entry != NULL && (s->slots[at].hash != hash || !same_key(&s->slots[at].entry->key, key)))
        at = (at + 1) & mask;
    return at;
}

static void grow(struct shaper *s)
{
    struct slot *old = s->slots;
    size_t count = s->slot_count;
    s->slot_count *= 2;
    s->slots = memory_alloc(s->slot_count * sizeof *s->slots);
    for (size_t i = 0; i < count; i++)
        if (old[i].entry != NULL)
            s->slots[find_slot(s, old[i].hash, &old[i].entry->key)] = old[i];
    free(old);
}

/* What few words have, and what is done for these alone. */
struct rare {
    bool marks;    /* combining ones */
    bool fraction; /* U+2044 */
    bool parted;   /* by narrow spaces */
};

static struct rare find_rare(struct str text)
{
    struct rare found = {false, false, false};
    for (size_t at = 0; at < text.len;) {
        uint32_t code_point = utf8_next(text, &at);
        if (code_point < 0x300)
            continue;
        found.marks |= (U_GET_GC_MASK((UChar32)code_point) & U_GC_M_MASK) != 0;
        found.fraction |= code_point == FRACTION_SLASH;
        found.parted |= code_point == NARROW_SPACE;
    }
    return found;
}

static hb_feature_t whole_text(hb_tag_t tag, uint32_t value)
{
    return (hb_feature_t){tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

/* Features beside the usual ones. What only combining marks need is off where there are none: a third of the time. So is what HarfBuzz
 * applies around a fraction slash alone. */
static unsigned choose_features(unsigned wanted, const struct rare *rare, hb_feature_t features[MOST_FEATURES])
{
    unsigned count = 0;
    if ((wanted & SHAPE_PROPORTIONAL) != 0)
        features[count++] = whole_text(HB_TAG('p', 'n', 'u', 'm'), 1);
    if ((wanted & SHAPE_TABULAR) != 0)
        features[count++] = whole_text(HB_TAG('t', 'n', 'u', 'm'), 1);
    if (!rare->marks) {
        features[count++] = whole_text(HB_TAG('c', 'c', 'm', 'p'), 0);
        features[count++] = whole_text(HB_TAG('m', 'a', 'r', 'k'), 0);
        features[count++] = whole_text(HB_TAG('m', 'k', 'm', 'k'), 0);
    }
    if (!rare->fraction) {
        features[count++] = whole_text(HB_TAG('f', 'r', 'a', 'c'), 0);
        features[count++] = whole_text(HB_TAG('n', 'u', 'm', 'r'), 0);
        features[count++] = whole_text(HB_TAG('d', 'n', 'o', 'm'), 0);
    }
    return count;
}

/* Digits, signs and punctuation have no script and are shaped like the words around them: all languages there are have Latin letters. */
static void set_script(hb_buffer_t *buffer)
{
    hb_buffer_guess_segment_properties(buffer);
    if (hb_buffer_get_script(buffer) == HB_SCRIPT_INVALID)
        hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
}

/* By hb_shape and not by a plan of our own, which would be quicker: only it sets bounds to what a font's rules make of a word. False
 * beyond them; for want of memory a run ends elsewhere (allocation.c). */
static bool run_harfbuzz(struct shaper *s, const struct key *key, const struct rare *rare)
{
    hb_feature_t features[MOST_FEATURES];
    unsigned count = choose_features(key->features, rare, features);
    hb_buffer_clear_contents(s->buffer);
    hb_buffer_add_utf8(s->buffer, key->text.at, (int)key->text.len, 0, (int)key->text.len);
    set_script(s->buffer);
    hb_buffer_set_direction(s->buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(s->buffer, s->language);
    hb_shape(key->font->shaper, s->buffer, features, count);
    return hb_buffer_allocation_successful(s->buffer);
}

static uint32_t cluster_end(const hb_glyph_info_t *info, unsigned count, unsigned at, size_t text_end)
{
    for (unsigned i = at + 1; i < count; i++)
        if (info[i].cluster > info[at].cluster)
            return info[i].cluster;
    return (uint32_t)text_end;
}

static bool parts_digits(struct str text, uint32_t start, uint32_t end)
{
    return character_at(text, start) == NARROW_SPACE && is_digit(character_before(text, start)) &&
           is_digit(character_at(text, end));
}

/* HarfBuzz's answer in em. */
static void read_glyphs(struct shaper *s, const struct key *key, bool parted, struct shaped *out)
{
    unsigned count;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(s->buffer, &count);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(s->buffer, NULL);
    struct glyph *glyphs = ARENA_ARRAY(s->arena, count, struct glyph);
    double em = key->font->units_per_em;
    for (unsigned i = 0; i < count; i++) {
        double advance = position[i].x_advance / em;
        uint32_t end = cluster_end(info, count, i, key->text.len);
        if (parted && key->digit_space > 0 && parts_digits(key->text, info[i].cluster, end))
            advance += key->digit_space;
        glyphs[i] = (struct glyph){
            .id = info[i].codepoint,
            .x = (float)(out->width + position[i].x_offset / em),
            .y = (float)(position[i].y_offset / em),
            .advance = (float)advance,
            .text_start = info[i].cluster,
            .text_end = end,
        };
        out->width += advance;
        out->missing = out->missing || info[i].codepoint == 0;
    }
    out->glyphs = glyphs;
    out->count = count;
}

const struct shaped *shape(struct shaper *s, const struct font *font, struct str text, unsigned features,
                           double digit_space)
{
    struct key key = {font, text, features, digit_space};
    uint64_t hash = hash_key(&key);
    size_t slot = find_slot(s, hash, &key);
    if (s->slots[slot].entry != NULL)
        return &s->slots[slot].entry->shaped;

    struct entry *entry = ARENA_NEW(s->arena, struct entry);
    entry->key = key;
    entry->key.text = str_copy(s->arena, text);
    struct rare rare = find_rare(text);
    entry->shaped.endless = !run_harfbuzz(s, &key, &rare);
    if (!entry->shaped.endless)
        read_glyphs(s, &key, rare.parted, &entry->shaped);
    s->slots[slot] = (struct slot){hash, entry};
    if (++s->entry_count * 2 > s->slot_count)
        grow(s);
    return &entry->shaped;
}

double shape_left_bearing(const struct font *font, const struct shaped *shaped)
{
    hb_glyph_extents_t extents;
    if (shaped->count == 0 || !hb_font_get_glyph_extents(font->shaper, shaped->glyphs[0].id, &extents))
        return 0;
    return (double)extents.x_bearing / font->units_per_em;
}
