#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/new.h"
#include "app/options.h"
#include "base/i18n.h"
#include "model/schemas.h"

static bool parse_year(const char *word, int *out)
{
    const struct field *f = schema_field(&schema_edition, STR("edition"));
    size_t digits = strspn(word, "0123456789");
    if (digits != 4 || word[digits] != '\0')
        return false;
    *out = atoi(word);
    return *out >= f->minimum && *out <= f->maximum;
}

enum exit_status command_new(const struct options *o)
{
    int tasks = (o->from ? 1 : 0) + (o->template ? 1 : 0) + (o->schema ? 1 : 0);
    int year = 0;
    if (tasks != 1) {
        fputs(_("bilan: new takes one of --from EDITION, --template DESIGN and --schema\n"), stderr);
        return usage_error("new");
    }
    if (o->schema)
        return new_schema(o);
    if (o->layout || o->output) {
        fprintf(stderr, _("bilan: '%s' goes with --schema only\n"), o->layout ? "--layout" : "--output");
        return usage_error("new");
    }
    if (!parse_year(o->operand, &year)) {
        fprintf(stderr, _("bilan: '%s' is no year\n"), o->operand);
        return usage_error("new");
    }
    return o->from ? new_from(year, o) : new_from_template(year, o);
}
