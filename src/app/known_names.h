/* The names that an edition may use, as the data folder defines them. */
#ifndef BILAN_APP_KNOWN_NAMES_H
#define BILAN_APP_KNOWN_NAMES_H

#include "load/source.h"

struct name_set {
    const struct str *items;
    size_t count;
};

/* Zero-initialised: nothing is known, and every name is taken. */
struct known_names {
    struct str programme;       /* its name */
    struct name_set indicators; /* indicators.yaml */
    struct name_set services;   /* services.yaml */
    struct name_set entities;   /* the services, and the entities of programme.yaml */
};

/* Of the data folder `root`, which the sources lie below; in the order of the files. Findings in the files go to the sources' own. */
struct known_names known_names_read(struct arena *a, struct sources *s, const char *root);

#endif
