/* The three things that `bilan new` does. */
#ifndef BILAN_APP_NEW_H
#define BILAN_APP_NEW_H

#include "app/command.h"

/* The schema of bilan.yaml, for the edition or data folder that is the operand, or for a design alone. */
enum exit_status new_schema(const struct options *options);
/* The edition of `year` beside the one that `options->from` names: its pages, with what belongs to the year changed or marked. */
enum exit_status new_from(int year, const struct options *options);
/* The edition of `year` in the data folder around the current one: a page of each kind of a design. */
enum exit_status new_from_template(int year, const struct options *options);

#endif
