/* Findings: all that the tool has to say about its input, with the place. Recording never prints and
 * never stops; printing happens once, at the end, sorted by place. */
#ifndef BILAN_BASE_DIAG_H
#define BILAN_BASE_DIAG_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/str.h"

/* Bytes [start, end) of an input file. file 0 means no place. Lines and columns (code points from 1) are worked out when printed. */
struct span {
    uint32_t file;
    uint32_t start, end;
};
#define SPAN_NONE ((struct span){0, 0, 0})

/* Whether both start at the same byte of the same file. */
static inline bool span_same_start(struct span a, struct span b)
{
    return a.file == b.file && a.start == b.start;
}

enum severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

struct diags;

/* Findings and the files they speak of; lives as long as the arena. */
struct diags *diags_new(struct arena *a);

/* Registers an input file under the name to print (as the user wrote it, never made absolute) and lends its
 * bytes, which must outlive the findings. Returns its number, from 1. */
uint32_t diags_add_file(struct diags *d, const char *name, struct str bytes);
const char *diags_file_name(const struct diags *d, uint32_t file);
struct str diags_file_bytes(const struct diags *d, uint32_t file);

struct place {
    uint32_t line, column; /* code points, from 1 */
};
struct place diags_place(const struct diags *d, uint32_t file, uint32_t offset);
/* The line that `offset` is on, without its end and a byte order mark; *start is where it starts. */
struct str diags_line(const struct diags *d, uint32_t file, uint32_t offset, size_t *start);

/* Records one finding: `rule` is its stable name ("unknown-reference"), `format` the message, already translated: N_/_ from base/i18n.h. */
void diag_at(struct diags *d, enum severity severity, struct span at, const char *rule, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* To the last finding: what to do. Printed behind the caret line. */
void diag_hint(struct diags *d, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* To the last finding: a second place ("first stated here"). */
void diag_also(struct diags *d, struct span at, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Notes that what was last recorded is the machine's fault, not the content's: a file that is there and cannot be read. */
void diag_machine(struct diags *d);
bool diags_machine_failed(const struct diags *d);
/* Hint "did you mean 'x'?" when one of the `count` names is near to `given`. `names` are lent for the call only. */
void diag_nearest(struct diags *d, struct str given, const struct str *names, size_t count);
/* The same; when none is near, the hint lists the names where they are few, and else stays as it is. */
void diag_known(struct diags *d, struct str given, const struct str *names, size_t count);

size_t diags_count(const struct diags *d, enum severity severity);

/* One finding as data, in printing order (file name, place, order of recording); index < diags_total. */
struct finding {
    enum severity severity;
    struct span at;
    const char *rule, *message, *hint; /* hint may be NULL */
    struct span also_at;
    const char *also; /* NULL: none */
};
size_t diags_total(const struct diags *d);
const struct finding *diags_finding(const struct diags *d, size_t index);

/* "data/2024/bilan.yaml:42:13: error: message [rule]", the source line, a caret line with the hint. Tabs and control
 * characters of the source line are made visible as one column each; long lines are cut around the caret. */
void diags_print(const struct diags *d, FILE *out, bool colour);
/* {"findings":[{"file","line","column","endLine","endColumn","severity","rule","message","hint","also":{…}}]} */
void diags_print_json(const struct diags *d, struct buf *out);
/* SARIF 2.1.0. */
void diags_print_sarif(const struct diags *d, struct buf *out, const char *version);

#endif
