/* Hashes of bytes (FIPS 180-4, RFC 1321). */
#ifndef BILAN_PAINT_DIGEST_H
#define BILAN_PAINT_DIGEST_H

#include <stdint.h>

#include "base/str.h"

enum { SHA256_BYTES = 32, MD5_BYTES = 16 };

void digest_sha256(struct str bytes, uint8_t out[SHA256_BYTES]);
void digest_md5(struct str bytes, uint8_t out[MD5_BYTES]);

#endif
