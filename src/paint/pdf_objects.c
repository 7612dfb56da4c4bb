#include "paint/pdf_objects.h"

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <stdlib.h>
#include <string.h>

#include "paint/pdf_syntax.h"

enum { PAGES_PER_NODE = 64 };
/* libharu cuts its pools at any byte: structures in them are misaligned. */
enum { NO_POOL = 0 };

/* The text of a dictionary's entries that libharu has no form for. */
struct raw {
    struct raw *next;
    struct buf text;
};

struct pdf {
    HPDF_Doc doc;
    HPDF_Stream writer; /* into `value` */
    struct buf value;
    struct raw *raws;
    struct buf scrap; /* takes what is written after a failure */
    HPDF_Pages node;
    unsigned node_count;
    bool failed;
    struct pdf_file file;
};

/* libharu crashes when an allocation fails, so none may return. */
static void *HPDF_STDCALL allocate(HPDF_UINT size)
{
    return memory_alloc(size);
}

static void HPDF_STDCALL release(void *memory)
{
    free(memory);
}

/* Errors are read from the document after each call: some never reach a handler. */
static void HPDF_STDCALL note_error(HPDF_STATUS error, HPDF_STATUS detail, void *user_data)
{
    (void)error;
    (void)detail;
    (void)user_data;
}

static HPDF_STATUS HPDF_STDCALL write_bytes(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size)
{
    struct buf *value = stream->attr;
    buf_add(value, bytes, size);
    return HPDF_OK;
}

static bool sound(struct pdf *p)
{
    if (p->doc->error.error_no != HPDF_OK)
        p->failed = true;
    return !p->failed;
}

struct pdf *pdf_new(struct buf *out)
{
    HPDF_Doc doc = HPDF_NewEx(note_error, allocate, release, NO_POOL, NULL);
    if (!doc)
        return NULL;
    struct pdf *p = memory_alloc(sizeof *p);
    memset(p, 0, sizeof *p);
    p->doc = doc;
    p->writer = HPDF_CallbackWriter_New(doc->mmgr, write_bytes, &p->value);
    p->failed = !p->writer;
    pdf_file_begin(&p->file, out);
    sound(p);
    return p;
}

void pdf_free(struct pdf *p)
{
    while (p->raws) {
        struct raw *next = p->raws->next;
        buf_free(&p->raws->text);
        free(p->raws);
        p->raws = next;
    }
    HPDF_Stream_Free(p->writer);
    HPDF_Free(p->doc);
    pdf_file_free(&p->file);
    buf_free(&p->value);
    buf_free(&p->scrap);
    free(p);
}

const char *pdf_failure(const struct pdf *p)
{
    return p->failed || p->doc->error.error_no != HPDF_OK ? "libharu refused an object" : NULL;
}

struct pdf_file *pdf_file_of(struct pdf *p)
{
    return &p->file;
}

pdf_dict *pdf_catalog(struct pdf *p)
{
    return p->doc->catalog;
}

pdf_dict *pdf_info(struct pdf *p)
{
    return p->doc->info;
}

pdf_dict *pdf_object(struct pdf *p)
{
    if (!sound(p))
        return NULL;
    HPDF_Dict d = HPDF_Dict_New(p->doc->mmgr);
    if (!d || HPDF_Xref_Add(p->doc->xref, d) != HPDF_OK) {
        p->failed = true;
        return NULL;
    }
    return d;
}

uint32_t pdf_number(const pdf_dict *d)
{
    return d ? d->header.obj_id & 0x00FFFFFF : 0;
}

static void check(struct pdf *p, HPDF_STATUS status)
{
    if (status != HPDF_OK)
        p->failed = true;
}

void pdf_set_name(struct pdf *p, pdf_dict *d, const char *key, const char *name)
{
    if (d && sound(p))
        check(p, HPDF_Dict_AddName(d, key, name));
}

void pdf_set_integer(struct pdf *p, pdf_dict *d, const char *key, int32_t value)
{
    if (d && sound(p))
        check(p, HPDF_Dict_AddNumber(d, key, value));
}

void pdf_set_bytes(struct pdf *p, pdf_dict *d, const char *key, struct str bytes)
{
    if (!d || !sound(p))
        return;
    HPDF_Binary value = HPDF_Binary_New(p->doc->mmgr, (HPDF_BYTE *)(uintptr_t)bytes.at, (HPDF_UINT)bytes.len);
    check(p, value ? HPDF_Dict_Add(d, key, value) : HPDF_INVALID_OBJECT);
}

void pdf_set_text(struct pdf *p, pdf_dict *d, const char *key, const char *utf8)
{
    struct buf bytes = {0};
    text_string(&bytes, utf8);
    pdf_set_bytes(p, d, key, buf_view(&bytes));
    buf_free(&bytes);
}

void pdf_set_object(struct pdf *p, pdf_dict *d, const char *key, pdf_dict *value)
{
    if (d && value && sound(p))
        check(p, HPDF_Dict_Add(d, key, value));
}

static HPDF_STATUS write_raw(HPDF_Dict d, HPDF_Stream stream)
{
    const struct raw *raw = d->attr;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)raw->text.at, (HPDF_UINT)raw->text.len);
}

struct buf *pdf_set_raw(struct pdf *p, pdf_dict *d, const char *key)
{
    if (!d || !sound(p)) {
        p->scrap.len = 0;
        return &p->scrap;
    }
    struct raw *raw = d->attr;
    if (!raw) {
        raw = memory_alloc(sizeof *raw);
        *raw = (struct raw){p->raws, {0}};
        p->raws = raw;
        d->attr = raw;
        d->write_fn = write_raw;
    }
    buf_char(&raw->text, '/');
    buf_text(&raw->text, key);
    buf_char(&raw->text, ' ');
    return &raw->text;
}

static struct str value_of(struct pdf *p, void *object)
{
    p->value.len = 0;
    if (sound(p))
        check(p, HPDF_Obj_WriteValue(object, p->writer, NULL));
    return buf_view(&p->value);
}

static void write_stream(struct pdf *p, pdf_dict *d, struct str bytes)
{
    put_integer(pdf_set_raw(p, d, "Length"), (long long)bytes.len);
    if (d && sound(p))
        pdf_file_stream(&p->file, pdf_number(d), value_of(p, d), bytes);
}

void pdf_stream(struct pdf *p, pdf_dict *d, struct str bytes)
{
    buf_text(pdf_set_raw(p, d, "Filter"), "/FlateDecode");
    write_stream(p, d, pdf_file_deflate(&p->file, bytes));
}

void pdf_stream_plain(struct pdf *p, pdf_dict *d, struct str bytes)
{
    write_stream(p, d, bytes);
}

void pdf_add_page(struct pdf *p, pdf_dict *page)
{
    if (!page || !sound(p))
        return;
    if (p->node_count++ % PAGES_PER_NODE == 0)
        p->node = HPDF_Pages_New(p->doc->mmgr, p->doc->root_pages, p->doc->xref);
    check(p, p->node ? HPDF_Pages_AddKids(p->node, page) : HPDF_INVALID_OBJECT);
    /* Only now: AddKids takes a page's `attr` for libharu's own page record, which ours has none of. */
    page->header.obj_class |= HPDF_OSUBCLASS_PAGE;
}

void pdf_seal(struct pdf *p)
{
    pdf_file_seal(&p->file, p->doc->xref->entries->count);
}

/* libharu's objects; the first entry of its table is the head of the free list. */
static void gather_objects(struct pdf *p)
{
    HPDF_UINT count = p->doc->xref->entries->count;
    for (HPDF_UINT i = 1; i < count && sound(p); i++) {
        if (pdf_file_has(&p->file, i))
            continue;
        HPDF_XrefEntry entry = HPDF_Xref_GetEntry(p->doc->xref, i);
        struct str value = value_of(p, entry->obj);
        buf_str(pdf_file_object(&p->file, i), value);
        pdf_file_object_end(&p->file);
    }
}

void pdf_end(struct pdf *p)
{
    gather_objects(p);
    if (sound(p))
        pdf_file_end(&p->file, pdf_number(p->doc->catalog), pdf_number(p->doc->info));
}
