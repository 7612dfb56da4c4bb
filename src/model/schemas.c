#include "model/schemas.h"

#include "base/i18n.h"

#define NAME(text)                                                                                                     \
    {                                                                                                                  \
        (text), sizeof(text) - 1                                                                                       \
    }
/* The help is a message: it is translated where it is shown. */
#define HELP(text)                                                                                                     \
    {                                                                                                                  \
        (text), sizeof(text) - 1                                                                                       \
    }
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define SCHEMA(title, table)                                                                                           \
    {                                                                                                                  \
        .name = NAME(title), .fields = (table), .count = COUNT(table)                                                  \
    }

static const struct str language_choices[] = {NAME("fr"), NAME("en")};
static const struct str nature_choices[] = {NAME("flow"), NAME("stock")};
static const struct str span_choices[] = {NAME("annual"), NAME("cumulative")};
static const struct str direction_choices[] = {NAME("up"), NAME("down")};
static const struct str state_choices[] = {NAME("investigation"), NAME("construction"), NAME("acceleration"),
                                           NAME("transfer"),      NAME("perennial"),    NAME("alumni")};

static const struct field programme_fields[] = {
    {.name = NAME("name"), .type = FIELD_STRING, .required = true, .help = HELP(N_("the programme's short name"))},
    {.name = NAME("title"), .type = FIELD_TEXT, .help = HELP(N_("the programme's name in full"))},
    {.name = NAME("owner"), .type = FIELD_STRING, .help = HELP(N_("who answers for the programme"))},
    {.name = NAME("language"),
     .type = FIELD_CHOICE,
     .choices = language_choices,
     .choice_count = COUNT(language_choices),
     .fallback = NAME("fr"),
     .help = HELP(N_("the language of its editions"))},
    {.name = NAME("link"), .type = FIELD_URL, .help = HELP(N_("the programme's site"))},
    {.name = NAME("figures"),
     .type = FIELD_LIST,
     .item = FIELD_STRING,
     .help = HELP(N_("CSV files of figures besides indicators.csv"))},
    {.name = NAME("abbreviations"),
     .type = FIELD_STRING,
     .fallback = NAME("abbreviations.yaml"),
     .help = HELP(N_("the file of abbreviations"))},
    {.name = NAME("entities"),
     .type = FIELD_LIST,
     .item = FIELD_ID,
     .help = HELP(N_("bodies besides services that have figures of their own"))},
    {.name = NAME("archive"), .type = FIELD_STRING, .help = HELP(N_("the folder of past editions"))},
};
const struct schema schema_programme = SCHEMA("programme", programme_fields);

static const struct field edition_fields[] = {
    {.name = NAME("edition"),
     .type = FIELD_INTEGER,
     .required = true,
     .minimum = 1000,
     .maximum = 9998,
     .help = HELP(N_("the year it reports on"))},
    {.name = NAME("title"), .type = FIELD_TEXT, .required = true, .help = HELP(N_("the edition's title"))},
    {.name = NAME("subtitle"), .type = FIELD_TEXT, .help = HELP(N_("a second line of the title"))},
    {.name = NAME("published"), .type = FIELD_DATE, .required = true, .help = HELP(N_("the day of publication"))},
    {.name = NAME("closed"), .type = FIELD_DATE, .help = HELP(N_("the day after which no figure is taken in"))},
    {.name = NAME("layout"), .type = FIELD_ID, .required = true, .help = HELP(N_("the design: a folder of layouts"))},
    {.name = NAME("language"),
     .type = FIELD_CHOICE,
     .choices = language_choices,
     .choice_count = COUNT(language_choices),
     .help = HELP(N_("its language, where it is not the programme's"))},
    {.name = NAME("figures"),
     .type = FIELD_LIST,
     .item = FIELD_STRING,
     .help = HELP(N_("CSV files of figures that only this edition uses"))},
    {.name = NAME("highlights"),
     .type = FIELD_LIST,
     .item = FIELD_FIGURE,
     .help = HELP(N_("the figures to show first"))},
    {.name = NAME("notes"), .type = FIELD_STRING, .help = HELP(N_("for authors; not printed"))},
};
const struct schema schema_edition = SCHEMA("edition", edition_fields);

static const struct field derive_fields[] = {
    {.name = NAME("sum"),
     .type = FIELD_LIST,
     .item = FIELD_FIGURE,
     .minimum = 1,
     .maximum = 1000,
     .help = HELP(N_("figures to add up"))},
    {.name = NAME("difference"),
     .type = FIELD_LIST,
     .item = FIELD_FIGURE,
     .minimum = 2,
     .maximum = 2,
     .help = HELP(N_("the first less the second"))},
    {.name = NAME("share"),
     .type = FIELD_LIST,
     .item = FIELD_FIGURE,
     .minimum = 2,
     .maximum = 2,
     .help = HELP(N_("the first in percent of the second"))},
    {.name = NAME("quotient"),
     .type = FIELD_LIST,
     .item = FIELD_FIGURE,
     .minimum = 2,
     .maximum = 2,
     .help = HELP(N_("the first divided by the second"))},
};
static const struct schema schema_derive = SCHEMA("derivation", derive_fields);

static const struct field indicator_fields[] = {
    {.name = NAME("label"), .type = FIELD_TEXT, .required = true, .help = HELP(N_("what it counts, as printed"))},
    {.name = NAME("short"), .type = FIELD_TEXT, .help = HELP(N_("a shorter label"))},
    {.name = NAME("hint"), .type = FIELD_TEXT, .help = HELP(N_("a remark printed with the label"))},
    {.name = NAME("definition"), .type = FIELD_TEXT, .help = HELP(N_("how it is counted"))},
    {.name = NAME("unit"), .type = FIELD_STRING, .help = HELP(N_("%, €, k€, M€ or a word"))},
    {.name = NAME("perimeter"), .type = FIELD_TEXT, .help = HELP(N_("what is counted and what is not"))},
    {.name = NAME("nature"),
     .type = FIELD_CHOICE,
     .choices = nature_choices,
     .choice_count = COUNT(nature_choices),
     .fallback = NAME("flow"),
     .help = HELP(N_("'stock' for a state on a day, 'flow' for what happened in a period"))},
    {.name = NAME("span"),
     .type = FIELD_CHOICE,
     .choices = span_choices,
     .choice_count = COUNT(span_choices),
     .fallback = NAME("annual"),
     .help = HELP(N_("'annual', or 'cumulative' since the beginning"))},
    {.name = NAME("direction"),
     .type = FIELD_CHOICE,
     .choices = direction_choices,
     .choice_count = COUNT(direction_choices),
     .fallback = NAME("up"),
     .help = HELP(N_("which way is better"))},
    {.name = NAME("decimals"),
     .type = FIELD_INTEGER,
     .minimum = 0,
     .maximum = 9,
     .help = HELP(N_("digits printed behind the decimal mark"))},
    {.name = NAME("owner"), .type = FIELD_TEXT, .help = HELP(N_("who answers for the figure"))},
    {.name = NAME("whole"), .type = FIELD_ID, .help = HELP(N_("the total that it is part of"))},
    {.name = NAME("base"), .type = FIELD_ID, .help = HELP(N_("what its share is a share of"))},
    {.name = NAME("derive"),
     .type = FIELD_RECORD,
     .of = &schema_derive,
     .help = HELP(N_("how it is computed from other figures"))},
};
const struct schema schema_indicator = SCHEMA("indicator", indicator_fields);

static const struct field service_fields[] = {
    {.name = NAME("name"), .type = FIELD_STRING, .required = true, .help = HELP(N_("the service's name"))},
    {.name = NAME("mission"), .type = FIELD_TEXT, .help = HELP(N_("what it is for, in one sentence"))},
    {.name = NAME("incubator"), .type = FIELD_TEXT, .help = HELP(N_("who builds it"))},
    {.name = NAME("owner"), .type = FIELD_STRING, .help = HELP(N_("who answers for it"))},
    {.name = NAME("state"),
     .type = FIELD_CHOICE,
     .choices = state_choices,
     .choice_count = COUNT(state_choices),
     .help = HELP(N_("how far it is"))},
    {.name = NAME("state_label"), .type = FIELD_TEXT, .help = HELP(N_("the state as printed"))},
    {.name = NAME("link"), .type = FIELD_URL, .help = HELP(N_("the service's site"))},
    {.name = NAME("mark"), .type = FIELD_STRING, .help = HELP(N_("one to three letters that stand for it"))},
    {.name = NAME("logo"), .type = FIELD_IMAGE, .help = HELP(N_("a picture that stands for it, PNG or JPEG"))},
    {.name = NAME("domain"), .type = FIELD_STRING, .help = HELP(N_("the public policy it serves"))},
};
const struct schema schema_service = SCHEMA("service", service_fields);

static const struct field met_fields[] = {
    {.name = NAME("service"), .type = FIELD_SERVICE, .required = true, .help = HELP(N_("which service meets it"))},
    {.name = NAME("since"),
     .type = FIELD_INTEGER,
     .required = true,
     .minimum = 1000,
     .maximum = 9999,
     .help = HELP(N_("the year from which it does"))},
    {.name = NAME("evidence"), .type = FIELD_TEXT, .required = true, .help = HELP(N_("what shows it"))},
    {.name = NAME("date"), .type = FIELD_DATE, .help = HELP(N_("the day of the evidence"))},
};
static const struct schema schema_met = SCHEMA("service that meets a criterion", met_fields);

static const struct field criterion_fields[] = {
    {.name = NAME("id"), .type = FIELD_ID, .required = true, .help = HELP(N_("its id"))},
    {.name = NAME("name"), .type = FIELD_TEXT, .required = true, .help = HELP(N_("its name as printed"))},
    {.name = NAME("text"), .type = FIELD_TEXT, .help = HELP(N_("what it asks for"))},
    {.name = NAME("met"),
     .type = FIELD_LIST,
     .item = FIELD_RECORD,
     .of = &schema_met,
     .help = HELP(N_("the services that meet it"))},
};
static const struct schema schema_criterion = SCHEMA("criterion", criterion_fields);

static const struct field criteria_fields[] = {
    {.name = NAME("criteria"),
     .type = FIELD_LIST,
     .item = FIELD_RECORD,
     .of = &schema_criterion,
     .help = HELP(N_("the criteria in order"))},
    {.name = NAME("met"),
     .type = FIELD_LIST,
     .item = FIELD_RECORD,
     .of = &schema_met,
     .help = HELP(N_("the services that meet all of them"))},
};
const struct schema schema_criteria = SCHEMA("criteria file", criteria_fields);

static const struct field abbreviation_fields[] = {
    {.name = NAME("short"), .type = FIELD_STRING, .help = HELP(N_("the abbreviation"))},
    {.name = NAME("long"), .type = FIELD_TEXT, .required = true, .help = HELP(N_("what it stands for"))},
};
const struct schema schema_abbreviation = SCHEMA("abbreviation", abbreviation_fields);

static const struct field common_fields[] = {
    {.name = NAME("page"), .type = FIELD_STRING, .required = true, .help = HELP(N_("the page's kind"))},
    {.name = NAME("id"), .type = FIELD_ID, .help = HELP(N_("its name in ${page.…} and #… links"))},
    {.name = NAME("title"), .type = FIELD_TEXT, .help = HELP(N_("the page's title"))},
    {.name = NAME("section"), .type = FIELD_TEXT, .help = HELP(N_("starts a section of this name"))},
    {.name = NAME("summary"), .type = FIELD_TEXT, .help = HELP(N_("what it says, for tables of contents"))},
    {.name = NAME("notes"), .type = FIELD_STRING, .help = HELP(N_("for authors; not printed"))},
    {.name = NAME("toc"),
     .type = FIELD_BOOL,
     .fallback = NAME("true"),
     .help = HELP(N_("whether tables of contents list it"))},
};
const struct schema schema_common = SCHEMA("page", common_fields);
