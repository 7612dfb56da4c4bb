/* Forms: in which shape a figure is asked for. Private to the folder. */
#ifndef BILAN_MODEL_FORMS_H
#define BILAN_MODEL_FORMS_H

#include "model/binding.h"

enum computation {
    COMPUTE_NOTHING,
    COMPUTE_CHANGE,
    COMPUTE_DIFFERENCE,
    COMPUTE_POINTS,
    COMPUTE_TIMES,
    COMPUTE_SHARE,
    COMPUTE_ATTAINMENT
};
enum form_style { STYLE_FULL, STYLE_VALUE, STYLE_PLAIN, STYLE_WORDS };

/* Forms in any order: which observation, what is computed of it, in which scale and style it is written. */
struct forms {
    enum figure_kind kind;
    int periods_before;
    enum computation computation;
    int scale; /* 3: thousands, 6: millions; 0: as it is */
    enum form_style style;
};

enum forms_fault { FORMS_GOOD, FORMS_UNKNOWN, FORMS_CLASH };
/* "previous:M"; empty: the figure as it is. On a fault `*bad` is the form at fault, within text. */
enum forms_fault forms_parse(struct str text, struct forms *out, struct str *bad);
/* The period that the forms lead to from the one asked for. */
struct period forms_period(const struct forms *f, struct period asked);
/* All names, for "did you mean". */
const struct str *forms_names(size_t *count);

/* A figure in its forms, before it is written. */
struct reading {
    struct amount amount; /* value rounded as printed */
    struct str unit;
    bool signed_number; /* + is written too */
    bool times;         /* × is written */
};
/* The name has its period. Records no finding: see amount.state. */
struct reading reading_of(struct binding *b, struct figure_name name, const struct forms *forms);
/* The unit where it is written with the number (%, €); a word is not, since the label says it. */
struct str unit_printed(struct str unit);
/* Rounds to `decimals` (-1: as many as the amount has) and brings to the scale asked for. */
void reading_round(struct reading *r, const struct forms *forms, int decimals);
/* As the language writes it, with unit and qualifier as the style says. */
struct str reading_text(struct binding *b, const struct reading *r, const struct forms *forms);
/* Records why there is nothing to print. */
void reading_report(struct binding *b, const struct reading *r, struct figure_name asked, struct span at);

#endif
