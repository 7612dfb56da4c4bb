/* The options of all commands, in one table: parsing and help follow it, man pages and completions are held to it by a test. */
#ifndef BILAN_APP_OPTIONS_H
#define BILAN_APP_OPTIONS_H

#include <stdio.h>

#include "app/command.h"

struct option_info {
    char letter;          /* as in struct command.options; a capital has no short form */
    const char *name;     /* behind the two dashes */
    const char *argument; /* what it takes, for help; NULL: nothing */
    const char *help;     /* one line, to be translated */
};

/* All options, in the order of help. Lent. */
const struct option_info *options_all(size_t *count);

/* Reads the words behind the command (argv[0] is the command's own). False when the program ends here with *status: help was asked for,
 * or the command line is wrong, which has been said. */
bool options_read(const struct command *command, int argc, char **argv, struct options *o, enum exit_status *status);

/* Says where to look; `command` may be NULL. Returns EXIT_USAGE. */
enum exit_status usage_error(const char *command);

/* The help of the program and of one command. */
void help_print(const struct command *commands, size_t count, FILE *out);
void help_print_command(const struct command *command);

#endif
