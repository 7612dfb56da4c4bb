/* The borders of a map, and the outlines that they make. */
#include "base/i18n.h"
#include "layout/map_reading.h"
#include "layout/outline.h"

/* Runs of points, each started by a move. */
static void cut_borders(struct map_reading *m, const struct path *path)
{
    size_t moves = 0, count = 0;
    for (size_t i = 0; i < path->verb_count; i++)
        moves += path->verbs[i] == PATH_MOVE ? 1 : 0;
    struct map_border *borders = ARENA_ARRAY(m->r.arena, moves + 1, struct map_border);
    for (size_t i = 0; i < path->verb_count; i++) {
        if (path->verbs[i] == PATH_MOVE)
            borders[count++].points = &path->points[i];
        borders[count - 1].count++;
    }
    m->map.borders = borders;
    m->map.border_count = count;
}

static bool is_straight(const struct path *path)
{
    for (size_t i = 0; i < path->verb_count; i++)
        if (path->verbs[i] != PATH_MOVE && path->verbs[i] != PATH_LINE)
            return false;
    return true;
}

/* The next characters, as many as a message can quote; less where the line ends. */
static struct str quotable(struct str data, size_t from)
{
    enum { MOST_QUOTED = 12 };
    size_t end = from;
    for (int i = 0; i < MOST_QUOTED && end < data.len && data.at[end] != '\n'; i++)
        utf8_next(data, &end);
    return str_trim(str_slice(data, from, end));
}

/* Path data that cannot be read from `stopped` on. */
static void complain_of_path(struct map_reading *m, const struct node *n, size_t stopped)
{
    struct str data = n->as.scalar.text;
    size_t next = stopped;
    if (stopped < data.len) {
        utf8_next(data, &next);
        map_complain(m, node_span(n, stopped, next), _("the borders of the map cannot be read from '%.*s' on"),
                     quotable(data, stopped));
    } else {
        map_complain(m, node_span(n, 0, data.len), "%.*s", str_of(_("the last border of the map breaks off")));
    }
    diag_hint(m->r.diags, "%s", _("write each border as a move and lines, as in M0 0 L10 5 H20"));
}

void map_read_borders(struct map_reading *m, const struct node *map)
{
    const struct node *n = node_get(map, "borders");
    struct str data = read_text(&m->r, n, "borders");
    struct path path;
    size_t stopped;
    if (n == NULL || n->kind != NODE_SCALAR || data.len == 0) {
        map_complain(m, n ? n->at : map->at, "%.*s", str_of(_("a map needs 'borders', as SVG path data")));
        return;
    }
    if (!svg_path(m->r.arena, data, &path, &stopped)) {
        complain_of_path(m, n, stopped);
        return;
    }
    if (!is_straight(&path) || path.point_count > MAP_MAX_POINTS) {
        map_complain(m, n->at, "%.*s",
                     str_of(_("the borders of a map are straight lines (M, L, H, V), of 100000 points at most")));
        return;
    }
    cut_borders(m, &path);
    for (size_t i = 0; i < m->map.border_count; i++)
        if (m->map.borders[i].count < 2)
            map_complain(m, n->at, _("border %.*s of the map is a single point"),
                         str_of(arena_printf(m->r.arena, "%zu", i + 1)));
}

static struct point end_of(const struct map_reading *m, struct map_side side, bool last)
{
    const struct map_border *b = &m->map.borders[side.border];
    return b->points[last != side.backwards ? b->count - 1 : 0];
}

static bool same_point(struct point a, struct point b)
{
    return a.x >= b.x && a.x <= b.x && a.y >= b.y && a.y <= b.y;
}

/* Each side starts where the one before it ends, around the whole outline. */
static bool is_closed(const struct map_reading *m, const struct map_ring *ring)
{
    for (size_t i = 0; i < ring->count; i++) {
        size_t next = i + 1 < ring->count ? i + 1 : 0;
        if (!same_point(end_of(m, ring->sides[i], true), end_of(m, ring->sides[next], false)))
            return false;
    }
    return ring->count > 0;
}

static struct str next_word(struct str text, size_t *at)
{
    while (*at < text.len && text.at[*at] == ' ')
        ++*at;
    size_t start = *at;
    while (*at < text.len && text.at[*at] != ' ')
        ++*at;
    return str_slice(text, start, *at);
}

/* The number of a border, counted from 1; 0: none. */
static size_t border_number(struct str digits)
{
    size_t number = 0;
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.at[i] < '0' || digits.at[i] > '9' || number > MAP_MAX_POINTS)
            return 0;
        number = 10 * number + (size_t)(digits.at[i] - '0');
    }
    return number;
}

static bool side_of(const struct map_reading *m, struct str word, struct map_side *out)
{
    out->backwards = word.at[0] == '-';
    size_t number = border_number(str_slice(word, out->backwards ? 1 : 0, word.len));
    out->border = number - 1;
    return number >= 1 && number <= m->map.border_count;
}

/* A word takes two bytes. */
static size_t most_words(struct str text)
{
    return text.len / 2 + 1;
}

/* "3 -4 5 / 7"; false (recorded) when a border does not exist. */
static bool read_sides(struct map_reading *m, struct str text, struct span at, struct map_area *area)
{
    struct map_side *sides = ARENA_ARRAY(m->r.arena, most_words(text), struct map_side);
    struct map_ring *rings = ARENA_ARRAY(m->r.arena, most_words(text) + 1, struct map_ring);
    size_t place = 0;
    area->rings = rings;
    rings[0].sides = sides;
    for (struct str word = next_word(text, &place); word.len > 0; word = next_word(text, &place)) {
        if (str_is(word, "/")) {
            rings[++area->ring_count].sides = sides;
        } else if (side_of(m, word, sides)) {
            rings[area->ring_count].count++;
            sides++;
        } else {
            map_complain(m, at, _("the map has no border '%.*s'"), word);
            return false;
        }
    }
    area->ring_count++;
    return true;
}

void map_read_outline(struct map_reading *m, struct str text, struct span at, struct map_area *area)
{
    if (!read_sides(m, text, at, area))
        return;
    for (size_t i = 0; i < area->ring_count; i++)
        if (!is_closed(m, &area->rings[i])) {
            map_complain(m, at, _("the outline of '%.*s' is not closed"), area->code);
            diag_hint(m->r.diags,
                      _("each border must start where the one before it ends; a minus sign turns one around"));
            return;
        }
}
