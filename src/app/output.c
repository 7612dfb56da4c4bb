#include "app/output.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"

enum exit_status output_failed(const char *path, int error)
{
    if (strcmp(path, "-") == 0)
        fprintf(stderr, _("bilan: cannot write to standard output: %s\n"), strerror(error));
    else
        fprintf(stderr, _("bilan: cannot write '%s': %s; nothing was changed\n"), path, strerror(error));
    return EXIT_MACHINE;
}

enum exit_status output_write(const char *path, struct str bytes)
{
    struct file_result result = file_write(path, bytes);
    return result.ok ? EXIT_DONE : output_failed(path, result.error);
}

enum exit_status output_painted(struct paint_result result)
{
    switch (result.status) {
    case PAINT_OK:
        return EXIT_DONE;
    case PAINT_NO_MEMORY:
        memory_exhausted();
    case PAINT_BAD_FONT:
        fprintf(stderr, _("bilan: a face of the design cannot be embedded: %s\n"), result.detail ? result.detail : "");
        return EXIT_MACHINE;
    case PAINT_LIBRARY:
        fprintf(stderr, _("bilan: a library failed while painting: %s\n"), result.detail ? result.detail : "");
        return EXIT_MACHINE;
    }
    return EXIT_MACHINE;
}
