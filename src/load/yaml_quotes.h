/* Corrected lines: what should have been in quotes, in quotes. */
#ifndef BILAN_LOAD_YAML_QUOTES_H
#define BILAN_LOAD_YAML_QUOTES_H

#include "base/diag.h"
#include "load/yaml_line.h"

/* Hint for the last finding: this line with its value in quotes. */
void yaml_hint_line_quoted(struct diags *d, const struct yaml_line *line);
/* The same of the line that holds `at`. */
void yaml_hint_quotes(struct diags *d, uint32_t file, size_t at);

/* What `at` covers, in quotes; with the dash or key before it when it is the rest of its line. False when it goes over
 * several lines or is long. */
bool yaml_quoted(struct buf *out, const struct diags *d, struct span at);

#endif
