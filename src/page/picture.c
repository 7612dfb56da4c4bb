#include "page/picture.h"

#include <string.h>

#include "base/i18n.h"
#include "page/picture_formats.h"

static const char png_signature[] = {'\x89', 'P', 'N', 'G', '\r', '\n', '\x1a', '\n'};
static const char jpeg_signature[] = {'\xff', '\xd8', '\xff'};

static bool begins_with(struct str bytes, const char *signature, size_t len)
{
    return bytes.len >= len && memcmp(bytes.at, signature, len) == 0;
}

enum picture_fault picture_size_fault(uint32_t width, uint32_t height)
{
    if (width == 0 || height == 0)
        return PICTURE_EMPTY;
    if (width > PICTURE_MAX_SIDE || height > PICTURE_MAX_SIDE || (uint64_t)width * height > PICTURE_MAX_PIXELS)
        return PICTURE_TOO_LARGE;
    return PICTURE_OK;
}

static enum picture_fault decode(struct arena *a, struct str bytes, struct image *out)
{
    if (bytes.len > PICTURE_MAX_BYTES)
        return PICTURE_TOO_LARGE;
    if (begins_with(bytes, png_signature, sizeof png_signature))
        return picture_png(a, bytes, out);
    if (begins_with(bytes, jpeg_signature, sizeof jpeg_signature))
        return picture_jpeg(a, bytes, out);
    return PICTURE_UNKNOWN;
}

const struct image *picture_decode(struct arena *a, struct str bytes, uint32_t id, enum picture_fault *fault)
{
    struct image *image = ARENA_NEW(a, struct image);
    image->id = id;
    *fault = decode(a, bytes, image);
    return *fault == PICTURE_OK ? image : NULL;
}

const char *picture_fault_text(enum picture_fault fault)
{
    static const char *const texts[PICTURE_FAULT_COUNT] = {
        [PICTURE_OK] = "",
        [PICTURE_UNKNOWN] = N_("it is neither a PNG nor a JPEG file"),
        [PICTURE_EMPTY] = N_("it has no pixels"),
        [PICTURE_TOO_LARGE] = N_("it has more than 20 megapixels or 16 MB, or a side of more than 32767 pixels"),
        [PICTURE_DAMAGED] = N_("it is damaged or cut off"),
        [PICTURE_UNSUPPORTED] = N_("it is a JPEG of an unusual kind"),
    };
    return fault == PICTURE_OK ? "" : _(texts[fault]);
}
