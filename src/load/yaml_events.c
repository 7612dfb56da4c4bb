#include "load/yaml_loader.h"

#include <string.h>

#include "base/i18n.h"
#include "load/yaml.h"
#include "load/yaml_advice.h"

static bool is_tail(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Whether the next eight bytes are as many code points. */
static bool are_ascii(struct str bytes, size_t at)
{
    uint64_t word;
    if (bytes.len - at < sizeof word) {
        return false;
    }
    memcpy(&word, bytes.at + at, sizeof word);
    return (word & 0x8080808080808080U) == 0;
}

/* The parser counts code points; marks come nearly in order, so the last one is a good place to start from. */
uint32_t loader_offset(struct loader *l, size_t index)
{
    size_t at = l->mark_byte, i = l->mark_index;
    while (i < index && are_ascii(l->bytes, at)) {
        size_t step = index - i < 8 ? index - i : 8;
        at += step;
        i += step;
    }
    for (; i < index && at < l->bytes.len; i++) {
        do {
            at++;
        } while (at < l->bytes.len && is_tail(l->bytes.at[at]));
    }
    for (; i > index; i--) {
        do {
            at--;
        } while (is_tail(l->bytes.at[at]));
    }
    l->mark_byte = at;
    l->mark_index = i;
    return (uint32_t)(at + l->skipped);
}

struct span loader_span(struct loader *l)
{
    uint32_t start = loader_offset(l, l->event.start_mark.index);
    return (struct span){l->file, start, loader_offset(l, l->event.end_mark.index)};
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

bool loader_count(struct loader *l, struct span at, size_t weight)
{
    l->nodes += weight;
    if (l->nodes <= YAML_MAX_NODES) {
        return true;
    }
    diag_at(l->diags, DIAG_ERROR, at, "too-many-nodes", _("more than %d values, aliases counted as copies"),
            (int)YAML_MAX_NODES);
    diag_hint(l->diags, "%s", _("write fewer values; an alias (*name) counts as all that it repeats"));
    return false;
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
