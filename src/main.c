#include <stdio.h>

#include "app/command.h"
#include "base/i18n.h"

int main(int argc, char **argv)
{
    enum exit_status status = app_run(argc, argv);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        perror(_("bilan: standard output"));
        return EXIT_MACHINE;
    }
    return (int)status;
}
