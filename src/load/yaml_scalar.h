/* From the text of a YAML scalar back to the bytes it was written with. */
#ifndef BILAN_LOAD_YAML_SCALAR_H
#define BILAN_LOAD_YAML_SCALAR_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

enum scalar_form { FORM_PLAIN, FORM_SINGLE_QUOTED, FORM_DOUBLE_QUOTED, FORM_LITERAL, FORM_FOLDED };

/* Inside the quotes. */
static inline struct span scalar_content(struct span at, enum scalar_form form)
{
    bool quoted = form == FORM_SINGLE_QUOTED || form == FORM_DOUBLE_QUOTED;
    if (quoted && at.end - at.start >= 2) {
        at.start++;
        at.end--;
    }
    return at;
}

struct scalar_origin {
    struct span at;         /* the value: without quotes, without block indicator and final line breaks */
    const uint32_t *origin; /* as in struct node */
};

/* `at` is the scalar as the parser marks it, with quotes or block indicator; `text` what the parser made of it. Reads
 * the source again by the rules of YAML; should it come to another text, the map is a mere approximation that never
 * leaves `at`. */
struct scalar_origin scalar_read_again(struct arena *a, struct str bytes, struct span at, enum scalar_form form,
                                       struct str text);
/* The same, with a look first at whether the text stands in the source as it is, as most do. */
static inline struct scalar_origin scalar_origin(struct arena *a, struct str bytes, struct span at,
                                                 enum scalar_form form, struct str text)
{
    struct span value = scalar_content(at, form);
    bool block = form == FORM_LITERAL || form == FORM_FOLDED;
    if (!block && str_eq(str_slice(bytes, value.start, value.end), text)) {
        return (struct scalar_origin){value, NULL};
    }
    return scalar_read_again(a, bytes, at, form, text);
}

#endif
