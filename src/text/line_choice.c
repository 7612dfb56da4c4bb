/* The lines of a stretch, chosen as a whole: the fewest that fit, and among these the least uneven (after Knuth and Plass, 1981). */
#include "text/typesetter.h"

/* The best way to end a line at a candidate. */
struct choice {
    uint32_t lines;
    double demerits;
    size_t before; /* the candidate that ends the line before, plus one; 0: none */
};

static const double tolerance = 0.001;      /* points: sums of the same widths in another order */
static const double overfull = 1000;        /* a word wider than the line */
static const double hyphen_demerits = 0.05; /* as a line that is 22 % short */
static const double short_last = 0.22;      /* of the width: below it a last line looks lost */

struct choosing {
    const struct candidate *candidates;
    size_t count;
    struct choice *choices;
    double width, tracking;
    bool balance;
};

static double line_width(const struct choosing *c, size_t before, size_t at)
{
    double start = before == 0 ? 0 : c->candidates[before - 1].width_from;
    return c->candidates[at].width_to - start - c->tracking;
}

static double square(double x)
{
    return x * x;
}

/* How bad a line of width `width` looks that ends at `at`. */
static double line_demerits(const struct choosing *c, double width, size_t before, size_t at)
{
    double slack = (c->width - width) / c->width;
    if (slack < -tolerance / c->width)
        return overfull * (1 - slack);
    bool last = at + 1 == c->count;
    double demerits = last && !c->balance ? 0 : square(slack);
    double filled = 1 - slack;
    if (last && before > 0 && filled < short_last)
        demerits += 0.5 * (1 - filled / short_last) + 0.1;
    if (c->candidates[at].hyphen) {
        bool again = before > 0 && c->candidates[before - 1].hyphen;
        demerits += hyphen_demerits * (again ? 4 : 1);
    }
    return demerits;
}

static bool is_better(const struct choice *a, const struct choice *b)
{
    return a->lines < b->lines || (a->lines == b->lines && a->demerits < b->demerits);
}

static struct choice choose_end(const struct choosing *c, size_t at)
{
    struct choice best = {.lines = UINT32_MAX};
    for (size_t before = at;; before--) {
        double width = line_width(c, before, at);
        bool fits = width <= c->width + tolerance;
        if (!fits && before < at)
            break; /* from further back it only gets wider */
        struct choice here = {.lines = 1, .demerits = line_demerits(c, width, before, at), .before = before};
        if (before > 0) {
            here.lines += c->choices[before - 1].lines;
            here.demerits += c->choices[before - 1].demerits;
        }
        if (is_better(&here, &best))
            best = here;
        if (before == 0)
            break;
    }
    return best;
}

/* Writes the chosen lines, last to first, into room made for them. */
static void write_lines(struct typesetter *t, const struct choosing *c, size_t start)
{
    size_t count = c->choices[c->count - 1].lines;
    struct chosen_lines *lines = &t->lines;
    for (size_t i = 0; i < count; i++) {
        lines->items = scratch_room(lines->items, lines->count, &lines->capacity, sizeof *lines->items);
        lines->count++;
    }
    size_t at = c->count - 1;
    for (size_t i = 1; i <= count; i++) {
        size_t before = c->choices[at].before;
        uint32_t from = before == 0 ? (uint32_t)start : c->candidates[before - 1].at;
        const struct candidate *end = &c->candidates[at];
        lines->items[lines->count - i] = (struct chosen_line){from, end->at, end->hyphen};
        at = before - 1;
    }
}

void lines_choose(const struct setting *s, size_t start, double width)
{
    struct typesetter *t = s->typesetter;
    while (t->choice_capacity < t->candidates.count)
        t->choices = scratch_room(t->choices, t->choice_capacity, &t->choice_capacity, sizeof *t->choices);
    struct choosing c = {
        .candidates = t->candidates.items,
        .count = t->candidates.count,
        .choices = t->choices,
        .width = width > 1 ? width : 1,
        .tracking = s->style->tracking * s->style->size,
        .balance = s->style->balance,
    };
    for (size_t i = 0; i < c.count; i++)
        c.choices[i] = choose_end(&c, i);
    write_lines(t, &c, start);
}
