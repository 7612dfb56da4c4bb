#include "text/entity.h"

#include <stdlib.h>
#include <string.h>

struct entity {
    const char *name;
    uint32_t code_point;
};

/* Those of HTML that French and English text has use for, sorted by name. */
static const struct entity entities[] = {
    {"AElig", 0xC6},   {"Agrave", 0xC0}, {"Ccedil", 0xC7},   {"Eacute", 0xC9},  {"Ecirc", 0xCA},    {"Egrave", 0xC8},
    {"OElig", 0x152},  {"aacute", 0xE1}, {"acirc", 0xE2},    {"aelig", 0xE6},   {"agrave", 0xE0},   {"amp", '&'},
    {"apos", '\''},    {"bull", 0x2022}, {"ccedil", 0xE7},   {"copy", 0xA9},    {"deg", 0xB0},      {"divide", 0xF7},
    {"eacute", 0xE9},  {"ecirc", 0xEA},  {"egrave", 0xE8},   {"emsp", 0x2003},  {"ensp", 0x2002},   {"euml", 0xEB},
    {"euro", 0x20AC},  {"frac12", 0xBD}, {"ge", 0x2265},     {"gt", '>'},       {"hellip", 0x2026}, {"icirc", 0xEE},
    {"iuml", 0xEF},    {"laquo", 0xAB},  {"ldquo", 0x201C},  {"le", 0x2264},    {"lsquo", 0x2018},  {"lt", '<'},
    {"mdash", 0x2014}, {"micro", 0xB5},  {"middot", 0xB7},   {"minus", 0x2212}, {"nbsp", 0xA0},     {"ndash", 0x2013},
    {"ne", 0x2260},    {"ocirc", 0xF4},  {"oelig", 0x153},   {"para", 0xB6},    {"permil", 0x2030}, {"plusmn", 0xB1},
    {"quot", '"'},     {"raquo", 0xBB},  {"rarr", 0x2192},   {"rdquo", 0x201D}, {"reg", 0xAE},      {"rsquo", 0x2019},
    {"sect", 0xA7},    {"shy", 0xAD},    {"thinsp", 0x2009}, {"times", 0xD7},   {"trade", 0x2122},  {"ucirc", 0xFB},
    {"ugrave", 0xF9},  {"uuml", 0xFC},
};

static int compare(const void *key, const void *element)
{
    const struct entity *e = element;
    return str_cmp(*(const struct str *)key, str_of(e->name));
}

/* A line break or other control character has no business in a line. */
static uint32_t printable(unsigned long code_point)
{
    if (code_point == 0 || code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000))
        return 0xFFFD;
    if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) || code_point == 0x2028 || code_point == 0x2029)
        return ' ';
    return (uint32_t)code_point;
}

uint32_t entity_decode(struct str entity)
{
    if (entity.len < 3)
        return 0;
    struct str name = str_slice(entity, 1, entity.len - 1);
    if (name.at[0] != '#') {
        const struct entity *found =
            bsearch(&name, entities, sizeof entities / sizeof *entities, sizeof *entities, compare);
        return found != NULL ? found->code_point : 0;
    }
    bool hexadecimal = name.len > 1 && (name.at[1] == 'x' || name.at[1] == 'X');
    char digits[16] = "";
    size_t skipped = hexadecimal ? 2 : 1;
    if (name.len - skipped >= sizeof digits)
        return 0xFFFD;
    memcpy(digits, name.at + skipped, name.len - skipped);
    return printable(strtoul(digits, NULL, hexadecimal ? 16 : 10));
}
