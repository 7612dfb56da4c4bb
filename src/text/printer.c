#include "text/printer.h"

static void set_style(struct printer *p, uint8_t mark)
{
    unsigned style = 0;
    style |= p->strong > 0 ? RICH_STRONG : 0U;
    style |= p->emphasis > 0 ? RICH_EMPHASIS : 0U;
    style |= (mark & MARK_LITERAL) != 0 ? RICH_LITERAL : 0U;
    rich_builder_style(p->out, (uint8_t)style, p->link);
}

char printer_byte(const struct printer *p, size_t at)
{
    return p->markup->scalar->as.scalar.text.at[markup_index(p->markup, at)];
}

static uint32_t source_of(const struct printer *p, size_t at)
{
    const struct node *scalar = p->markup->scalar;
    size_t index = markup_index(p->markup, at);
    return scalar->as.scalar.origin != NULL ? scalar->as.scalar.origin[index] : scalar->at.start + (uint32_t)index;
}

/* Whether byte `at` follows the one before it in the scalar, in the source and in look. */
static bool follows(const struct printer *p, size_t at)
{
    return markup_index(p->markup, at) == markup_index(p->markup, at - 1) + 1 &&
           source_of(p, at) == source_of(p, at - 1) + 1 && markup_mark(p->markup, at) == markup_mark(p->markup, at - 1);
}

static size_t character_length(char lead)
{
    unsigned char c = (unsigned char)lead;
    return c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

static void print_span(struct printer *p, size_t start, size_t end, bool linear)
{
    struct str text = p->markup->scalar->as.scalar.text;
    size_t first = markup_index(p->markup, start);
    struct span source = markup_span(p->markup, start, end);
    if (linear)
        source.end = source.start + (uint32_t)(end - start);
    set_style(p, markup_mark(p->markup, start));
    rich_builder_text(p->out, str_slice(text, first, first + (end - start)), source, linear);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Whether the character at `at` stands in the source byte by byte, not escaped. */
static bool is_whole(const struct printer *p, size_t at, size_t next)
{
    for (size_t i = at + 1; i < next; i++)
        if (!follows(p, i))
            return false;
    return true;
}

/* A blank behind another one, or a line break. */
static bool is_excess(const struct printer *p, char c)
{
    return is_blank(c) && (p->spaced || c != ' ');
}

/* Whether a stretch ends before byte `at`: at a blank that is too many, at what is no text. */
static bool ends_stretch(const struct printer *p, size_t at)
{
    return is_excess(p, printer_byte(p, at)) || (markup_mark(p->markup, at) & (MARK_SILENT | MARK_REFERENCE)) != 0;
}

/* Where the stretch from `at` on ends in a scalar that is the source itself, without anything in it but text. */
static size_t text_end(struct printer *p, size_t at, size_t end)
{
    struct str text = p->markup->scalar->as.scalar.text;
    while (at < end && !is_excess(p, text.at[at]))
        p->spaced = text.at[at++] == ' ';
    return at;
}

/* Prints from `at` on what can be printed at once: bytes that stand side by side in the source, or one character that was escaped there.
 * Returns where it ends. */
static size_t print_stretch(struct printer *p, size_t at, size_t end)
{
    if (p->markup->index == NULL && p->markup->scalar->as.scalar.origin == NULL) {
        size_t stop = text_end(p, at, end);
        print_span(p, at, stop, true);
        return stop;
    }
    bool escaped = false;
    size_t stop = at;
    while (stop < end && !escaped && (stop == at || (follows(p, stop) && !ends_stretch(p, stop)))) {
        size_t next = stop + character_length(printer_byte(p, stop));
        next = next < end ? next : end;
        bool whole = is_whole(p, stop, next);
        if (!whole && stop > at)
            break;
        escaped = !whole;
        p->spaced = printer_byte(p, stop) == ' ';
        stop = next;
    }
    print_span(p, at, stop, !escaped);
    return stop;
}

void print_character(struct printer *p, const char *character, struct span source, uint8_t mark)
{
    set_style(p, mark);
    rich_builder_text(p->out, str_of(character), source, false);
}

void print_space(struct printer *p, size_t at)
{
    if (!p->spaced)
        print_character(p, " ", markup_span(p->markup, at, at + 1), markup_mark(p->markup, at));
    p->spaced = true;
}

void print_reference(struct printer *p, size_t at, struct rich_builder *out)
{
    const struct node *scalar = p->markup->scalar;
    struct str text = scalar->as.scalar.text;
    size_t start = markup_index(p->markup, at);
    size_t end = reference_end(text, start);
    if (p->resolver != NULL)
        p->resolver->resolve(p->resolver->data, str_slice(text, start + 2, end - 1), node_span(scalar, start, end),
                             out);
}

void print_range(struct printer *p, size_t at, size_t end)
{
    while (at < end) {
        uint8_t mark = markup_mark(p->markup, at);
        if ((mark & MARK_SILENT) != 0) {
            at++;
        } else if ((mark & MARK_REFERENCE) != 0) {
            set_style(p, mark);
            print_reference(p, at, p->out);
            p->spaced = false;
            at += REFERENCE_LENGTH;
        } else if (is_excess(p, printer_byte(p, at))) {
            print_space(p, at);
            at++;
        } else {
            at = print_stretch(p, at, end);
        }
    }
}
