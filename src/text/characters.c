#include "text/characters.h"

#include <unicode/uchar.h>

bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_ascii_alphanumeric(char c)
{
    return is_ascii_letter(c) || (c >= '0' && c <= '9');
}

bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

bool is_space(uint32_t c)
{
    return c == ' ' || c == NO_BREAK_SPACE || c == NARROW_SPACE;
}

bool is_word_character(uint32_t c)
{
    return c < 0x80 ? is_ascii_alphanumeric((char)c) : u_isalnum((UChar32)c);
}

bool is_capital(uint32_t c)
{
    return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper((UChar32)c);
}

uint32_t character_before(struct str text, size_t at)
{
    return at > 0 ? utf8_previous(text, &at) : 0;
}

uint32_t character_at(struct str text, size_t at)
{
    return at < text.len ? utf8_next(text, &at) : 0;
}

size_t previous_start(struct str text, size_t at)
{
    utf8_previous(text, &at);
    return at;
}

size_t next_start(struct str text, size_t at)
{
    utf8_next(text, &at);
    return at;
}
