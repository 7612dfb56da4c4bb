/* Every page kind of a design, used or not. */
#ifndef BILAN_APP_ALL_KINDS_H
#define BILAN_APP_ALL_KINDS_H

#include "model/edition.h"

/* The kinds with all their files read; those with errors are left out. In the arena. */
struct kinds all_kinds(struct arena *a, const struct kinds *kinds);

#endif
