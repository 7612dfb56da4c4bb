/* Bound values: input that has a type, with its place. Layouts read nothing else. */
#ifndef BILAN_MODEL_VALUE_H
#define BILAN_MODEL_VALUE_H

#include "base/decimal.h"
#include "model/figure.h"
#include "model/schema.h"
#include "page/document.h"
#include "text/rich.h"

enum value_kind {
    VALUE_NONE,
    VALUE_TEXT,
    VALUE_STRING,
    VALUE_NUMBER,
    VALUE_BOOL,
    VALUE_DATE,
    VALUE_FIGURE,
    VALUE_LIST,
    VALUE_RECORD
};

struct record;

struct value {
    enum value_kind kind;
    struct span at;
    union {
        const struct rich *text;
        struct str string;
        struct decimal number;
        bool truth;
        struct day date;
        struct figure_name figure; /* which figure; forms are asked for where it is printed */
        struct {
            const struct value *items;
            size_t count;
        } list;
        const struct record *record;
    } as;
};

/* A bound map. Values stand in the schema's order; VALUE_NONE where nothing was given. */
struct record {
    const struct schema *schema;
    const struct value *values;
    struct str id; /* key in its collection (a service's id), or empty */
    struct span at;
};

/* Lent; NULL when the schema has no such field. */
const struct value *record_get(const struct record *r, struct str name);

#endif
