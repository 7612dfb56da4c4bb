/* A picture fitted into its box. */
#include <math.h>

#include "base/i18n.h"
#include "layout/container.h"
#include "layout/outline.h"
#include "layout/pictures.h"

enum picture_fit { FIT_CONTAIN, FIT_COVER };
struct image_box {
    const struct lookup *path;
    const struct lookup *alt; /* the text beside it in its record, where the box has none of its own */
    enum picture_fit fit;
};

struct shown {
    const struct value *name;
    const struct image *image;
};

/* "item.photo" has its text in "item.alt". */
static const struct lookup *beside(struct compiler *c, const struct lookup *path)
{
    struct str *parts = ARENA_ARRAY(c->reading.arena, path->count, struct str);
    for (size_t i = 0; i + 1 < path->count; i++)
        parts[i] = path->parts[i];
    parts[path->count - 1] = STR("alt");
    struct lookup *l = ARENA_NEW(c->reading.arena, struct lookup);
    *l = (struct lookup){.parts = parts, .count = path->count, .at = path->at, .lenient = true};
    return l;
}

static void compile(struct compiler *c, const struct node *map, const struct node *value, struct box *box)
{
    static const char *const fits[] = {"contain", "cover", NULL};
    struct image_box *d = ARENA_NEW(c->reading.arena, struct image_box);
    d->path = compile_path(c, value, "image");
    if (d->path) {
        d->alt = beside(c, d->path);
        box->label = d->path->text;
    }
    const struct node *fit = node_get(map, "fit");
    d->fit = fit && read_choice(&c->reading, fit, fits, "fit") == FIT_COVER ? FIT_COVER : FIT_CONTAIN;
    box->detail = d;
}

static struct shown find_picture(struct flow *f, const struct frame *frame)
{
    const struct image_box *d = frame->box->detail;
    const struct value *v = d->path ? scope_value(f, frame->scope, d->path) : NULL;
    if (v == NULL)
        return (struct shown){0};
    if (v->kind == VALUE_STRING)
        return (struct shown){v, pictures_get(f->job, v)};
    if (flow_tells(f)) {
        diag_at(f->job->diags, DIAG_ERROR, d->path->at, "design-value", _("'%.*s' is no picture"),
                STR_ARG(d->path->text));
        diag_hint(f->job->diags, "%s", _("name a field of type image"));
    }
    return (struct shown){0};
}

/* As large as it may be; a pixel is a point where nothing bounds it. */
static struct extent measure(struct flow *f, struct frame *frame, double width, double height)
{
    const struct image_box *d = frame->box->detail;
    struct shown *shown = ARENA_NEW(f->scratch, struct shown);
    *shown = find_picture(f, frame);
    frame->state = shown;
    frame->gone = shown->image == NULL;
    if (frame->gone)
        return (struct extent){0, 0};
    if (frame->box->height.unit == UNIT_FRACTION && !isfinite(height))
        return (struct extent){isfinite(width) ? width : 0, 0}; /* makes do with what is left */
    double across = shown->image->width, down = shown->image->height;
    bool bounded = isfinite(width) && isfinite(height);
    if (bounded && d->fit == FIT_COVER)
        return (struct extent){width, height};
    double scale = fmin(isfinite(width) ? width / across : INFINITY, isfinite(height) ? height / down : INFINITY);
    if (!isfinite(scale))
        scale = 1;
    return (struct extent){across * scale, down * scale};
}

/* A picture is content with any room. */
static bool arrange(struct flow *f, struct frame *frame, struct rect inner)
{
    (void)f, (void)inner;
    frame->need.width = fmin(frame->need.width, frame->rect.width);
    frame->need.height = fmin(frame->need.height, frame->rect.height);
    return false;
}

static enum position down_place(const struct box *box)
{
    switch (box->valign) {
    case VERTICAL_TOP:
        return POSITION_START;
    case VERTICAL_BOTTOM:
    case VERTICAL_BASELINE:
        return POSITION_END;
    case VERTICAL_NONE:
    case VERTICAL_MIDDLE:
        break;
    }
    return POSITION_MIDDLE;
}

/* Where the whole picture lies; with FIT_COVER it passes `inner` on two sides. */
static struct rect fitted(const struct box *box, enum picture_fit fit, const struct image *image, struct rect inner)
{
    double x = inner.width / image->width, y = inner.height / image->height;
    double scale = fit == FIT_COVER ? fmax(x, y) : fmin(x, y);
    double width = image->width * scale, height = image->height * scale;
    return (struct rect){inner.x + container_shift(container_across(box->align, POSITION_MIDDLE), inner.width, width),
                         inner.y + container_shift(down_place(box), inner.height, height), width, height};
}

/* Whether the lookup would start at a name that stands for an entry, which has nothing beside it. */
static bool is_entry(const struct scope *scope, const struct lookup *path)
{
    for (; path->count == 1 && scope != NULL; scope = scope->outer)
        if (str_eq(scope->name, path->parts[0]))
            return true;
    return false;
}

static const struct rich *find_alternative(struct flow *f, const struct frame *frame)
{
    const struct image_box *d = frame->box->detail;
    if (frame->box->alt)
        return scope_wording(f, frame->scope, frame->box->alt);
    if (is_entry(frame->scope, d->path))
        return NULL;
    const struct value *v = scope_value(f, frame->scope, d->alt);
    return v && (v->kind == VALUE_TEXT || v->kind == VALUE_STRING) ? scope_text(f, v, STR(""), v->at) : NULL;
}

static void complain(struct flow *f, const struct value *name)
{
    diag_at(f->job->diags, DIAG_ERROR, name->at, "missing-alternative",
            _("the picture '%.*s' has no text that stands for it"), STR_ARG(name->as.string));
    diag_hint(f->job->diags, _("say in the field 'alt' what it shows"));
}

/* Opens a Figure with its text, unless one is open around it. Returns the leaf for the picture. */
static leaf_id open_figure(struct flow *f, const struct frame *frame, struct rect seen)
{
    struct canvas *c = f->canvas;
    element_id id;
    if (c->artefact > 0)
        return LEAF_ARTEFACT;
    if (c->drawing_leaf != LEAF_ARTEFACT)
        return c->drawing_leaf;
    const struct rich *alt = find_alternative(f, frame);
    struct str text = alt ? str_trim(alt->text) : STR("");
    if (text.len == 0) {
        complain(f, ((const struct shown *)frame->state)->name);
        return LEAF_ARTEFACT;
    }
    canvas_open(c, TAG_FIGURE, &id);
    struct element *e = structure_edit(c->structure, id);
    e->alternative = rich_one_line(c->arena, text).at;
    structure_place(c->structure, id, f->page, seen);
    canvas_speak(c, text);
    return structure_leaf(c->structure, id);
}

/* What is seen of the picture: its box, or rounded. */
static struct path outline_of(struct flow *f, const struct box *box, struct rect seen)
{
    struct outline o = {.arena = f->scratch};
    if (box->rounded)
        outline_rounded(&o, seen, box->radius);
    else
        outline_rect(&o, seen);
    return outline_path(&o);
}

static void emit(struct flow *f, struct frame *frame, struct rect inner)
{
    const struct image_box *d = frame->box->detail;
    const struct shown *shown = frame->state;
    if (shown == NULL || shown->image == NULL || inner.width <= 0 || inner.height <= 0)
        return;
    struct rect box = fitted(frame->box, d->fit, shown->image, inner), seen = d->fit == FIT_COVER ? inner : box;
    struct path clip = outline_of(f, frame->box, seen);
    bool clipped = frame->box->rounded || d->fit == FIT_COVER;
    size_t depth = f->canvas->depth;
    leaf_id leaf = open_figure(f, frame, seen);
    canvas_image(f->canvas, leaf, shown->image, box, clipped ? &clip : NULL, shown->name->at);
    canvas_close(f->canvas, depth);
}

static const char *const attributes[] = {"fit", NULL};
const struct block block_image = {
    .key = "image", .attributes = attributes, .compile = compile, .measure = measure, .arrange = arrange, .emit = emit};
