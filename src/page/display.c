#include "page/display.h"

struct rect glyph_run_box(const struct glyph_run *run, double above, double below)
{
    double high = above * run->size, low = below * run->size;
    if (run->turned)
        return (struct rect){run->origin.x - high, run->origin.y - run->width, high + low, run->width};
    return (struct rect){run->origin.x, run->origin.y - high, run->width, high + low};
}
