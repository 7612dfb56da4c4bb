#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "app/facts.h"
#include "app/output.h"
#include "base/i18n.h"

static enum exit_status print_facts(struct pipeline *p, bool json)
{
    struct facts facts = facts_collect(p->arena, p->document);
    struct buf text = {0};
    if (json)
        facts_json(&facts, p->edition, &text);
    else
        facts_csv(&facts, p->edition, NULL, &text);
    enum exit_status status = output_write("-", buf_view(&text));
    buf_free(&text);
    return status;
}

enum exit_status command_facts(const struct options *options)
{
    const char *format = options->format ? options->format : "csv";
    if (strcmp(format, "csv") != 0 && strcmp(format, "json") != 0) {
        fprintf(stderr, _("bilan: there is no format '%s'; use csv or json\n"), format);
        return EXIT_USAGE;
    }
    struct pipeline p;
    enum exit_status status = EXIT_MACHINE;
    if (pipeline_run(&p, options->operand, options->layout)) {
        status = pipeline_report(&p, false);
        if (status == EXIT_DONE && p.document)
            status = print_facts(&p, strcmp(format, "json") == 0);
    }
    pipeline_end(&p);
    return status;
}
