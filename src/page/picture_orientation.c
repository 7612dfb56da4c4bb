/* Exif orientation (Exif 2.3, 4.6.4; TIFF 6.0, section 2). */
#include <string.h>

#include "page/picture_formats.h"

enum { TAG_ORIENTATION = 0x0112, TYPE_SHORT = 3, ENTRY_BYTES = 12 };

struct tiff {
    const unsigned char *at;
    size_t len;
    bool big_endian;
};

static bool read_short(const struct tiff *t, size_t offset, unsigned *out)
{
    if (t->len < 2 || offset > t->len - 2)
        return false;
    unsigned first = t->at[offset], second = t->at[offset + 1];
    *out = t->big_endian ? first << 8 | second : second << 8 | first;
    return true;
}

static bool read_long(const struct tiff *t, size_t offset, size_t *out)
{
    unsigned first, second;
    if (!read_short(t, offset, &first) || !read_short(t, offset + 2, &second))
        return false;
    *out = t->big_endian ? (size_t)first << 16 | second : (size_t)second << 16 | first;
    return true;
}

/* Looks through the first directory. */
static int find_orientation(const struct tiff *t)
{
    size_t directory;
    unsigned count, tag, type, value;
    if (!read_long(t, 4, &directory) || !read_short(t, directory, &count))
        return ORIENTATION_UPRIGHT;
    for (size_t i = 0; i < count; i++) {
        size_t entry = directory + 2 + i * ENTRY_BYTES;
        if (!read_short(t, entry, &tag) || !read_short(t, entry + 2, &type) || !read_short(t, entry + 8, &value))
            break;
        if (tag == TAG_ORIENTATION)
            return type == TYPE_SHORT && value >= 1 && value <= 8 ? (int)value : ORIENTATION_UPRIGHT;
    }
    return ORIENTATION_UPRIGHT;
}

int exif_orientation(struct str segment)
{
    static const char signature[] = "Exif\0"; /* and the NUL behind it */
    struct tiff t;
    if (segment.len < sizeof signature + 8 || memcmp(segment.at, signature, sizeof signature) != 0)
        return ORIENTATION_UPRIGHT;
    t.at = (const unsigned char *)segment.at + sizeof signature;
    t.len = segment.len - sizeof signature;
    t.big_endian = t.at[0] == 'M';
    if (memcmp(t.at, "MM\0*", 4) != 0 && memcmp(t.at, "II*\0", 4) != 0)
        return ORIENTATION_UPRIGHT;
    return find_orientation(&t);
}

void orientation_apply(int orientation, const uint8_t *rgb, uint32_t width, uint32_t height, uint8_t *out)
{
    bool transposed = orientation >= 5;
    /* Where the first row and the first column of the stored picture are seen. */
    bool from_right = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
    bool from_bottom = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
    size_t out_width = transposed ? height : width, out_height = transposed ? width : height;
    for (size_t y = 0; y < out_height; y++)
        for (size_t x = 0; x < out_width; x++) {
            size_t across = from_right ? out_width - 1 - x : x, down = from_bottom ? out_height - 1 - y : y;
            size_t source = transposed ? across * width + down : down * width + across;
            memcpy(out + (y * out_width + x) * 3, rgb + source * 3, 3);
        }
}
