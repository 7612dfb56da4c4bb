#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "app/options.h"
#include "base/i18n.h"

void help_print(const struct command *commands, size_t count, FILE *out)
{
    fputs(_("Usage: bilan COMMAND [ARGUMENTS]\n\nCompose a programme's yearly report from its data.\n\nCommands:\n"),
          out);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "  %-8s %s\n", commands[i].name, _(commands[i].summary));
    fputs(_("\nbilan COMMAND --help tells what a command takes. bilan --version tells the version.\n"
            "Exit status: 0 done, 1 the content has errors, 2 wrong command line, 3 the machine failed.\n"),
          out);
}

static void print_option(const struct option_info *info)
{
    char names[64];
    const char *argument = info->argument ? info->argument : "";
    const char *space = info->argument ? " " : "";
    if (isupper((unsigned char)info->letter))
        snprintf(names, sizeof names, "    --%s%s%s", info->name, space, argument);
    else
        snprintf(names, sizeof names, "-%c, --%s%s%s", info->letter, info->name, space, argument);
    printf("  %-22s %s\n", names, _(info->help));
}

void help_print_command(const struct command *command)
{
    size_t count;
    const struct option_info *infos = options_all(&count);
    printf(_("Usage: bilan %s %s\n\n%s\n\nOptions:\n"), command->name, _(command->usage), _(command->summary));
    for (size_t i = 0; i < count; i++)
        if (infos[i].letter == 'h' || strchr(command->options, infos[i].letter))
            print_option(&infos[i]);
}
