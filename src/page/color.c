#include "page/color.h"

#include <math.h>

bool color_equal(struct color a, struct color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

double color_luminance(struct color c)
{
    return 0.2126 * linear((double)c.red) + 0.7152 * linear((double)c.green) + 0.0722 * linear((double)c.blue);
}

double color_contrast(struct color a, struct color b)
{
    double x = color_luminance(a), y = color_luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}
