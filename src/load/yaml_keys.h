/* The keys of one mapping. */
#ifndef BILAN_LOAD_YAML_KEYS_H
#define BILAN_LOAD_YAML_KEYS_H

#include "base/diag.h"
#include "load/node.h"

/* Records keys that are no text and keys that stand twice; false when there are any. */
bool yaml_check_keys(struct diags *d, const struct node_pair *pairs, size_t count);

#endif
