/* Small questions about characters and their neighbours. */
#ifndef BILAN_TEXT_CHARACTERS_H
#define BILAN_TEXT_CHARACTERS_H

#include "base/str.h"

enum { NO_BREAK_SPACE = 0xA0, NARROW_SPACE = 0x202F, PARAGRAPH_END = 0x2029, SOFT_HYPHEN = 0xAD };

bool is_ascii_letter(char c);
bool is_ascii_alphanumeric(char c);
bool is_digit(uint32_t c);
/* U+0020, U+00A0, U+202F */
bool is_space(uint32_t c);
/* A letter (of any alphabet used here) or digit. */
bool is_word_character(uint32_t c);
bool is_capital(uint32_t c);
/* The character that ends before, or starts at, byte `at`; 0 where there is none. */
uint32_t character_before(struct str text, size_t at);
uint32_t character_at(struct str text, size_t at);
/* Start of the character before byte `at` (at > 0). */
size_t previous_start(struct str text, size_t at);
/* Behind the character at byte `at`. */
size_t next_start(struct str text, size_t at);

#endif
