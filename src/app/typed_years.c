#include "app/typed_years.h"

#include <ctype.h>

enum { YEAR_DIGITS = 4 };

static size_t digits_end(struct str text, size_t start)
{
    while (start < text.len && isdigit((unsigned char)text.at[start]))
        start++;
    return start;
}

bool typed_year_next(struct str text, struct year_range range, size_t *offset, struct str *year)
{
    size_t start = *offset;
    while (start < text.len) {
        size_t end = digits_end(text, start);
        if (end - start == YEAR_DIGITS) {
            int value = 0;
            for (size_t i = start; i < end; i++)
                value = value * 10 + (text.at[i] - '0');
            *year = str_slice(text, start, end);
            *offset = end;
            if (value >= range.first && value <= range.last)
                return true;
        }
        start = end > start ? end : start + 1;
    }
    *offset = text.len;
    return false;
}

void typed_years_each(const struct node *node, struct year_range range,
                      void (*found)(void *context, const struct node *scalar, struct str year), void *context)
{
    switch (node->kind) {
    case NODE_NULL:
        break;
    case NODE_SCALAR: {
        struct str year;
        size_t offset = 0;
        while (typed_year_next(node->as.scalar.text, range, &offset, &year))
            found(context, node, year);
        break;
    }
    case NODE_LIST:
        for (size_t i = 0; i < node->as.list.count; i++)
            typed_years_each(node->as.list.items[i], range, found, context);
        break;
    case NODE_MAP:
        for (size_t i = 0; i < node->as.map.count; i++)
            typed_years_each(node->as.map.pairs[i].value, range, found, context);
        break;
    }
}
