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
        [PICTURE_ONE_TOO_MANY] = N_("the pictures together have more than 80 megapixels"),
        [PICTURE_DAMAGED] = N_("it is damaged or cut off"),
        [PICTURE_UNSUPPORTED] = N_("it is a JPEG of an unusual kind"),
    };
    return fault == PICTURE_OK ? "" : _(texts[fault]);
}

/* What files of other kinds begin with, some bytes in; the first that fits. */
static const char *advice_on_kind(struct str bytes)
{
    static const struct {
        size_t at;
        const char *signature, *advice;
    } kinds[] = {
        {0, "GIF8", N_("this is a GIF: save it as PNG")},
        {8, "WEBP", N_("this is a WebP: save it as PNG or JPEG")},
        {4, "ftyp", N_("this is a HEIC, AVIF or video file: save it as JPEG")},
        {0, "II*", N_("this is a TIFF: save it as PNG or JPEG")},
        {0, "MM", N_("this is a TIFF: save it as PNG or JPEG")},
        {0, "BM", N_("this is a BMP: save it as PNG")},
        {0, "%PDF", N_("this is a PDF: export the page or drawing as PNG")},
        {0, "<svg", N_("SVG files are not read: export it as PNG")},
        {0, "<?xml", N_("SVG files are not read: export it as PNG")},
        {0, "<", N_("this is a web page, not the picture: download it again")},
    };
    if (bytes.len == 0)
        return _("the file is empty: copy it again");
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        struct str rest = str_slice(bytes, kinds[i].at, bytes.len);
        if (str_starts(rest, kinds[i].signature))
            return _(kinds[i].advice);
    }
    return _("save it as PNG or JPEG");
}

const char *picture_fault_advice(enum picture_fault fault, struct str bytes)
{
    switch (fault) {
    case PICTURE_OK:
    case PICTURE_FAULT_COUNT:
        break;
    case PICTURE_UNKNOWN:
        return advice_on_kind(bytes);
    case PICTURE_EMPTY:
        return _("export it again");
    case PICTURE_TOO_LARGE:
    case PICTURE_ONE_TOO_MANY:
        return _("export it at the size at which it is shown");
    case PICTURE_DAMAGED:
        return _("copy or export it again");
    case PICTURE_UNSUPPORTED:
        return _("save it as PNG, or as JPEG with the usual settings");
    }
    return "";
}
