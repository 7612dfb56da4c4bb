#include "page_fields.h"

#include "layout/design.h"
#include "text/characters.h"

enum { STEP = 2, PAGE_DEPTH = 3, SHORT = 2, LESS = 6, LONG = 30, MANY = 20, LETTERS = 9 };

static void put_value(struct generation *g, const struct field *f, enum field_type type, int depth, struct buf *out);

static bool is_named(const struct field *f, const char *const *names)
{
    for (; *names; names++)
        if (str_is(f->name, *names))
            return true;
    return false;
}

/* What only makes sense together with other fields, or is not for the page. */
static bool is_left_out(const struct field *f)
{
    static const char *const names[] = {"id",    "notes",        "data",  "x",      "logarithmic",
                                        "codes", "observations", "value", "values", NULL};
    return str_is(f->name, "page") || (!f->required && is_named(f, names));
}

/* Words that a field has room for: its help tells letters where it matters. 0: it does not say. */
static size_t room_of(const struct field *f)
{
    for (size_t i = 0; i + 1 < f->help.len; i++) {
        size_t number = 0;
        size_t end = i;
        for (; end < f->help.len && is_digit((unsigned char)f->help.at[end]); end++)
            number = 10 * number + (size_t)(f->help.at[end] - '0');
        if (end > i && str_starts(str_slice(f->help, end, f->help.len), " letters"))
            return number / LETTERS;
        i = end;
    }
    return 0;
}

/* Mostly as long as a page can hold, now and then far too long. */
static void put_text(struct generation *g, const struct field *f, int depth, struct buf *out)
{
    size_t room = room_of(f);
    size_t most = chance_once(g->chance, 60) ? LONG : room ? room : chance_once(g->chance, 12) ? LESS : SHORT;
    buf_printf(out, " \"%s\"", words_text(g->words, g->chance, 1 + chance_below(g->chance, most)));
    if (f->required && depth == PAGE_DEPTH) /* deeper down, a text may depend on what stands beside it */
        words_want(g->words);
}

/* Strings are not printed as text: days, numbers, letters. */
static void put_string(struct generation *g, const struct field *f, struct buf *out)
{
    static const char *const days[] = {"day", "end", NULL};
    static const char *const letters[] = {"mark", NULL};
    if (is_named(f, days)) {
        buf_printf(out, " 2024-%02zu-%02zu", 1 + chance_below(g->chance, 12), 1 + chance_below(g->chance, 28));
    } else if (is_named(f, letters)) {
        buf_text(out, " Ab");
    } else {
        buf_text(out, " \"");
        put_number(g, out);
        buf_char(out, '"');
    }
}

static void put_icon_or_id(struct generation *g, const struct field *f, struct buf *out)
{
    const struct theme *theme = &g->design->theme;
    size_t number = chance_below(g->chance, 1000);
    if (str_is(f->name, "icon") && theme->icon_count > 0)
        buf_printf(out, " %.*s", STR_ARG(theme->icons[number % theme->icon_count].name));
    else
        buf_printf(out, " x%zu", number);
}

static void put_figure(struct generation *g, struct buf *out)
{
    buf_printf(out, " %si%zu", chance_once(g->chance, 6) ? "s0." : "", chance_below(g->chance, INDICATORS));
    if (chance_once(g->chance, 3))
        buf_printf(out, "@%zu", FIRST_YEAR + chance_below(g->chance, LAST_YEAR - FIRST_YEAR + 1));
}

static void put_within(struct generation *g, const struct field *f, struct buf *out)
{
    double span = f->maximum > f->minimum ? f->maximum - f->minimum : 100;
    buf_printf(out, " %.0f", f->minimum + (double)chance_below(g->chance, (size_t)span + 1));
}

static void put_list(struct generation *g, const struct field *f, int depth, struct buf *out)
{
    bool bound = f->maximum > 0 && f->maximum < MANY;
    size_t least = (size_t)f->minimum, most = bound ? (size_t)f->maximum : MANY;
    size_t count = g->length < least ? least : g->length > most ? most : g->length;
    if (!bound && chance_once(g->chance, 4))
        count += chance_below(g->chance, MANY);
    for (size_t i = 0; i < count; i++) {
        buf_printf(out, "\n%*s-", STEP * depth, "");
        put_value(g, f, f->item, depth + 1, out);
    }
    if (count == 0)
        buf_text(out, " []");
}

static void put_value(struct generation *g, const struct field *f, enum field_type type, int depth, struct buf *out)
{
    switch (type) {
    case FIELD_TEXT:
        put_text(g, f, depth, out);
        return;
    case FIELD_STRING:
        put_string(g, f, out);
        return;
    case FIELD_NUMBER:
    case FIELD_INTEGER:
        put_within(g, f, out);
        return;
    case FIELD_BOOL:
        buf_text(out, chance_once(g->chance, 3) ? " true" : " false");
        return;
    case FIELD_DATE:
        buf_printf(out, " 2024-%02zu-28", 1 + chance_below(g->chance, 12));
        return;
    case FIELD_URL:
        if (chance_once(g->chance, 3))
            buf_printf(out, " \"#p%zu\"", chance_below(g->chance, g->page_count));
        else
            buf_printf(out, " https://example.org/%zu", chance_below(g->chance, 1000));
        return;
    case FIELD_ID:
        put_icon_or_id(g, f, out);
        return;
    case FIELD_CHOICE:
        buf_char(out, ' ');
        buf_str(out, f->choices[chance_below(g->chance, f->choice_count)]);
        return;
    case FIELD_IMAGE:
        buf_text(out, " picture.png");
        return;
    case FIELD_FIGURE:
        put_figure(g, out);
        return;
    case FIELD_SERVICE:
        buf_printf(out, " s%zu", chance_below(g->chance, SERVICES));
        return;
    case FIELD_RECORD:
        put_fields(g, f->of, depth, out);
        return;
    case FIELD_LIST:
        put_list(g, f, depth, out);
        return;
    }
}

void put_fields(struct generation *g, const struct schema *schema, int depth, struct buf *out)
{
    for (size_t i = 0; i < schema->count; i++) {
        const struct field *f = &schema->fields[i];
        if (is_left_out(f) || (!f->required && chance_once(g->chance, 2)))
            continue;
        buf_printf(out, "\n%*s%.*s:", STEP * depth, "", STR_ARG(f->name));
        put_value(g, f, f->type, depth + 1, out);
    }
    buf_char(out, '\n');
}
