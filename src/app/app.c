#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "app/options.h"
#include "app/resources.h"
#include "base/i18n.h"

#define WHICH_EDITION N_("bilan: which edition? Name its folder or its bilan.yaml\n")

static const struct command commands[] = {
    {"build", N_("EDITION [-o FILE] [--to pdf|png|svg|text] [--layout NAME] [--pages LIST] [--no-attachments]"),
     N_("compose an edition and write it"), "otlpn", WHICH_EDITION, 0, command_build},
    {"check", N_("EDITION [--format text|json|sarif] [--strict] [--layout NAME]; --explain RULE"),
     N_("compose an edition, write nothing, report every finding"), "flsx", WHICH_EDITION, 'x', command_check},
    {"facts", N_("EDITION [--format csv|json] [--layout NAME]"),
     N_("list every figure printed, its page and its source"), "fl", WHICH_EDITION, 0, command_facts},
    {"new", N_("YEAR --from EDITION | YEAR --template DESIGN | --schema [EDITION] [--layout NAME] [-o FILE]"),
     N_("start an edition from the last one or from a design; print the schema of bilan.yaml"), "FTSlo",
     N_("bilan: which year? Name that of the new edition\n"), 'S', command_new},
};
enum { COMMAND_COUNT = sizeof commands / sizeof commands[0] };

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

/* Messages follow the user's language; LC_MESSAGES alone, so that numbers never do. */
static void choose_language(void)
{
    struct arena *a = arena_new();
    setlocale(LC_MESSAGES, "");
    const char *folder = resources_locale(a);
    if (folder) {
        bindtextdomain("bilan", folder);
        bind_textdomain_codeset("bilan", "UTF-8");
        textdomain("bilan");
    }
    arena_free(a);
}

enum exit_status app_run(int argc, char **argv)
{
    choose_language();
    if (argc < 2) {
        help_print(commands, COMMAND_COUNT, stderr);
        return EXIT_USAGE;
    }
    const char *word = argv[1];
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
        help_print(commands, COMMAND_COUNT, stdout);
        return EXIT_DONE;
    }
    if (strcmp(word, "--version") == 0) {
        puts("bilan " BILAN_VERSION);
        return EXIT_DONE;
    }
    const struct command *command = find_command(word);
    if (!command) {
        fprintf(stderr, _("bilan: there is no command '%s'\n"), word);
        return usage_error(NULL);
    }
    struct options o = {.operand = NULL};
    enum exit_status status = EXIT_DONE;
    if (!options_read(command, argc - 1, argv + 1, &o, &status))
        return status;
    return command->run(&o);
}
