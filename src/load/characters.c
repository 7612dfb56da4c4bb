#include "load/characters.h"

#include <string.h>

#include "base/i18n.h"

/* A binary file taken for text must not fill the screen. */
enum { MOST_FINDINGS = 10 };

enum { BYTE_ORDER_MARK = 0xFEFF };

static bool is_forbidden(uint32_t c, struct str rest)
{
    if (c == '\r') {
        return !str_starts(rest, "\n"); /* alone it ends a line for YAML, but not for editors */
    }
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == BYTE_ORDER_MARK || c == 0xFFFE ||
           c == 0xFFFF;
}

static void report(struct diags *d, struct span at, uint32_t c)
{
    static const char rule[] = "bad-character";
    if (c == BYTE_ORDER_MARK) {
        diag_at(d, DIAG_ERROR, at, rule, _("byte order mark inside the file"));
    } else if (c == 0x2028 || c == 0x2029) {
        diag_at(d, DIAG_ERROR, at, rule, _("invisible line separator U+%04X"), (unsigned)c);
    } else if (c > 0x2029 && c <= 0x2069) {
        diag_at(d, DIAG_ERROR, at, rule, _("direction override U+%04X"), (unsigned)c);
    } else {
        diag_at(d, DIAG_ERROR, at, rule, _("control character U+%04X"), (unsigned)c);
    }
    diag_hint(d, "%s",
              c == '\r' ? _("end lines with a line feed: save the file with the line ends of Unix or Windows")
                        : _("delete it"));
}

/* Whether none of eight bytes is outside ASCII or a control character other than a line feed. */
static bool are_plain(const char *bytes)
{
    const uint64_t ones = 0x0101010101010101U, high_bits = 0x8080808080808080U;
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    /* The high bit of each byte, once none of the word's own is set: it is below a space; it is no line feed; it is DEL. */
    uint64_t below_space = ~((word | high_bits) - ones * ' ');
    uint64_t no_line_feed = (word ^ ones * '\n') + ones * 0x7F;
    uint64_t delete = word + ones;
    return ((word | (below_space & no_line_feed) | delete) & high_bits) == 0;
}

static size_t skip_plain(struct str bytes, size_t at)
{
    while (at + 8 <= bytes.len && are_plain(bytes.at + at)) {
        at += 8;
    }
    while (at < bytes.len && ((bytes.at[at] >= 0x20 && bytes.at[at] < 0x7F) || bytes.at[at] == '\n')) {
        at++;
    }
    return at;
}

/* Moves behind good characters: to the first that is forbidden or no UTF-8, or to the end. */
static size_t skip_good(struct str bytes, size_t at)
{
    for (at = skip_plain(bytes, at); at < bytes.len; at = skip_plain(bytes, at)) {
        size_t next = at;
        uint32_t c = utf8_next(bytes, &next);
        bool ill_formed = next == at + 1 && c >= 0x80;
        if (ill_formed || is_forbidden(c, str_slice(bytes, next, bytes.len))) {
            break;
        }
        at = next;
    }
    return at;
}

/* Of the forbidden characters from `at` on, which is the first. */
static void report_forbidden(struct diags *d, uint32_t file, struct str bytes, size_t at)
{
    for (size_t found = 0; at < bytes.len && found < MOST_FINDINGS; found++) {
        size_t start = at;
        uint32_t c = utf8_next(bytes, &at);
        report(d, (struct span){file, (uint32_t)start, (uint32_t)at}, c);
        at = skip_good(bytes, at);
    }
}

/* A file of another kind under a text's name, or one in another encoding. */
static const char *advice_on_bytes(struct str bytes, size_t at)
{
    static const struct {
        const char *signature, *advice;
    } known[] = {
        {"\xFF\xFE", N_("the file is UTF-16: save it as UTF-8")},
        {"\xFE\xFF", N_("the file is UTF-16: save it as UTF-8")},
        {"PK\x03\x04",
         N_("this is a spreadsheet's or word processor's own file: export it as CSV or plain text, in UTF-8")},
        {"\xD0\xCF\x11\xE0",
         N_("this is an old spreadsheet's or word processor's own file: export it as CSV or plain text, in UTF-8")},
        {"%PDF", N_("this is a PDF: only text is read here")},
        {"\x89PNG", N_("this is a picture: only text is read here")},
        {"\xFF\xD8\xFF", N_("this is a picture: only text is read here")},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (str_starts(bytes, known[i].signature)) {
            return _(known[i].advice);
        }
    }
    bool surrogate = bytes.at[at] == '\xED' && at + 1 < bytes.len && (unsigned char)bytes.at[at + 1] >= 0xA0;
    return surrogate ? _("half of a character was saved here: delete it and type the character again")
                     : _("save the file as UTF-8");
}

bool characters_check(struct diags *d, uint32_t file)
{
    struct str bytes = diags_file_bytes(d, file);
    size_t good = skip_good(bytes, str_starts(bytes, "\xEF\xBB\xBF") ? 3 : 0);
    if (good == bytes.len) {
        return true;
    }
    size_t valid = utf8_valid(bytes);
    if (valid < bytes.len) {
        struct span at = {file, (uint32_t)valid, (uint32_t)valid + 1};
        diag_at(d, DIAG_ERROR, at, "bad-encoding", _("byte 0x%02X is not UTF-8"),
                (unsigned)(unsigned char)bytes.at[valid]);
        diag_hint(d, "%s", advice_on_bytes(bytes, valid));
        return false;
    }
    report_forbidden(d, file, bytes, good);
    return false;
}

bool characters_check_escaped(struct diags *d, struct str text, const uint32_t *origin, uint32_t file)
{
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = utf8_next(text, &at);
        if (is_forbidden(c, str_slice(text, at, text.len))) {
            report(d, (struct span){file, origin[start], origin[at]}, c);
            return false;
        }
    }
    return true;
}
