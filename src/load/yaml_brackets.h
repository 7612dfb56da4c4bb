/* Lists and mappings between brackets and braces in one line, where they do not fit. */
#ifndef BILAN_LOAD_YAML_BRACKETS_H
#define BILAN_LOAD_YAML_BRACKETS_H

#include "base/str.h"

enum bracket_fault_kind { BRACKETS_FIT, BRACKET_CLOSES_NOTHING, BRACKET_OTHER, BRACKET_ENTRY };

struct bracket_fault {
    enum bracket_fault_kind kind;
    char found, wanted; /* the closing bracket; the one that fits */
    size_t at, end;     /* in the value: of the bracket, or of the entry */
};

/* What is wrong with the value of a line that the parser stumbled over at byte `problem` of it: a bracket that closes
 * nothing or the other kind, or the entry that holds the problem. */
struct bracket_fault yaml_check_brackets(struct str value, size_t problem);

/* "title: Objectif : faire" with its value in quotes. */
void bracket_entry_quoted(struct buf *out, struct str entry);

#endif
