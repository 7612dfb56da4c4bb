#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "app/output.h"
#include "base/i18n.h"
#include "base/rules.h"

static enum exit_status explain(const char *name)
{
    const struct rule *rule = rule_find(name);
    if (!rule) {
        fprintf(stderr, _("bilan: there is no rule '%s'; a finding names its own in brackets\n"), name);
        return EXIT_USAGE;
    }
    printf("%s\n    %s\n", rule->name, _(rule->help));
    return EXIT_DONE;
}

static enum exit_status print_as(const struct pipeline *p, const char *format, bool strict)
{
    if (strcmp(format, "text") == 0)
        return pipeline_report(p, strict);
    struct buf text = {0};
    if (strcmp(format, "json") == 0)
        diags_print_json(p->diags, &text);
    else
        diags_print_sarif(p->diags, &text, BILAN_VERSION);
    enum exit_status written = output_write("-", buf_view(&text));
    buf_free(&text);
    return written == EXIT_DONE ? pipeline_status(p, strict) : written;
}

enum exit_status command_check(const struct options *options)
{
    if (options->explain)
        return explain(options->explain);
    const char *format = options->format ? options->format : "text";
    if (strcmp(format, "text") != 0 && strcmp(format, "json") != 0 && strcmp(format, "sarif") != 0) {
        fprintf(stderr, _("bilan: there is no format '%s'; use text, json or sarif\n"), format);
        return EXIT_USAGE;
    }
    struct pipeline p;
    enum exit_status status = EXIT_MACHINE;
    if (pipeline_run(&p, options->operand, options->layout))
        status = print_as(&p, format, options->strict);
    pipeline_end(&p);
    return status;
}
