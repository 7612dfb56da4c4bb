#include "model/forms.h"

enum form_group { GROUP_KIND, GROUP_PERIOD, GROUP_COMPUTATION, GROUP_SCALE, GROUP_STYLE, GROUP_COUNT };

struct form {
    enum form_group group;
    int value;
};

static const struct str names[] = {
    STR_INIT("target"), STR_INIT("forecast"), STR_INIT("previous"), STR_INIT("change"),     STR_INIT("difference"),
    STR_INIT("points"), STR_INIT("times"),    STR_INIT("share"),    STR_INIT("attainment"), STR_INIT("k"),
    STR_INIT("M"),      STR_INIT("words"),    STR_INIT("plain"),    STR_INIT("value")};
static const struct form forms[] = {{GROUP_KIND, FIGURE_TARGET},
                                    {GROUP_KIND, FIGURE_FORECAST},
                                    {GROUP_PERIOD, 1},
                                    {GROUP_COMPUTATION, COMPUTE_CHANGE},
                                    {GROUP_COMPUTATION, COMPUTE_DIFFERENCE},
                                    {GROUP_COMPUTATION, COMPUTE_POINTS},
                                    {GROUP_COMPUTATION, COMPUTE_TIMES},
                                    {GROUP_COMPUTATION, COMPUTE_SHARE},
                                    {GROUP_COMPUTATION, COMPUTE_ATTAINMENT},
                                    {GROUP_SCALE, 3},
                                    {GROUP_SCALE, 6},
                                    {GROUP_STYLE, STYLE_WORDS},
                                    {GROUP_STYLE, STYLE_PLAIN},
                                    {GROUP_STYLE, STYLE_VALUE}};
enum { FORM_COUNT = sizeof forms / sizeof forms[0] };

const struct str *forms_names(size_t *count)
{
    *count = FORM_COUNT;
    return names;
}

static const struct form *find(struct str name)
{
    for (size_t i = 0; i < FORM_COUNT; i++) {
        if (str_eq(name, names[i])) {
            return &forms[i];
        }
    }
    return NULL;
}

static void take(struct forms *out, const struct form *form)
{
    switch (form->group) {
    case GROUP_KIND:
        out->kind = (enum figure_kind)form->value;
        break;
    case GROUP_PERIOD:
        out->periods_before += form->value;
        break;
    case GROUP_COMPUTATION:
        out->computation = (enum computation)form->value;
        break;
    case GROUP_SCALE:
        out->scale = form->value;
        break;
    case GROUP_STYLE:
        out->style = (enum form_style)form->value;
        break;
    case GROUP_COUNT:
        break;
    }
}

/* A scale says how an amount is written, so it needs one: a percentage, ratio or number of points has none. */
static bool scalable(const struct forms *f)
{
    return f->computation == COMPUTE_NOTHING || f->computation == COMPUTE_DIFFERENCE;
}

enum forms_fault forms_parse(struct str text, struct forms *out, struct str *bad)
{
    bool seen[GROUP_COUNT] = {false};
    *out = (struct forms){.kind = FIGURE_RESULT};
    while (text.len > 0) {
        size_t end = str_find(text, ':');
        *bad = str_slice(text, 0, end);
        const struct form *form = find(*bad);
        if (form == NULL) {
            return FORMS_UNKNOWN;
        }
        if (seen[form->group] && form->group != GROUP_PERIOD) {
            return FORMS_CLASH;
        }
        seen[form->group] = true;
        take(out, form);
        if (end + 1 == text.len) {
            *bad = str_slice(text, end, text.len);
            return FORMS_UNKNOWN;
        }
        text = str_slice(text, end + 1, text.len);
    }
    if (out->scale != 0 && !scalable(out)) {
        return FORMS_CLASH;
    }
    return out->kind == FIGURE_TARGET && out->computation == COMPUTE_ATTAINMENT ? FORMS_CLASH : FORMS_GOOD;
}

struct period forms_period(const struct forms *f, struct period asked)
{
    for (int i = 0; i < f->periods_before; i++) {
        asked = period_before(asked);
    }
    return asked;
}
