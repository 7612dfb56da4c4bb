/* A YAML file being read: shared by the files that build its tree, and by nobody else. */
#ifndef BILAN_LOAD_YAML_LOADER_H
#define BILAN_LOAD_YAML_LOADER_H

#include <yaml.h>

#include "base/diag.h"
#include "load/yaml.h"

enum { MOST_ANCHORS = 1000 };

struct anchor {
    struct str name;
    struct span at;
    const struct node *node; /* NULL while it is being built */
    size_t weight;           /* nodes in it, aliases expanded */
    unsigned height;         /* levels in it */
    bool used;
};

struct loader {
    struct arena *trees; /* nodes */
    struct arena *texts; /* what is not text of the file as it stands */
    struct diags *diags;
    uint32_t file;
    struct str whole; /* the file */
    struct str bytes; /* without byte order mark */
    size_t skipped;   /* length of the byte order mark */
    yaml_parser_t parser;
    yaml_event_t event;
    size_t mark_index, mark_byte; /* code point and byte of a position converted before */
    size_t mark_ascii;            /* how many from there on are known to be ASCII */
    size_t nodes;
    bool failed;
    struct span last_quoted;
    const struct node **pending; /* items of the collections being built; owned */
    size_t pending_count, pending_capacity;
    struct anchor **anchors;
    size_t anchor_count, anchor_capacity;
};

struct built {
    const struct node *node; /* NULL: stop */
    unsigned height;
};

/* yaml_events.c: events, their places, the limits on them. False: stop; the error is recorded. */

bool loader_next(struct loader *l);
/* Moves the mark to where nothing but ASCII lies between it and code point `index`, or the end of the file. Returns how much. */
size_t loader_seek(struct loader *l, size_t index);
/* The parser counts code points; its marks come nearly in order, so the last one is a good place to start from. */
static inline uint32_t loader_offset(struct loader *l, size_t index)
{
    size_t ahead = index - l->mark_index;
    if (ahead > l->mark_ascii) {
        ahead = loader_seek(l, index);
    }
    return (uint32_t)(l->mark_byte + ahead + l->skipped);
}
/* Of the event at hand. */
static inline struct span loader_span(struct loader *l)
{
    uint32_t start = loader_offset(l, l->event.start_mark.index);
    return (struct span){l->file, start, loader_offset(l, l->event.end_mark.index)};
}
void loader_report_count(struct loader *l, struct span at);
/* Counts a value, or as many as an alias repeats. */
static inline bool loader_count(struct loader *l, struct span at, size_t weight)
{
    l->nodes += weight;
    if (l->nodes <= YAML_MAX_NODES) {
        return true;
    }
    loader_report_count(l, at);
    return false;
}
bool loader_check_depth(struct loader *l, struct span at, unsigned depth);

/* yaml_properties.c: anchors, aliases and tags. */

/* The anchor and tag of the event at hand, or NULL. */
void loader_properties(const yaml_event_t *event, const yaml_char_t **anchor, const yaml_char_t **tag);
/* Where the node itself starts, behind anchor and tag. */
uint32_t loader_skip_properties(const struct loader *l, struct span at);
void loader_check_tag(struct loader *l, const yaml_char_t *tag, struct span at);
/* Takes note of an anchor. False when there are too many; *out is NULL without one. */
bool loader_open_anchor(struct loader *l, const yaml_char_t *name, struct span at, struct anchor **out);
struct built loader_alias(struct loader *l, unsigned depth);
/* Each anchor must be used. */
bool loader_check_anchors(struct loader *l);

/* yaml_build.c: the node that starts with the event at hand, `depth` levels down. */
struct built loader_build(struct loader *l, unsigned depth);

#endif
