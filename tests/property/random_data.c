#include "random_data.h"

void put_number(struct generation *g, struct buf *out)
{
    static const unsigned limits[] = {2, 10, 100, 2000, 1000000, 2000000000};
    size_t number = 1 + chance_below(g->chance, limits[chance_below(g->chance, 6)]);
    buf_printf(out, "%s%zu", chance_once(g->chance, 20) ? "-" : "", number);
    if (chance_once(g->chance, 5))
        buf_printf(out, ".%zu", chance_below(g->chance, 100));
}

/* A picture of 4 by 3 grey pixels. */
static const unsigned char picture[] = {
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00,
    0x00, 0x04, 0x00, 0x00, 0x00, 0x03, 0x08, 0x00, 0x00, 0x00, 0x00, 0x91, 0x9f, 0xf1, 0x1a, 0x00, 0x00, 0x00,
    0x0f, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0x68, 0xf8, 0xef, 0x20, 0xc0, 0x00, 0x27, 0x00, 0x2b, 0xd7,
    0x05, 0x6e, 0x23, 0x8c, 0xe2, 0x5e, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

static void put_indicators(struct generation *g, struct buf *out)
{
    static const char *const units[] = {"%", "€", "services", "k€", "M€", "agents"};
    for (int i = 0; i < INDICATORS; i++) {
        buf_printf(out, "i%d:\n  label: \"%s\"\n", i, words_text(g->words, g->chance, 1 + chance_below(g->chance, 5)));
        if (chance_once(g->chance, 2))
            buf_printf(out, "  short: \"%s\"\n", words_text(g->words, g->chance, 1 + chance_below(g->chance, 2)));
        if (chance_once(g->chance, 2))
            buf_printf(out, "  hint: \"%s\"\n", words_text(g->words, g->chance, 1 + chance_below(g->chance, 5)));
        if (chance_once(g->chance, 2))
            buf_printf(out, "  unit: \"%s\"\n", units[chance_below(g->chance, 6)]);
        buf_text(out, i > 0 ? "  base: i0\n" : "");
        buf_text(out, chance_once(g->chance, 4) ? "  direction: down\n" : "");
    }
}

static void put_observations(struct generation *g, const char *entity, struct buf *out)
{
    static const char *const qualifiers[] = {"", "", "", "", "more-than", "about"};
    for (int i = 0; i < INDICATORS; i++)
        for (int year = FIRST_YEAR - 1; year <= LAST_YEAR; year++) {
            buf_printf(out, "%s,i%d,%d,result,", entity, i, year);
            put_number(g, out);
            buf_printf(out, ",%s\n%s,i%d,%d,target,", qualifiers[chance_below(g->chance, 6)], entity, i, year);
            put_number(g, out);
            buf_text(out, ",\n");
        }
}

static void put_services(struct generation *g, struct buf *out)
{
    static const char *const states[] = {"investigation", "construction", "acceleration",
                                         "transfer",      "perennial",    "alumni"};
    for (int i = 0; i < SERVICES; i++) {
        buf_printf(out, "s%d:\n  name: \"%s\"\n", i, chance_once(g->chance, 2) ? "Un service" : "L'Autre");
        buf_printf(out, "  mission: \"%s\"\n", words_text(g->words, g->chance, 3 + chance_below(g->chance, 10)));
        buf_printf(out, "  incubator: \"%s\"\n", words_text(g->words, g->chance, 1 + chance_below(g->chance, 4)));
        buf_printf(out, "  state: %s\n  link: https://example.org/%d\n", states[chance_below(g->chance, 6)], i);
    }
}

static void put_criteria(struct generation *g, struct buf *out)
{
    buf_text(out, "criteria:\n");
    for (int i = 0; i < 3; i++)
        buf_printf(out, "  - {id: c%d, name: \"%s\"}\n", i, words_text(g->words, g->chance, 2));
    buf_text(out, "met:\n");
    for (int i = 0; i < SERVICES; i++)
        buf_printf(out, "  - {service: s%d, since: 202%zu, evidence: \"%s\"}\n", i, 2 + chance_below(g->chance, 3),
                   words_text(g->words, g->chance, 4));
}

static void add_file(struct generation *g, struct input_files *files, struct str name, struct buf *bytes)
{
    files->items[files->count++] = (struct input_file){name, str_copy(g->arena, buf_view(bytes))};
    buf_free(bytes);
    *bytes = (struct buf){0};
}

struct input_files random_data(struct generation *g)
{
    struct input_files files = {ARENA_ARRAY(g->arena, INPUT_MAX_FILES, struct input_file), 0};
    struct buf out = {0};
    put_indicators(g, &out);
    add_file(g, &files, STR("data/indicators.yaml"), &out);
    buf_text(&out, "entity,indicator,period,kind,value,qualifier\n");
    put_observations(g, "", &out);
    put_observations(g, "s0", &out);
    add_file(g, &files, STR("data/indicators.csv"), &out);
    put_services(g, &out);
    add_file(g, &files, STR("data/services.yaml"), &out);
    put_criteria(g, &out);
    add_file(g, &files, STR("data/criteria.yaml"), &out);
    buf_add(&out, picture, sizeof picture);
    add_file(g, &files, STR("data/2024/picture.png"), &out);
    buf_text(&out, "name: Essai\ntitle: Un programme\nowner: Nous\nlanguage: fr\n");
    add_file(g, &files, STR("data/programme.yaml"), &out);
    return files;
}
