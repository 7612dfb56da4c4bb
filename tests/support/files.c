#include "files.h"

#include <string.h>

static const char head[] = "--- file: ";

/* Where the next line that starts a file stands, from `at` on; the end when there is none. */
static size_t next_head(struct str input, size_t at)
{
    while (at < input.len && !str_starts(str_slice(input, at, input.len), head))
        at += str_find(str_slice(input, at, input.len), '\n') + 1;
    return at < input.len ? at : input.len;
}

struct input_files files_parse(struct arena *a, struct str input, const char *first)
{
    struct input_files files = {ARENA_ARRAY(a, INPUT_MAX_FILES, struct input_file), 0};
    size_t at = next_head(input, 0);
    if (at > 0)
        files.items[files.count++] = (struct input_file){str_of(first), str_slice(input, 0, at)};
    while (at < input.len && files.count < INPUT_MAX_FILES) {
        struct str rest = str_slice(input, at + strlen(head), input.len);
        size_t line = str_find(rest, '\n');
        size_t start = at + strlen(head) + line + 1;
        size_t end = next_head(input, start < input.len ? start : input.len);
        struct str bytes = start < end ? str_slice(input, start, end) : STR("");
        files.items[files.count++] = (struct input_file){str_slice(rest, 0, line), bytes};
        at = end;
    }
    return files;
}

void files_write(const struct input_files *files, struct buf *out)
{
    for (size_t i = 0; i < files->count; i++) {
        buf_text(out, head);
        buf_str(out, files->items[i].name);
        buf_char(out, '\n');
        buf_str(out, files->items[i].bytes);
        if (files->items[i].bytes.len > 0 && !str_ends(files->items[i].bytes, "\n"))
            buf_char(out, '\n');
    }
}
