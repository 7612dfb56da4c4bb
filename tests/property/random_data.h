/* Random figures, services and criteria. */
#ifndef BILAN_PROPERTY_RANDOM_DATA_H
#define BILAN_PROPERTY_RANDOM_DATA_H

#include "generator.h"

enum { INDICATORS = 8, SERVICES = 6, FIRST_YEAR = 2019, LAST_YEAR = 2024 };

/* What is being written. */
struct generation {
    struct arena *arena;
    struct chance *chance;
    struct words *words;
    const struct design *design;
    size_t length; /* of the lists of a page, where they may be that long: most must be equally long */
    size_t page_count;
};

/* indicators.yaml and .csv, services.yaml and criteria.yaml: indicators i0 to i7, services s0 to s5, every figure on record. */
struct input_files random_data(struct generation *g);
/* A number as written in content: of any size, seldom negative. */
void put_number(struct generation *g, struct buf *out);

#endif
