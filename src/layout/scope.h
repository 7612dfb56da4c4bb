/* Names while a page is laid out (private to the folder). */
#ifndef BILAN_LAYOUT_SCOPE_H
#define BILAN_LAYOUT_SCOPE_H

#include "layout/job.h"

struct flow;

/* One name, inside those around it. */
struct scope {
    const struct scope *outer;
    struct str name;
    const struct value *value;
    size_t index; /* from 0, through all continued pages */
    bool first, last;
};

/* An entry of a list by that name: the i-th of those at hand, before which `start` came on other pages. */
static inline struct scope scope_entry(const struct scope *outer, struct str name, const struct value *list, size_t i,
                                       size_t start)
{
    return (struct scope){outer, name, &list->as.list.items[i], start + i, i == 0, i + 1 == list->as.list.count};
}

/* The value of a name; NULL when it is not given. Unknown names are recorded (not in parts). */
const struct value *scope_value(struct flow *f, const struct scope *scope, const struct lookup *l);
/* Records that there is no such name here, with the nearest that there is (not in parts). */
void scope_unknown(struct flow *f, const struct scope *scope, const struct lookup *l);
/* Whether `name` is nearly one that a lookup may start with. */
bool scope_resembles(struct flow *f, const struct scope *scope, struct str name);
/* A list: this page's share of it when it is the continued one. Empty when not given or no list (recorded). */
const struct value *scope_list(struct flow *f, const struct scope *scope, const struct lookup *l, size_t *start);
/* A number to draw. False when there is none. */
bool scope_number(struct flow *f, const struct scope *scope, const struct quantity *q, double *out);
bool scope_path_number(struct flow *f, const struct scope *scope, const struct lookup *l, double *out);
/* A string with its values; page numbers are filled in. Never NULL. */
const struct rich *scope_wording(struct flow *f, const struct scope *scope, const struct wording *p);
/* A value as text. Never NULL. */
const struct rich *scope_text(struct flow *f, const struct value *v, struct str forms, struct span at);
bool scope_holds(struct flow *f, const struct scope *scope, const struct condition *c);
/* Whether what the rest of the path finds in some entry of the list that it leads through passes `holds` (which takes NULL). */
bool scope_any(struct flow *f, const struct scope *scope, const struct lookup *l,
               bool (*holds)(struct flow *f, const struct value *v, struct str forms));
/* Index of the innermost item, from 0. */
size_t scope_index(const struct scope *scope);

#endif
