/* YAML 1.1 (and so JSON) to a located tree. The only user of libyaml. */
#ifndef BILAN_LOAD_YAML_H
#define BILAN_LOAD_YAML_H

#include "base/arena.h"
#include "base/diag.h"
#include "load/node.h"

/* Limits on one file and on a whole load. */
enum { YAML_MAX_BYTES = 5 * 1024 * 1024, YAML_MAX_DEPTH = 64, YAML_MAX_NODES = 400000 };

/* The tree of file number `file` (registered with diags_add_file), in the arena; NULL after a syntax error, which is recorded once
 * with advice for the usual causes (an unquoted ': ', a value that starts with one of { [ * & ! % @ ` > |, a tab, an unclosed quote) and
 * the corrected line. Duplicate keys, keys that are no scalars, custom tags, several documents, over-deep nesting, too many
 * nodes (aliases counted as copies), ill-formed UTF-8, control and bidirectional-override characters are errors too. */
const struct node *yaml_load(struct arena *a, struct diags *d, uint32_t file);
/* The same with the nodes in `trees`, which may end before the texts of their scalars. */
const struct node *yaml_load_apart(struct arena *trees, struct arena *texts, struct diags *d, uint32_t file);

#endif
