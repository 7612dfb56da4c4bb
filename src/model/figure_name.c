/* The grammar of names: [entity.]indicator[@period]. */
#include "model/figure.h"

bool is_id(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
        if (!word) {
            return false;
        }
    }
    return s.len > 0;
}

static bool parse_period(struct str text, int edition, struct period *out)
{
    if (str_is(text, "previous") || str_is(text, "next")) {
        *out = (struct period){.kind = PERIOD_YEAR, .year = edition + (str_is(text, "next") ? 1 : -1)};
        return true;
    }
    return period_parse(text, out);
}

bool figure_name_parse(struct str text, int edition, struct figure_name *out, struct str *bad)
{
    size_t sign = str_find(text, '@');
    struct str name = str_slice(text, 0, sign);
    size_t point = str_find(name, '.');
    *out = (struct figure_name){.entity = str_slice(name, 0, 0), .indicator = name};
    if (point < name.len) {
        out->entity = str_slice(name, 0, point);
        out->indicator = str_slice(name, point + 1, name.len);
    }
    if (!is_id(out->indicator) || (point < name.len && !is_id(out->entity))) {
        *bad = name;
        return false;
    }
    if (sign < text.len && !parse_period(str_slice(text, sign + 1, text.len), edition, &out->period)) {
        *bad = str_slice(text, sign + 1, text.len);
        return false;
    }
    return true;
}
