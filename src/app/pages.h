/* A list of pages as a user types it. */
#ifndef BILAN_APP_PAGES_H
#define BILAN_APP_PAGES_H

#include <stdbool.h>
#include <stddef.h>

/* Marks in chosen[0..count) the pages (from 1) that `list` names: "3", "1,3-5", "7-". False when it is malformed or names a page
 * that is not there. */
bool pages_parse(const char *list, size_t count, bool *chosen);

#endif
