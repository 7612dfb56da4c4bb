#include "app/schema_field.h"

#include <float.h>

#include "base/decimal.h"

static const char date_pattern[] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
static const char address_pattern[] = "^(https://|http://|mailto:|#)[^ ]+$";
static const char id_pattern[] = "^[A-Za-z0-9_-]+$";

static const char *text_of(struct arena *a, struct str s)
{
    return str_copy(a, s).at;
}

cJSON *schema_reference(struct arena *a, const char *name)
{
    cJSON *reference = cJSON_CreateObject();
    cJSON_AddStringToObject(reference, "$ref", arena_printf(a, "#/definitions/%s", name));
    return reference;
}

cJSON *schema_or_include(struct arena *a, cJSON *schema)
{
    cJSON *either = cJSON_CreateObject();
    cJSON *condition = cJSON_AddObjectToObject(either, "if");
    cJSON_AddStringToObject(condition, "type", "object");
    cJSON_AddItemToArray(cJSON_AddArrayToObject(condition, "required"), cJSON_CreateString("include"));
    cJSON_AddItemToObject(either, "then", schema_reference(a, "include"));
    cJSON_AddItemToObject(either, "else", schema);
    return either;
}

static cJSON *string_schema(const char *pattern)
{
    cJSON *schema = cJSON_CreateObject();
    cJSON_AddStringToObject(schema, "type", "string");
    if (pattern)
        cJSON_AddStringToObject(schema, "pattern", pattern);
    return schema;
}

/* Text that looks like a number is one to other readers of YAML. */
static cJSON *words_schema(const char *number_type, const char *pattern)
{
    const char *types[] = {"string", number_type};
    cJSON *schema = cJSON_CreateObject();
    cJSON_AddItemToObject(schema, "type", cJSON_CreateStringArray(types, 2));
    if (pattern)
        cJSON_AddStringToObject(schema, "pattern", pattern);
    return schema;
}

/* Both zero: no bound; a side that is open has the largest number there is. */
static void add_bounds(cJSON *schema, const struct field *f, const char *least, const char *most)
{
    if (f->minimum == 0 && f->maximum == 0)
        return;
    if (f->minimum > -DBL_MAX)
        cJSON_AddNumberToObject(schema, least, f->minimum);
    if (f->maximum < DBL_MAX)
        cJSON_AddNumberToObject(schema, most, f->maximum);
}

static cJSON *number_schema(const struct field *f, const char *type)
{
    cJSON *schema = cJSON_CreateObject();
    cJSON_AddStringToObject(schema, "type", type);
    add_bounds(schema, f, "minimum", "maximum");
    return schema;
}

static cJSON *choice_schema(struct arena *a, const struct field *f)
{
    cJSON *schema = cJSON_CreateObject();
    cJSON *choices = cJSON_AddArrayToObject(schema, "enum");
    for (size_t i = 0; i < f->choice_count; i++) {
        struct decimal number;
        cJSON_AddItemToArray(choices, cJSON_CreateString(text_of(a, f->choices[i])));
        if (decimal_parse(f->choices[i], &number))
            cJSON_AddItemToArray(choices, cJSON_CreateNumber(decimal_to_double(number)));
    }
    return schema;
}

static cJSON *reference_schema(struct arena *a, const char *name)
{
    cJSON *schema = cJSON_CreateObject();
    cJSON_AddItemToArray(cJSON_AddArrayToObject(schema, "allOf"), schema_reference(a, name));
    return schema;
}

static cJSON *value_schema(struct arena *a, const struct field *f, enum field_type type);

static cJSON *list_schema(struct arena *a, const struct field *f)
{
    struct field item = *f;
    item.minimum = item.maximum = 0;
    cJSON *schema = cJSON_CreateObject();
    cJSON_AddStringToObject(schema, "type", "array");
    add_bounds(schema, f, "minItems", "maxItems");
    cJSON_AddItemToObject(schema, "items", value_schema(a, &item, f->item));
    return schema_or_include(a, schema);
}

static cJSON *value_schema(struct arena *a, const struct field *f, enum field_type type)
{
    switch (type) {
    case FIELD_TEXT:
    case FIELD_STRING:
        return words_schema("number", NULL);
    case FIELD_NUMBER:
        return number_schema(f, "number");
    case FIELD_INTEGER:
        return number_schema(f, "integer");
    case FIELD_BOOL: {
        cJSON *schema = cJSON_CreateObject();
        cJSON_AddStringToObject(schema, "type", "boolean");
        return schema;
    }
    case FIELD_DATE:
        return string_schema(date_pattern);
    case FIELD_URL:
        return string_schema(address_pattern);
    case FIELD_ID:
        return words_schema("integer", id_pattern);
    case FIELD_CHOICE:
        return choice_schema(a, f);
    case FIELD_IMAGE:
        return string_schema(NULL);
    case FIELD_FIGURE:
        return reference_schema(a, "figure");
    case FIELD_SERVICE:
        return reference_schema(a, "service");
    case FIELD_RECORD:
        return schema_or_include(a, schema_record(a, f->of));
    case FIELD_LIST:
        return list_schema(a, f);
    }
    return cJSON_CreateObject();
}

static void add_default(struct arena *a, cJSON *schema, const struct field *f)
{
    struct decimal number;
    bool is_number = f->type == FIELD_NUMBER || f->type == FIELD_INTEGER;
    if (f->fallback.len == 0)
        return;
    if (f->type == FIELD_BOOL)
        cJSON_AddBoolToObject(schema, "default", str_is(f->fallback, "true") || str_is(f->fallback, "yes"));
    else if (is_number && decimal_parse(f->fallback, &number))
        cJSON_AddNumberToObject(schema, "default", decimal_to_double(number));
    else
        cJSON_AddStringToObject(schema, "default", text_of(a, f->fallback));
}

static cJSON *field_schema(struct arena *a, const struct field *f)
{
    cJSON *schema = value_schema(a, f, f->type);
    if (f->help.len > 0)
        cJSON_AddStringToObject(schema, "description", text_of(a, f->help));
    add_default(a, schema, f);
    return schema;
}

cJSON *schema_record(struct arena *a, const struct schema *schema)
{
    cJSON *record = cJSON_CreateObject();
    cJSON_AddStringToObject(record, "type", "object");
    cJSON *properties = cJSON_AddObjectToObject(record, "properties");
    cJSON *required = cJSON_CreateArray();
    for (size_t i = 0; i < schema->count; i++) {
        const struct field *f = &schema->fields[i];
        const char *name = text_of(a, f->name);
        cJSON_AddItemToObject(properties, name, field_schema(a, f));
        if (f->required && f->fallback.len == 0)
            cJSON_AddItemToArray(required, cJSON_CreateString(name));
    }
    cJSON_AddItemToObject(record, "required", required);
    cJSON_AddFalseToObject(record, "additionalProperties");
    return record;
}
