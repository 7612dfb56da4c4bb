/* An error of the parser with its line: what the advisers look at. Private to the files yaml_advice*.c. */
#ifndef BILAN_LOAD_YAML_TROUBLE_H
#define BILAN_LOAD_YAML_TROUBLE_H

#include "load/yaml_advice.h"
#include "load/yaml_line.h"

#define YAML_RULE "yaml-syntax"

struct trouble {
    struct diags *diags;
    uint32_t file;
    struct str bytes;
    const struct yaml_problem *problem;
    struct yaml_line line; /* the one of the problem */
};

/* `len` bytes of the file from `start`. */
struct span trouble_span(const struct trouble *t, size_t start, size_t len);
/* Whether the parser's words, perhaps NULL, hold this part. */
bool trouble_says(const char *words, const char *part);
/* Whether no line ends between these two bytes. */
bool trouble_same_line(const struct trouble *t, size_t a, size_t b);
/* Hint for the last finding: the line that holds `at` with `closer` at its end. */
void trouble_hint_closed(const struct trouble *t, size_t at, char closer);

/* Each records the finding and returns true when it knows what is wrong. */

/* yaml_advice_flow.c: brackets and braces. */
bool advise_open_bracket(const struct trouble *t);
bool advise_brackets(const struct trouble *t);

/* yaml_advice_lines.c: how lines start and line up. */
bool advise_tab(const struct trouble *t);
bool advise_no_break_space(const struct trouble *t);
bool advise_stray(const struct trouble *t);
bool advise_bullet(const struct trouble *t);
bool advise_colon(const struct trouble *t);
bool advise_key_sign(const struct trouble *t);
bool advise_outdented(const struct trouble *t);
bool advise_second_colon(const struct trouble *t);
bool advise_indentation(const struct trouble *t);

#endif
