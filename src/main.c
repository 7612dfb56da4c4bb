#include "app/command.h"
#include "app/process.h"

int main(int argc, char **argv)
{
    process_begin();
    enum exit_status status = app_run(argc, argv);
    return process_end() ? (int)status : EXIT_MACHINE;
}
