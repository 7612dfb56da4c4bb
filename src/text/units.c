/* Text to shaped words. */
#include <string.h>

#include "base/i18n.h"
#include "text/characters.h"
#include "text/typesetter.h"

enum { FACES = 4 };
static const double raised_size = 0.62;

static const struct font *face_of(const struct text_style *style, uint8_t rich_style)
{
    bool strong = (rich_style & RICH_STRONG) != 0;
    if ((rich_style & RICH_EMPHASIS) != 0)
        return strong ? style->strong_emphasis : style->emphasis;
    return strong ? style->strong : style->regular;
}

static struct unit shape_unit(const struct setting *s, const struct font *font, double size, uint32_t start,
                              uint32_t end)
{
    struct typesetter *t = s->typesetter;
    const struct text_style *style = s->style;
    struct unit u = {.start = start, .end = end, .font = font, .size = size};
    u.shaped = shape(t->shaper, font, str_slice(s->text->text, start, end), style->features, style->digit_space);
    u.width = u.shaped->width * size + style->tracking * size * (double)u.shaped->count;
    return u;
}

struct unit unit_slice(const struct setting *s, const struct unit *u, uint32_t start, uint32_t end)
{
    struct unit part = shape_unit(s, u->font, u->size, start, end);
    part.run = u->run;
    part.space = u->space;
    return part;
}

static bool is_reported(struct typesetter *t, struct span at)
{
    if (at.file == 0)
        return false;
    for (size_t i = 0; i < t->reported_count; i++)
        if (span_same_start(t->reported[i], at))
            return true;
    t->reported = scratch_room(t->reported, t->reported_count, &t->reported_capacity, sizeof *t->reported);
    t->reported[t->reported_count++] = at;
    return false;
}

static void report_missing(const struct setting *s, const struct unit *u)
{
    for (size_t i = 0; i < u->shaped->count; i++) {
        const struct glyph *g = &u->shaped->glyphs[i];
        if (g->id != 0)
            continue;
        uint32_t start = u->start + g->text_start;
        uint32_t end = u->start + g->text_end;
        struct span at = origin_span(s->text->origins, s->text->origin_count, start, end);
        struct str character = str_slice(s->text->text, start, end);
        if (is_reported(s->typesetter, at))
            continue;
        diag_at(s->typesetter->diags, DIAG_ERROR, at, "missing-glyph", _("no font has the character '%.*s' (U+%04X)"),
                STR_ARG(character), (unsigned)character_at(character, 0));
        diag_hint(s->typesetter->diags, _("write it otherwise, or choose a family in the theme that has it"));
    }
}

static void report_endless(const struct setting *s, const struct unit *u)
{
    struct typesetter *t = s->typesetter;
    for (size_t i = 0; i < t->endless_count; i++)
        if (t->endless[i] == u->font)
            return;
    t->endless = scratch_room(t->endless, t->endless_count, &t->endless_capacity, sizeof *t->endless);
    t->endless[t->endless_count++] = u->font;
    struct span at = origin_span(s->text->origins, s->text->origin_count, u->start, u->end);
    diag_at(t->diags, DIAG_ERROR, at, "bad-font", _("the font '%s' makes this word endlessly long"), u->font->name);
    diag_hint(t->diags, _("the font's own rules are at fault: choose another family in the theme"));
}

/* The word in the first of the style's faces that has all of it. */
static struct unit shape_word(const struct setting *s, uint8_t rich_style, uint32_t start, uint32_t end)
{
    const struct text_style *style = s->style;
    double size = style->size * ((rich_style & RICH_RAISED) != 0 ? raised_size : 1);
    struct unit wanted = shape_unit(s, face_of(style, rich_style), size, start, end);
    if (wanted.shaped->endless)
        report_endless(s, &wanted);
    if (!wanted.shaped->missing)
        return wanted;
    const struct font *faces[FACES] = {style->regular, style->strong, style->emphasis, style->strong_emphasis};
    for (size_t i = 0; i < FACES; i++) {
        struct unit other = shape_unit(s, faces[i], size, start, end);
        if (!other.shaped->missing && !other.shaped->endless)
            return other;
    }
    report_missing(s, &wanted);
    return wanted;
}

/* Whether `wanted` is the same space as the one before the word before it, which most spaces are: no need to shape it again. */
static bool is_repeated(const struct unit *wanted, const struct unit *before)
{
    return wanted->space && before->space && wanted->run == before->run && !before->shaped->missing &&
           wanted->end - wanted->start == before->end - before->start;
}

/* `first`: the first unit of the stretch. */
static double add_unit(const struct setting *s, const struct unit *wanted, size_t first)
{
    struct units *units = &s->typesetter->units;
    units->items = scratch_room(units->items, units->count, &units->capacity, sizeof *units->items);
    struct unit *u = &units->items[units->count];
    bool repeated = units->count >= first + 2 && is_repeated(wanted, u - 2);
    *u = repeated ? u[-2] : shape_word(s, s->text->runs[wanted->run].style, wanted->start, wanted->end);
    u->start = wanted->start;
    u->end = wanted->end;
    u->run = wanted->run;
    u->space = wanted->space;
    units->count++;
    return u->width;
}

/* Where the unit that starts at `at` ends: its run, a space, an allowed break. */
static uint32_t unit_end(struct str text, uint32_t at, uint32_t limit)
{
    bool space = text.at[at] == ' ';
    while (at < limit && (text.at[at] == ' ') == space)
        at++;
    return at;
}

double units_add(const struct setting *s, size_t start, size_t end)
{
    const struct rich *text = s->text;
    const struct offsets *breaks = &s->typesetter->breaks;
    size_t first = s->typesetter->units.count, next_break = 0;
    size_t run = 0;
    double width = 0;
    for (uint32_t at = (uint32_t)start; at < end;) {
        while (run + 1 < text->run_count && text->runs[run].end <= at)
            run++;
        while (next_break < breaks->count && breaks->items[next_break] <= at)
            next_break++;
        uint32_t limit = text->runs[run].end < end ? text->runs[run].end : (uint32_t)end;
        if (next_break < breaks->count && breaks->items[next_break] < limit)
            limit = breaks->items[next_break];
        uint32_t stop = unit_end(text->text, at, limit);
        struct unit wanted = {.start = at, .end = stop, .run = (uint32_t)run, .space = text->text.at[at] == ' '};
        width += add_unit(s, &wanted, first);
        at = stop;
    }
    return width;
}
