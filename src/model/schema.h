/* What input may hold, as tables: key, type, bounds, default, help. Page kinds bring theirs in YAML; the rest is in schemas.c. */
#ifndef BILAN_MODEL_SCHEMA_H
#define BILAN_MODEL_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"
#include "load/node.h"

enum field_type {
    FIELD_TEXT,    /* inline text with references: VALUE_TEXT */
    FIELD_STRING,  /* as it stands: VALUE_STRING */
    FIELD_NUMBER,  /* VALUE_NUMBER */
    FIELD_INTEGER, /* VALUE_NUMBER */
    FIELD_BOOL,    /* VALUE_BOOL */
    FIELD_DATE,    /* YYYY-MM-DD: VALUE_DATE */
    FIELD_URL,     /* https:, http:, mailto: or #anchor: VALUE_STRING */
    FIELD_ID,      /* letters, digits, - and _: VALUE_STRING */
    FIELD_CHOICE,  /* one of `choices`: VALUE_STRING */
    FIELD_IMAGE,   /* a file below the data folder: VALUE_STRING */
    FIELD_FIGURE,  /* [entity.]indicator[@period]: VALUE_FIGURE */
    FIELD_SERVICE, /* an id of services.yaml: VALUE_RECORD (the service) */
    FIELD_RECORD,  /* a map by `of`: VALUE_RECORD */
    FIELD_LIST     /* of `item`: VALUE_LIST */
};

struct schema;

struct field {
    struct str name;
    enum field_type type;
    bool required;
    double minimum, maximum; /* numbers: bounds; lists: least and most entries; both 0: no bound */
    struct str fallback;     /* default, as it would be written; empty: none */
    const struct str *choices;
    size_t choice_count;
    const struct schema *of; /* FIELD_RECORD; FIELD_LIST of records */
    enum field_type item;    /* FIELD_LIST: type of its entries */
    struct str help;
};

/* Fields of a map. */
struct schema {
    struct str name; /* for messages: "page kind 'cover'", "service"; ends with a NUL byte */
    const struct field *fields;
    size_t count;
};

/* Its name in the language of messages. */
const char *schema_title(const struct schema *schema);

/* NULL when there is none of that name. */
const struct field *schema_field(const struct schema *schema, struct str name);

/* A schema from YAML: a map of field name to {type, required, of, item, min, max, default, choices, help}, or to a type. Never NULL; what is wrong
 * is recorded. */
const struct schema *schema_load(struct arena *a, struct diags *d, struct str name, const struct node *fields);

/* A page kind's schema with the fields that all kinds share (page, id, title, section, summary, notes, toc) put before its own; a kind
 * that declares one of them itself keeps its own. The same schema when it has them all. Pages are bound by this, whatever kind->schema lacks. */
const struct schema *schema_page(struct arena *a, const struct schema *own);

/* As authors write them: "text", "list". */
const char *field_type_name(enum field_type type);
/* False when no type has that name. */
bool field_type_find(struct str name, enum field_type *out);

#endif
