#include <math.h>
#include <string.h>

#include "paint/pdf_content.h"
#include "paint/pdf_syntax.h"

/* A TJ array being written. */
struct show {
    struct content *c;
    struct pdf_font *font;
    double size;
    double at; /* where the viewer's pen stands, points from the run's start */
    bool in_array, in_string;
};

static void string_end(struct show *s)
{
    if (s->in_string)
        buf_char(s->c->out, ')');
    s->in_string = false;
}

static void array_end(struct show *s)
{
    string_end(s);
    if (s->in_array)
        buf_add(s->c->out, "]TJ\n", 4);
    s->in_array = false;
}

static void put_code_byte(struct buf *out, unsigned byte)
{
    if (byte == '(' || byte == ')' || byte == '\\')
        buf_char(out, '\\');
    if (byte == '\r')
        buf_add(out, "\\r", 2);
    else
        buf_char(out, (char)(unsigned char)byte);
}

static void move_to(struct show *s, double x)
{
    if (!s->in_array)
        buf_char(s->c->out, '[');
    s->in_array = true;
    double thousandths = (s->at - x) * 1000 / s->size;
    if (fabs(thousandths) < 0.5 || !isfinite(thousandths))
        return;
    string_end(s);
    thousandths = round(thousandths);
    put_real(s->c->out, thousandths);
    s->at -= thousandths * s->size / 1000;
}

static void set_rise(struct show *s, double rise)
{
    if (s->c->pen.rise == rise)
        return;
    array_end(s);
    put_real(s->c->out, rise);
    buf_text(s->c->out, " Ts\n");
    s->c->pen.rise = rise;
}

static void show_glyph(struct show *s, const struct glyph *g, struct str text)
{
    uint32_t code = pdf_font_code(s->font, g->id, text);
    set_rise(s, (double)g->y);
    move_to(s, (double)g->x);
    if (!s->in_string)
        buf_char(s->c->out, '(');
    s->in_string = true;
    put_code_byte(s->c->out, code >> 8);
    put_code_byte(s->c->out, code & 0xff);
    s->at += s->font->codes[code].width * s->size / 1000;
}

static size_t cluster_size(const struct glyph_run *run, size_t first)
{
    size_t end = first + 1;
    while (end < run->glyph_count && run->glyphs[end].text_start == run->glyphs[first].text_start &&
           run->glyphs[end].text_end == run->glyphs[first].text_end)
        end++;
    return end - first;
}

static struct str cluster_text(const struct glyph_run *run, const struct glyph *g)
{
    size_t end = g->text_end < run->text.len ? g->text_end : run->text.len;
    return str_slice(run->text, g->text_start < end ? g->text_start : end, end);
}

static double thousandth(double value)
{
    return round(value * 1000) / 1000;
}

/* Td moves from the last line's start: both are taken as written, so that no error adds up. */
static void text_position(struct content *c, double x, double y)
{
    x = thousandth(x);
    y = thousandth(y);
    if (!c->in_text) {
        buf_add(c->out, "BT\n", 3);
        c->in_text = true;
        c->line_x = 0;
        c->line_y = 0;
    }
    put_real(c->out, x - c->line_x);
    buf_char(c->out, ' ');
    put_real(c->out, y - c->line_y);
    buf_add(c->out, " Td\n", 4);
    c->line_x = x;
    c->line_y = y;
}

/* Text that runs upwards has a text object of its own. */
static void text_position_turned(struct content *c, double x, double y)
{
    content_text_end(c);
    buf_text(c->out, "BT\n0 1 -1 0 ");
    put_real(c->out, thousandth(x));
    buf_char(c->out, ' ');
    put_real(c->out, thousandth(y));
    buf_text(c->out, " Tm\n");
    c->in_text = true;
}

static void set_font(struct content *c, const struct glyph_run *run)
{
    if (c->pen.font == run->font && c->pen.size == run->size)
        return;
    buf_add(c->out, "/F", 2);
    put_integer(c->out, run->font->id);
    buf_char(c->out, ' ');
    put_real(c->out, run->size);
    buf_add(c->out, " Tf\n", 4);
    c->pen.font = run->font;
    c->pen.size = run->size;
}

static void set_mode(struct content *c, bool unseen)
{
    if (c->pen.unseen != unseen)
        buf_text(c->out, unseen ? "3 Tr\n" : "0 Tr\n");
    c->pen.unseen = unseen;
}

/* Where the pen stands, in the run's font and colour; begins a text object when none is open. */
static void resume_text(struct show *s, const struct glyph_run *run)
{
    double y = s->c->height - run->origin.y;
    if (run->turned)
        text_position_turned(s->c, run->origin.x, y + s->at);
    else
        text_position(s->c, run->origin.x + s->at, y);
    set_font(s->c, run);
    set_mode(s->c, run->unseen);
    if (!run->unseen)
        content_color(s->c->out, &s->c->pen.fill, run->color, " rg\n");
}

/* More glyphs than characters: what the sequence says replaces what its glyphs would. */
static void show_replaced(struct show *s, const struct glyph_run *run, size_t first, size_t count, struct str text)
{
    array_end(s);
    content_sequence(s->c, &text);
    resume_text(s, run);
    for (size_t i = 0; i < count; i++)
        show_glyph(s, &run->glyphs[first + i], i == 0 ? text : STR(""));
    array_end(s);
    content_sequence(s->c, NULL);
    resume_text(s, run);
}

/* A character a glyph, and to the last glyph all that is left: together they read as the cluster's text. */
static void show_cluster(struct show *s, const struct glyph_run *run, size_t first, size_t count, struct str text)
{
    if (utf8_count(text) < count) {
        show_replaced(s, run, first, count, text);
        return;
    }
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        size_t end = at;
        utf8_next(text, &end);
        if (i + 1 == count)
            end = text.len;
        show_glyph(s, &run->glyphs[first + i], str_slice(text, at, end));
        at = end;
    }
}

void content_glyphs(struct content *c, const struct glyph_run *run)
{
    struct show show = {.c = c, .font = &c->fonts[run->font->id], .size = run->size};
    resume_text(&show, run);
    for (size_t i = 0; i < run->glyph_count;) {
        size_t count = cluster_size(run, i);
        show_cluster(&show, run, i, count, cluster_text(run, &run->glyphs[i]));
        i += count;
    }
    array_end(&show);
    if (run->turned)
        content_text_end(c);
}
