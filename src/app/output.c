#include "app/output.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"

enum exit_status output_failed(const char *path, int error)
{
    fprintf(stderr, _("bilan: cannot write '%s': %s; nothing was changed\n"), path, strerror(error));
    return EXIT_MACHINE;
}

enum exit_status output_write(const char *path, struct str bytes)
{
    struct file_result result = file_write(path, bytes);
    return result.ok ? EXIT_DONE : output_failed(path, result.error);
}
