/* What data files may hold. Help texts are messages, translated where they are shown. */
#include "model/schemas.h"

#include "base/i18n.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define SCHEMA(title, table)                                                                                           \
    {                                                                                                                  \
        .name = STR_INIT(title), .fields = (table), .count = COUNT(table)                                              \
    }

static const struct str language_choices[] = {STR_INIT("fr"), STR_INIT("en")};
static const struct str nature_choices[] = {STR_INIT("flow"), STR_INIT("stock")};
static const struct str span_choices[] = {STR_INIT("annual"), STR_INIT("cumulative")};
static const struct str direction_choices[] = {STR_INIT("up"), STR_INIT("down")};
static const struct str state_choices[] = {STR_INIT("investigation"), STR_INIT("construction"),
                                           STR_INIT("acceleration"),  STR_INIT("transfer"),
                                           STR_INIT("perennial"),     STR_INIT("alumni")};

static const struct field programme_fields[] = {
    {.name = STR_INIT("name"),
     .type = FIELD_STRING,
     .required = true,
     .help = STR_INIT(N_("the programme's short name"))},
    {.name = STR_INIT("title"), .type = FIELD_TEXT, .help = STR_INIT(N_("the programme's name in full"))},
    {.name = STR_INIT("owner"), .type = FIELD_STRING, .help = STR_INIT(N_("who answers for the programme"))},
    {.name = STR_INIT("language"),
     .type = FIELD_CHOICE,
     .choices = language_choices,
     .choice_count = COUNT(language_choices),
     .fallback = STR_INIT("fr"),
     .help = STR_INIT(N_("the language of its editions"))},
    {.name = STR_INIT("link"), .type = FIELD_URL, .help = STR_INIT(N_("the programme's site"))},
    {.name = STR_INIT("figures"),
     .type = FIELD_LIST,
     .item = FIELD_STRING,
     .help = STR_INIT(N_("CSV files of figures besides indicators.csv"))},
    {.name = STR_INIT("abbreviations"),
     .type = FIELD_STRING,
     .fallback = STR_INIT("abbreviations.yaml"),
     .help = STR_INIT(N_("the file of abbreviations"))},
    {.name = STR_INIT("entities"),
     .type = FIELD_LIST,
     .item = FIELD_ID,
     .help = STR_INIT(N_("bodies besides services that have figures of their own"))},
    {.name = STR_INIT("archive"), .type = FIELD_STRING, .help = STR_INIT(N_("the folder of past editions"))},
};
const struct schema schema_programme = SCHEMA(N_("programme"), programme_fields);

static const struct field edition_fields[] = {
    {.name = STR_INIT("edition"),
     .type = FIELD_INTEGER,
     .required = true,
     .minimum = 1000,
     .maximum = 9998,
     .help = STR_INIT(N_("the year it reports on"))},
    {.name = STR_INIT("title"), .type = FIELD_TEXT, .required = true, .help = STR_INIT(N_("the edition's title"))},
    {.name = STR_INIT("subtitle"), .type = FIELD_TEXT, .help = STR_INIT(N_("a second line of the title"))},
    {.name = STR_INIT("published"),
     .type = FIELD_DATE,
     .required = true,
     .help = STR_INIT(N_("the day of publication"))},
    {.name = STR_INIT("closed"), .type = FIELD_DATE, .help = STR_INIT(N_("the day after which no figure is taken in"))},
    {.name = STR_INIT("layout"),
     .type = FIELD_ID,
     .required = true,
     .help = STR_INIT(N_("the design: a folder of layouts"))},
    {.name = STR_INIT("language"),
     .type = FIELD_CHOICE,
     .choices = language_choices,
     .choice_count = COUNT(language_choices),
     .help = STR_INIT(N_("its language, where it is not the programme's"))},
    {.name = STR_INIT("figures"),
     .type = FIELD_LIST,
     .item = FIELD_STRING,
     .help = STR_INIT(N_("CSV files of figures that only this edition uses"))},
    {.name = STR_INIT("highlights"),
     .type = FIELD_LIST,
     .item = FIELD_FIGURE,
     .help = STR_INIT(N_("the figures to show first"))},
    {.name = STR_INIT("notes"), .type = FIELD_STRING, .help = STR_INIT(N_("for authors; not printed"))},
};
const struct schema schema_edition = SCHEMA(N_("edition"), edition_fields);

static const struct field derive_fields[] = {
    {.name = STR_INIT("sum"),
     .type = FIELD_LIST,
     .item = FIELD_FIGURE,
     .minimum = 1,
     .maximum = 1000,
     .help = STR_INIT(N_("figures to add up"))},
    {.name = STR_INIT("difference"),
     .type = FIELD_LIST,
     .item = FIELD_FIGURE,
     .minimum = 2,
     .maximum = 2,
     .help = STR_INIT(N_("the first less the second"))},
    {.name = STR_INIT("share"),
     .type = FIELD_LIST,
     .item = FIELD_FIGURE,
     .minimum = 2,
     .maximum = 2,
     .help = STR_INIT(N_("the first in percent of the second"))},
    {.name = STR_INIT("quotient"),
     .type = FIELD_LIST,
     .item = FIELD_FIGURE,
     .minimum = 2,
     .maximum = 2,
     .help = STR_INIT(N_("the first divided by the second"))},
};
static const struct schema schema_derive = SCHEMA(N_("derivation"), derive_fields);

static const struct field indicator_fields[] = {
    {.name = STR_INIT("label"),
     .type = FIELD_TEXT,
     .required = true,
     .help = STR_INIT(N_("what it counts, as printed"))},
    {.name = STR_INIT("short"), .type = FIELD_TEXT, .help = STR_INIT(N_("a shorter label"))},
    {.name = STR_INIT("hint"), .type = FIELD_TEXT, .help = STR_INIT(N_("a remark printed with the label"))},
    {.name = STR_INIT("definition"), .type = FIELD_TEXT, .help = STR_INIT(N_("how it is counted"))},
    {.name = STR_INIT("unit"), .type = FIELD_STRING, .help = STR_INIT(N_("%, €, k€, M€ or a word"))},
    {.name = STR_INIT("perimeter"), .type = FIELD_TEXT, .help = STR_INIT(N_("what is counted and what is not"))},
    {.name = STR_INIT("nature"),
     .type = FIELD_CHOICE,
     .choices = nature_choices,
     .choice_count = COUNT(nature_choices),
     .fallback = STR_INIT("flow"),
     .help = STR_INIT(N_("'stock' for a state on a day, 'flow' for what happened in a period"))},
    {.name = STR_INIT("span"),
     .type = FIELD_CHOICE,
     .choices = span_choices,
     .choice_count = COUNT(span_choices),
     .fallback = STR_INIT("annual"),
     .help = STR_INIT(N_("'annual', or 'cumulative' since the beginning"))},
    {.name = STR_INIT("direction"),
     .type = FIELD_CHOICE,
     .choices = direction_choices,
     .choice_count = COUNT(direction_choices),
     .fallback = STR_INIT("up"),
     .help = STR_INIT(N_("which way is better"))},
    {.name = STR_INIT("decimals"),
     .type = FIELD_INTEGER,
     .minimum = 0,
     .maximum = 9,
     .help = STR_INIT(N_("digits printed behind the decimal mark"))},
    {.name = STR_INIT("owner"), .type = FIELD_TEXT, .help = STR_INIT(N_("who answers for the figure"))},
    {.name = STR_INIT("whole"), .type = FIELD_ID, .help = STR_INIT(N_("the total that it is part of"))},
    {.name = STR_INIT("base"), .type = FIELD_ID, .help = STR_INIT(N_("what its share is a share of"))},
    {.name = STR_INIT("derive"),
     .type = FIELD_RECORD,
     .of = &schema_derive,
     .help = STR_INIT(N_("how it is computed from other figures"))},
};
const struct schema schema_indicator = SCHEMA(N_("indicator"), indicator_fields);

static const struct field service_fields[] = {
    {.name = STR_INIT("name"), .type = FIELD_STRING, .required = true, .help = STR_INIT(N_("the service's name"))},
    {.name = STR_INIT("mission"), .type = FIELD_TEXT, .help = STR_INIT(N_("what it is for, in one sentence"))},
    {.name = STR_INIT("incubator"), .type = FIELD_TEXT, .help = STR_INIT(N_("who builds it"))},
    {.name = STR_INIT("owner"), .type = FIELD_STRING, .help = STR_INIT(N_("who answers for it"))},
    {.name = STR_INIT("state"),
     .type = FIELD_CHOICE,
     .choices = state_choices,
     .choice_count = COUNT(state_choices),
     .help = STR_INIT(N_("how far it is"))},
    {.name = STR_INIT("state_label"), .type = FIELD_TEXT, .help = STR_INIT(N_("the state as printed"))},
    {.name = STR_INIT("link"), .type = FIELD_URL, .help = STR_INIT(N_("the service's site"))},
    {.name = STR_INIT("mark"), .type = FIELD_STRING, .help = STR_INIT(N_("one to three letters that stand for it"))},
    {.name = STR_INIT("logo"), .type = FIELD_IMAGE, .help = STR_INIT(N_("a picture that stands for it, PNG or JPEG"))},
    {.name = STR_INIT("domain"), .type = FIELD_STRING, .help = STR_INIT(N_("the public policy it serves"))},
};
const struct schema schema_service = SCHEMA(N_("service"), service_fields);

static const struct field met_fields[] = {
    {.name = STR_INIT("service"),
     .type = FIELD_SERVICE,
     .required = true,
     .help = STR_INIT(N_("which service meets it"))},
    {.name = STR_INIT("since"),
     .type = FIELD_INTEGER,
     .required = true,
     .minimum = 1000,
     .maximum = 9999,
     .help = STR_INIT(N_("the year from which it does"))},
    {.name = STR_INIT("evidence"), .type = FIELD_TEXT, .required = true, .help = STR_INIT(N_("what shows it"))},
    {.name = STR_INIT("date"), .type = FIELD_DATE, .help = STR_INIT(N_("the day of the evidence"))},
};
static const struct schema schema_met = SCHEMA(N_("service that meets a criterion"), met_fields);

static const struct field criterion_fields[] = {
    {.name = STR_INIT("id"), .type = FIELD_ID, .required = true, .help = STR_INIT(N_("its id"))},
    {.name = STR_INIT("name"), .type = FIELD_TEXT, .required = true, .help = STR_INIT(N_("its name as printed"))},
    {.name = STR_INIT("text"), .type = FIELD_TEXT, .help = STR_INIT(N_("what it asks for"))},
    {.name = STR_INIT("met"),
     .type = FIELD_LIST,
     .item = FIELD_RECORD,
     .of = &schema_met,
     .help = STR_INIT(N_("the services that meet it"))},
};
static const struct schema schema_criterion = SCHEMA(N_("criterion"), criterion_fields);

static const struct field criteria_fields[] = {
    {.name = STR_INIT("criteria"),
     .type = FIELD_LIST,
     .item = FIELD_RECORD,
     .of = &schema_criterion,
     .help = STR_INIT(N_("the criteria in order"))},
    {.name = STR_INIT("met"),
     .type = FIELD_LIST,
     .item = FIELD_RECORD,
     .of = &schema_met,
     .help = STR_INIT(N_("the services that meet all of them"))},
};
const struct schema schema_criteria = SCHEMA(N_("criteria file"), criteria_fields);

static const struct field abbreviation_fields[] = {
    {.name = STR_INIT("short"), .type = FIELD_STRING, .help = STR_INIT(N_("the abbreviation"))},
    {.name = STR_INIT("long"), .type = FIELD_TEXT, .required = true, .help = STR_INIT(N_("what it stands for"))},
};
const struct schema schema_abbreviation = SCHEMA(N_("abbreviation"), abbreviation_fields);

static const struct field common_fields[] = {
    {.name = STR_INIT("page"), .type = FIELD_STRING, .required = true, .help = STR_INIT(N_("the page's kind"))},
    {.name = STR_INIT("id"), .type = FIELD_ID, .help = STR_INIT(N_("its name in ${page.…} and #… links"))},
    {.name = STR_INIT("title"), .type = FIELD_TEXT, .help = STR_INIT(N_("the page's title"))},
    {.name = STR_INIT("section"), .type = FIELD_TEXT, .help = STR_INIT(N_("starts a section of this name"))},
    {.name = STR_INIT("summary"), .type = FIELD_TEXT, .help = STR_INIT(N_("what it says, for tables of contents"))},
    {.name = STR_INIT("notes"), .type = FIELD_STRING, .help = STR_INIT(N_("for authors; not printed"))},
    {.name = STR_INIT("toc"),
     .type = FIELD_BOOL,
     .fallback = STR_INIT("true"),
     .help = STR_INIT(N_("whether tables of contents list it"))},
};
const struct schema schema_common = SCHEMA(N_("page"), common_fields);
