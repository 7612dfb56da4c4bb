/* A canvas that records what a chart draws, and data for it. */
#ifndef BILAN_TESTS_CHART_SUPPORT_H
#define BILAN_TESTS_CHART_SUPPORT_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "chart/chart.h"

enum { MISSING = -987654 }; /* stands for a missing value in the arrays of tests */

struct drawn_text {
    const char *text;
    enum chart_role role;
    struct color color;
    struct rect box;
    uint32_t figure;
    bool raised; /* some of it */
    bool turned;
};
struct recorder {
    struct arena *arena;
    struct language *language;
    struct drawn_text *texts;
    size_t text_count, text_capacity;
    struct drawing *drawings;
    struct rect *boxes; /* of drawings, strokes included */
    size_t drawing_count, drawing_capacity, box_capacity;
    struct chart_canvas canvas;
    struct chart_look look;
};

static inline double recorder_measure(void *data, const struct rich *text, enum chart_role role)
{
    struct recorder *r = data;
    return 0.5 * r->canvas.size[role] * (double)utf8_count(text->text);
}

static inline void *recorder_room(struct arena *a, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity ? 2 * *capacity : 64;
    return arena_grow(a, items, count, *capacity, size);
}

static inline void recorder_text(void *data, const struct label *label)
{
    struct recorder *r = data;
    const struct rich *text = label->text;
    double width = recorder_measure(r, text, label->role), size = r->canvas.size[label->role];
    double before = chart_anchor_shift(label->anchor, width);
    struct drawn_text drawn = {.text = str_copy(r->arena, text->text).at, .role = label->role, .color = label->color};
    drawn.turned = label->anchor == CHART_UPWARDS;
    drawn.box = drawn.turned ? (struct rect){label->x - 0.76 * size, label->y, size, width}
                             : (struct rect){label->x - before, label->y - 0.76 * size, width, size};
    for (size_t i = 0; i < text->run_count; i++) {
        drawn.figure = text->runs[i].figure ? text->runs[i].figure : drawn.figure;
        drawn.raised |= (text->runs[i].style & RICH_RAISED) != 0;
    }
    r->texts = recorder_room(r->arena, r->texts, r->text_count, &r->text_capacity, sizeof *r->texts);
    r->texts[r->text_count++] = drawn;
}

static inline void *recorder_copy(struct recorder *r, const void *from, size_t size)
{
    void *to = arena_alloc(r->arena, size ? size : 1);
    if (size)
        memcpy(to, from, size);
    return to;
}

static inline void recorder_draw(void *data, const struct drawing *drawing, struct rect box)
{
    struct recorder *r = data;
    r->boxes = recorder_room(r->arena, r->boxes, r->drawing_count, &r->box_capacity, sizeof *r->boxes);
    r->boxes[r->drawing_count] = box;
    r->drawings = recorder_room(r->arena, r->drawings, r->drawing_count, &r->drawing_capacity, sizeof *r->drawings);
    struct drawing *copy = &r->drawings[r->drawing_count++];
    *copy = *drawing;
    copy->path.points = recorder_copy(r, drawing->path.points, drawing->path.point_count * sizeof(struct point));
    copy->path.verbs = recorder_copy(r, drawing->path.verbs, drawing->path.verb_count * sizeof(enum path_verb));
}

static const struct color recorder_palette[] = {{0, 0, 0.57F},         {0, 0.35F, 0.37F},     {0.37F, 0.37F, 0.94F},
                                                {0.25F, 0.64F, 0.64F}, {0.73F, 0.73F, 0.98F}, {0.91F, 0.85F, 0.66F}};

static inline void recorder_clear(struct recorder *r)
{
    r->text_count = r->drawing_count = 0;
}

static inline int recorder_setup(void **state)
{
    struct recorder *r = test_calloc(1, sizeof *r);
    r->arena = arena_new();
    r->language = language_new(r->arena, STR("fr"));
    r->canvas = (struct chart_canvas){.data = r,
                                      .size = {12, 12, 14, 14, 14, 16, 20},
                                      .measure = recorder_measure,
                                      .text = recorder_text,
                                      .draw = recorder_draw};
    struct color blue = recorder_palette[0], white = {1, 1, 1}, grey = {0.8F, 0.8F, 0.85F}, ink = {0.09F, 0.09F, 0.09F};
    r->look = (struct chart_look){.palette = recorder_palette,
                                  .palette_count = 6,
                                  .sequence = recorder_palette,
                                  .sequence_count = 5,
                                  .highlight = blue,
                                  .plain = recorder_palette[2],
                                  .previous = recorder_palette[4],
                                  .background = white,
                                  .outline = blue,
                                  .grid = grey,
                                  .axis = blue,
                                  .track = grey,
                                  .ink = ink,
                                  .quiet = {0.3F, 0.3F, 0.4F},
                                  .strong = blue,
                                  .alert = {0.7F, 0.25F, 0}};
    *state = r;
    return 0;
}

static inline int recorder_teardown(void **state)
{
    struct recorder *r = *state;
    arena_free(r->arena);
    test_free(r);
    return 0;
}

static inline struct chart_value *make_values(struct recorder *r, const double *numbers, size_t count)
{
    struct chart_value *values = ARENA_ARRAY(r->arena, count + 1, struct chart_value);
    for (size_t i = 0; i < count; i++)
        if (numbers[i] != MISSING)
            values[i] = (struct chart_value){.present = true, .number = numbers[i]};
    return values;
}

static inline struct chart_category *make_categories(struct recorder *r, const char *const *names, size_t count)
{
    struct chart_category *categories = ARENA_ARRAY(r->arena, count + 1, struct chart_category);
    for (size_t i = 0; i < count; i++)
        categories[i].label = str_of(names ? names[i] : arena_printf(r->arena, "c%zu", i));
    return categories;
}

/* A chart of one series. */
static inline struct chart make_chart(struct recorder *r, enum chart_kind kind, const char *const *names,
                                      const double *numbers, size_t count)
{
    struct chart_series *series = ARENA_NEW(r->arena, struct chart_series);
    *series =
        (struct chart_series){.label = STR("série"), .values = make_values(r, numbers, count), .value_count = count};
    return (struct chart){.kind = kind,
                          .title = STR("Titre"),
                          .language = r->language,
                          .categories = make_categories(r, names, count),
                          .category_count = count,
                          .series = series,
                          .series_count = 1};
}

static inline struct rect drawing_extent(const struct drawing *d)
{
    struct rect box = {d->path.points[0].x, d->path.points[0].y, 0, 0};
    for (size_t i = 1; i < d->path.point_count; i++)
        box = rect_union(box, (struct rect){d->path.points[i].x, d->path.points[i].y, 0, 0});
    return box;
}

static inline bool same_color(struct color a, struct color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* The i-th filled drawing of that colour. */
static inline const struct drawing *filled_with(const struct recorder *r, struct color color, size_t i)
{
    for (size_t d = 0; d < r->drawing_count; d++)
        if (r->drawings[d].filled && same_color(r->drawings[d].fill, color) && i-- == 0)
            return &r->drawings[d];
    return NULL;
}

static inline const struct drawn_text *text_saying(const struct recorder *r, const char *words)
{
    for (size_t i = 0; i < r->text_count; i++)
        if (strcmp(r->texts[i].text, words) == 0)
            return &r->texts[i];
    return NULL;
}

/* Marsaglia's xorshift: the same numbers everywhere. */
static inline uint32_t random_next(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static inline size_t below(uint32_t *seed, size_t limit)
{
    return random_next(seed) % limit;
}

#define CHART_TEST(function) cmocka_unit_test_setup_teardown(function, recorder_setup, recorder_teardown)

#endif
