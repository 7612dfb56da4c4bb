/* Sections, their entries and the annexes, as values for layouts (private to the folder). */
#ifndef BILAN_LAYOUT_CONTENTS_H
#define BILAN_LAYOUT_CONTENTS_H

#include "layout/job.h"

/* Finds the sections of the edition: places[].section and job->contents. Page numbers in them stay open. */
void contents_prepare(struct job *job);
bool contents_is_section(const struct record *r);
/* The title of the section that starts at its opener, plain and closed as far as known. */
const struct rich *contents_title(const struct job *job, size_t section);

#endif
