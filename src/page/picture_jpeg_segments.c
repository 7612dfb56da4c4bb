/* The segments of a JPEG file (ITU-T T.81, annex B), for files that go into a PDF as they are. */
#include "page/picture_formats.h"

enum {
    SOF0 = 0xc0,
    DHT = 0xc4,
    JPG = 0xc8,
    DAC = 0xcc,
    SOF15 = 0xcf,
    SOS = 0xda,
    APP0 = 0xe0,
    APP14 = 0xee,
    APP15 = 0xef,
    COM = 0xfe
};

/* A segment with its marker; what follows the header of the first scan counts as one. */
struct segment {
    int marker;
    size_t start, end;
};

static int byte(struct str s, size_t at)
{
    return (unsigned char)s.at[at];
}

/* Markers without a segment: TEM, RST, SOI, EOI. None stands before the first scan of a sane file. */
static bool stands_alone(int marker)
{
    return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd9);
}

/* The segment that starts at `at`; false when there is none. */
static bool next_segment(struct str s, size_t at, struct segment *out)
{
    size_t mark = at;
    while (mark + 1 < s.len && byte(s, mark) == 0xff && byte(s, mark + 1) == 0xff)
        mark++; /* fill bytes */
    if (mark + 4 > s.len || byte(s, mark) != 0xff)
        return false;
    *out = (struct segment){byte(s, mark + 1), mark, s.len};
    if (out->marker == SOS)
        return true;
    if (stands_alone(out->marker))
        return false;
    out->end = mark + 2 + (size_t)(byte(s, mark + 2) << 8 | byte(s, mark + 3));
    return out->end > mark + 2 && out->end <= s.len;
}

bool jpeg_is_baseline(struct str bytes)
{
    struct segment s = {.end = 2};
    while (next_segment(bytes, s.end, &s)) {
        bool frame = s.marker >= SOF0 && s.marker <= SOF15 && s.marker != DHT && s.marker != JPG && s.marker != DAC;
        if (frame || s.marker == SOS)
            return s.marker == SOF0;
    }
    return false;
}

/* JFIF's and Adobe's segments tell how the samples are meant. */
static bool is_idle(int marker)
{
    return marker == COM || (marker > APP0 && marker <= APP15 && marker != APP14);
}

struct str jpeg_bare(struct arena *a, struct str bytes)
{
    struct buf out = {0};
    buf_str(&out, str_slice(bytes, 0, 2));
    struct segment s = {.end = 2};
    while (s.marker != SOS && next_segment(bytes, s.end, &s))
        if (!is_idle(s.marker))
            buf_str(&out, str_slice(bytes, s.start, s.end));
    struct str bare = s.marker == SOS ? str_copy(a, buf_view(&out)) : STR("");
    buf_free(&out);
    return bare;
}
