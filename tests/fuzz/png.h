/* PNG files taken apart and put together, so that a mutated one passes its checksums. */
#ifndef BILAN_FUZZ_PNG_H
#define BILAN_FUZZ_PNG_H

#include "base/str.h"

bool png_is(struct str bytes);
/* Sets the checksum of each chunk right, as far as the file is one. */
void png_repair(uint8_t *bytes, size_t len);
/* The samples of the file's IDAT chunk, unpacked, at most `room` bytes; 0 when they cannot be. */
size_t png_unpack(struct str bytes, uint8_t *out, size_t room);
/* The file with these samples, packed, in place of its IDAT chunks. */
void png_pack(struct str bytes, struct str samples, struct buf *out);

#endif
