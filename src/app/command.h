/* The commands and what they take. */
#ifndef BILAN_APP_COMMAND_H
#define BILAN_APP_COMMAND_H

#include "app/pipeline.h"

/* What the command line said; strings are lent from argv. Unused ones are NULL or false. */
struct options {
    const char *operand;  /* the edition; for new the year */
    const char *output;   /* -o */
    const char *to;       /* --to */
    const char *layout;   /* --layout */
    const char *pages;    /* --pages */
    const char *format;   /* --format */
    const char *explain;  /* --explain */
    const char *from;     /* --from */
    const char *template; /* --template */
    bool strict;
    bool bare;   /* --no-attachments */
    bool schema; /* --schema */
};

struct command {
    const char *name;
    const char *usage;   /* "EDITION [-o FILE] …" */
    const char *summary; /* one line, to be translated */
    const char *options; /* letters of the options it takes (options.c) */
    const char *ask;     /* what to say when the operand is missing */
    char instead;        /* letter of the option that makes do without an operand; 0: none */
    enum exit_status (*run)(const struct options *options);
};

enum exit_status command_build(const struct options *options);
enum exit_status command_check(const struct options *options);
enum exit_status command_facts(const struct options *options);
enum exit_status command_new(const struct options *options);

/* The whole program: argv to exit status. */
enum exit_status app_run(int argc, char **argv);

#endif
