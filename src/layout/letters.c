#include "layout/letters.h"

struct used_letters {
    struct used_letters *next;
    struct str id, letters;
};

static const struct used_letters *find(const struct used_letters *used, struct str id)
{
    for (; used != NULL; used = used->next)
        if (str_eq(used->id, id))
            return used;
    return NULL;
}

static bool taken(const struct used_letters *used, struct str letters)
{
    for (; used != NULL; used = used->next)
        if (str_eq(used->letters, letters))
            return true;
    return false;
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c >= 0xC0 && c < 0x2000);
}

/* The first letter of a name and the n-th after it (n from 1), or nothing. */
static struct str pair(struct arena *a, struct str name, int n)
{
    size_t at = 0, start;
    char *out = arena_alloc(a, 9);
    size_t len = 0;
    int letters = 0;
    while (at < name.len) {
        start = at;
        if (!is_letter(utf8_next(name, &at)))
            continue;
        if (letters == 0 || letters == n)
            for (size_t i = start; i < at && len < 8; i++)
                out[len++] = name.at[i];
        if (letters++ == n)
            return (struct str){out, len};
    }
    return n == 1 ? (struct str){out, len} : STR("");
}

struct str letters_for(struct arena *a, struct used_letters **used, struct str id, struct str mark, struct str name)
{
    const struct used_letters *known = find(*used, id);
    if (known)
        return known->letters;
    struct str letters = mark;
    for (int n = 1; mark.len == 0; n++) {
        struct str next = pair(a, name, n);
        if (next.len == 0)
            break;
        letters = next;
        if (!taken(*used, letters))
            break;
    }
    struct used_letters *entry = ARENA_NEW(a, struct used_letters);
    *entry = (struct used_letters){*used, id, letters};
    *used = entry;
    return letters;
}
