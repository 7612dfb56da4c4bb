/* Rules over single observations. */
#include "base/i18n.h"
#include "check/rules_edition.h"

bool is_stated(const struct edition *e, const struct observation *o)
{
    return figures_find(e->figures, o->entity, o->indicator, o->period, o->kind, e->year) == o;
}

const char *observation_name(const struct edition *e, const struct observation *o)
{
    if (o->entity.len == 0) {
        return arena_printf(e->arena, "%.*s", STR_ARG(o->indicator));
    }
    return arena_printf(e->arena, "%.*s.%.*s", STR_ARG(o->entity), STR_ARG(o->indicator));
}

void check_revisions(const struct edition *e, struct diags *d)
{
    for (size_t i = 0; i < figures_count(e->figures); i++) {
        const struct observation *o = figures_at(e->figures, i);
        if (o->stated_in == 0 || o->note.len > 0) {
            continue;
        }
        const struct observation *before =
            figures_find(e->figures, o->entity, o->indicator, o->period, o->kind, o->stated_in - 1);
        if (before != NULL && period_compare(before->period, o->period) == 0) {
            diag_at(d, DIAG_WARNING, o->at, "revision-without-note", _("'%s' is restated in %d without a note"),
                    observation_name(e, o), o->stated_in);
            diag_hint(d, _("say in 'note' why it changed"));
            diag_also(d, before->at, _("stated here before"));
        }
    }
}

static struct period edition_closed(const struct edition *e)
{
    const struct value *closed = record_get(e->record, STR("closed"));
    if (closed == NULL || closed->kind != VALUE_DATE) {
        return (struct period){.kind = PERIOD_NONE};
    }
    struct day day = closed->as.date;
    return (struct period){PERIOD_DAY, day.year, day.month, day.day};
}

void check_observed(const struct edition *e, struct diags *d)
{
    struct period closed = edition_closed(e);
    for (size_t i = 0; i < figures_count(e->figures) && closed.kind != PERIOD_NONE; i++) {
        const struct observation *o = figures_at(e->figures, i);
        struct period observed;
        if (o->period.year != e->year || !is_stated(e, o) || !period_parse(o->observed, &observed)) {
            continue;
        }
        if (period_compare(observed, closed) > 0) {
            char day[16];
            period_text(closed, day);
            diag_at(d, DIAG_WARNING, o->at, "observed-after-closing",
                    _("'%s' was observed %.*s, after the edition closed on %s"), observation_name(e, o),
                    STR_ARG(o->observed), day);
            diag_hint(d, _("move 'closed', or state the figure in the next edition"));
            diag_also(d, record_get(e->record, STR("closed"))->at, _("closed here"));
        }
    }
}

/* A figure that had a target a year ago and has none now: the target was forgotten, or its end is worth a word. */
void check_targets(const struct edition *e, struct diags *d)
{
    struct period year = {.kind = PERIOD_YEAR, .year = e->year};
    for (size_t i = 0; i < figures_count(e->figures); i++) {
        const struct observation *o = figures_at(e->figures, i);
        bool last_year = o->kind == FIGURE_TARGET && o->period.kind == PERIOD_YEAR && o->period.year == e->year - 1;
        if (!last_year || !is_stated(e, o)) {
            continue;
        }
        const struct observation *result =
            figures_find(e->figures, o->entity, o->indicator, year, FIGURE_RESULT, e->year);
        bool has_target = figures_find(e->figures, o->entity, o->indicator, year, FIGURE_TARGET, e->year) != NULL;
        if (result != NULL && !has_target) {
            diag_at(d, DIAG_WARNING, result->at, "target-missing", _("'%s' has a result for %d but no target"),
                    observation_name(e, o), e->year);
            diag_hint(d, _("add the target's row, or 'N/A' with a note when none was set"));
            diag_also(d, o->at, _("the target of the year before"));
        }
    }
}
