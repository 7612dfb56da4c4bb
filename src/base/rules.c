#include "base/rules.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

/* Sorted by name (strcmp): rule_find searches by halves, and a test holds the order. */
static const struct rule rules[] = {
    {"bad-alias",
     N_("A YAML alias (*name) repeats a value marked earlier with &name; this one repeats a value that does "
        "not exist or that contains the alias itself. Text that starts with '*' must be in quotes.")},
    {"bad-character",
     N_("A file holds a control, line-separator or direction-override character, which cannot be seen in "
        "an editor and must not reach the page. Delete it.")},
    {"bad-encoding", N_("A file is not well-formed UTF-8. Save it as UTF-8 in the editor or spreadsheet.")},
    {"bad-font", N_("A face of the theme cannot be used: it is no static TrueType font, may not be embedded, or its "
                    "rules replace letters without end.")},
    {"bad-include", N_("'include:' takes the name of one YAML file, below the data folder, and stands alone in its "
                       "mapping.")},
    {"bad-key", N_("A key of a YAML mapping must be plain text, not empty, a list or a mapping.")},
    {"bad-map", N_("The geometry file of a map lacks borders, areas, groups or insets, or they do not fit together.")},
    {"bad-name",
     N_("A layout names a value in a form that cannot be read. Names are joined by points, as in item.label.")},
    {"bad-number", N_("A figure is not a plain decimal number: a spreadsheet's error value, digits in groups, a unit "
                      "or a sign in the cell. Write the digits alone, 'N/A' or 'ND'.")},
    {"bad-path", N_("An icon of the theme is not drawn by well-formed SVG path data.")},
    {"bad-period", N_("A period is a year (2024), a month (2024-11), a quarter (2024-T4) or a day (2025-01-01); in "
                      "references also @previous and @next.")},
    {"bad-picture",
     N_("A picture cannot be used: it is no sound PNG or JPEG file, or it is too large. Export it again, at "
        "the size at which it is shown.")},
    {"bare-reference",
     N_("A text holds the name of a figure or page in braces, but not behind '${', so that it is printed as "
        "typed.")},
    {"block-markup", N_("A text looks like a Markdown list, heading or quote over several lines; texts take inline "
                        "Markdown only. Use a page kind with a list, or several fields.")},
    {"chart-data", N_("The data of a chart cannot be drawn: no value at all, no number, a negative share, days out of "
                      "order, more values than series, or an unknown kind of chart.")},
    {"circular-reference", N_("A derived figure leads back to itself, directly or by way of others, or rests on more "
                              "than 64 steps. One figure of the circle must be on record.")},
    {"comment-in-text",
     N_("A '#' behind a space starts a comment in YAML, so that the text before it loses its end. Put text "
        "in quotes; put a space behind the '#' of a comment.")},
    {"csv-column", N_("Each column of a CSV file has a name in the first row, and no two columns have the same.")},
    {"csv-row", N_("Each row of a CSV file has as many cells as the first row has columns.")},
    {"csv-syntax", N_("The quotes of a CSV file are not balanced. A cell that contains a quote, a separator or a line "
                      "break is put in quotes, and the quotes inside it are doubled.")},
    {"custom-tag", N_("YAML tags (!name) are not supported. Text that starts with '!' must be in quotes.")},
    {"design-value", N_("A value in a design is of the wrong type or outside what its key takes.")},
    {"duplicate-anchor", N_("Two pages have the same id, so that a reference to it could mean either.")},
    {"duplicate-key", N_("A key stands twice in one YAML mapping; only one of the two values could count.")},
    {"heading-gap",
     N_("A heading is more than one level below the one before it, which loses readers who move by headings.")},
    {"illegible", N_("A style of the theme is smaller than the least legible size that the theme itself sets.")},
    {"include-cycle", N_("A file includes itself, directly or by way of other files.")},
    {"low-contrast",
     N_("Text differs too little in lightness from what is painted behind it: 4.5 to 1 is asked for, 3 to 1 for large "
        "text (WCAG 2.2, 1.4.3).")},
    {"markup", N_("A text holds a picture or HTML, which inline Markdown does not take here. Remove it, or use "
                  "a field for pictures.")},
    {"missing-alternative", N_("A picture or chart has no text to be read aloud in its place.")},
    {"missing-column", N_("A CSV file of figures lacks one of the columns 'indicator', 'period' and 'value'.")},
    {"missing-field", N_("A field that its record must have is not there.")},
    {"missing-file", N_("A file that the content names does not exist or cannot be read.")},
    {"missing-font", N_("A face that the theme names is in none of the font folders.")},
    {"missing-glyph", N_("No face of the design has a glyph for a character. Replace the character, or add a face that "
                         "has it to the theme.")},
    {"mixed-units", N_("A sum in a text adds figures of different units.")},
    {"no-base", N_("A change, ratio or share has nothing to be compared with: the other figure is zero, does not apply "
                   "or is not available, or the indicator does not say what it is a share of.")},
    {"no-box-type", N_("A box of a layout has no type key, such as 'text', 'row' or 'use'.")},
    {"no-observation",
     N_("A figure is printed, or needed for a derived one, that is not on record for that entity, period and kind.")},
    {"no-pages", N_("The edition has no pages, so there is nothing to lay out.")},
    {"no-programme",
     N_("An edition lies in a data folder, whose top has a programme.yaml. None was found from the edition upwards.")},
    {"not-a-file", N_("What the content names is a folder, device or pipe; only regular files are read.")},
    {"observed-after-closing",
     N_("A figure of the edition's year was observed after the day on which the edition closed.")},
    {"open-reference",
     N_("A reference that starts with '${' has no closing '}'. Close it, or write '$${' for a literal "
        "'${'.")},
    {"out-of-bounds", N_("A number, or the count of a list's entries, is less or more than its field allows, or a "
                         "computed figure has more digits than can be kept exactly.")},
    {"outside-folder", N_("A file that the content names lies outside the data folder, perhaps by way of a link. An "
                          "edition must be complete in its folder.")},
    {"overflow",
     N_("Something needs more room than its place on the page has. Shorten it, or choose a page kind with more room.")},
    {"overlap", N_("Two texts of a page lie over each other.")},
    {"repeated-observation", N_("Two rows state the same figure: same entity, indicator, period, kind and 'stated_in'. "
                                "Only one of them can be right.")},
    {"revision-without-note", N_("A row restates a figure for a later edition and does not say why in its 'note'.")},
    {"several-documents", N_("A YAML file holds one document: '---' may stand once, at its start.")},
    {"share-mismatch", N_("A figure is on record and also derived by its indicator's definition, and the two differ "
                          "once rounded alike.")},
    {"sum-mismatch", N_("The parts of a total do not add up to it. Counts must agree exactly; amounts in rounded units "
                        "may differ by half a unit of the last digit for each figure.")},
    {"target-missing", N_("An indicator had a target the year before and has a result this year, but no target.")},
    {"too-deep", N_("Lists and mappings are nested more than 64 levels deep, or boxes of a layout more than 48; or "
                    "more than 8 designs are like one another.")},
    {"too-large", N_("A file is larger than its kind may be: 5 MB for YAML, all files together, 64 MB for CSV, 16 MB "
                     "for a picture.")},
    {"too-long", N_("A text is longer than 20 000 bytes, about eight pages. Divide it into several.")},
    {"too-many-findings", N_("There are more than 10 000 findings, and only so many are kept. Correct those first.")},
    {"too-many-nodes", N_("The content has more than 400 000 values once aliases and includes are expanded.")},
    {"too-many-pages", N_("The document has more than 5 000 pages. Divide it into several editions.")},
    {"too-many-sections",
     N_("The document has more than 100 sections. Only the page that starts one has a 'section'.")},
    {"typed-year", N_("A text of an edition started from the last one has a year in digits. Where it should follow the "
                      "edition, write ${edition}, ${edition:previous} or, in a figure's name, @previous.")},
    {"unknown-anchor", N_("A reference or link names the id of a page that no page has.")},
    {"unknown-choice", N_("A field takes one of a few words, and this is none of them.")},
    {"unknown-column", N_("A CSV file of figures has a column that figures do not have.")},
    {"unknown-design", N_("No layouts folder holds a design of that name.")},
    {"unknown-entity", N_("A figure belongs to a body that is neither a service of services.yaml nor named under "
                          "'entities' in programme.yaml.")},
    {"unknown-field", N_("A record has a field that its kind does not know; it would be left unread.")},
    {"unknown-form", N_("A reference asks for a form that does not exist, or for forms that contradict each other.")},
    {"unknown-indicator", N_("A row of figures, or a relation between indicators, names an indicator that "
                             "indicators.yaml does not define.")},
    {"unknown-key", N_("A design has a key that is not known where it stands.")},
    {"unknown-kind", N_("A page is of a kind that the design does not have.")},
    {"unknown-name", N_("A layout uses a colour, style, icon, part or value that does not exist.")},
    {"unknown-reference", N_("A reference or a figure field names an indicator or list that does not exist.")},
    {"unknown-service", N_("A field names a service that services.yaml does not have.")},
    {"unsettled", N_("Filling in the page numbers moves the pages that they name, again and again.")},
    {"unused-anchor",
     N_("YAML takes a word that starts with '&' for a name to repeat the value by, and drops it from the "
        "text; nothing repeats this one. Text that starts with '&' must be in quotes.")},
    {"wrong-type",
     N_("A value is not of the type its field wants: a map where text was meant, words where a number was meant.")},
    {"yaml-syntax", N_("A file is not well-formed YAML. The usual cause is text that needs quotes, because it contains "
                       "': ' or ' #' or starts with a character that YAML uses itself.")},
};

static int compare_name(const void *name, const void *rule)
{
    return strcmp(name, ((const struct rule *)rule)->name);
}

const struct rule *rule_find(const char *name)
{
    return bsearch(name, rules, sizeof rules / sizeof *rules, sizeof *rules, compare_name);
}

const struct rule *rules_all(size_t *count)
{
    *count = sizeof rules / sizeof *rules;
    return rules;
}
