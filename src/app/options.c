#include "app/options.h"

#include <ctype.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"

static const struct option_info infos[] = {
    {'o', "output", "FILE", N_("where to write; - is standard output")},
    {'t', "to", "FORMAT", N_("pdf (default), text, or png or svg: a folder of pages")},
    {'l', "layout", "NAME", N_("another design than the edition's own")},
    {'p', "pages", "LIST", N_("only these pages, such as 1,3-5")},
    {'n', "no-attachments", NULL, N_("leave the sources and the list of figures out of the PDF")},
    {'f', "format", "FORMAT", N_("how to print the result")},
    {'s', "strict", NULL, N_("warnings count as errors")},
    {'x', "explain", "RULE", N_("what a rule means and what to do")},
    {'F', "from", "EDITION", N_("the edition whose pages the new one starts with")},
    {'T', "template", "DESIGN", N_("a page of each kind of this design, to fill in")},
    {'S', "schema", NULL, N_("the JSON Schema of bilan.yaml, for editors")},
    {'h', "help", NULL, N_("this text")},
};
enum { OPTION_COUNT = sizeof infos / sizeof infos[0] };

const struct option_info *options_all(size_t *count)
{
    *count = OPTION_COUNT;
    return infos;
}

enum exit_status usage_error(const char *command)
{
    if (command)
        fprintf(stderr, _("try 'bilan %s --help'\n"), command);
    else
        fputs(_("try 'bilan --help'\n"), stderr);
    return EXIT_USAGE;
}

/* What getopt_long wants to know of one command's options. */
struct grammar {
    char shorts[2 * OPTION_COUNT + 2];
    struct option longs[OPTION_COUNT + 1];
};

static struct grammar grammar_of(const struct command *command)
{
    struct grammar g = {.shorts = ":"};
    size_t len = 1, count = 0;
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *info = &infos[i];
        if (info->letter != 'h' && !strchr(command->options, info->letter))
            continue;
        int argument = info->argument ? required_argument : no_argument;
        g.longs[count++] = (struct option){info->name, argument, NULL, info->letter};
        if (isupper((unsigned char)info->letter))
            continue;
        g.shorts[len++] = info->letter;
        if (info->argument)
            g.shorts[len++] = ':';
    }
    return g;
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
    case 'F':
        o->from = argument;
        break;
    case 'T':
        o->template = argument;
        break;
    case 'n':
        o->bare = true;
        break;
    case 'S':
        o->schema = true;
        break;
    default:
        o->strict = true;
        break;
    }
}

/* The word behind the options. */
static bool read_operand(const struct command *command, int argc, char **argv, bool excused, struct options *o)
{
    if (optind < argc)
        o->operand = argv[optind++];
    if (optind < argc)
        fprintf(stderr, _("bilan: '%s' is one word too many\n"), argv[optind]);
    else if (!o->operand && !excused)
        fputs(_(command->ask), stderr);
    else
        return true;
    return false;
}

bool options_read(const struct command *command, int argc, char **argv, struct options *o, enum exit_status *status)
{
    struct grammar g = grammar_of(command);
    bool excused = false;
    int letter;
    opterr = 0;
    while ((letter = getopt_long(argc, argv, g.shorts, g.longs, NULL)) != -1) {
        if (letter == 'h') {
            help_print_command(command);
            *status = EXIT_DONE;
            return false;
        }
        if (letter == '?' || letter == ':') {
            const char *message = letter == ':' ? _("bilan: option '%s' needs a value\n")
                                                : _("bilan: '%s' is no option of this command\n");
            fprintf(stderr, message, argv[optind - 1]);
            *status = usage_error(command->name);
            return false;
        }
        take_option(o, letter, optarg);
        excused = excused || letter == command->instead;
    }
    if (read_operand(command, argc, argv, excused, o))
        return true;
    *status = usage_error(command->name);
    return false;
}
