/* Prints prepared markup into a rich builder, with style, link and place. */
#ifndef BILAN_TEXT_PRINTER_H
#define BILAN_TEXT_PRINTER_H

#include "text/inline.h"
#include "text/markup.h"

/* The text on its way from the Markdown parser to the builder. */
struct printer {
    struct arena *arena;
    struct diags *diags;
    const struct markup *markup;
    const struct reference_resolver *resolver;
    struct rich_builder *out;
    int strong, emphasis; /* how deep in each */
    uint32_t link;
    size_t position; /* in the markup: behind what the parser reported last */
    bool paragraph;  /* there was one before */
    bool spaced;     /* the last character is a space, or a line begins */
};

/* Bytes [at, end) of the markup: text, and the references in it. */
void print_range(struct printer *p, size_t at, size_t end);
/* A character that stands for something else in the source. */
void print_character(struct printer *p, const char *character, struct span source, uint8_t mark);
/* The blank at `at`, as one space. */
void print_space(struct printer *p, size_t at);
/* The reference whose letter stands at `at`, put into `out`. */
void print_reference(struct printer *p, size_t at, struct rich_builder *out);
/* The byte of the scalar behind prepared byte `at`. */
char printer_byte(const struct printer *p, size_t at);

#endif
