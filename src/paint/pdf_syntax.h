/* PDF's lexical forms (ISO 32000-1, 7.3) into a buffer. */
#ifndef BILAN_PAINT_PDF_SYNTAX_H
#define BILAN_PAINT_PDF_SYNTAX_H

#include "base/str.h"
#include "page/document.h"

void put_integer(struct buf *out, long long value);
/* At most three decimals; never an exponent, a NaN or an infinity, whatever comes in. */
void put_real(struct buf *out, double value);
/* "12 0 R" */
void put_reference(struct buf *out, uint32_t number);
/* "[left bottom right top]" */
void put_corners(struct buf *out, double left, double bottom, double right, double top);
/* (…) with escapes: bytes as they are. */
void put_literal(struct buf *out, struct str bytes);
/* <…> */
void put_hex(struct buf *out, struct str bytes);
/* A text string: UTF-16BE with byte order mark, as <…>. */
void put_text(struct buf *out, const char *utf8);
/* "[3 0 R/XYZ 0 540 null]" */
void put_destination(struct buf *out, uint32_t page, double y);
/* UTF-16BE without mark. */
void utf16_add(struct buf *out, struct str utf8);
/* The bytes of a text string, mark included, cut at what PDF/A allows. */
void text_string(struct buf *out, const char *utf8);
/* "D:20250315000000Z" */
void pdf_date(struct buf *out, struct day day);

#endif
