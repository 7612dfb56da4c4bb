#include "text/inline.h"

#include <md4c.h>
#include <string.h>

#include "base/i18n.h"
#include "text/entity.h"
#include "text/printer.h"

/* Whether the parser reports a part of what it was given (and not a constant or a copy of its own). */
static bool is_ours(const struct printer *p, const char *text)
{
    return text >= p->markup->seen && text <= p->markup->seen + p->markup->end;
}

static size_t line_end(const struct printer *p)
{
    size_t at = p->position;
    while (at < p->markup->end && p->markup->seen[at] != '\n')
        at++;
    return at;
}

static void print_break(struct printer *p, bool hard)
{
    size_t at = line_end(p);
    if (hard) {
        print_character(p, "\n", markup_span(p->markup, at, at + 1), 0);
        p->spaced = true;
    } else {
        print_space(p, at);
    }
    p->position = at + 1;
}

static void print_entity(struct printer *p, struct str entity, size_t at)
{
    uint32_t code_point = entity_decode(entity);
    if (code_point == 0) {
        print_range(p, at, at + entity.len);
        return;
    }
    char character[5] = "";
    utf8_put(character, code_point);
    print_character(p, character, markup_span(p->markup, at, at + entity.len), markup_mark(p->markup, at));
    p->spaced = false;
}

static void refuse_html(struct printer *p, size_t start, size_t end)
{
    diag_at(p->diags, DIAG_ERROR, markup_span(p->markup, start, end), "markup", _("HTML has no place in text"));
    diag_hint(p->diags, _("write '\\<' for the character itself"));
}

/* Marks that nothing closes are text; authors should hear of it. */
static void warn_unclosed(const struct printer *p, size_t start, size_t end)
{
    static const struct {
        const char *mark, *message, *advice;
    } marks[] = {
        {"**", N_("'**' is printed as typed: nothing closes or opens it"),
         N_("write **strong** without blanks inside the stars, or '\\*' for the character itself")},
        {"](", N_("this link is printed as typed"), N_("write [text](address), without blanks in the address")},
    };
    struct str text = {p->markup->seen + start, end - start};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        for (size_t at = 0; at + 1 < text.len; at++) {
            if (memcmp(text.at + at, marks[i].mark, 2) == 0) {
                diag_at(p->diags, DIAG_WARNING, markup_span(p->markup, start + at, start + at + 2), "markup", "%s",
                        _(marks[i].message));
                diag_hint(p->diags, "%s", _(marks[i].advice));
                break;
            }
        }
    }
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    struct printer *p = data;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR || !is_ours(p, text)) {
        print_break(p, type == MD_TEXT_BR);
        return 0;
    }
    size_t start = (size_t)(text - p->markup->seen);
    p->position = start + size;
    if (type == MD_TEXT_ENTITY)
        print_entity(p, (struct str){text, size}, start);
    else if (type == MD_TEXT_HTML)
        refuse_html(p, start, start + size);
    else
        print_range(p, start, start + size);
    if (type == MD_TEXT_NORMAL)
        warn_unclosed(p, start, start + size);
    return 0;
}

/* A link's address, with its references. */
static struct str address(struct printer *p, size_t start, size_t end)
{
    struct rich_builder *whole = rich_builder_start(p->arena, markup_span(p->markup, start, end));
    for (size_t at = start; at < end; at++) {
        char byte = printer_byte(p, at);
        uint8_t mark = markup_mark(p->markup, at);
        if ((mark & MARK_REFERENCE) != 0) {
            print_reference(p, at, whole);
            at += REFERENCE_LENGTH - 1;
        } else if ((mark & MARK_SILENT) == 0) {
            rich_builder_text(whole, (struct str){&byte, 1}, SPAN_NONE, false);
        }
    }
    const struct rich *built = rich_builder_end(whole);
    if (rich_is_open(built))
        diag_at(p->diags, DIAG_ERROR, built->at, "markup", _("a page number has no place in an address"));
    return built->text;
}

/* An address in which the parser has replaced escapes and left entities. */
static struct str decoded_address(struct printer *p, const MD_ATTRIBUTE *href)
{
    struct buf out = {0};
    for (size_t i = 0; href->size > 0 && href->substr_offsets[i] < href->size; i++) {
        struct str part = {href->text + href->substr_offsets[i], href->substr_offsets[i + 1] - href->substr_offsets[i]};
        uint32_t code_point = href->substr_types[i] == MD_TEXT_ENTITY ? entity_decode(part) : 0;
        char character[4];
        if (code_point != 0)
            buf_add(&out, character, utf8_put(character, code_point));
        else
            buf_str(&out, part);
    }
    struct str text = str_copy(p->arena, buf_view(&out));
    buf_free(&out);
    return text;
}

static void open_link(struct printer *p, const MD_ATTRIBUTE *href)
{
    if (href->text != NULL && is_ours(p, href->text)) {
        size_t start = (size_t)(href->text - p->markup->seen);
        size_t end = start + href->size;
        p->link = rich_builder_link(p->out, address(p, start, end), markup_span(p->markup, start, end));
        return;
    }
    struct span at = markup_span(p->markup, p->position, line_end(p));
    struct str target = decoded_address(p, href);
    if (strstr(target.at, REFERENCE_LETTER) != NULL) {
        diag_at(p->diags, DIAG_ERROR, at, "markup", _("an address with a reference takes no escapes or entities"));
        diag_hint(p->diags, _("write the characters themselves"));
    }
    p->link = rich_builder_link(p->out, target, at);
}

static void refuse_image(struct printer *p)
{
    const char *sign = strstr(p->markup->seen + p->position, "![");
    size_t at = sign != NULL ? (size_t)(sign - p->markup->seen) : p->position;
    diag_at(p->diags, DIAG_ERROR, markup_span(p->markup, at, at + (sign != NULL ? 2 : 0)), "markup",
            _("a picture has no place in text"));
    diag_hint(p->diags, _("use a page that has a field for it, or write '\\!' for the character itself"));
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct printer *p = data;
    if (type == MD_SPAN_STRONG)
        p->strong++;
    else if (type == MD_SPAN_EM)
        p->emphasis++;
    else if (type == MD_SPAN_A)
        open_link(p, &((const MD_SPAN_A_DETAIL *)detail)->href);
    else if (type == MD_SPAN_IMG)
        refuse_image(p);
    return 0;
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct printer *p = data;
    (void)detail;
    if (type == MD_SPAN_STRONG)
        p->strong--;
    else if (type == MD_SPAN_EM)
        p->emphasis--;
    else if (type == MD_SPAN_A)
        p->link = 0;
    return 0;
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct printer *p = data;
    (void)detail;
    if (type != MD_BLOCK_P)
        return 0;
    if (p->paragraph) {
        size_t at = line_end(p);
        print_character(p, "\u2029", markup_span(p->markup, at, at + 1), 0);
    }
    p->paragraph = true;
    p->spaced = true;
    return 0;
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    (void)type;
    (void)detail;
    (void)data;
    return 0;
}

static void parse(struct printer *p)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS,
        .enter_block = on_enter_block,
        .leave_block = on_leave_block,
        .enter_span = on_enter_span,
        .leave_span = on_leave_span,
        .text = on_text,
    };
    if (md_parse(p->markup->seen, (MD_SIZE)p->markup->end, &parser, p) != 0)
        memory_exhausted();
}

const struct rich *inline_parse(struct arena *a, struct diags *d, const struct node *scalar,
                                const struct language *language, const struct reference_resolver *resolver)
{
    (void)language;
    if (scalar == NULL || scalar->kind != NODE_SCALAR)
        return rich_plain(a, STR(""), scalar != NULL ? scalar->at : SPAN_NONE);
    markup_warn_blocks(d, scalar);
    struct markup markup = markup_prepare(d, scalar);
    struct printer p = {
        .arena = a,
        .diags = d,
        .markup = &markup,
        .resolver = resolver,
        .out = rich_builder_start(a, scalar->at),
        .spaced = true,
    };
    if (markup.needs_parser)
        parse(&p);
    else
        print_range(&p, markup.start, markup.end);
    markup_free(&markup);
    return rich_builder_end(p.out);
}
