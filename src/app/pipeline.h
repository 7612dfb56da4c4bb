/* The pipeline, in order: load, bind, check, layout. Painting is the command's. */
#ifndef BILAN_APP_PIPELINE_H
#define BILAN_APP_PIPELINE_H

#include "layout/layout.h"
#include "model/edition.h"

enum exit_status { EXIT_DONE = 0, EXIT_CONTENT = 1, EXIT_USAGE = 2, EXIT_MACHINE = 3 };

struct pipeline {
    struct arena *arena;
    struct diags *diags;
    struct sources *sources;
    struct design *design;           /* NULL when it could not be loaded */
    const struct edition *edition;   /* NULL when nothing could be bound */
    const struct document *document; /* NULL when nothing could be laid out */
};

/* Runs all stages on the edition at `path`; `layout` names another design than the edition's, or is NULL. Findings are in `diags`. End with pipeline_end.
 * False when there is no edition at that path: said on standard error. */
bool pipeline_run(struct pipeline *p, const char *path, const char *layout);
void pipeline_end(struct pipeline *p);
/* What the findings come to: EXIT_MACHINE when an input could not be read, EXIT_CONTENT when there are errors (or, if strict, warnings). */
enum exit_status pipeline_status(const struct pipeline *p, bool strict);
/* Prints the findings in words on standard error; the status that they come to. */
enum exit_status pipeline_report(const struct pipeline *p, bool strict);

#endif
