/* Messages in the user's language (gettext). English is the source. */
#ifndef BILAN_BASE_I18N_H
#define BILAN_BASE_I18N_H

#include <libintl.h>

#define _(message) gettext(message)
#define N_(message) (message)
#define P_(one, many, n) ngettext((one), (many), (unsigned long)(n))

#endif
