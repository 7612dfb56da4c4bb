#include "paint/srgb.h"

#include <math.h>
#include <string.h>

/* ICC.1:2010 (version 4.3): a header of 128 bytes, the table of tags, their data. */
enum { HEADER = 128, TAG_COUNT_SIZE = 4, TAG_ROW = 12 };

static void put_u32(struct buf *out, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buf_char(out, (char)(unsigned char)(value >> shift & 0xff));
}

static void put_u16(struct buf *out, unsigned value)
{
    buf_char(out, (char)(unsigned char)(value >> 8));
    buf_char(out, (char)(unsigned char)(value & 0xff));
}

static void put_fixed(struct buf *out, double value)
{
    put_u32(out, (uint32_t)(int32_t)lround(value * 65536));
}

static void put_zeros(struct buf *out, size_t count)
{
    while (count--)
        buf_char(out, 0);
}

/* The profile connection space's white (D50). */
static void put_white(struct buf *out)
{
    put_fixed(out, 0.9642);
    put_fixed(out, 1);
    put_fixed(out, 0.8249);
}

static void put_header(struct buf *out, uint32_t size)
{
    put_u32(out, size);
    put_u32(out, 0);
    put_u32(out, 0x04300000);
    buf_text(out, "mntrRGB XYZ ");
    /* The day that IEC 61966-2-1 was published: profiles must carry a date, ours must not depend on the clock. */
    put_u16(out, 1999);
    put_u16(out, 10);
    put_u16(out, 18);
    put_zeros(out, 6);
    buf_text(out, "acsp");
    put_zeros(out, 28);
    put_white(out);
    put_zeros(out, HEADER - out->len);
}

static void put_words(struct buf *out, const char *ascii)
{
    size_t len = strlen(ascii);
    buf_text(out, "mluc");
    put_zeros(out, 4);
    put_u32(out, 1);
    put_u32(out, 12);
    buf_text(out, "enUS");
    put_u32(out, (uint32_t)(2 * len));
    put_u32(out, 28);
    for (size_t i = 0; i < len; i++)
        put_u16(out, (unsigned char)ascii[i]);
}

static void put_xyz(struct buf *out, double x, double y, double z)
{
    buf_text(out, "XYZ ");
    put_zeros(out, 4);
    put_fixed(out, x);
    put_fixed(out, y);
    put_fixed(out, z);
}

/* From D65 to D50 (Bradford). */
static void put_adaptation(struct buf *out)
{
    static const double matrix[9] = {1.04788,  0.02292,  -0.05020, 0.02959, 0.99048,
                                     -0.01707, -0.00923, 0.01508,  0.75168};
    buf_text(out, "sf32");
    put_zeros(out, 4);
    for (int i = 0; i < 9; i++)
        put_fixed(out, matrix[i]);
}

/* The sRGB transfer function as a parametric curve of type 3. */
static void put_curve(struct buf *out)
{
    buf_text(out, "para");
    put_zeros(out, 4);
    put_u16(out, 3);
    put_u16(out, 0);
    put_fixed(out, 2.4);
    put_fixed(out, 1 / 1.055);
    put_fixed(out, 0.055 / 1.055);
    put_fixed(out, 1 / 12.92);
    put_fixed(out, 0.04045);
}

struct profile {
    struct buf data;
    struct {
        const char *name;
        size_t start, size;
    } tags[12];
    size_t count;
};

static void tag_begin(struct profile *p, const char *name)
{
    p->tags[p->count].name = name;
    p->tags[p->count].start = p->data.len;
}

static void tag_end(struct profile *p)
{
    p->tags[p->count].size = p->data.len - p->tags[p->count].start;
    p->count++;
    while (p->data.len % 4)
        buf_char(&p->data, 0);
}

static void add_primary(struct profile *p, const char *name, double x, double y, double z)
{
    tag_begin(p, name);
    put_xyz(&p->data, x, y, z);
    tag_end(p);
}

static void add_tags(struct profile *p)
{
    tag_begin(p, "desc");
    put_words(&p->data, "sRGB");
    tag_end(p);
    tag_begin(p, "cprt");
    put_words(&p->data, "No copyright, use freely");
    tag_end(p);
    add_primary(p, "wtpt", 0.9642, 1, 0.8249);
    tag_begin(p, "chad");
    put_adaptation(&p->data);
    tag_end(p);
    add_primary(p, "rXYZ", 0.43607, 0.22249, 0.01392);
    add_primary(p, "gXYZ", 0.38515, 0.71687, 0.09708);
    add_primary(p, "bXYZ", 0.14307, 0.06061, 0.71410);
    static const char *const curves[] = {"rTRC", "gTRC", "bTRC"};
    tag_begin(p, curves[0]);
    put_curve(&p->data);
    tag_end(p);
    for (size_t i = 1; i < 3; i++) {
        p->tags[p->count] = p->tags[p->count - 1];
        p->tags[p->count++].name = curves[i];
    }
}

void srgb_profile(struct buf *out)
{
    struct profile p = {0};
    add_tags(&p);
    size_t start = HEADER + TAG_COUNT_SIZE + TAG_ROW * p.count;
    put_header(out, (uint32_t)(start + p.data.len));
    put_u32(out, (uint32_t)p.count);
    for (size_t i = 0; i < p.count; i++) {
        buf_text(out, p.tags[i].name);
        put_u32(out, (uint32_t)(start + p.tags[i].start));
        put_u32(out, (uint32_t)p.tags[i].size);
    }
    buf_str(out, buf_view(&p.data));
    buf_free(&p.data);
}
