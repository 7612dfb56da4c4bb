/* One line of YAML as its author sees it: "  - title: Objectif : faire # note". Read loosely, because it may be wrong. */
#ifndef BILAN_LOAD_YAML_LINE_H
#define BILAN_LOAD_YAML_LINE_H

#include "base/str.h"

struct yaml_line {
    size_t start;      /* offset of the line in the file */
    struct str indent; /* blanks before all else */
    struct str lead;   /* "- title: ", perhaps empty */
    struct str value;  /* trimmed, without comment */
    size_t value_at;   /* offset of the value in the file */
};

/* The line that holds `offset`. */
struct yaml_line yaml_line_at(struct str bytes, size_t offset);

/* `text` as a quoted YAML scalar; quotes around the whole of it are replaced. */
void yaml_quote(struct buf *out, struct str text);

#endif
