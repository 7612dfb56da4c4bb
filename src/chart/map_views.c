/* Where the map stands and where its insets: a grid of cells at the bottom left, enlarged parts at the top right, in what room the map leaves. */
#include <math.h>

#include "chart/map_plot.h"

enum { CELL_GAP = 8, STEP = 4, CLEAR = 3, SHRINKS = 60, SQUARES = 64 };
static const double SHRINK = 0.98;
static const double PICTURE = 0.1;                              /* height of a cell's picture, of the room */
static const double ENLARGED = 1.7, ENLARGED_FOR_CIRCLES = 2.6; /* those of enlarged parts, of the others */
enum { LOWEST_PICTURE = 22, HIGHEST_PICTURE = 64 };

/* Insets of one size. */
struct cells {
    double width, height;
    size_t count;
};
/* What is placed, and what is in the way. */
struct placing {
    struct map_plot *plot;
    struct rect room;
    struct rect *shapes; /* around each outline of the map, in its units */
    size_t shape_count;
    struct rect from; /* all of them */
    uint32_t sums[SQUARES + 1][SQUARES + 1];
    double name_height;
    struct cells cells, corners; /* insets at the left, and enlarged ones */
};

/* Which of the squares, each `size` long, a distance ends in. */
static size_t square_at(double distance, double size)
{
    double square = size > 0 ? distance / size : 0;
    return square < 1 ? 0 : square >= SQUARES ? SQUARES - 1 : (size_t)square;
}

static void find_shapes(struct placing *p)
{
    const struct map *map = p->plot->map;
    size_t rings = 0;
    for (size_t i = 0; i < map->area_count; i++)
        rings += map->areas[i].ring_count;
    p->shapes = ARENA_ARRAY(p->plot->plot->arena, rings + 1, struct rect);
    for (size_t i = 0; i < map->area_count; i++)
        for (size_t r = 0; r < map->areas[i].ring_count && !p->plot->apart[i]; r++) {
            struct rect box = map_ring_box(p->plot, &map->areas[i].rings[r]);
            p->from = p->shape_count == 0 ? box : rect_union(p->from, box);
            p->shapes[p->shape_count++] = box;
        }
}

/* An enlarged part of the map says nothing more where whole groups are shown. */
static bool is_wanted(const struct map_plot *m, const struct map_inset *inset)
{
    return !inset->enlarged || !m->places->groups;
}

static void add_cell(const struct map_plot *m, struct cells *cells, const struct map_inset *inset, double picture)
{
    double name = text_width(m->plot, plain_text(m->plot, inset->name), CHART_TICK);
    cells->width = fmax(cells->width, fmax(name, picture));
    cells->height = 1.25 * text_size(m->plot, CHART_TICK) + picture;
    cells->count++;
}

static void size_cells(struct placing *p)
{
    const struct map_plot *m = p->plot;
    double picture = fmin(fmax(PICTURE * fmin(p->room.width, p->room.height), LOWEST_PICTURE), HIGHEST_PICTURE);
    double enlarged = m->unit > 0 ? ENLARGED_FOR_CIRCLES : ENLARGED;
    p->name_height = 1.25 * text_size(m->plot, CHART_TICK);
    for (size_t i = 0; i < m->map->inset_count; i++) {
        const struct map_inset *inset = &m->map->insets[i];
        if (is_wanted(m, inset) && inset->enlarged)
            add_cell(m, &p->corners, inset, enlarged * picture);
        else if (is_wanted(m, inset))
            add_cell(m, &p->cells, inset, picture);
    }
}

/* Squares across the map that hold none of it, summed up: sums[y][x] counts the taken ones above and left of it. */
static void find_taken(struct placing *p)
{
    double across = p->from.width / SQUARES, down = p->from.height / SQUARES;
    bool taken[SQUARES][SQUARES] = {{false}};
    for (size_t i = 0; i < p->shape_count; i++) {
        const struct rect *s = &p->shapes[i];
        size_t left = square_at(s->x - p->from.x, across), right = square_at(s->x + s->width - p->from.x, across);
        size_t top = square_at(s->y - p->from.y, down), bottom = square_at(s->y + s->height - p->from.y, down);
        for (size_t y = top; y <= bottom; y++)
            for (size_t x = left; x <= right; x++)
                taken[y][x] = true;
    }
    for (size_t y = 0; y < SQUARES; y++)
        for (size_t x = 0; x < SQUARES; x++)
            p->sums[y + 1][x + 1] = p->sums[y][x + 1] + p->sums[y + 1][x] - p->sums[y][x] + (taken[y][x] ? 1 : 0);
}

/* Whether the map, scaled to stand at `to`, leaves `r` free. */
static bool is_free(const struct placing *p, struct rect to, struct rect r)
{
    r = (struct rect){r.x - CLEAR, r.y - CLEAR, r.width + 2 * CLEAR, r.height + 2 * CLEAR};
    if (!rect_overlaps(r, to, 0))
        return true;
    double across = to.width / SQUARES, down = to.height / SQUARES;
    size_t left = square_at(r.x - to.x, across), right = square_at(r.x + r.width - to.x, across) + 1;
    size_t top = square_at(r.y - to.y, down), bottom = square_at(r.y + r.height - to.y, down) + 1;
    return p->sums[bottom][right] + p->sums[top][left] == p->sums[top][right] + p->sums[bottom][left];
}

/* The grid of `columns` cells at the bottom left; a last row may be shorter. */
static struct rect grid_box(const struct placing *p, size_t columns)
{
    size_t rows = (p->cells.count + columns - 1) / columns;
    double width = (double)columns * (p->cells.width + CELL_GAP) - CELL_GAP;
    double height = (double)rows * (p->cells.height + CELL_GAP) - CELL_GAP;
    return (struct rect){p->room.x, p->room.y + p->room.height - height, width, height};
}

static struct rect corner_box(const struct placing *p, double right)
{
    double height = (double)p->corners.count * (p->corners.height + CELL_GAP) - CELL_GAP;
    return (struct rect){right - p->corners.width, p->room.y, p->corners.width, height};
}

/* The right edge nearest to the map that leaves the corner's cells free; false when there is none. */
static bool place_corner(const struct placing *p, struct rect to, double *right)
{
    double end = p->room.x + p->room.width;
    if (corner_box(p, end).height > p->room.height)
        return false;
    for (*right = to.x + to.width; *right <= end + 0.01; *right += STEP)
        if (is_free(p, to, corner_box(p, *right)) && *right - p->corners.width >= p->room.x)
            return true;
    return false;
}

struct placed {
    struct rect to;
    double scale, right;
    size_t columns;
};

/* The narrowest grid that the map at its place leaves free. */
static bool place_grid(const struct placing *p, struct placed *out)
{
    for (out->columns = 1; out->columns <= p->cells.count; out->columns++) {
        struct rect grid = grid_box(p, out->columns);
        bool inside = grid.width <= p->room.width + 0.01 && grid.height <= p->room.height + 0.01;
        bool apart = p->corners.count == 0 || !rect_overlaps(grid, corner_box(p, out->right), 0);
        if (inside && apart && is_free(p, out->to, grid))
            return true;
    }
    return p->cells.count == 0;
}

static size_t steps_in(double length)
{
    return length < 0 ? 0 : (size_t)((length + 0.01) / STEP);
}

/* The map as far left as its insets let it. */
static bool place_at(const struct placing *p, double scale, struct placed *out)
{
    double width = p->from.width * scale, height = p->from.height * scale;
    size_t across = steps_in(p->room.width - width), down = steps_in(p->room.height - height);
    out->scale = scale;
    for (size_t x = 0; x <= across; x++)
        for (size_t y = 0; y <= down; y++) {
            out->to = (struct rect){p->room.x + (double)(x * STEP), p->room.y + (double)(y * STEP), width, height};
            bool corner = p->corners.count == 0 || place_corner(p, out->to, &out->right);
            if (corner && place_grid(p, out))
                return true;
        }
    return false;
}

static bool place_best(const struct placing *p, struct placed *out)
{
    if (p->room.width <= 0 || p->room.height <= 0 || p->shape_count == 0)
        return false;
    double scale = fmin(p->room.width / fmax(p->from.width, 1e-9), p->room.height / fmax(p->from.height, 1e-9));
    for (int i = 0; i < SHRINKS; i++, scale *= SHRINK)
        if (place_at(p, scale, out))
            return true;
    return false;
}

static bool *find_shown(const struct map_plot *m, const struct map_inset *inset)
{
    bool *shows = ARENA_ARRAY(m->plot->arena, m->map->area_count + 1, bool);
    for (size_t i = 0; inset == NULL && i < m->map->area_count; i++)
        shows[i] = !m->apart[i];
    for (size_t i = 0; inset != NULL && i < inset->count; i++)
        shows[inset->areas[i]] = true;
    return shows;
}

/* The inset's picture under its name, as large as the cell has it. */
static struct map_view view_in(const struct placing *p, const struct map_inset *inset, struct rect cell)
{
    struct map_view v = {
        .inset = inset, .from = map_inset_box(p->plot, inset), .cell = cell, .shows = find_shown(p->plot, inset)};
    double height = cell.height - p->name_height;
    v.scale = fmin(cell.width / fmax(v.from.width, 1e-9), height / fmax(v.from.height, 1e-9));
    double left = inset->enlarged ? cell.x + cell.width - v.from.width * v.scale : cell.x;
    v.to = (struct rect){left, cell.y + p->name_height, v.from.width * v.scale, v.from.height * v.scale};
    return v;
}

static void add_insets(const struct placing *p, const struct placed *at)
{
    struct map_plot *m = p->plot;
    size_t cell = 0, corner = 0;
    size_t columns = at->columns > 0 ? at->columns : 1;
    struct rect grid = grid_box(p, columns), right = corner_box(p, at->right);
    for (size_t i = 0; i < m->map->inset_count; i++) {
        const struct map_inset *inset = &m->map->insets[i];
        struct rect r;
        if (!is_wanted(m, inset))
            continue;
        if (inset->enlarged) {
            double row = (double)corner++;
            r = (struct rect){right.x, right.y + row * (p->corners.height + CELL_GAP), p->corners.width,
                              p->corners.height};
        } else {
            size_t column = cell % columns, row = cell / columns;
            cell++;
            r = (struct rect){grid.x + (double)column * (p->cells.width + CELL_GAP),
                              grid.y + (double)row * (p->cells.height + CELL_GAP), p->cells.width, p->cells.height};
        }
        m->views[m->view_count++] = view_in(p, inset, r);
    }
}

bool map_views_place(struct map_plot *m, struct rect room)
{
    struct placing p = {.plot = m, .room = room};
    struct placed at = {0};
    find_shapes(&p);
    find_taken(&p);
    size_cells(&p);
    if (!place_best(&p, &at))
        return false;
    m->views = ARENA_ARRAY(m->plot->arena, m->map->inset_count + 1, struct map_view);
    m->views[0] =
        (struct map_view){.from = p.from, .to = at.to, .scale = at.scale, .cell = at.to, .shows = find_shown(m, NULL)};
    m->view_count = 1;
    add_insets(&p, &at);
    return true;
}

void map_views_name(struct map_plot *m)
{
    struct plot *p = m->plot;
    for (size_t i = 1; i < m->view_count; i++) {
        const struct map_view *v = &m->views[i];
        bool right = v->inset->enlarged;
        struct label name = {plain_text(p, v->inset->name),
                             CHART_TICK,
                             p->look->quiet,
                             right ? v->cell.x + v->cell.width : v->cell.x,
                             v->cell.y + 0.8 * text_size(p, CHART_TICK),
                             right ? CHART_END : CHART_START};
        label_place(p, &name);
    }
}
