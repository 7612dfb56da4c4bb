/* What the data folder holds besides editions: programme, indicators, services, criteria, abbreviations, figures. Private to the folder. */
#ifndef BILAN_MODEL_COLLECTIONS_H
#define BILAN_MODEL_COLLECTIONS_H

#include "model/bind.h"

/* Each binds the map of its file; NULL: there is none. */
void indicators_bind(struct binding *b, const struct node *map);
const struct value *services_bind(struct binding *b, const struct node *map);
const struct value *criteria_bind(struct binding *b, const struct node *map);
const struct value *abbreviations_bind(struct binding *b, const struct node *map);

/* Reads a CSV file, named relative to the file where it is asked for. */
void figures_load_file(struct binding *b, const char *name, struct span at);
/* Reads the CSV files of a list of names, told relative to the file that lists them. */
void figures_load(struct binding *b, const struct record *r);
/* Reports rows whose indicator or entity nobody defined, once for each name. */
void figures_check_names(struct binding *b);

/* The pages of the edition's file into b->edition. */
void pages_bind(struct binding *b, const struct node *list, const struct kinds *kinds, struct span edition_at);

#endif
