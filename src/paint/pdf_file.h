/* The file around the objects: header, streams, object streams, cross-reference stream and identifier
 * (ISO 32000-1, 7.5). Knows nothing of what the objects mean. */
#ifndef BILAN_PAINT_PDF_FILE_H
#define BILAN_PAINT_PDF_FILE_H

#include "base/str.h"

struct libdeflate_compressor;

/* Where an object is: at a byte of the file, or the index-th of an object stream. */
struct object_place {
    uint32_t offset;
    uint32_t container;
    uint16_t index;
};

struct pdf_file {
    struct buf *out;
    struct object_place *places; /* by object number */
    size_t place_count;
    uint32_t next_number;    /* first object number not given out */
    struct buf bodies, head; /* of the object stream being filled */
    uint16_t gathered;
    uint32_t container;
    struct libdeflate_compressor *compressor;
    struct buf packed;
};

void pdf_file_begin(struct pdf_file *f, struct buf *out);
void pdf_file_free(struct pdf_file *f);

/* Flate-compressed bytes, good until the next call. */
struct str pdf_file_deflate(struct pdf_file *f, struct str bytes);
/* Writes a stream object now. `dictionary` is the whole <<…>> with its /Length. */
void pdf_file_stream(struct pdf_file *f, uint32_t number, struct str dictionary, struct str bytes);
bool pdf_file_has(const struct pdf_file *f, uint32_t number);

/* From here on numbers are given out by pdf_file_number, from `first` on, and objects are gathered. */
void pdf_file_seal(struct pdf_file *f, uint32_t first);
uint32_t pdf_file_numbers(struct pdf_file *f, uint32_t count);
/* Gathers an object into the current object stream: write its value between the two. */
struct buf *pdf_file_object(struct pdf_file *f, uint32_t number);
void pdf_file_object_end(struct pdf_file *f);
/* Object stream, cross-reference stream, identifier, end of file. */
void pdf_file_end(struct pdf_file *f, uint32_t root, uint32_t info);

#endif
