/* What all targets share: libFuzzer's entry points, and what is done with findings. */
#ifndef BILAN_FUZZ_FUZZ_H
#define BILAN_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);

/* Prints the findings in all formats, to nowhere. */
void fuzz_print(const struct diags *d);
/* Ends the program when `holds` is false: a property that all inputs must have. */
void fuzz_require(bool holds, const char *property);

#endif
