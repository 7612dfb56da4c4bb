/* PDF objects through libharu's object layer: the only place that calls it. Once a call has failed, all further
 * ones do nothing and pdf_failure tells why, so callers need not look after each. */
#ifndef BILAN_PAINT_PDF_OBJECTS_H
#define BILAN_PAINT_PDF_OBJECTS_H

#include "paint/pdf_file.h"

struct pdf;
typedef struct _HPDF_Dict_Rec pdf_dict;

/* NULL when libharu does not start. `out` receives the file. */
struct pdf *pdf_new(struct buf *out);
void pdf_free(struct pdf *p);
/* What libharu said first, static text; NULL when all went well. */
const char *pdf_failure(const struct pdf *p);
struct pdf_file *pdf_file_of(struct pdf *p);

pdf_dict *pdf_catalog(struct pdf *p);
pdf_dict *pdf_info(struct pdf *p);
/* A new dictionary, an indirect object of its own. */
pdf_dict *pdf_object(struct pdf *p);
uint32_t pdf_number(const pdf_dict *d);

void pdf_set_name(struct pdf *p, pdf_dict *d, const char *key, const char *name);
void pdf_set_integer(struct pdf *p, pdf_dict *d, const char *key, int32_t value);
void pdf_set_text(struct pdf *p, pdf_dict *d, const char *key, const char *utf8);
void pdf_set_bytes(struct pdf *p, pdf_dict *d, const char *key, struct str bytes);
void pdf_set_object(struct pdf *p, pdf_dict *d, const char *key, pdf_dict *value);
/* Writes "/key " to the dictionary's own text and returns that, for a value with no libharu form. */
struct buf *pdf_set_raw(struct pdf *p, pdf_dict *d, const char *key);

/* Makes `d` a stream and writes it to the file at once; its entries must be complete. */
void pdf_stream(struct pdf *p, pdf_dict *d, struct str bytes);
/* The same, the bytes as they are (metadata). */
void pdf_stream_plain(struct pdf *p, pdf_dict *d, struct str bytes);

/* A page in the page tree. */
void pdf_add_page(struct pdf *p, pdf_dict *page);

/* No more dictionaries from here on (entries may still be set): pdf_file gives out the numbers behind them. */
void pdf_seal(struct pdf *p);
/* Writes the dictionaries and the end of the file. */
void pdf_end(struct pdf *p);

#endif
