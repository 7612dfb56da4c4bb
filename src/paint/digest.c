#include "paint/digest.h"

#include <nettle/md5.h>
#include <nettle/sha2.h>

void digest_sha256(struct str bytes, uint8_t out[SHA256_BYTES])
{
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.len, (const uint8_t *)bytes.at);
    sha256_digest(&context, SHA256_BYTES, out);
}

void digest_md5(struct str bytes, uint8_t out[MD5_BYTES])
{
    struct md5_ctx context;
    md5_init(&context);
    md5_update(&context, bytes.len, (const uint8_t *)bytes.at);
    md5_digest(&context, MD5_BYTES, out);
}
