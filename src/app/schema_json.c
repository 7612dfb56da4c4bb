#include "app/schema_json.h"

#include "app/json.h"
#include "app/schema_field.h"
#include "model/schemas.h"

static const char period_pattern[] = "@(previous|next|[0-9]{4}(-T[1-4]|-[0-9]{2}(-[0-9]{2})?)?)";
static const char name_pattern[] = "[A-Za-z0-9_-]+";

static const char *text_of(struct arena *a, struct str s)
{
    return str_copy(a, s).at;
}

static cJSON *names_array(struct arena *a, struct name_set names)
{
    cJSON *array = cJSON_CreateArray();
    for (size_t i = 0; i < names.count; i++)
        cJSON_AddItemToArray(array, cJSON_CreateString(text_of(a, names.items[i])));
    return array;
}

/* Any one of the names, as a pattern; ids hold no character that means anything in one. */
static void add_names(struct buf *out, struct name_set names)
{
    if (names.count == 0)
        buf_text(out, name_pattern);
    for (size_t i = 0; i < names.count; i++) {
        buf_text(out, i == 0 ? "(" : "|");
        buf_str(out, names.items[i]);
    }
    buf_text(out, names.count > 0 ? ")" : "");
}

/* [entity.]indicator[@period]; the bare indicators stand first, for completion. */
static cJSON *figure_definition(struct arena *a, const struct known_names *names)
{
    struct buf pattern = {0};
    buf_text(&pattern, "^(");
    add_names(&pattern, names->entities);
    buf_text(&pattern, "\\.)?");
    add_names(&pattern, names->indicators);
    buf_printf(&pattern, "(%s)?$", period_pattern);
    cJSON *spelled = cJSON_CreateObject();
    cJSON_AddStringToObject(spelled, "type", "string");
    cJSON_AddStringToObject(spelled, "pattern", pattern.at);
    buf_free(&pattern);
    if (names->indicators.count == 0)
        return spelled;
    cJSON *known = cJSON_CreateObject();
    cJSON_AddItemToObject(known, "enum", names_array(a, names->indicators));
    cJSON *figure = cJSON_CreateObject();
    cJSON *either = cJSON_AddArrayToObject(figure, "anyOf");
    cJSON_AddItemToArray(either, known);
    cJSON_AddItemToArray(either, spelled);
    return figure;
}

static cJSON *service_definition(struct arena *a, const struct known_names *names)
{
    cJSON *service = cJSON_CreateObject();
    cJSON_AddStringToObject(service, "type", "string");
    if (names->services.count > 0)
        cJSON_AddItemToObject(service, "enum", names_array(a, names->services));
    return service;
}

static cJSON *include_definition(void)
{
    cJSON *include = cJSON_CreateObject(), *properties = cJSON_CreateObject(), *file = cJSON_CreateObject();
    cJSON_AddStringToObject(include, "type", "object");
    cJSON_AddStringToObject(file, "type", "string");
    cJSON_AddStringToObject(file, "description", "a YAML file that stands here");
    cJSON_AddItemToObject(properties, "include", file);
    cJSON_AddItemToObject(include, "properties", properties);
    cJSON_AddFalseToObject(include, "additionalProperties");
    return include;
}

static const char *kind_help(struct arena *a, const struct kind *kind)
{
    const struct node *help = node_get(kind->definition, "help");
    return help && help->kind == NODE_SCALAR ? text_of(a, help->as.scalar.text) : "";
}

static cJSON *kind_definition(struct arena *a, const struct kind *kind)
{
    cJSON *definition = schema_record(a, schema_page(a, kind->schema));
    cJSON_AddStringToObject(definition, "title", text_of(a, kind->name));
    cJSON_AddStringToObject(definition, "description", kind_help(a, kind));
    return definition;
}

static const char *kind_key(struct arena *a, const struct kind *kind)
{
    return arena_printf(a, "kind-%.*s", STR_ARG(kind->name));
}

/* If the page is of that kind, it is held to the kind's fields. */
static cJSON *kind_branch(struct arena *a, const struct kind *kind)
{
    cJSON *branch = cJSON_CreateObject();
    cJSON *condition = cJSON_AddObjectToObject(branch, "if");
    cJSON *page = cJSON_AddObjectToObject(cJSON_AddObjectToObject(condition, "properties"), "page");
    cJSON_AddStringToObject(page, "const", text_of(a, kind->name));
    cJSON_AddItemToArray(cJSON_AddArrayToObject(condition, "required"), cJSON_CreateString("page"));
    cJSON_AddItemToObject(branch, "then", schema_reference(a, kind_key(a, kind)));
    return branch;
}

static cJSON *page_definition(struct arena *a, const struct kinds *kinds)
{
    cJSON *page = cJSON_CreateObject(), *name = cJSON_CreateObject();
    cJSON_AddStringToObject(name, "description", "the page's kind");
    cJSON *names = cJSON_AddArrayToObject(name, "enum");
    cJSON *helps = cJSON_AddArrayToObject(name, "enumDescriptions");
    cJSON *branches = cJSON_CreateArray();
    for (size_t i = 0; i < kinds->count; i++) {
        cJSON_AddItemToArray(names, cJSON_CreateString(text_of(a, kinds->items[i].name)));
        cJSON_AddItemToArray(helps, cJSON_CreateString(kind_help(a, &kinds->items[i])));
        cJSON_AddItemToArray(branches, kind_branch(a, &kinds->items[i]));
    }
    cJSON_AddStringToObject(page, "type", "object");
    cJSON_AddItemToObject(cJSON_AddObjectToObject(page, "properties"), "page", name);
    cJSON_AddItemToArray(cJSON_AddArrayToObject(page, "required"), cJSON_CreateString("page"));
    cJSON_AddItemToObject(page, "allOf", branches);
    return schema_or_include(a, page);
}

static cJSON *definitions(struct arena *a, const struct kinds *kinds, const struct known_names *names)
{
    cJSON *all = cJSON_CreateObject();
    cJSON_AddItemToObject(all, "include", include_definition());
    cJSON_AddItemToObject(all, "figure", figure_definition(a, names));
    cJSON_AddItemToObject(all, "service", service_definition(a, names));
    cJSON_AddItemToObject(all, "page", page_definition(a, kinds));
    for (size_t i = 0; i < kinds->count; i++)
        cJSON_AddItemToObject(all, kind_key(a, &kinds->items[i]), kind_definition(a, &kinds->items[i]));
    return all;
}

static void add_pages(struct arena *a, cJSON *edition)
{
    cJSON *pages = cJSON_CreateObject();
    cJSON_AddStringToObject(pages, "type", "array");
    cJSON_AddNumberToObject(pages, "minItems", 1);
    cJSON_AddItemToObject(pages, "items", schema_reference(a, "page"));
    pages = schema_or_include(a, pages);
    cJSON_AddStringToObject(pages, "description", "the pages, in order");
    cJSON_AddItemToObject(cJSON_GetObjectItem(edition, "properties"), "pages", pages);
    cJSON_AddItemToArray(cJSON_GetObjectItem(edition, "required"), cJSON_CreateString("pages"));
}

void schema_json(const struct kinds *kinds, const struct known_names *names, struct buf *out)
{
    struct arena *a = arena_new();
    cJSON *edition = schema_record(a, &schema_edition);
    add_pages(a, edition);
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "$schema", "http://json-schema.org/draft-07/schema#");
    cJSON_AddStringToObject(root, "title", "An edition of a yearly report (bilan.yaml)");
    for (cJSON *part = edition->child; part; part = edition->child)
        cJSON_AddItemToObject(root, part->string, cJSON_DetachItemViaPointer(edition, part));
    cJSON_Delete(edition);
    cJSON_AddItemToObject(root, "definitions", definitions(a, kinds, names));
    json_print(root, out);
    arena_free(a);
}
