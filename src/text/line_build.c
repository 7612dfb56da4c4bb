/* A chosen line to glyph runs: what looks the same is one run, in units of the page. */
#include <math.h>
#include <string.h>

#include "base/search.h"
#include "text/characters.h"
#include "text/typesetter.h"

static const double raised_shift = 0.35; /* em */
#define HYPHEN_TEXT "\u00ad"

/* The line while its pieces are made. */
struct building {
    const struct setting *setting;
    struct arena *arena;
    struct text_piece *pieces;
    size_t piece_count;
    double pen;     /* behind the last glyph */
    double ink_end; /* behind the last glyph that is no space */
    double baseline;
};

static struct color color_of(const struct text_style *style, const struct rich_run *run)
{
    if (run->link != 0)
        return style->link_color;
    return (run->style & RICH_STRONG) != 0 ? style->strong_color : style->color;
}

static uint8_t visible_style(const struct rich_run *run)
{
    return run->style & (RICH_STRONG | RICH_EMPHASIS | RICH_RAISED);
}

static bool look_the_same(const struct rich *text, const struct unit *a, const struct unit *b)
{
    const struct rich_run *first = &text->runs[a->run];
    const struct rich_run *second = &text->runs[b->run];
    return a->font == b->font && first->link == second->link && visible_style(first) == visible_style(second);
}

/* Whether the stretch was shaped so that the line is some units of it: all but those that end inside a word are. */
static bool find_shaped(const struct units *units, const struct chosen_line *line, struct units *out)
{
    size_t first = search_start(units->items, units->count, sizeof *units->items, line->start), end = first;
    if (units->count == 0 || units->items[first].start != line->start)
        return false;
    while (end < units->count && units->items[end].end <= line->end)
        end++;
    *out = (struct units){units->items + first, end - first, 0};
    return end > first && units->items[end - 1].end == line->end;
}

/* The units of the line, cut at its ends, in the order of the text. */
static size_t gather(const struct setting *s, const struct chosen_line *line, struct units *out)
{
    struct typesetter *t = s->typesetter;
    size_t first = t->units.count;
    if (find_shaped(&t->units, line, out))
        return first;
    units_add(s, line->start, line->end);
    size_t count = t->units.count - first;
    *out = (struct units){count > 0 ? t->units.items + first : NULL, count, 0};
    return first;
}

static size_t glyph_total(const struct unit *units, size_t count)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += units[i].shaped->count;
    return total;
}

/* Glyphs of one unit at the pen, `base` being where the piece's text starts. */
static size_t place_glyphs(struct building *b, const struct unit *u, const struct text_piece *piece, uint32_t base,
                           struct glyph *out)
{
    double tracking = b->setting->style->tracking * u->size;
    double start = b->pen - piece->run.origin.x;
    for (size_t i = 0; i < u->shaped->count; i++) {
        struct glyph g = u->shaped->glyphs[i];
        g.x = (float)(start + (double)g.x * u->size + (double)i * tracking);
        g.y = (float)((double)g.y * u->size);
        g.advance = (float)((double)g.advance * u->size + tracking);
        g.text_start += u->start - base;
        g.text_end += u->start - base;
        out[i] = g;
    }
    b->pen += u->width;
    if (!u->space)
        b->ink_end = b->pen;
    return u->shaped->count;
}

static bool is_whole(const struct rich *text, uint32_t start, uint32_t end)
{
    return start == 0 && end == text->text.len;
}

/* Origins of bytes [start, end), counted from `start`; with room for `extra` more. */
static struct origin *slice_origins(struct arena *a, const struct rich *text, uint32_t start, uint32_t end,
                                    size_t extra, size_t *count)
{
    size_t first = search_start(text->origins, text->origin_count, sizeof *text->origins, start), last = first;
    while (last < text->origin_count && text->origins[last].start < end)
        last++;
    *count = last - first;
    struct origin *origins = ARENA_ARRAY(a, *count + extra, struct origin);
    memcpy(origins, text->origins + first, *count * sizeof *origins);
    for (size_t i = 0; i < *count; i++) {
        struct origin *o = &origins[i];
        uint32_t skipped = o->start < start ? start - o->start : 0;
        if (o->linear)
            o->source.start += skipped;
        o->start += skipped - start;
    }
    return origins;
}

static void add_origins(struct building *b, struct glyph_run *run, uint32_t start, uint32_t end, bool hyphen)
{
    const struct rich *text = b->setting->text;
    if (!hyphen && is_whole(text, start, end)) {
        run->origins = text->origins;
        run->origin_count = text->origin_count;
        return;
    }
    struct origin *origins = slice_origins(b->arena, text, start, end, hyphen ? 1 : 0, &run->origin_count);
    if (hyphen) {
        struct span source = origin_span(text->origins, text->origin_count, end - 1, end);
        origins[run->origin_count++] = (struct origin){end - start, false, source};
    }
    run->origins = origins;
}

static size_t count_figures(const struct rich *text, const struct unit *units, size_t count)
{
    size_t figures = 0;
    for (uint32_t run = units[0].run; run <= units[count - 1].run; run++)
        figures += text->runs[run].figure != 0 ? 1U : 0U;
    return figures;
}

static void add_figures(struct building *b, struct glyph_run *run, const struct unit *units, size_t count)
{
    const struct rich *text = b->setting->text;
    size_t figure_count = count_figures(text, units, count);
    if (figure_count == 0)
        return;
    uint32_t start = units[0].start;
    uint32_t end = units[count - 1].end;
    struct run_figure *figures = ARENA_ARRAY(b->arena, figure_count, struct run_figure);
    for (uint32_t i = units[0].run; i <= units[count - 1].run; i++) {
        const struct rich_run *from = &text->runs[i];
        if (from->figure == 0)
            continue;
        uint32_t first = from->start > start ? from->start : start;
        uint32_t last = from->end < end ? from->end : end;
        figures[run->figure_count++] = (struct run_figure){from->figure, first - start, last - start};
    }
    run->figures = figures;
}

/* The hyphen that breaking a word brings: its text is a soft hyphen, so that readers join the word again. */
static void place_hyphen(struct building *b, const struct text_piece *piece, const struct unit *u, uint32_t text_at,
                         struct glyph *out)
{
    uint32_t id = font_glyph(u->font, font_has(u->font, 0x2010) ? 0x2010 : '-');
    double advance = font_advance(u->font, id) * u->size;
    *out = (struct glyph){
        .id = id,
        .x = (float)(b->pen - piece->run.origin.x),
        .advance = (float)advance,
        .text_start = text_at,
        .text_end = text_at + (uint32_t)strlen(HYPHEN_TEXT),
    };
    b->pen += advance;
    b->ink_end = b->pen;
}

static struct str piece_text(struct building *b, uint32_t start, uint32_t end, bool hyphen)
{
    struct str text = str_slice(b->setting->text->text, start, end);
    if (!hyphen)
        return text;
    char *joined = arena_printf(b->arena, "%.*s%s", STR_ARG(text), HYPHEN_TEXT);
    return (struct str){joined, text.len + strlen(HYPHEN_TEXT)};
}

static void add_piece(struct building *b, const struct unit *units, size_t count, bool hyphen)
{
    const struct text_style *style = b->setting->style;
    const struct rich_run *look = &b->setting->text->runs[units[0].run];
    uint32_t start = units[0].start;
    uint32_t end = units[count - 1].end;
    bool raised = (look->style & RICH_RAISED) != 0;
    struct text_piece *piece = &b->pieces[b->piece_count++];
    *piece = (struct text_piece){.link = look->link, .style = look->style};
    struct glyph_run *run = &piece->run;
    run->font = units[0].font;
    run->size = units[0].size;
    run->color = color_of(style, look);
    run->origin = (struct point){b->pen, b->baseline - (raised ? raised_shift * style->size : 0)};
    run->text = piece_text(b, start, end, hyphen);
    run->language = language_tag(b->setting->typesetter->language);

    struct glyph *glyphs = ARENA_ARRAY(b->arena, glyph_total(units, count) + (hyphen ? 1 : 0), struct glyph);
    for (size_t i = 0; i < count; i++)
        run->glyph_count += place_glyphs(b, &units[i], piece, start, glyphs + run->glyph_count);
    if (hyphen)
        place_hyphen(b, piece, &units[count - 1], end - start, &glyphs[run->glyph_count++]);
    run->glyphs = glyphs;
    run->width = b->ink_end > run->origin.x ? b->ink_end - run->origin.x : 0;
    add_origins(b, run, start, end, hyphen);
    add_figures(b, run, units, count);
}

static void add_pieces(struct building *b, const struct units *units, bool hyphen)
{
    const struct rich *text = b->setting->text;
    size_t groups = 1;
    for (size_t i = 1; i < units->count; i++)
        groups += look_the_same(text, &units->items[i - 1], &units->items[i]) ? 0U : 1U;
    b->pieces = ARENA_ARRAY(b->arena, groups, struct text_piece);
    for (size_t first = 0; first < units->count;) {
        size_t end = first + 1;
        while (end < units->count && look_the_same(text, &units->items[first], &units->items[end]))
            end++;
        add_piece(b, &units->items[first], end - first, hyphen && end == units->count);
        first = end;
    }
}

static double start_of_line(const struct text_style *style, double width, double line)
{
    if (style->align == ALIGN_LEFT || !isfinite(width) || line > width)
        return 0;
    return style->align == ALIGN_RIGHT ? width - line : (width - line) / 2;
}

/* Moves the pieces from where they were built (x from 0) to where they stand. */
static void shift(struct building *b, double by)
{
    for (size_t i = 0; i < b->piece_count; i++)
        b->pieces[i].run.origin.x += by;
}

struct text_line line_build(const struct setting *s, struct arena *a, const struct chosen_line *line, double baseline,
                            double width)
{
    struct building b = {.setting = s, .arena = a, .baseline = baseline};
    struct text_line built = {.baseline = baseline};
    struct chosen_line shown = *line;
    if (shown.hyphen && character_before(s->text->text, shown.end) == SOFT_HYPHEN)
        shown.end -= (uint32_t)strlen(HYPHEN_TEXT);
    struct units units;
    size_t kept = gather(s, &shown, &units);
    if (units.count > 0) {
        add_pieces(&b, &units, shown.hyphen);
        const struct unit *first = &units.items[0];
        double pull = s->style->optical_left ? shape_left_bearing(first->font, first->shaped) * first->size : 0;
        built.width = b.ink_end - s->style->tracking * s->style->size - pull;
        built.x = start_of_line(s->style, width, built.width);
        shift(&b, built.x - pull);
    }
    s->typesetter->units.count = kept;
    built.pieces = b.pieces;
    built.piece_count = b.piece_count;
    return built;
}
