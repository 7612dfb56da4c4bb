/* What to write instead of a number or period that is written otherwise than the data wants it. */
#ifndef BILAN_MODEL_ADVICE_H
#define BILAN_MODEL_ADVICE_H

#include "base/diag.h"
#include "base/str.h"

/* `text` is no period. Hint for the last finding: the period that it stands for ("31/12/2024": write 2024-12-31), or why
 * there is none such. False without a hint, when neither can be told. */
bool advise_on_period(struct diags *d, struct str text);
/* The same where only a day is wanted. */
bool advise_on_day(struct diags *d, struct str text);

/* `text` is no number. Hint for the last finding: the number that it stands for ("1 800,5": write 1800.5), where the
 * qualifier goes. */
void advise_on_number(struct diags *d, struct str text);
/* The same of a figure's value, where words may stand for a missing one ("n/a": write N/A). */
void advise_on_value(struct diags *d, struct str text);

#endif
