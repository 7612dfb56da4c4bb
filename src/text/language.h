/* Numbers and dates as a document's language writes them (CLDR data through ICU, house rules on top). */
#ifndef BILAN_TEXT_LANGUAGE_H
#define BILAN_TEXT_LANGUAGE_H

#include "base/decimal.h"
#include "base/str.h"
#include "page/document.h"

struct language;

/* `tag` is BCP 47; NULL when it is not French or English (the languages whose typography is known). */
struct language *language_new(struct arena *a, struct str tag);
const char *language_tag(const struct language *l);
bool language_is_french(const struct language *l);

enum number_sign { SIGN_NEGATIVE, SIGN_ALWAYS }; /* "−3", "47"; or "−3", "+47" (0 has none) */

/* Digits grouped by the language (fr: U+202F, en: comma), decimal sign, U+2212 for minus. Prints exactly value.scale decimals. */
struct str language_number(struct language *l, struct arena *a, struct decimal value, enum number_sign sign);
/* A number with its unit: "17,4 %" (fr: U+00A0 before %, € and word units), "17.4%", "€1,200" in English. `unit` is "%", "€", "M€", "k€" or a word; empty: none. */
struct str language_measure(struct language *l, struct arena *a, struct decimal value, struct str unit,
                            enum number_sign sign);
/* A whole number up to 999 in words, lower case ("dix-sept", "seventeen"); digits above. Feminine: "vingt et une". */
struct str language_words(struct language *l, struct arena *a, struct decimal value, bool feminine);
/* "15 mars 2025", "1er janvier 2025" (the er is plain; typography raises it), "March 15, 2025". */
struct str language_date(struct language *l, struct arena *a, struct day day);
/* "mars 2025" */
struct str language_month(struct language *l, struct arena *a, int year, int month);
/* "T4 2024" / "Q4 2024" */
struct str language_quarter(struct language *l, struct arena *a, int year, int quarter);

enum phrase {
    PHRASE_MORE_THAN, /* "plus de %s" */
    PHRASE_LESS_THAN,
    PHRASE_ABOUT,
    PHRASE_NOT_APPLICABLE, /* "–" */
    PHRASE_NOT_AVAILABLE,  /* "n. d." */
    PHRASE_PAGE            /* "page %s" */
};
const char *language_phrase(const struct language *l, enum phrase phrase);
/* A phrase with `text` in the place of its %s. */
struct str phrase_fill(struct arena *a, const char *phrase, struct str text);

#endif
