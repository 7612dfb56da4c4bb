#include <stdlib.h>
#include <string.h>

#include "paint/digest.h"
#include "paint/pdf_painter.h"
#include "paint/pdf_syntax.h"

static void put_parameters(struct buf *out, const struct attachment *a, struct day day)
{
    struct buf date = {0};
    pdf_date(&date, day);
    buf_printf(out, "<</Size %zu/ModDate", a->bytes.len);
    put_literal(out, buf_view(&date));
    buf_free(&date);
    uint8_t digest[MD5_BYTES]; /* the format knows no other */
    digest_md5(a->bytes, digest);
    buf_text(out, "/CheckSum");
    put_hex(out, (struct str){(const char *)digest, sizeof digest});
    buf_text(out, ">>");
}

/* The plain name for readers that know no Unicode one. */
static void put_plain_name(struct buf *out, const char *name)
{
    struct buf plain = {0};
    for (const char *c = name; *c; c++)
        if (((unsigned char)*c & 0xc0) != 0x80)
            buf_char(&plain, *c > ' ' && *c < 0x7f ? *c : '_');
    put_literal(out, buf_view(&plain));
    buf_free(&plain);
}

static pdf_dict *add_file(struct pdf_painter *p, const struct attachment *a)
{
    pdf_dict *stream = pdf_object(p->pdf);
    pdf_set_name(p->pdf, stream, "Type", "EmbeddedFile");
    pdf_set_name(p->pdf, stream, "Subtype", a->media_type);
    put_parameters(pdf_set_raw(p->pdf, stream, "Params"), a, p->doc->published);
    pdf_stream(p->pdf, stream, a->bytes);

    pdf_dict *file = pdf_object(p->pdf);
    pdf_set_name(p->pdf, file, "Type", "Filespec");
    put_plain_name(pdf_set_raw(p->pdf, file, "F"), a->name);
    pdf_set_text(p->pdf, file, "UF", a->name);
    if (a->description)
        pdf_set_text(p->pdf, file, "Desc", a->description);
    pdf_set_name(p->pdf, file, "AFRelationship", a->relationship);
    struct buf *out = pdf_set_raw(p->pdf, file, "EF");
    buf_text(out, "<</F ");
    put_reference(out, pdf_number(stream));
    buf_text(out, "/UF ");
    put_reference(out, pdf_number(stream));
    buf_text(out, ">>");
    return file;
}

struct name_entry {
    struct buf key;
    uint32_t number;
};

static int by_key(const void *a, const void *b)
{
    const struct name_entry *left = a;
    const struct name_entry *right = b;
    return str_cmp(buf_view(&left->key), buf_view(&right->key));
}

/* The names tree wants its keys sorted as they are written. */
static void put_names(struct buf *out, struct name_entry *entries, size_t count)
{
    qsort(entries, count, sizeof *entries, by_key);
    buf_text(out, "<</EmbeddedFiles<</Names[");
    for (size_t i = 0; i < count; i++) {
        put_hex(out, buf_view(&entries[i].key));
        put_reference(out, entries[i].number);
        buf_char(out, ' ');
    }
    buf_text(out, "]>>>>");
}

void paint_attachments(struct pdf_painter *p)
{
    size_t count = p->doc->attachment_count;
    if (count == 0)
        return;
    struct name_entry *entries = memory_alloc(count * sizeof *entries);
    memset(entries, 0, count * sizeof *entries);
    struct buf *list = pdf_set_raw(p->pdf, pdf_catalog(p->pdf), "AF");
    buf_char(list, '[');
    for (size_t i = 0; i < count; i++) {
        const struct attachment *a = &p->doc->attachments[i];
        entries[i].number = pdf_number(add_file(p, a));
        text_string(&entries[i].key, a->name);
        put_reference(list, entries[i].number);
        buf_char(list, ' ');
    }
    buf_char(list, ']');
    put_names(pdf_set_raw(p->pdf, pdf_catalog(p->pdf), "Names"), entries, count);
    for (size_t i = 0; i < count; i++)
        buf_free(&entries[i].key);
    free(entries);
}
