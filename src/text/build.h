/* The inside of a rich builder, for the files of this folder that rewrite finished rich text. */
#ifndef BILAN_TEXT_BUILD_H
#define BILAN_TEXT_BUILD_H

#include "text/rich.h"

struct rich_builder {
    struct arena *arena;
    struct rich rich; /* counts; its arrays are set at the end */
    char *text;
    struct rich_run *runs;
    struct rich_link *links;
    struct str *anchors;
    struct origin *origins;
    size_t text_capacity, run_capacity, link_capacity, anchor_capacity, origin_capacity;
    uint8_t style;
    uint32_t link;
};

/* Text alone; its runs and origins are added with the calls below, in order. */
void build_bytes(struct rich_builder *b, struct str text);
/* A run over bytes already added. Joins the last one when it looks the same. */
void build_run(struct rich_builder *b, struct rich_run run);
void build_origin(struct rich_builder *b, struct origin origin);
/* The links and anchors of `piece`, in order. */
void build_references(struct rich_builder *b, const struct rich *piece);

#endif
