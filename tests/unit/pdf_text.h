/* PDFs painted from samples, and what stands in them as plain text. */
#ifndef BILAN_TESTS_PDF_TEXT_H
#define BILAN_TESTS_PDF_TEXT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <zlib.h>

#include "paint/paint.h"
#include "sample_complete.h"

static inline void paint(struct sample *s, struct buf *out)
{
    struct paint_result r = paint_pdf(&s->doc, out);
    assert_int_equal(r.status, PAINT_OK);
    assert_null(r.detail);
    assert_true(out->len > 0);
}

static inline void inflate_into(struct buf *out, const char *bytes, size_t len)
{
    z_stream z = {.next_in = (z_const Bytef *)bytes, .avail_in = (uInt)len};
    assert_int_equal(inflateInit(&z), Z_OK);
    char chunk[4096];
    int status;
    do {
        z.next_out = (Bytef *)chunk;
        z.avail_out = sizeof chunk;
        status = inflate(&z, Z_NO_FLUSH);
        assert_true(status == Z_OK || status == Z_STREAM_END);
        buf_add(out, chunk, sizeof chunk - z.avail_out);
    } while (status != Z_STREAM_END);
    inflateEnd(&z);
}

static inline const char *pdf_find(struct str s, size_t from, const char *wanted)
{
    size_t len = strlen(wanted);
    for (size_t i = from; i + len <= s.len; i++)
        if (memcmp(s.at + i, wanted, len) == 0)
            return s.at + i;
    return NULL;
}

/* Everything in the file as plain text: its own bytes up to each stream, then the stream unpacked. */
static inline void unpack(struct str file, struct buf *out)
{
    const char *stream;
    size_t at = 0;
    while ((stream = pdf_find(file, at, "\nstream\n"))) {
        const char *start = stream + 8;
        const char *end = pdf_find(file, (size_t)(start - file.at), "\nendstream");
        assert_non_null(end);
        buf_add(out, file.at + at, (size_t)(stream - file.at) - at);
        struct str dictionary = {file.at + at, (size_t)(stream - file.at) - at};
        if (pdf_find(dictionary, 0, "FlateDecode"))
            inflate_into(out, start, (size_t)(end - start));
        else
            buf_add(out, start, (size_t)(end - start));
        at = (size_t)(end - file.at);
    }
    buf_add(out, file.at + at, file.len - at);
}

static inline void paint_unpacked(struct sample *s, struct buf *text)
{
    struct buf out = {0};
    paint(s, &out);
    unpack(buf_view(&out), text);
    buf_free(&out);
}

static inline bool holds(const struct buf *text, const char *wanted)
{
    return pdf_find(buf_view(text), 0, wanted) != NULL;
}

static inline size_t occurrences(const struct buf *text, const char *wanted)
{
    size_t count = 0;
    const char *hit;
    for (size_t at = 0; (hit = pdf_find(buf_view(text), at, wanted)); at = (size_t)(hit - text->at) + 1)
        count++;
    return count;
}

static inline int set_up(void **state)
{
    *state = sample_complete();
    return 0;
}

static inline int tear_down(void **state)
{
    sample_free(*state);
    return 0;
}

#endif
