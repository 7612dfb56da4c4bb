/* Random editions: every page kind of a design, by the fields that it declares, over random figures and services. */
#ifndef BILAN_PROPERTY_GENERATOR_H
#define BILAN_PROPERTY_GENERATOR_H

#include "layout/layout.h"
#include "support/files.h"
#include "words.h"

/* A design as far as an author sees it. */
struct author_design {
    const char *name;
    struct arena *arena;
    struct design *design;
    const struct kinds *kinds;
    const struct schema **schemas; /* of each kind */
};

/* Reads a design below `folder` with all of its kinds; ends the program when it has errors. End with author_design_free. */
struct author_design author_design_load(const char *folder, const char *fonts, const char *name);
void author_design_free(struct author_design *d);

/* An edition's files, one to three pages. The same seed gives the same files. */
struct input_files generate_edition(struct arena *a, const struct author_design *design, struct words *words,
                                    uint64_t seed);

#endif
