#include "load/yaml_loader.h"

#include "base/i18n.h"
#include "load/yaml.h"
#include "load/yaml_advice.h"

static bool is_tail(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Moves the mark behind the character that ends its ASCII. */
static void go_on(struct loader *l)
{
    l->mark_index += l->mark_ascii + 1;
    l->mark_byte += l->mark_ascii;
    do {
        l->mark_byte++;
    } while (l->mark_byte < l->bytes.len && is_tail(l->bytes.at[l->mark_byte]));
    l->mark_ascii = utf8_ascii(str_slice(l->bytes, l->mark_byte, l->bytes.len));
}

static void go_back(struct loader *l, size_t index)
{
    for (; l->mark_index > index; l->mark_index--) {
        do {
            l->mark_byte--;
        } while (is_tail(l->bytes.at[l->mark_byte]));
    }
    l->mark_ascii = 0;
}

size_t loader_seek(struct loader *l, size_t index)
{
    if (index < l->mark_index) {
        go_back(l, index);
    }
    while (index - l->mark_index > l->mark_ascii && l->mark_byte + l->mark_ascii < l->bytes.len) {
        go_on(l);
    }
    size_t ahead = index - l->mark_index;
    return ahead < l->mark_ascii ? ahead : l->mark_ascii;
}

static void report_problem(struct loader *l)
{
    const yaml_parser_t *p = &l->parser;
    if (p->error == YAML_MEMORY_ERROR) {
        memory_exhausted();
    }
    struct yaml_problem problem = {p->problem, p->context, 0, 0, l->last_quoted};
    problem.at = loader_offset(l, p->problem_mark.index);
    problem.context_at = loader_offset(l, p->context_mark.index);
    yaml_advise(l->diags, l->file, &problem);
}

bool loader_next(struct loader *l)
{
    yaml_event_delete(&l->event);
    if (yaml_parser_parse(&l->parser, &l->event)) {
        return true;
    }
    report_problem(l);
    return false;
}

void loader_report_count(struct loader *l, struct span at)
{
    diag_at(l->diags, DIAG_ERROR, at, "too-many-nodes", _("more than %d values, aliases counted as copies"),
            (int)YAML_MAX_NODES);
    diag_hint(l->diags, "%s", _("write fewer values; an alias (*name) counts as all that it repeats"));
}

bool loader_check_depth(struct loader *l, struct span at, unsigned depth)
{
    if (depth <= YAML_MAX_DEPTH) {
        return true;
    }
    diag_at(l->diags, DIAG_ERROR, at, "too-deep", _("nested more than %d levels deep"), (int)YAML_MAX_DEPTH);
    diag_hint(l->diags, "%s", _("close the brackets opened before; if they are text, put it in quotes"));
    return false;
}
