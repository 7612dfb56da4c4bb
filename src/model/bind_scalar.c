/* Scalars other than text. */
#include <stdint.h>

#include "base/i18n.h"
#include "model/advice.h"
#include "model/bind.h"

static bool is_hexadecimal(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* %C3 (RFC 3986, 2.1) */
static bool is_escape(struct str s)
{
    return s.len >= 3 && is_hexadecimal(s.at[1]) && is_hexadecimal(s.at[2]);
}

bool bind_is_address(struct str s)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:", "#"};
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if (c <= ' ' || c == 0x7f || (c == '%' && !is_escape(str_slice(s, i, s.len)))) {
            return false;
        }
    }
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++) {
        if (str_starts(s, schemes[i]) && s.len > str_of(schemes[i]).len) {
            return true;
        }
    }
    return false;
}

static bool bad_escape(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] == '%' && !is_escape(str_slice(s, i, s.len))) {
            return true;
        }
    }
    return false;
}

void bind_advise_on_address(struct diags *d, struct str text)
{
    if (str_starts(text, "www.")) {
        diag_hint(d, _("write it in full: https://%.*s"), STR_ARG(text));
    } else if (str_find(text, ' ') < text.len) {
        diag_hint(d, "%s", _("an address has no blanks: write %20 for each"));
    } else if (bad_escape(text)) {
        diag_hint(d, "%s", _("behind % go two digits or letters from A to F; the sign itself is %25"));
    } else if (str_find(text, ':') < text.len || str_starts(text, "http")) {
        diag_hint(d, "%s", _("write https://…, mailto:… or #page"));
    }
}

static bool parse_truth(struct str s, bool *out)
{
    *out = str_is(s, "true") || str_is(s, "yes");
    return *out || str_is(s, "false") || str_is(s, "no");
}

static void advise_on_truth(struct diags *d, struct str text)
{
    static const char *const yes[] = {"oui", "Oui", "vrai", "Vrai", "True", "TRUE", "on", "1", "Yes", "YES"};
    static const char *const no[] = {"non", "Non", "faux", "Faux", "False", "FALSE", "off", "0", "No", "NO"};
    for (size_t i = 0; i < sizeof yes / sizeof yes[0]; i++) {
        if (str_is(text, yes[i])) {
            diag_hint(d, _("write %s"), "true");
        } else if (str_is(text, no[i])) {
            diag_hint(d, _("write %s"), "false");
        }
    }
    static const struct str words[] = {STR_INIT("true"), STR_INIT("false")};
    diag_nearest(d, text, words, sizeof words / sizeof words[0]);
}

static bool bind_string(struct str text, struct value *out)
{
    out->kind = VALUE_STRING;
    out->as.string = text;
    return true;
}

static bool within_bounds(struct binding *b, const struct field *f, const struct node *scalar, struct decimal number)
{
    double value = decimal_to_double(number);
    bool bounded = f->minimum != 0 || f->maximum != 0;
    if (!bounded || (value >= f->minimum && value <= f->maximum)) {
        return true;
    }
    bool low = value < f->minimum;
    diag_at(b->diags, DIAG_ERROR, scalar->at, "out-of-bounds",
            low ? _("'%.*s' is less than %.10g") : _("'%.*s' is more than %.10g"), STR_ARG(f->name),
            low ? f->minimum : f->maximum);
    bind_hint_help(b, f);
    return false;
}

static bool bind_number(struct binding *b, const struct field *f, enum field_type type, const struct node *scalar,
                        struct value *out)
{
    struct decimal number;
    bool parsed = decimal_parse(scalar->as.scalar.text, &number);
    if (!parsed || (type == FIELD_INTEGER && decimal_compare(number, decimal_round(number, 0)) != 0)) {
        bind_wrong_type(b, f, type, scalar);
        if (!parsed) {
            advise_on_number(b->diags, scalar->as.scalar.text);
        }
        return false;
    }
    if (!within_bounds(b, f, scalar, number)) {
        return false;
    }
    out->kind = VALUE_NUMBER;
    out->as.number = number;
    return true;
}

static bool bind_date(struct binding *b, const struct field *f, const struct node *scalar, struct value *out)
{
    struct period p;
    if (!period_parse(scalar->as.scalar.text, &p) || p.kind != PERIOD_DAY) {
        bind_wrong_type(b, f, FIELD_DATE, scalar);
        advise_on_day(b->diags, scalar->as.scalar.text);
        return false;
    }
    out->kind = VALUE_DATE;
    out->as.date = (struct day){p.year, p.part, p.day};
    return true;
}

static bool bind_choice(struct binding *b, const struct field *f, const struct node *scalar, struct value *out)
{
    struct str text = scalar->as.scalar.text;
    for (size_t i = 0; i < f->choice_count; i++) {
        if (str_eq(f->choices[i], text)) {
            return bind_string(text, out);
        }
    }
    diag_at(b->diags, DIAG_ERROR, scalar->at, "unknown-choice", _("'%.*s' cannot be '%.*s'"), STR_ARG(f->name),
            STR_ARG(text));
    diag_known(b->diags, text, f->choices, f->choice_count);
    return false;
}

static void push_anchor(struct binding *b, struct str anchor, struct span at)
{
    b->anchors = ARENA_ROOM(b->arena, b->anchors, b->anchor_count, &b->anchor_capacity, 16);
    b->anchors[b->anchor_count++] = (struct pending_anchor){anchor, at};
}

static bool bind_address(struct binding *b, const struct field *f, const struct node *scalar, struct value *out)
{
    struct str text = scalar->as.scalar.text;
    if (!bind_is_address(text)) {
        bind_wrong_type(b, f, FIELD_URL, scalar);
        bind_advise_on_address(b->diags, text);
        return false;
    }
    if (text.at[0] == '#') {
        push_anchor(b, str_slice(text, 1, text.len), scalar->at);
    }
    return bind_string(text, out);
}

static bool bind_service(struct binding *b, const struct node *scalar, struct value *out)
{
    uint32_t at = 0;
    struct str id = scalar->as.scalar.text;
    if (!names_find(&b->service_names.index, id, &at)) {
        if (b->service_names.partial) {
            return false;
        }
        diag_at(b->diags, DIAG_ERROR, scalar->at, "unknown-service", _("unknown service '%.*s'"), STR_ARG(id));
        diag_hint(b->diags, "%s", _("add it to services.yaml, or correct the name"));
        diag_nearest(b->diags, id, b->service_names.names, b->service_names.count);
        return false;
    }
    out->kind = VALUE_RECORD;
    out->as.record = b->services[at];
    return true;
}

static struct span part_of(const struct node *scalar, struct str part)
{
    size_t start = part.len == 0 ? 0 : (size_t)(part.at - scalar->as.scalar.text.at);
    return node_span(scalar, start, part.len == 0 ? scalar->as.scalar.text.len : start + part.len);
}

/* "agents:change" and "np$s_repondants@2024" where a figure's name is wanted. */
static void advise_on_figure(struct binding *b, struct str text)
{
    size_t colon = str_find(text, ':');
    if (colon < text.len) {
        diag_hint(b->diags, _("a form is the page kind's: write %.*s"), (int)colon, text.at);
        return;
    }
    diag_hint(b->diags, "%s",
              _("a name has letters, digits, '-' and '_', a point behind the entity, '@' before the period"));
    binding_advise_on_name(b, text);
}

static bool bind_figure(struct binding *b, const struct field *f, const struct node *scalar, struct value *out)
{
    struct figure_name name;
    struct str bad;
    struct str text = scalar->as.scalar.text;
    if (str_starts(text, "${")) {
        bind_wrong_type(b, f, FIELD_FIGURE, scalar);
        diag_hint(b->diags, _("name the figure without ${ and }"));
        return false;
    }
    if (!figure_name_parse(text, b->year, &name, &bad)) {
        if (binding_check_period(b, text, bad, part_of(scalar, bad))) {
            bind_wrong_type(b, f, FIELD_FIGURE, scalar);
            advise_on_figure(b, text);
        }
        return false;
    }
    if (!binding_check_name(b, name, part_of(scalar, name.indicator), part_of(scalar, name.entity))) {
        return false;
    }
    out->kind = VALUE_FIGURE;
    out->as.figure = name;
    return true;
}

static bool bind_checked(struct binding *b, const struct field *f, enum field_type type, const struct node *scalar,
                         bool good, struct value *out)
{
    if (!good) {
        bind_wrong_type(b, f, type, scalar);
        return false;
    }
    return bind_string(scalar->as.scalar.text, out);
}

bool bind_scalar(struct binding *b, const struct field *f, enum field_type type, const struct node *scalar,
                 struct value *out)
{
    struct str text = scalar->as.scalar.text;
    switch (type) {
    case FIELD_STRING:
        return bind_string(text, out);
    case FIELD_NUMBER:
    case FIELD_INTEGER:
        return bind_number(b, f, type, scalar, out);
    case FIELD_BOOL:
        if (!parse_truth(text, &out->as.truth)) {
            bind_wrong_type(b, f, type, scalar);
            advise_on_truth(b->diags, text);
            return false;
        }
        out->kind = VALUE_BOOL;
        return true;
    case FIELD_DATE:
        return bind_date(b, f, scalar, out);
    case FIELD_URL:
        return bind_address(b, f, scalar, out);
    case FIELD_ID:
        return bind_checked(b, f, type, scalar, is_id(text), out);
    case FIELD_CHOICE:
        return bind_choice(b, f, scalar, out);
    case FIELD_IMAGE:
        return bind_checked(b, f, type, scalar, text.len > 0, out);
    case FIELD_FIGURE:
        return bind_figure(b, f, scalar, out);
    case FIELD_SERVICE:
        return bind_service(b, scalar, out);
    case FIELD_TEXT:
    case FIELD_RECORD:
    case FIELD_LIST:
        break;
    }
    return false;
}
