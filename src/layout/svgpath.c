#include <math.h>

#include "base/decimal.h"
#include "layout/outline.h"

struct pen {
    struct outline outline;
    struct str data;
    size_t at;
    struct point here, start; /* current point, start of the subpath */
    struct point handle;      /* last control point, for the smooth commands */
    char handle_of;           /* the command that set it */
};

static bool is_space(char c)
{
    return c == ' ' || c == ',' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char peek(struct pen *p)
{
    while (p->at < p->data.len && is_space(p->data.at[p->at]))
        p->at++;
    return p->at < p->data.len ? p->data.at[p->at] : '\0';
}

static void skip_digits(struct pen *p, bool *some)
{
    while (p->at < p->data.len && is_digit(p->data.at[p->at])) {
        p->at++;
        *some = true;
    }
}

/* Most numbers are short and whole. False, with nothing read, for others. */
enum { WHOLE_DIGITS = 9 };
static bool whole(struct pen *p, double *out)
{
    long value = 0;
    size_t at = p->at, end = at + WHOLE_DIGITS < p->data.len ? at + WHOLE_DIGITS : p->data.len;
    while (at < end && is_digit(p->data.at[at]))
        value = 10 * value + (p->data.at[at++] - '0');
    if (at == p->at || (at < p->data.len && (p->data.at[at] == '.' || is_digit(p->data.at[at]))))
        return false;
    p->at = at;
    *out = (double)value;
    return true;
}

static bool decimal(struct pen *p, double *out)
{
    size_t start = p->at;
    bool some = false;
    skip_digits(p, &some);
    if (p->at < p->data.len && p->data.at[p->at] == '.') {
        p->at++;
        skip_digits(p, &some);
    }
    struct decimal value;
    struct str text = str_slice(p->data, start, p->at);
    char padded[64];
    if (!some || text.len > sizeof padded - 2)
        return false;
    size_t len = 0;
    padded[len++] = '0'; /* ".5" is a number here */
    for (size_t i = 0; i < text.len; i++)
        padded[len++] = text.at[i];
    if (padded[len - 1] == '.')
        len--;
    if (!decimal_parse((struct str){padded, len}, &value))
        return false;
    *out = decimal_to_double(value);
    return true;
}

/* A number ends where the next one can start: "1.5.5-2" is three. */
static bool number(struct pen *p, double *out)
{
    char sign = peek(p);
    size_t start = p->at;
    if (sign == '+' || sign == '-')
        p->at++;
    if (!whole(p, out) && !decimal(p, out)) {
        p->at = start;
        return false;
    }
    *out *= sign == '-' ? -1 : 1;
    return true;
}

static bool starts_number(char c)
{
    return is_digit(c) || c == '-' || c == '+' || c == '.';
}

static bool flag(struct pen *p, bool *out)
{
    char c = peek(p);
    if (c != '0' && c != '1')
        return false;
    *out = c == '1';
    p->at++;
    return true;
}

static bool numbers(struct pen *p, double *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!number(p, &out[i]))
            return false;
    return true;
}

static struct point offset(const struct pen *p, bool relative, double x, double y)
{
    return relative ? (struct point){p->here.x + x, p->here.y + y} : (struct point){x, y};
}

static void line_to(struct pen *p, struct point to)
{
    outline_line(&p->outline, to.x, to.y);
    p->here = to;
}

static void curve_to(struct pen *p, struct point a, struct point b, struct point to, char command)
{
    outline_curve(&p->outline, a, b, to);
    p->handle = b;
    p->handle_of = command;
    p->here = to;
}

static struct point reflected(const struct pen *p, char command)
{
    if (p->handle_of != command)
        return p->here;
    return (struct point){2 * p->here.x - p->handle.x, 2 * p->here.y - p->handle.y};
}

static void quadratic_to(struct pen *p, struct point control, struct point to)
{
    struct point a = {p->here.x + 2.0 / 3 * (control.x - p->here.x), p->here.y + 2.0 / 3 * (control.y - p->here.y)};
    struct point b = {to.x + 2.0 / 3 * (control.x - to.x), to.y + 2.0 / 3 * (control.y - to.y)};
    curve_to(p, a, b, to, 'Q');
    p->handle = control;
}

/* An ellipse of radii rx, ry turned by phi. */
struct ellipse {
    double cx, cy, rx, ry, phi;
};

static struct point on_ellipse(const struct ellipse *e, double x, double y)
{
    return (struct point){e->cx + cos(e->phi) * e->rx * x - sin(e->phi) * e->ry * y,
                          e->cy + sin(e->phi) * e->rx * x + cos(e->phi) * e->ry * y};
}

static void sweep(struct pen *p, const struct ellipse *e, double from, double angle)
{
    int pieces = (int)ceil(fabs(angle) / (M_PI / 2) - 1e-9);
    double step = angle / (pieces > 0 ? pieces : 1), handle = 4.0 / 3 * tan(step / 4);
    for (int i = 0; i < pieces; i++) {
        double t = from + step * i, u = t + step;
        struct point to = on_ellipse(e, cos(u), sin(u));
        curve_to(p, on_ellipse(e, cos(t) - handle * sin(t), sin(t) + handle * cos(t)),
                 on_ellipse(e, cos(u) + handle * sin(u), sin(u) - handle * cos(u)), to, 'A');
    }
}

/* End points to centre (SVG 1.1, F.6.5). */
static void arc_to(struct pen *p, double rx, double ry, double degrees, bool large, bool clockwise, struct point to)
{
    double phi = degrees * M_PI / 180, dx = (p->here.x - to.x) / 2, dy = (p->here.y - to.y) / 2;
    double x = cos(phi) * dx + sin(phi) * dy, y = -sin(phi) * dx + cos(phi) * dy;
    rx = fabs(rx);
    ry = fabs(ry);
    if (rx <= 0 || ry <= 0) {
        line_to(p, to);
        return;
    }
    double reach = x * x / (rx * rx) + y * y / (ry * ry), grow = reach > 1 ? sqrt(reach) : 1;
    rx *= grow;
    ry *= grow;
    double below = rx * rx * y * y + ry * ry * x * x;
    double root = below > 0 ? sqrt(fmax(0, (rx * rx * ry * ry - below) / below)) : 0;
    if (large == clockwise)
        root = -root;
    double cx = root * rx * y / ry, cy = -root * ry * x / rx;
    struct ellipse e = {cos(phi) * cx - sin(phi) * cy + (p->here.x + to.x) / 2,
                        sin(phi) * cx + cos(phi) * cy + (p->here.y + to.y) / 2, rx, ry, phi};
    double from = atan2((y - cy) / ry, (x - cx) / rx), until = atan2((-y - cy) / ry, (-x - cx) / rx);
    double angle = until - from;
    if (clockwise && angle < 0)
        angle += 2 * M_PI;
    if (!clockwise && angle > 0)
        angle -= 2 * M_PI;
    sweep(p, &e, from, angle);
}

static bool arc(struct pen *p, bool relative)
{
    double n[3], end[2];
    bool large, clockwise;
    if (!numbers(p, n, 3) || !flag(p, &large) || !flag(p, &clockwise) || !numbers(p, end, 2))
        return false;
    arc_to(p, n[0], n[1], n[2], large, clockwise, offset(p, relative, end[0], end[1]));
    return true;
}

static bool move(struct pen *p, bool relative)
{
    double n[2];
    if (!numbers(p, n, 2))
        return false;
    p->here = p->start = offset(p, relative, n[0], n[1]);
    outline_move(&p->outline, p->here.x, p->here.y);
    return true;
}

static bool straight(struct pen *p, char command, bool relative)
{
    double n[2] = {relative ? 0 : p->here.x, relative ? 0 : p->here.y};
    bool ok = command == 'L' ? numbers(p, n, 2) : number(p, command == 'H' ? &n[0] : &n[1]);
    if (ok)
        line_to(p, offset(p, relative, n[0], n[1]));
    return ok;
}

static bool curved(struct pen *p, char command, bool relative)
{
    double n[6];
    size_t count = command == 'C' ? 6 : command == 'T' ? 2 : 4;
    if (!numbers(p, n, count))
        return false;
    struct point at[3];
    for (size_t i = 0; i < count / 2; i++)
        at[i] = offset(p, relative, n[2 * i], n[2 * i + 1]);
    if (command == 'C')
        curve_to(p, at[0], at[1], at[2], 'C');
    else if (command == 'S')
        curve_to(p, reflected(p, 'C'), at[0], at[1], 'C');
    else if (command == 'Q')
        quadratic_to(p, at[0], at[1]);
    else
        quadratic_to(p, reflected(p, 'Q'), at[0]);
    return true;
}

static bool step(struct pen *p, char command, bool relative)
{
    char before = p->handle_of;
    bool ok;
    if (command == 'M')
        ok = move(p, relative);
    else if (command == 'L' || command == 'H' || command == 'V')
        ok = straight(p, command, relative);
    else if (command == 'A')
        ok = arc(p, relative);
    else
        return curved(p, command, relative);
    p->handle_of = ok ? '\0' : before;
    return ok;
}

static bool known(char command)
{
    return command != '\0' && str_find(STR("MLHVCSQTAZ"), command) < 10;
}

static bool read_command(struct pen *p)
{
    char letter = peek(p), command = letter >= 'a' ? (char)(letter - 'a' + 'A') : letter;
    bool relative = letter >= 'a';
    if (!known(command) || (p->outline.verb_count == 0 && command != 'M'))
        return false;
    p->at++;
    if (command == 'Z') {
        outline_close(&p->outline);
        p->here = p->start;
        p->handle_of = '\0';
        return true;
    }
    do {
        if (!step(p, command, relative))
            return false;
        if (command == 'M')
            command = 'L'; /* further pairs of a move are lines */
    } while (starts_number(peek(p)));
    return true;
}

bool svg_path(struct arena *a, struct str data, struct path *out, size_t *stopped)
{
    enum { USUAL_BYTES = 6 }; /* of a point */
    struct pen p = {.outline = outline_new(a, data.len / USUAL_BYTES), .data = data};
    bool ok = true;
    while (ok && peek(&p) != '\0')
        ok = read_command(&p);
    *out = outline_path(&p.outline);
    *stopped = p.at;
    return ok && out->verb_count > 0;
}
