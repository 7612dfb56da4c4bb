/* Reading the geometry of a map: what its parts share (private to the folder). */
#ifndef BILAN_LAYOUT_MAP_READING_H
#define BILAN_LAYOUT_MAP_READING_H

#include "layout/maps.h"
#include "layout/reading.h"

struct map_reading {
    struct reading r;
    struct map map;
    bool good;
};

/* Records that the map cannot be used, and why. */
void map_complain(struct map_reading *m, struct span at, const char *what, struct str text);

/* Text with an entry a line, whose fields are parted by commas; the last one takes the rest of the line. */
enum { MAP_FIELDS = 6 };
struct map_lines {
    const struct node *of;
    struct str text;
    size_t field_count, next;
    const char *form; /* says what a line is made of */
    /* The line that was read last. */
    struct str line, fields[MAP_FIELDS]; /* trimmed */
};
/* Those of a key: none when it is not given, or no text (recorded). */
struct map_lines map_lines_of(struct map_reading *m, const struct node *map, const char *key, size_t field_count,
                              const char *form);
/* The next line; false behind the last. Blank ones are passed over, and those that lack fields (recorded). */
bool map_next_line(struct map_reading *m, struct map_lines *l);
/* Of those that are not blank. */
size_t map_count_lines(struct map_lines lines);
/* Where a field stands; the line of an empty one. */
struct span map_part(const struct map_lines *l, struct str part);
/* Complains at a part of the line, and says what it should be. */
void map_complain_part(struct map_reading *m, const struct map_lines *l, struct str part, const char *what,
                       struct str text);

/* `borders`: SVG path data of straight lines, each move a border. */
void map_read_borders(struct map_reading *m, const struct node *map);
/* The outline of an area: the numbers of its borders in turn, backwards ones negative, rings parted by '/'. */
void map_read_outline(struct map_reading *m, struct str text, struct span at, struct map_area *area);

#endif
