#include "text/paragraph.h"

#include <math.h>

#include "text/characters.h"
#include "text/typesetter.h"

static const double tolerance = 0.001;   /* points */
static const double loose_line = 0.3;    /* of the width: lines shorter than that call for hyphens */
static const double paragraph_gap = 0.5; /* of a line */

/* The stretch from `at` to the next forced break; *next is behind that. */
static size_t stretch_end(struct str text, size_t at, size_t *next, bool *new_paragraph)
{
    *new_paragraph = false;
    while (at < text.len) {
        size_t behind = at;
        if (text.at[at] == '\n' || (unsigned char)text.at[at] == 0xE2) {
            uint32_t c = utf8_next(text, &behind);
            *new_paragraph = c == PARAGRAPH_END;
            if (c == '\n' || c == PARAGRAPH_END) {
                *next = behind;
                return at;
            }
        } else {
            behind++;
        }
        at = behind;
    }
    *next = text.len;
    return at;
}

/* Units of the stretch without a look at line breaks; the width that the eye sees. */
static double measure(const struct setting *s, size_t start, size_t end)
{
    struct units *units = &s->typesetter->units;
    units->count = 0;
    s->typesetter->breaks.count = 0;
    double width = units_add(s, start, end);
    for (size_t i = units->count; i > 0 && units->items[i - 1].space; i--)
        width -= units->items[i - 1].width;
    return units->count > 0 ? width - s->style->tracking * s->style->size : 0;
}

/* Whether a line may end inside a unit, as behind the hyphen of a word. */
static bool breaks_part_units(const struct typesetter *t)
{
    size_t unit = 0;
    for (size_t i = 0; i < t->breaks.count; i++) {
        while (unit < t->units.count && t->units.items[unit].end < t->breaks.items[i])
            unit++;
        if (unit < t->units.count && t->units.items[unit].end > t->breaks.items[i])
            return true;
    }
    return false;
}

/* Of a stretch that is measured. */
static void find_candidates(const struct setting *s, size_t start, size_t end)
{
    struct typesetter *t = s->typesetter;
    breaks_find(s, start, end);
    if (breaks_part_units(t)) {
        t->units.count = 0;
        units_add(s, start, end);
    }
    candidates_collect(s, end, false);
}

/* Whether lines chosen without hyphens leave holes or stick out. */
static bool is_rough(const struct setting *s, size_t first_line, double width)
{
    const struct typesetter *t = s->typesetter;
    double from = 0;
    size_t at = 0;
    for (size_t i = first_line; i < t->lines.count; i++) {
        while (at + 1 < t->candidates.count && t->candidates.items[at].at < t->lines.items[i].end)
            at++;
        double filled = t->candidates.items[at].width_to - from;
        bool last = i + 1 == t->lines.count;
        if (filled > width + tolerance || (!last && filled < width * (1 - loose_line)))
            return true;
        from = t->candidates.items[at].width_from;
    }
    return false;
}

static void choose_stretch(const struct setting *s, size_t start, size_t end, double width)
{
    struct typesetter *t = s->typesetter;
    size_t first_line = t->lines.count;
    if (measure(s, start, end) <= width + tolerance) {
        t->lines.items = scratch_room(t->lines.items, t->lines.count, &t->lines.capacity, sizeof *t->lines.items);
        t->lines.items[t->lines.count++] = (struct chosen_line){(uint32_t)start, (uint32_t)end, false};
        return;
    }
    find_candidates(s, start, end);
    lines_choose(s, start, width);
    if (s->style->hyphenate && is_rough(s, first_line, width)) {
        t->lines.count = first_line;
        candidates_collect(s, end, true);
        lines_choose(s, start, width);
    }
}

struct built {
    struct arena *arena;
    struct text_line *lines;
    size_t count, capacity;
    double y; /* top of the next line */
};

static void build_lines(const struct setting *s, struct built *b, double width)
{
    const struct text_style *style = s->style;
    const struct typesetter *t = s->typesetter;
    const struct font *face = style->regular;
    double middle = style->line / 2 + (face->ascender + face->descender) / 2 * style->size;
    if (b->count + t->lines.count > b->capacity) {
        b->capacity = b->count + t->lines.count;
        b->lines = arena_grow(b->arena, b->lines, b->count, b->capacity, sizeof *b->lines);
    }
    for (size_t i = 0; i < t->lines.count; i++) {
        struct text_line *line = &b->lines[b->count++];
        *line = line_build(s, b->arena, &t->lines.items[i], b->y + middle, width);
        line->forced = i == 0 && b->count > 1;
        b->y += style->line;
    }
}

static void finish(struct paragraph *p, const struct built *b, double width)
{
    p->lines = b->lines;
    p->line_count = b->count;
    p->height = b->y;
    for (size_t i = 0; i < b->count; i++)
        p->width = b->lines[i].width > p->width ? b->lines[i].width : p->width;
    p->overflow = p->width > width + tolerance ? p->width - width : 0;
}

const struct paragraph *typeset(struct typesetter *t, struct arena *a, const struct rich *text,
                                const struct text_style *style, double width)
{
    struct setting s = {t, text, style};
    struct built built = {.arena = a};
    struct paragraph *p = ARENA_NEW(a, struct paragraph);
    p->text = text;
    bool new_paragraph;
    size_t next;
    for (size_t at = 0; at < text->text.len; at = next) {
        size_t end = stretch_end(text->text, at, &next, &new_paragraph);
        t->lines.count = 0;
        choose_stretch(&s, at, end, width);
        build_lines(&s, &built, width);
        built.y += new_paragraph ? paragraph_gap * style->line : 0;
    }
    finish(p, &built, width);
    return p;
}

double typeset_natural_width(struct typesetter *t, const struct rich *text, const struct text_style *style)
{
    struct setting s = {t, text, style};
    double widest = 0;
    bool new_paragraph;
    size_t next;
    for (size_t at = 0; at < text->text.len; at = next) {
        size_t end = stretch_end(text->text, at, &next, &new_paragraph);
        widest = fmax(widest, measure(&s, at, end));
    }
    return widest;
}

double typeset_minimum_width(struct typesetter *t, const struct rich *text, const struct text_style *style)
{
    struct setting s = {t, text, style};
    double widest = 0;
    bool new_paragraph;
    size_t next;
    for (size_t at = 0; at < text->text.len; at = next) {
        size_t end = stretch_end(text->text, at, &next, &new_paragraph);
        double natural = measure(&s, at, end);
        find_candidates(&s, at, end);
        if (style->hyphenate)
            candidates_collect(&s, end, true);
        double part = candidates_widest(&t->candidates) - style->tracking * style->size;
        widest = fmax(widest, fmin(part, natural)); /* a hyphen may be wider than what follows it */
    }
    return widest;
}
