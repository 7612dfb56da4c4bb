/* What a design looks like: page, faces, colours, styles, icons, words, by name (private to the folder). */
#ifndef BILAN_LAYOUT_THEME_H
#define BILAN_LAYOUT_THEME_H

#include "chart/chart.h"
#include "layout/reading.h"
#include "model/names.h"
#include "text/paragraph.h"

struct theme_color {
    struct str name;
    struct color color;
};
struct theme_face {
    int weight;
    bool italic;
    const struct font *font;
};
struct theme_style {
    struct str name;
    struct text_style text;
    int weight, strong_weight;
    bool italic;
};

/* Something drawn in one colour, or in one part of several. */
struct icon_part {
    struct path path;
    bool filled;
    double stroke;
    bool own_color;
    struct color color;
};
struct icon {
    struct str name;
    double width, height;
    const struct icon_part *parts;
    size_t part_count;
};

/* One unit of a unit chart: a disc of that diameter, or a ring of that stroke. */
struct unit_mark {
    struct str name;
    double size, ring;
    struct color color;
};
struct tone {
    bool outlined;
    struct color fill, border, text;
};
enum target_status { STATUS_REACHED, STATUS_NEARLY, STATUS_MISSED, STATUS_COUNT };
struct status_look {
    struct str icon, word;
    struct color color;
};

/* What charts are drawn in; a style of each role is NULL when the theme has no style at all. */
struct theme_chart {
    struct chart_look look;
    const struct text_style *styles[CHART_ROLE_COUNT];
};

struct theme {
    double width, height;
    struct color fill;
    struct rect bounds;
    bool flows;                 /* entries stand one below the other and share pages */
    double entry_gap, body_gap; /* between entries, and between the boxes of one */
    double legible;
    bool has_outline;
    struct color outline; /* drawn around palette colours that are near to white */
    const struct theme_color *colors;
    size_t color_count;
    const struct color *palette;
    size_t palette_count;
    const struct theme_face *faces;
    size_t face_count;
    const struct theme_style *styles;
    size_t style_count;
    struct names style_names; /* index of each */
    const struct icon *icons;
    size_t icon_count;
    const struct unit_mark *marks;
    size_t mark_count;
    const struct tone *tones;
    size_t tone_count;
    int monogram_weight;
    double monogram_border;
    struct status_look status[STATUS_COUNT];
    struct theme_chart chart;
    const struct node *words; /* map of language to map of word, or NULL */
    struct fonts *fonts;
};

/* Where faces are looked for. */
struct face_folders {
    const char *const *at;
    size_t count;
};

/* False when it cannot be used (findings say why). */
bool theme_read(const struct reading *r, const struct node *file, const struct face_folders *folders,
                struct theme *out);

/* The rest looks up by name; what is unknown is recorded with the nearest name, and NULL or false returned. */
bool theme_color(const struct reading *r, const struct theme *t, const struct node *name, struct color *out);
const struct theme_style *theme_style(const struct reading *r, const struct theme *t, const struct node *name);
const struct icon *theme_icon(const struct reading *r, const struct theme *t, struct str name, struct span at);
const struct unit_mark *theme_mark(const struct reading *r, const struct theme *t, struct str name, struct span at);
/* The face of that weight, or NULL. */
const struct font *theme_face(const struct theme *t, int weight, bool italic);
/* Whether a palette colour needs an outline on white (contrast under 3:1, WCAG 2). */
bool color_is_light(struct color c);
/* Whether white text reads better on it than dark text. */
bool color_is_dark(struct color c);

/* Parts of reading, one file each. */
bool theme_read_faces(const struct reading *r, const struct node *map, const struct face_folders *folders,
                      struct theme *t);
void theme_read_styles(const struct reading *r, const struct node *map, struct theme *t);
void theme_read_drawings(const struct reading *r, const struct node *file, struct theme *t);
void theme_read_chart(const struct reading *r, const struct node *map, struct theme *t);

#endif
