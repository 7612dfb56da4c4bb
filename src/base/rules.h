/* The names of all findings, with what to say to someone who asks about one. */
#ifndef BILAN_BASE_RULES_H
#define BILAN_BASE_RULES_H

#include <stddef.h>

/* `help` is one or two sentences in English, to be passed through _(). */
struct rule {
    const char *name;
    const char *help;
};

/* The rule of that name, or NULL. Lent. */
const struct rule *rule_find(const char *name);
/* All rules, sorted by name. Lent. */
const struct rule *rules_all(size_t *count);

#endif
