#include "load/yaml_loader.h"

#include <string.h>

#include "base/i18n.h"
#include "load/yaml_quotes.h"

static const struct built stop = {NULL, 0};

/* The anchor and tag of the event at hand. */
void loader_properties(const yaml_event_t *event, const yaml_char_t **anchor, const yaml_char_t **tag)
{
    if (event->type == YAML_SCALAR_EVENT) {
        *anchor = event->data.scalar.anchor;
        *tag = event->data.scalar.tag;
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        *anchor = event->data.sequence_start.anchor;
        *tag = event->data.sequence_start.tag;
    } else {
        *anchor = event->data.mapping_start.anchor;
        *tag = event->data.mapping_start.tag;
    }
}

static bool is_name_byte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
}

/* Where the node itself starts, behind anchor and tag. */
uint32_t loader_skip_properties(const struct loader *l, struct span at)
{
    struct str bytes = {l->bytes.at, at.end - l->skipped};
    size_t i = at.start - l->skipped;
    while (i < bytes.len && strchr("&! \t\r\n#", bytes.at[i]) != NULL) {
        char first = bytes.at[i++];
        while (first == '&' && i < bytes.len && is_name_byte(bytes.at[i])) {
            i++;
        }
        const char *ends = first == '#' ? "\n" : first == '!' ? " \t\r\n" : NULL;
        while (ends != NULL && i < bytes.len && strchr(ends, bytes.at[i]) == NULL) {
            i++;
        }
    }
    return (uint32_t)(i + l->skipped);
}

/* The standard tags say what the text shows or the data model decides; any other means something to nobody. */
void loader_check_tag(struct loader *l, const yaml_char_t *tag, struct span at)
{
    static const char standard[] = "tag:yaml.org,2002:";
    if (tag == NULL || strncmp((const char *)tag, standard, sizeof standard - 1) == 0) {
        return;
    }
    at.end = at.start + 1;
    while (at.end - l->skipped < l->bytes.len && strchr(" \t\r\n", l->bytes.at[at.end - l->skipped]) == NULL) {
        at.end++;
    }
    diag_at(l->diags, DIAG_ERROR, at, "custom-tag", _("a value that starts with '!' must be in quotes"));
    yaml_hint_quotes(l->diags, l->file, at.start);
    l->failed = true;
}

/* Takes note of an anchor. False when there are too many; *out is NULL without one. */
bool loader_open_anchor(struct loader *l, const yaml_char_t *name, struct span at, struct anchor **out)
{
    *out = NULL;
    if (name == NULL) {
        return true;
    }
    if (l->anchor_count == MOST_ANCHORS) {
        diag_at(l->diags, DIAG_ERROR, at, "too-many-nodes", _("more than %d anchors"), (int)MOST_ANCHORS);
        diag_hint(l->diags, "%s", _("write the values out, or divide the file"));
        return false;
    }
    l->anchors = ARENA_ROOM(l->trees, l->anchors, l->anchor_count, &l->anchor_capacity, 4);
    struct str copy = str_copy(l->trees, str_of((const char *)name));
    at.end = at.start + (uint32_t)copy.len + 1;
    *out = l->anchors[l->anchor_count++] = ARENA_NEW(l->trees, struct anchor);
    **out = (struct anchor){copy, at, NULL, 0, 0, false};
    return true;
}

static struct anchor *find_anchor(struct loader *l, struct str name)
{
    for (size_t i = l->anchor_count; i > 0; i--) {
        if (str_eq(l->anchors[i - 1]->name, name)) {
            return l->anchors[i - 1];
        }
    }
    return NULL;
}

struct built loader_alias(struct loader *l, unsigned depth)
{
    struct span at = loader_span(l);
    struct str name = str_of((const char *)l->event.data.alias.anchor);
    struct anchor *anchor = find_anchor(l, name);
    if (anchor == NULL || anchor->node == NULL) {
        diag_at(l->diags, DIAG_ERROR, at, "bad-alias",
                anchor == NULL ? _("alias '*%.*s' repeats a value that does not exist")
                               : _("alias '*%.*s' stands inside the value that it repeats"),
                STR_ARG(name));
        yaml_hint_quotes(l->diags, l->file, at.start);
        return stop;
    }
    anchor->used = true;
    if (!loader_count(l, at, anchor->weight) || !loader_check_depth(l, at, depth + anchor->height)) {
        return stop;
    }
    return (struct built){anchor->node, anchor->height};
}

/* "&co text" would lose its first word without a sound. */
bool loader_check_anchors(struct loader *l)
{
    bool ok = true;
    for (size_t i = 0; i < l->anchor_count; i++) {
        const struct anchor *anchor = l->anchors[i];
        if (!anchor->used) {
            diag_at(l->diags, DIAG_ERROR, anchor->at, "unused-anchor",
                    _("'&%.*s' is taken for an anchor, not for text"), STR_ARG(anchor->name));
            yaml_hint_quotes(l->diags, l->file, anchor->at.start);
            ok = false;
        }
    }
    return ok;
}
