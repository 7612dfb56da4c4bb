#include "load/yaml_loader.h"

#include <string.h>

#include "base/i18n.h"
#include "load/yaml.h"
#include "load/yaml_advice.h"

/* The parser counts code points; marks come nearly in order, so the last one is a good place to start from. */
uint32_t loader_offset(struct loader *l, size_t index)
{
    const uint64_t high_bits = 0x8080808080808080U;
    uint64_t word;
    while (l->mark_index < index && l->mark_byte < l->bytes.len) {
        if (index - l->mark_index >= 8 && l->bytes.len - l->mark_byte >= 8) {
            memcpy(&word, l->bytes.at + l->mark_byte, sizeof word);
            if ((word & high_bits) == 0) {
                l->mark_index += 8;
                l->mark_byte += 8;
                continue;
            }
        }
        utf8_next(l->bytes, &l->mark_byte);
        l->mark_index++;
    }
    while (l->mark_index > index) {
        utf8_previous(l->bytes, &l->mark_byte);
        l->mark_index--;
    }
    return (uint32_t)(l->mark_byte + l->skipped);
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
