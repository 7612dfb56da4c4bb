/* Lists and mappings between brackets and braces in one line, where they do not fit. */
#ifndef BILAN_LOAD_YAML_BRACKETS_H
#define BILAN_LOAD_YAML_BRACKETS_H

#include "base/str.h"

enum bracket_fault_kind {
    BRACKETS_FIT,
    BRACKET_CLOSES_NOTHING,
    BRACKET_OTHER,       /* closes the other kind */
    BRACKET_IN_WORD,     /* has letters on both sides */
    BRACKET_QUOTE,       /* an entry whose quotes do not fit */
    BRACKET_EMPTY_ENTRY, /* two commas with nothing between */
    BRACKET_OPEN,        /* never closed in this line */
    BRACKET_ENTRY        /* another entry that holds the problem */
};

struct bracket_fault {
    enum bracket_fault_kind kind;
    char found, wanted; /* the closing bracket; the one that fits */
    size_t at, end;     /* in the value: of the bracket, the second comma or the entry */
};

/* What is wrong with the value of a line that the parser stumbled over at byte `problem` of it. `open` is the bracket
 * that a line before has left open, or 0. */
struct bracket_fault yaml_check_brackets(struct str value, size_t problem, char open);

/* "title: Objectif : faire" with its value in quotes. */
void bracket_entry_quoted(struct buf *out, struct str entry);

#endif
