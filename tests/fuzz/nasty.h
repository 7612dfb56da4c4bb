/* Values that programs stumble over. */
#ifndef BILAN_FUZZ_NASTY_H
#define BILAN_FUZZ_NASTY_H

#include <stddef.h>

const char *nasty_text(size_t index);
size_t nasty_count(void);
/* For a cell of a CSV file, quoted where it must be. */
const char *nasty_cell(size_t index);
size_t nasty_cell_count(void);

#endif
