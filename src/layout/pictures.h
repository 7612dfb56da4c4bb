/* The pictures of an edition: each file is read and decoded once (private to the folder). */
#ifndef BILAN_LAYOUT_PICTURES_H
#define BILAN_LAYOUT_PICTURES_H

#include "layout/job.h"

struct pictures *pictures_new(struct arena *a);
/* The picture that a field of type image names; NULL when it cannot be used, which is recorded once for each place that names it. */
const struct image *pictures_get(struct job *job, const struct value *name);

#endif
