#include "app/pages.h"

#include <ctype.h>
#include <stdlib.h>

static bool read_number(const char **at, size_t *out)
{
    if (!isdigit((unsigned char)**at))
        return false;
    char *end;
    unsigned long value = strtoul(*at, &end, 10);
    *at = end;
    *out = value;
    return true;
}

bool pages_parse(const char *list, size_t count, bool *chosen)
{
    const char *at = list;
    do {
        size_t first, last;
        if (!read_number(&at, &first))
            return false;
        last = first;
        if (*at == '-') {
            at++;
            if (!read_number(&at, &last))
                last = count;
        }
        if (first < 1 || last < first || last > count)
            return false;
        for (size_t page = first; page <= last; page++)
            chosen[page - 1] = true;
    } while (*at == ',' && *++at != '\0');
    return *at == '\0';
}
