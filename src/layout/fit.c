#include "layout/fit.h"

#include <math.h>

enum { FIRST_TEXTS = 32, MOST_PASSES = 64, MOST_LINES = 10000 /* as good as any number */ };

struct fit_group {
    size_t step;
    size_t most;              /* the last step that one of its texts has */
    size_t pass;              /* in which it was last measured */
    const struct frame *user; /* the first text measured in that pass */
    bool shared;              /* there was another */
    bool raised;              /* it has given way in that pass */
};

struct fitting {
    struct fit_group *groups;
    uint32_t *texts; /* group of each choosing text, in the order of measuring */
    size_t text_count, text_room;
    size_t pass;
    bool changed;
};

static const struct text_style *style_at(struct compiler *c, const struct node *map, const struct node *name,
                                         const char *fallback)
{
    const struct theme_style *found = theme_style(&c->reading, c->theme, name);
    struct color color;
    if (found == NULL)
        return compile_style(c, map, "", "color", fallback);
    const struct node *n = node_get(map, "color");
    if (n != NULL && theme_color(&c->reading, c->theme, n, &color))
        return style_in(c->reading.arena, &found->text, color);
    return &found->text;
}

/* One group for each name; without a name, one for each box: `each` makes all its texts of that. */
static uint32_t group_of(struct compiler *c, struct str name)
{
    for (size_t i = 0; name.len > 0 && i < c->fit_group_count; i++)
        if (str_eq(c->fit_groups[i], name))
            return (uint32_t)i;
    c->fit_groups = ARENA_ROOM(c->reading.arena, c->fit_groups, c->fit_group_count, &c->fit_group_room, 16);
    c->fit_groups[c->fit_group_count] = name;
    return (uint32_t)c->fit_group_count++;
}

struct fit compile_fit(struct compiler *c, const struct node *map, const char *fallback)
{
    const struct node *list = read_list(&c->reading, node_get(map, "fit"), "fit");
    size_t more = list ? list->as.list.count : 0;
    const struct text_style **styles = ARENA_ARRAY(c->reading.arena, more + 1, const struct text_style *);
    struct fit fit = {.styles = styles};
    if (node_get(map, "style") || more == 0)
        styles[fit.count++] = compile_style(c, map, "style", "color", fallback);
    for (size_t i = 0; i < more; i++)
        styles[fit.count++] = style_at(c, map, list->as.list.items[i], fallback);
    double lines = read_number_or(&c->reading, map, "lines", 0);
    fit.lines = lines >= 1 && lines <= MOST_LINES ? (size_t)lines : 0;
    struct str name = read_text(&c->reading, node_get(map, "together"), "together");
    if (fit.count > 1 || name.len > 0)
        fit.group = group_of(c, name);
    return fit;
}

void fit_begin(struct flow *f)
{
    f->fitting = ARENA_NEW(f->scratch, struct fitting);
    f->fitting->groups = ARENA_ARRAY(f->scratch, f->template->fit_groups + 1, struct fit_group);
    for (size_t i = 0; f->first_steps && i < f->template->fit_groups; i++)
        f->fitting->groups[i].step = f->first_steps[i];
}

void fit_end(struct flow *f)
{
    f->fitting = NULL;
    f->overflows = NULL;
}

void fit_keep(const struct flow *f, size_t *steps)
{
    for (size_t i = 0; i < f->template->fit_groups; i++)
        if (steps[i] < f->fitting->groups[i].step)
            steps[i] = f->fitting->groups[i].step;
}

void fit_pass(struct flow *f)
{
    f->fitting->pass++;
    f->fitting->text_count = 0;
    f->fitting->changed = false;
    f->overflows = NULL;
}

bool fit_changed(const struct flow *f)
{
    return f->fitting->changed && f->fitting->pass < MOST_PASSES;
}

size_t fit_count(const struct flow *f)
{
    return f->fitting ? f->fitting->text_count : 0;
}

static void note_text(struct flow *f, uint32_t group)
{
    struct fitting *t = f->fitting;
    t->texts = ARENA_ROOM(f->scratch, t->texts, t->text_count, &t->text_room, FIRST_TEXTS);
    t->texts[t->text_count++] = group;
}

static struct fit_group *use_group(struct flow *f, const struct frame *frame, const struct fit *fit)
{
    struct fit_group *g = &f->fitting->groups[fit->group];
    if (g->pass != f->fitting->pass)
        *g = (struct fit_group){.step = g->step, .most = g->most, .pass = f->fitting->pass, .user = frame};
    g->shared |= g->user != frame;
    if (g->most < fit->count - 1)
        g->most = fit->count - 1;
    note_text(f, fit->group);
    return g;
}

static bool fits(const struct fit *fit, const struct paragraph *p, double height)
{
    return p->overflow <= 0 && (fit->lines == 0 || p->line_count <= fit->lines) && p->height <= height + 0.5;
}

struct setting fit_set(struct flow *f, const struct frame *frame, const struct fit *fit, const struct rich *text,
                       double width, double height)
{
    struct fit_group *g = f->fitting && fit->count > 1 ? use_group(f, frame, fit) : NULL;
    size_t last = fit->count - 1, step = g && g->step < last ? g->step : g ? last : 0;
    struct setting s = flow_set(f, text, fit->styles[step], width);
    while (step < last && !fits(fit, s.paragraph, height))
        s = flow_set(f, text, fit->styles[++step], width);
    if (g && step > g->step) {
        g->step = step;
        f->fitting->changed |= g->shared;
    }
    return s;
}

bool fit_give_way(struct flow *f, const struct frame *frame)
{
    struct fitting *t = f->fitting;
    bool any = false;
    if (t == NULL || t->pass >= MOST_PASSES)
        return false;
    for (size_t i = frame->first_text; i < frame->end_text; i++) {
        struct fit_group *g = &t->groups[t->texts[i]];
        if (!g->raised && g->step >= g->most)
            continue;
        g->step += g->raised ? 0 : 1;
        g->raised = any = true;
    }
    if (any)
        t->changed = true;
    return any;
}
