#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/echo.h"
#include "base/i18n.h"
#include "base/rules.h"

/* What cJSON returns, or the end for want of memory. */
static cJSON *have(cJSON *item)
{
    if (item == NULL) {
        memory_exhausted();
    }
    return item;
}

static cJSON *add_object(cJSON *to, const char *key)
{
    return have(cJSON_AddObjectToObject(to, key));
}

static cJSON *add_array(cJSON *to, const char *key)
{
    return have(cJSON_AddArrayToObject(to, key));
}

static cJSON *append_object(cJSON *array)
{
    cJSON *item = have(cJSON_CreateObject());
    if (!cJSON_AddItemToArray(array, item)) {
        memory_exhausted();
    }
    return item;
}

/* Text from inputs goes through echo_text, so that ill-formed bytes cannot spoil the JSON; NULL is null. */
static void add_text(cJSON *to, const char *key, const char *value)
{
    struct buf clean = {0};
    if (value == NULL) {
        have(cJSON_AddNullToObject(to, key));
        return;
    }
    echo_text(&clean, str_of(value));
    have(cJSON_AddStringToObject(to, key, buf_view(&clean).at));
    buf_free(&clean);
}

static void add_number(cJSON *to, const char *key, uint32_t value)
{
    have(cJSON_AddNumberToObject(to, key, value));
}

static void print(cJSON *root, struct buf *out)
{
    char *text = cJSON_Print(root);
    cJSON_Delete(root);
    if (text == NULL) {
        memory_exhausted();
    }
    buf_text(out, text);
    buf_char(out, '\n');
    cJSON_free(text);
}

struct extent {
    struct place start, end;
};

static struct extent extent_of(const struct diags *d, struct span at)
{
    return (struct extent){diags_place(d, at.file, at.start), diags_place(d, at.file, at.end)};
}

static void add_json_place(cJSON *to, const struct diags *d, struct span at)
{
    if (at.file == 0) {
        static const char *const keys[] = {"file", "line", "column", "endLine", "endColumn"};
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            add_text(to, keys[i], NULL);
        }
        return;
    }
    struct extent extent = extent_of(d, at);
    add_text(to, "file", diags_file_name(d, at.file));
    add_number(to, "line", extent.start.line);
    add_number(to, "column", extent.start.column);
    add_number(to, "endLine", extent.end.line);
    add_number(to, "endColumn", extent.end.column);
}

static const char *severity_name(enum severity severity)
{
    static const char *const names[] = {[DIAG_NOTE] = "note", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"};
    return names[severity];
}

void diags_print_json(const struct diags *d, struct buf *out)
{
    cJSON *root = have(cJSON_CreateObject());
    cJSON *list = add_array(root, "findings");
    for (size_t i = 0; i < diags_total(d); i++) {
        const struct finding *f = diags_finding(d, i);
        cJSON *item = append_object(list);
        add_json_place(item, d, f->at);
        add_text(item, "severity", severity_name(f->severity));
        add_text(item, "rule", f->rule);
        add_text(item, "message", f->message);
        add_text(item, "hint", f->hint);
        if (f->also == NULL) {
            add_text(item, "also", NULL);
            continue;
        }
        cJSON *also = add_object(item, "also");
        add_json_place(also, d, f->also_at);
        add_text(also, "message", f->also);
    }
    print(root, out);
}

/* A file name as a relative URI reference (RFC 3986). */
static void add_uri(cJSON *to, const char *name)
{
    static const char unreserved[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    struct buf uri = {0};
    for (const char *at = name; *at != '\0'; at++) {
        if (strchr(unreserved, *at) != NULL) {
            buf_char(&uri, *at);
        } else {
            buf_printf(&uri, "%%%02X", (unsigned)(unsigned char)*at);
        }
    }
    add_text(to, "uri", buf_view(&uri).at);
    buf_free(&uri);
}

static void add_message(cJSON *to, const char *message, const char *hint)
{
    struct buf text = {0};
    buf_text(&text, message);
    if (hint != NULL) {
        buf_printf(&text, " (%s)", hint);
    }
    add_text(add_object(to, "message"), "text", buf_view(&text).at);
    buf_free(&text);
}

static void add_location(cJSON *list, const struct diags *d, struct span at, const char *message)
{
    cJSON *location = append_object(list);
    if (at.file != 0) {
        struct extent extent = extent_of(d, at);
        cJSON *physical = add_object(location, "physicalLocation");
        add_uri(add_object(physical, "artifactLocation"), diags_file_name(d, at.file));
        cJSON *region = add_object(physical, "region");
        add_number(region, "startLine", extent.start.line);
        add_number(region, "startColumn", extent.start.column);
        add_number(region, "endLine", extent.end.line);
        add_number(region, "endColumn", extent.end.column);
    }
    if (message != NULL) {
        add_message(location, message, NULL);
    }
}

static void add_result(cJSON *results, const struct diags *d, const struct finding *f)
{
    cJSON *result = append_object(results);
    add_text(result, "ruleId", f->rule);
    add_text(result, "level", severity_name(f->severity));
    add_message(result, f->message, f->hint);
    cJSON *locations = add_array(result, "locations");
    if (f->at.file != 0) {
        add_location(locations, d, f->at, NULL);
    }
    if (f->also != NULL) {
        add_location(add_array(result, "relatedLocations"), d, f->also_at, f->also);
    }
}

/* The rules that fired, each once, with their help. */
static void add_rules(cJSON *driver, const struct diags *d)
{
    size_t count;
    const struct rule *rules = rules_all(&count);
    bool *fired = memory_alloc(count * sizeof *fired);
    for (size_t i = 0; i < diags_total(d); i++) {
        const struct rule *rule = rule_find(diags_finding(d, i)->rule);
        if (rule != NULL) {
            fired[rule - rules] = true;
        }
    }
    cJSON *list = add_array(driver, "rules");
    for (size_t i = 0; i < count; i++) {
        if (fired[i]) {
            cJSON *item = append_object(list);
            add_text(item, "id", rules[i].name);
            add_text(add_object(item, "shortDescription"), "text", _(rules[i].help));
        }
    }
    free(fired);
}

void diags_print_sarif(const struct diags *d, struct buf *out, const char *version)
{
    cJSON *root = have(cJSON_CreateObject());
    add_text(root, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    add_text(root, "version", "2.1.0");
    cJSON *run = append_object(add_array(root, "runs"));
    cJSON *driver = add_object(add_object(run, "tool"), "driver");
    add_text(driver, "name", "bilan");
    add_text(driver, "version", version);
    add_rules(driver, d);
    add_text(run, "columnKind", "unicodeCodePoints");
    cJSON *results = add_array(run, "results");
    for (size_t i = 0; i < diags_total(d); i++) {
        add_result(results, d, diags_finding(d, i));
    }
    print(root, out);
}
