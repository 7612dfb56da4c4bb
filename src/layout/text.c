/* Set text to items, with its links. */
#include <math.h>

#include "layout/flow.h"

struct setting flow_set(struct flow *f, const struct rich *text, const struct text_style *style, double width)
{
    return (struct setting){typeset(f->job->typesetter, f->scratch, text, style, width), style};
}

double setting_baseline(const struct setting *s)
{
    return s->paragraph->line_count ? s->paragraph->lines[0].baseline : NAN;
}

bool flow_wants_paragraph(const struct flow *f, const struct box *box)
{
    if (f->canvas->artefact > 0 || f->linked > 0 || box->tagged || box->plain)
        return false;
    switch (canvas_tag(f->canvas)) {
    case TAG_DOCUMENT:
    case TAG_PART:
    case TAG_SECT:
    case TAG_DIV:
    case TAG_ART:
    case TAG_L:
    case TAG_LI:
    case TAG_LBODY:
    case TAG_TH:
    case TAG_TD:
    case TAG_NOTE:
    case TAG_TOC:
    case TAG_TOCI:
        return true;
    case TAG_LEAF:
    case TAG_H1:
    case TAG_H2:
    case TAG_H3:
    case TAG_H4:
    case TAG_P:
    case TAG_LBL:
    case TAG_TABLE:
    case TAG_THEAD:
    case TAG_TBODY:
    case TAG_TR:
    case TAG_CAPTION:
    case TAG_FIGURE:
    case TAG_LINK:
    case TAG_SPAN:
    case TAG_REFERENCE:
    case TAG_COUNT:
        return false;
    }
    return false;
}

size_t flow_open_paragraph(struct flow *f, const struct box *box)
{
    element_id id;
    return flow_wants_paragraph(f, box) ? canvas_open(f->canvas, TAG_P, &id) : f->canvas->depth;
}

/* Text on its way to the canvas: which link it is in, and how far that link goes on this line. */
struct pour {
    struct flow *flow;
    const struct setting *setting;
    struct open_link link;
    uint32_t index; /* 1 + link, as in the pieces */
    leaf_id leaf;
    struct rect box; /* of the link on this line; empty: none yet */
};

static struct rect piece_box(const struct text_piece *piece, double x, double y)
{
    const struct glyph_run *run = &piece->run;
    double ascender = run->font->ascender * run->size, descender = run->font->descender * run->size;
    return (struct rect){x + run->origin.x, y + run->origin.y - ascender, run->width, ascender - descender};
}

static void underline(struct pour *p, double baseline)
{
    struct rect r = {p->box.x, baseline + 2.5, p->box.width, 1};
    struct color color = p->setting->style->link_color;
    if (p->setting->style->link_underline)
        flow_fill(p->flow, r, NULL, &color, 0, NULL);
}

/* One link area for each line that the link is on. */
static void end_fragment(struct pour *p, double baseline)
{
    if (p->box.width <= 0)
        return;
    underline(p, baseline);
    if (p->link.open)
        canvas_link(p->flow->canvas, p->leaf, p->box, p->link.target, NULL, p->link.to->at);
    p->box = (struct rect){0};
}

static void end_link(struct pour *p)
{
    if (p->link.open) {
        flow_describe_link(p->flow, &p->link);
        canvas_close(p->flow->canvas, p->link.depth);
        p->flow->linked--;
    }
    p->link.open = false;
    p->leaf = 0;
}

static struct str link_text(struct flow *f, const struct rich *text, uint32_t index)
{
    struct buf out = {0};
    for (size_t i = 0; i < text->run_count; i++)
        if (text->runs[i].link == index)
            buf_str(&out, str_slice(text->text, text->runs[i].start, text->runs[i].end));
    struct str copy = str_copy(f->scratch, buf_view(&out));
    buf_free(&out);
    return copy;
}

static void start_link(struct pour *p, uint32_t index)
{
    struct flow *f = p->flow;
    const struct rich *text = p->setting->paragraph->text;
    p->index = index;
    p->leaf = 0;
    if (index == 0 || f->linked > 0 || f->canvas->artefact > 0)
        return;
    const struct rich_link *link = &text->links[index - 1];
    p->link = flow_open_link(f, rich_plain(f->scratch, link->target, link->at));
    if (p->link.open)
        canvas_speak(f->canvas, link_text(f, text, index));
}

static void pour_piece(struct pour *p, const struct text_piece *piece, double x, double y)
{
    if (piece->link != p->index) {
        end_link(p);
        start_link(p, piece->link);
    }
    if (p->leaf == 0)
        p->leaf = canvas_leaf(p->flow->canvas);
    canvas_piece(p->flow->canvas, p->leaf, piece, x, y);
    if (piece->link) {
        struct rect box = piece_box(piece, x, y);
        p->box = p->box.width > 0 ? rect_union(p->box, box) : box;
    }
}

static void pour_line(struct pour *p, const struct text_line *line, double x, double y)
{
    for (size_t i = 0; i < line->piece_count; i++) {
        if (line->pieces[i].link != p->index)
            end_fragment(p, y + line->baseline);
        pour_piece(p, &line->pieces[i], x, y);
    }
    end_fragment(p, y + line->baseline);
}

void flow_text(struct flow *f, const struct setting *setting, double x, double y, double width, enum horizontal align)
{
    struct pour p = {.flow = f, .setting = setting};
    const struct paragraph *para = setting->paragraph;
    if (f->linked > 0)
        canvas_speak(f->canvas, para->text->text);
    canvas_start_text(f->canvas);
    for (size_t i = 0; i < para->line_count; i++) {
        const struct text_line *line = &para->lines[i];
        double spare = width - line->x - line->width;
        double shift = align == HORIZONTAL_RIGHT ? spare : align == HORIZONTAL_CENTER ? spare / 2 : 0;
        if (line->forced)
            canvas_break_line(f->canvas);
        pour_line(&p, line, x + shift, y);
    }
    end_link(&p);
}
