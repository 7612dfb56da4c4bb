/* Text of others made safe and measurable for a terminal. */
#ifndef BILAN_BASE_ECHO_H
#define BILAN_BASE_ECHO_H

#include "base/str.h"

/* Appends `text` with each control character, direction override and ill-formed byte as one visible character. */
void echo_text(struct buf *out, struct str text);
/* One code point, made visible likewise. Returns the columns it takes on a terminal: 0, 1 or 2. */
unsigned echo_code_point(struct buf *out, uint32_t code_point);

#endif
