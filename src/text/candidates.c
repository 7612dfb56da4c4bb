/* Units and allowed breaks to the places where a line may end, with their widths. */
#include "text/characters.h"
#include "text/typesetter.h"

struct collector {
    const struct setting *setting;
    const struct unit *unit; /* the one being looked at */
    double width;            /* up to it */
    double content;          /* up to the last unit that is no space */
};

static void add(struct typesetter *t, struct candidate candidate)
{
    struct candidates *c = &t->candidates;
    c->items = scratch_room(c->items, c->count, &c->capacity, sizeof *c->items);
    c->items[c->count++] = candidate;
}

static double hyphen_width(const struct unit *u)
{
    uint32_t glyph = font_glyph(u->font, font_has(u->font, 0x2010) ? 0x2010 : '-');
    return font_advance(u->font, glyph) * u->size;
}

/* Both halves are shaped for themselves, as they will be drawn. */
static void add_hyphen(void *data, uint32_t at)
{
    struct collector *c = data;
    const struct unit *u = c->unit;
    double head = unit_slice(c->setting, u, u->start, at).width;
    double tail = unit_slice(c->setting, u, at, u->end).width;
    struct candidate candidate = {at, true, c->width + head + hyphen_width(u), c->width + u->width - tail};
    add(c->setting->typesetter, candidate);
}

/* Behind the unit: a line may end where the next one starts. */
static void add_break(struct collector *c, uint32_t at)
{
    bool hyphen = !c->unit->space && character_before(c->setting->text->text, at) == SOFT_HYPHEN;
    double end = c->content + (hyphen ? hyphen_width(c->unit) : 0);
    add(c->setting->typesetter, (struct candidate){at, hyphen, end, c->width});
}

void candidates_collect(const struct setting *s, size_t end, bool hyphenated)
{
    struct typesetter *t = s->typesetter;
    struct collector c = {.setting = s};
    size_t next_break = 0;
    t->candidates.count = 0;
    for (size_t i = 0; i < t->units.count; i++) {
        c.unit = &t->units.items[i];
        if (hyphenated && !c.unit->space)
            hyphenate(t, s->text->text, c.unit->start, c.unit->end, add_hyphen, &c);
        c.width += c.unit->width;
        if (!c.unit->space)
            c.content = c.width;
        while (next_break < t->breaks.count && t->breaks.items[next_break] < c.unit->end)
            next_break++;
        if (next_break < t->breaks.count && t->breaks.items[next_break] == c.unit->end)
            add_break(&c, c.unit->end);
    }
    add(t, (struct candidate){(uint32_t)end, false, c.content, c.width});
}

double candidates_widest(const struct candidates *c)
{
    double widest = 0;
    double from = 0;
    for (size_t i = 0; i < c->count; i++) {
        double width = c->items[i].width_to - from;
        widest = width > widest ? width : widest;
        from = c->items[i].width_from;
    }
    return widest;
}
