/* A drawn mark of a record's id: form and tone follow from it, so they stay for ever. */
#include <math.h>

#include "base/i18n.h"
#include "layout/block.h"
#include "layout/letters.h"
#include "layout/outline.h"

struct monogram {
    const struct lookup *path;
    double size;
    struct text_style style;
};

/* Corner radii in sides, from the top left clockwise: square, disc, quarter, leaf, arch, quarter. */
static const double forms[][4] = {{0, 0, 0, 0},     {0.5, 0.5, 0.5, 0.5}, {1, 0, 0, 0},
                                  {0.5, 0, 0.5, 0}, {0.5, 0.5, 0, 0},     {0, 0, 1, 0}};
enum { FORM_COUNT = sizeof forms / sizeof *forms };

static void compile(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    struct monogram *m = ARENA_NEW(c->reading.arena, struct monogram);
    const struct font *face = theme_face(c->theme, c->theme->monogram_weight, false);
    if (face == NULL)
        face = theme_face(c->theme, 400, false);
    m->path = compile_path(c, value, "monogram");
    m->size = read_number_or(&c->reading, map, "size", 48);
    m->style = (struct text_style){.regular = face, .strong = face, .emphasis = face, .strong_emphasis = face};
    box->detail = m;
}

static struct extent measure(struct flow *f, struct frame *frame, double width, double height)
{
    const struct monogram *m = frame->box->detail;
    (void)f, (void)width, (void)height;
    return (struct extent){m->size, m->size};
}

static struct str field_text(struct flow *f, const struct record *r, struct str name)
{
    const struct value *v = record_get(r, name);
    return v ? scope_text(f, v, STR(""), v->at)->text : STR("");
}

static void emit_letters(struct flow *f, const struct monogram *m, struct str letters, struct color color,
                         struct rect r, const double *form)
{
    struct text_style *style = ARENA_NEW(f->scratch, struct text_style);
    *style = m->style;
    style->size = m->size * (utf8_count(letters) > 2 ? 0.29 : 0.36);
    style->line = style->size;
    style->color = style->strong_color = style->link_color = color;
    struct setting s = flow_set(f, rich_plain(f->scratch, letters, SPAN_NONE), style, m->size * 2);
    /* A quarter's weight lies away from its round corner. */
    double lean = (form[0] > 0.5 ? 0.06 : form[2] > 0.5 ? -0.06 : 0) * m->size;
    double middle = r.y + r.height / 2 + lean + style->size * style->regular->cap_height / 2;
    flow_text(f, &s, r.x + lean, middle - setting_baseline(&s), r.width, HORIZONTAL_CENTER);
}

/* FNV-1a, 32 bits: the same on every machine, as colours and forms follow it. */
static uint32_t hash_of(struct str s)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.at[i]) * 16777619u;
    return hash;
}

/* Decoration for readers: the name stands beside it. */
static void draw(struct flow *f, const struct monogram *m, const struct record *record, struct rect r)
{
    const struct theme *t = f->job->theme;
    struct str id = record->id.len > 0 ? record->id : field_text(f, record, STR("id"));
    uint32_t hash = hash_of(id);
    const double *form = forms[hash % FORM_COUNT];
    const struct tone *tone = &t->tones[hash / FORM_COUNT % t->tone_count];
    double radius[4];
    for (int i = 0; i < 4; i++)
        radius[i] = form[i] * m->size;
    struct str letters = letters_for(f->scratch, &f->letters, id, field_text(f, record, STR("mark")),
                                     field_text(f, record, STR("name")));
    f->canvas->artefact++;
    flow_fill(f, r, radius, &tone->fill, t->monogram_border, tone->outlined ? &tone->border : NULL);
    if (letters.len > 0)
        emit_letters(f, m, letters, tone->text, r, form);
    f->canvas->artefact--;
}

static void emit(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct monogram *m = frame->box->detail;
    const struct value *v = m->path ? scope_value(f, frame->scope, m->path) : NULL;
    if (v == NULL || f->job->theme->tone_count == 0)
        return;
    if (v->kind != VALUE_RECORD) {
        diag_at(f->job->diags, DIAG_ERROR, m->path->at, "design-value", _("'%.*s' is no record"),
                STR_ARG(m->path->text));
        return;
    }
    struct rect r = {inner.x, inner.y + fmax(0, (inner.height - m->size) / 2), m->size, m->size};
    draw(f, m, v->as.record, r);
}

static const char *const attributes[] = {"size", NULL};
const struct block block_monogram = {.key = "monogram",
                                     .attributes = attributes,
                                     .intrinsic = true,
                                     .compile = compile,
                                     .measure = measure,
                                     .emit = emit};
