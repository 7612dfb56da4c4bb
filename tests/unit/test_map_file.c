#include "findings.h"
#include "map_support.h"

#include "base/file.h"
#include "layout/maps.h"
#include "load/yaml.h"

/* A map read from text. */
struct read_map {
    struct arena *arena;
    struct diags *diags;
    const struct map *map;
};

static struct read_map read_text_map(const char *yaml)
{
    struct read_map m = {.arena = arena_new()};
    m.diags = diags_new(m.arena);
    const struct node *tree = yaml_load(m.arena, m.diags, diags_add_file(m.diags, "m.yaml", str_of(yaml)));
    m.map = tree ? map_read(m.arena, m.diags, tree) : NULL;
    return m;
}

/* Two squares side by side. */
#define BORDERS "borders: |\n  M10 0V10 M10 0L0 0v10h10 M10 0h10v10h-10\n"
#define GROUPS "groups: |\n  g, 5, 5, Groupe\n"
#define AREAS "areas: |\n"
#define WEST "  w, g, 5, 5, 2 -1, Ouest\n"
#define EAST "  e, g, 15, 5.5, 3 -1, Est, et au-delà\n"

static void a_map_is_read(void **state)
{
    (void)state;
    struct read_map m = read_text_map("source: essai\nlicence: libre\n" BORDERS GROUPS AREAS WEST "\n" EAST
                                      "insets: [{name: À part, areas: [e]}]\n");
    assert_findings(m.diags, "");
    assert_non_null(m.map);
    assert_int_equal(m.map->border_count, 3);
    assert_int_equal(m.map->area_count, 2);
    assert_true(m.map->areas[1].rings[0].sides[1].backwards);
    assert_int_equal(m.map->areas[1].rings[0].sides[1].border, 0);
    assert_true(str_is(m.map->areas[1].name, "Est, et au-delà"));
    assert_true(m.map->areas[1].at.x >= 15 && m.map->areas[1].at.y >= 5.5);
    assert_true(str_is(m.map->groups[m.map->areas[1].group].name, "Groupe"));
    assert_int_equal(m.map->insets[0].areas[0], 1);
    assert_false(m.map->insets[0].enlarged);
    arena_free(m.arena);
}

static void what_does_not_fit_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *yaml, *message;
    } cases[] = {
        {"- 1\n", "a map is a mapping of 'borders', 'areas', 'groups' and 'insets'"},
        {GROUPS AREAS WEST, "a map needs 'borders', as SVG path data"},
        {"borders: |\n  M0 0 L5 oh 3\n" AREAS WEST, "the borders of the map cannot be read from 'oh 3"},
        {"borders: M0 0 C1 1 2 2 3 3\n" AREAS WEST,
         "the borders of a map are straight lines (M, L, H, V), of 100000 points at most"},
        {"borders: M0 0 M1 1 L2 2\n" AREAS WEST, "border 1 of the map is a single point"},
        {BORDERS GROUPS, "a map needs 'areas', 1000 at most"},
        {BORDERS GROUPS "areas: |\n\n", "a map needs 'areas', 1000 at most"},
        {BORDERS GROUPS "areas: [3]\n", "m.yaml:5:8: error: 'areas' of a map is text with one entry a line"},
        {BORDERS "groups: {g: Groupe}\n" AREAS WEST, "'groups' of a map is text with one entry a line"},
        {BORDERS GROUPS AREAS WEST "  , g, 1, 1, 2 -1, Nom\n", "m.yaml:7:3: error: an area of a map needs a code"},
        {BORDERS GROUPS AREAS "  w, g, , , 2 -1, Ouest\n", "m.yaml:6:3: error: 'w' of the map needs a place, x and y"},
        {BORDERS GROUPS AREAS WEST "  e, g 1, 1, 3 -1, Est\n",
         "m.yaml:7:3: error: a field is missing in this line, or a comma"},
        {BORDERS GROUPS AREAS "  w, g, 1, oh, 2 -1, \n", "m.yaml:6:12: error: 'w' of the map needs a place, x and y"},
        {BORDERS "groups: |\n  g, 5, Groupe\n" AREAS WEST,
         "m.yaml:4:3: error: a field is missing in this line, or a comma"},
        {BORDERS "groups: |\n  g, 5, z, Groupe\n" AREAS WEST,
         "m.yaml:4:9: error: 'g' of the map needs a place, x and y"},
        {BORDERS GROUPS AREAS "  w, h, 1, 1, 2 -1, \n", "m.yaml:6:6: error: the map has no group 'h'"},
        {BORDERS GROUPS AREAS "  w, g, 1, 1, 2 -4, \n", "m.yaml:6:15: error: the map has no border '-4'"},
        {BORDERS GROUPS AREAS "  w, g, 1, 1, 2 0, \n", "the map has no border '0'"},
        {BORDERS GROUPS AREAS "  w, g, 1, 1, 2 1.5, \n", "the map has no border '1.5'"},
        {BORDERS GROUPS AREAS "  w, g, 1, 1, 2 18446744073709551617, \n",
         "the map has no border '18446744073709551617'"},
        {BORDERS GROUPS AREAS "  w, g, 1, 1, 2 -, \n", "the map has no border '-'"},
        {BORDERS GROUPS AREAS "  w, g, 1, 1, 2 / 3, \n", "m.yaml:6:15: error: the outline of 'w' is not closed"},
        {BORDERS GROUPS AREAS WEST WEST, "m.yaml:7:3: error: the map has two areas 'w'"},
        {BORDERS GROUPS AREAS WEST "insets: [{name: i, areas: [x]}]\n", "the map has no area 'x'"},
        {BORDERS GROUPS AREAS WEST "insets: [{name: i}]\n", "an inset of a map needs 'areas'"},
        {BORDERS GROUPS AREAS WEST "insets: [3]\n", "each entry of 'insets' must be a mapping"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct read_map m = read_text_map(cases[i].yaml);
        assert_null(m.map);
        char *told = findings_text(m.diags);
        if (!strstr(told, cases[i].message) || !strstr(told, "[bad-map]"))
            fail_msg("case %zu: '%s' is not in\n%s", i, cases[i].message, told);
        free(told);
        arena_free(m.arena);
    }
}

static void unknown_keys_are_told(void **state)
{
    (void)state;
    struct read_map m = read_text_map(BORDERS GROUPS "zones: []\n" AREAS WEST);
    assert_one_finding(m.diags, "unknown-key", "zones");
    arena_free(m.arena);
}

static struct read_map read_france(void)
{
    struct read_map m = {.arena = arena_new()};
    struct str bytes;
    m.diags = diags_new(m.arena);
    assert_true(file_read(m.arena, "data/maps/france.yaml", 1 << 20, &bytes).ok);
    const struct node *tree = yaml_load(m.arena, m.diags, diags_add_file(m.diags, "france.yaml", bytes));
    assert_non_null(tree);
    m.map = map_read(m.arena, m.diags, tree);
    assert_findings(m.diags, "");
    assert_non_null(m.map);
    return m;
}

static bool has_area(const struct map *map, const char *code)
{
    for (size_t i = 0; i < map->area_count; i++)
        if (str_is(map->areas[i].code, code))
            return true;
    return false;
}

static void france_has_its_departments_and_regions(void **state)
{
    (void)state;
    struct read_map m = read_france();
    assert_int_equal(m.map->area_count, 101);
    assert_int_equal(m.map->group_count, 18);
    for (int i = 1; i <= 95; i++)
        if (i != 20 && !has_area(m.map, arena_printf(m.arena, "%02d", i)))
            fail_msg("%02d is not there", i);
    static const char *const others[] = {"2A", "2B", "971", "972", "973", "974", "976"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_true(has_area(m.map, others[i]));
    arena_free(m.arena);
}

/* Twice the signed area of an outline. */
static double ring_area(const struct map *map, const struct map_ring *ring)
{
    double sum = 0;
    for (size_t s = 0; s < ring->count; s++) {
        const struct map_border *b = &map->borders[ring->sides[s].border];
        for (size_t i = 1; i < b->count; i++) {
            double part = b->points[i - 1].x * b->points[i].y - b->points[i].x * b->points[i - 1].y;
            sum += ring->sides[s].backwards ? -part : part;
        }
    }
    return sum;
}

static double square_kilometres(const struct map *map, const char *code)
{
    double sum = 0;
    for (size_t i = 0; i < map->area_count; i++)
        for (size_t r = 0; str_is(map->areas[i].code, code) && r < map->areas[i].ring_count; r++)
            sum += ring_area(map, &map->areas[i].rings[r]);
    return fabs(sum) / 2 / 16;
}

/* Areas as INSEE has them, within what a map at 1:10 000 000 keeps: less of the small ones. */
static void departments_have_their_size(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        double size;
    } known[] = {{"33", 10000}, {"40", 9243}, {"24", 9060}, {"21", 8763}, {"13", 5087}, {"29", 6733},
                 {"59", 5743},  {"2A", 4014}, {"2B", 4666}, {"90", 609},  {"75", 105},  {"92", 176},
                 {"93", 236},   {"94", 245},  {"95", 1246}, {"78", 2284}, {"69", 3249}, {"74", 4388}};
    struct read_map m = read_france();
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        double size = square_kilometres(m.map, known[i].code);
        double tolerance = known[i].size < 300 ? 0.25 : 0.08;
        if (fabs(size - known[i].size) > tolerance * known[i].size)
            fail_msg("%s has %.0f square kilometres, not %.0f", known[i].code, size, known[i].size);
    }
    arena_free(m.arena);
}

/* Each border is one area's or two neighbours'; no area has one twice. */
static void neighbours_meet_without_gaps(void **state)
{
    (void)state;
    struct read_map m = read_france();
    size_t inner = 0;
    int *uses = ARENA_ARRAY(m.arena, m.map->border_count, int);
    for (size_t i = 0; i < m.map->area_count; i++)
        for (size_t r = 0; r < m.map->areas[i].ring_count; r++)
            for (size_t s = 0; s < m.map->areas[i].rings[r].count; s++)
                uses[m.map->areas[i].rings[r].sides[s].border]++;
    for (size_t i = 0; i < m.map->border_count; i++) {
        assert_in_range(uses[i], 1, 2);
        inner += uses[i] == 2 ? 1 : 0;
    }
    assert_true(inner > 200);
    arena_free(m.arena);
}

static void check_drawn(const struct recorder *r, struct rect frame)
{
    for (size_t i = 0; i < r->drawing_count; i++)
        assert_true(rect_contains(frame, r->boxes[i], 1.1));
    for (size_t i = 0; i < r->text_count; i++) {
        assert_true(rect_contains(frame, r->texts[i].box, 0.1));
        for (size_t k = 0; k < i; k++)
            if (rect_overlaps(r->texts[i].box, r->texts[k].box, 0.1))
                fail_msg("'%s' on '%s'", r->texts[i].text, r->texts[k].text);
    }
}

static void france_is_drawn_in_many_frames(void **state)
{
    struct recorder *r = *state;
    struct read_map m = read_france();
    double numbers[101];
    for (size_t i = 0; i < 101; i++)
        numbers[i] = i % 17 == 3 ? MISSING : (double)((i * 7919) % 401);
    static const struct rect frames[] = {{48, 124, 864, 320}, {650, 70, 262, 380}, {56, 100, 482, 240},
                                         {0, 0, 230, 310},    {0, 0, 500, 500},    {0, 0, 1200, 900}};
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++)
        for (int kind = 0; kind < 4; kind++) {
            enum chart_kind what = kind % 2 ? CHART_MAP_CIRCLES : CHART_MAP;
            struct chart c = make_map_chart(r, what, m.map, kind > 1, numbers, kind > 1 ? 18 : 101);
            recorder_clear(r);
            assert_int_equal(chart_draw(&c, &r->look, frames[i], &r->canvas), CHART_OK);
            assert_non_null(text_saying(r, "Guadeloupe"));
            assert_non_null(text_saying(r, "Mayotte"));
            check_drawn(r, frames[i]);
        }
    arena_free(m.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_map_is_read),
        cmocka_unit_test(what_does_not_fit_is_told),
        cmocka_unit_test(unknown_keys_are_told),
        cmocka_unit_test(france_has_its_departments_and_regions),
        cmocka_unit_test(departments_have_their_size),
        cmocka_unit_test(neighbours_meet_without_gaps),
        CHART_TEST(france_is_drawn_in_many_frames),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
