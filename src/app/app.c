#include <getopt.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "app/resources.h"
#include "base/i18n.h"

static const struct command commands[] = {
    {"build", N_("EDITION [-o FILE] [--to pdf|png|svg|text] [--layout NAME] [--pages LIST] [--no-attachments]"),
     N_("compose an edition and write it"), "otlpn", false, command_build},
    {"check", N_("EDITION [--format text|json|sarif] [--strict] [--layout NAME]; --explain RULE"),
     N_("compose an edition, write nothing, report every finding"), "flsx", true, command_check},
    {"facts", N_("EDITION [--format csv|json] [--layout NAME]"),
     N_("list every figure printed, its page and its source"), "fl", false, command_facts},
};
enum { COMMAND_COUNT = sizeof commands / sizeof commands[0] };

struct option_help {
    char letter;
    const char *names, *help;
};
static const struct option_help option_helps[] = {
    {'o', "-o, --output FILE", N_("where to write; - is standard output; a folder for png and svg")},
    {'t', "-t, --to FORMAT", N_("pdf (default), png, svg or text")},
    {'l', "-l, --layout NAME", N_("another design than the edition's own")},
    {'p', "-p, --pages LIST", N_("only these pages, such as 1,3-5")},
    {'n', "-n, --no-attachments", N_("leave the sources and the list of figures out of the PDF")},
    {'f', "-f, --format FORMAT", N_("how to print the result")},
    {'s', "-s, --strict", N_("warnings count as errors")},
    {'x', "-x, --explain RULE", N_("what a rule means and what to do")},
};

static void print_usage(FILE *out)
{
    fputs(_("Usage: bilan COMMAND [ARGUMENTS]\n\nCompose a programme's yearly report from its data.\n\nCommands:\n"),
          out);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(out, "  %-8s %s\n", commands[i].name, _(commands[i].summary));
    fputs(_("\nbilan COMMAND --help tells what a command takes. bilan --version tells the version.\n"
            "Exit status: 0 done, 1 the content has errors, 2 wrong command line, 3 the machine failed.\n"),
          out);
}

static void print_command_help(const struct command *command)
{
    printf(_("Usage: bilan %s %s\n\n%s\n\nOptions:\n"), command->name, _(command->usage), _(command->summary));
    for (size_t i = 0; i < sizeof option_helps / sizeof option_helps[0]; i++)
        if (strchr(command->options, option_helps[i].letter))
            printf("  %-22s %s\n", option_helps[i].names, _(option_helps[i].help));
    printf("  %-22s %s\n", "-h, --help", _("this text"));
}

static enum exit_status usage_error(const char *command)
{
    if (command)
        fprintf(stderr, _("try 'bilan %s --help'\n"), command);
    else
        fputs(_("try 'bilan --help'\n"), stderr);
    return EXIT_USAGE;
}

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static void take_option(struct options *o, int letter, const char *argument)
{
    switch (letter) {
    case 'o':
        o->output = argument;
        break;
    case 't':
        o->to = argument;
        break;
    case 'l':
        o->layout = argument;
        break;
    case 'p':
        o->pages = argument;
        break;
    case 'f':
        o->format = argument;
        break;
    case 'x':
        o->explain = argument;
        break;
    case 'n':
        o->bare = true;
        break;
    default:
        o->strict = true;
        break;
    }
}

/* Reads the words behind the command. *status is set when the program ends here. */
static bool read_options(const struct command *command, int argc, char **argv, struct options *o,
                         enum exit_status *status)
{
    static const struct option longs[] = {
        {"output", required_argument, NULL, 'o'},   {"to", required_argument, NULL, 't'},
        {"layout", required_argument, NULL, 'l'},   {"pages", required_argument, NULL, 'p'},
        {"no-attachments", no_argument, NULL, 'n'}, {"format", required_argument, NULL, 'f'},
        {"strict", no_argument, NULL, 's'},         {"explain", required_argument, NULL, 'x'},
        {"help", no_argument, NULL, 'h'},           {NULL, 0, NULL, 0}};
    int letter;
    opterr = 0;
    while ((letter = getopt_long(argc, argv, ":o:t:l:p:nf:sx:h", longs, NULL)) != -1) {
        if (letter == 'h') {
            print_command_help(command);
            *status = EXIT_DONE;
            return false;
        }
        if (letter == '?' || letter == ':' || !strchr(command->options, letter)) {
            const char *word = argv[optind - 1];
            fprintf(stderr,
                    letter == ':' ? _("bilan: option '%s' needs a value\n")
                                  : _("bilan: '%s' is no option of this command\n"),
                    word);
            *status = usage_error(command->name);
            return false;
        }
        take_option(o, letter, optarg);
    }
    if (optind < argc)
        o->edition = argv[optind++];
    if (optind < argc) {
        fprintf(stderr, _("bilan: '%s' is one word too many\n"), argv[optind]);
        *status = usage_error(command->name);
        return false;
    }
    if (!o->edition && !(command->edition_optional && o->explain)) {
        fputs(_("bilan: which edition? Name its folder or its bilan.yaml\n"), stderr);
        *status = usage_error(command->name);
        return false;
    }
    return true;
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
        print_usage(stderr);
        return EXIT_USAGE;
    }
    const char *word = argv[1];
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
        print_usage(stdout);
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
    struct options o = {.edition = NULL};
    enum exit_status status = EXIT_DONE;
    if (!read_options(command, argc - 1, argv + 1, &o, &status))
        return status;
    return command->run(&o);
}
