/* One document with everything that a document can hold. */
#ifndef BILAN_TESTS_SAMPLE_COMPLETE_H
#define BILAN_TESTS_SAMPLE_COMPLETE_H

#include "sample.h"

static inline void complete_paragraphs(struct sample *s)
{
    struct structure *t = s->structure;
    leaf_id title = sample_leaf(s, 0, TAG_H1);
    sample_text(s, 0, title, 48, 96, 28, "L’office difficile : 1\u202f234\u00a0€");
    sample_rectangle(s, 0, LEAF_ARTEFACT, (struct rect){0, 0, 960, 40});

    element_id paragraph = structure_add(t, 0, TAG_P);
    leaf_id before = structure_leaf(t, paragraph);
    leaf_id inside = structure_leaf(t, structure_add(t, paragraph, TAG_LINK));
    leaf_id after = structure_leaf(t, paragraph);
    sample_text(s, 0, before, 48, 140, 14, "Voir la page (2)\\ ");
    sample_text(s, 0, inside, 160, 140, 14, "suivante");
    sample_link(s, 0, inside, (struct rect){160, 128, 60, 16}, NULL, 1);
    sample_text(s, 0, after, 220, 140, 14, " et la q\u0301\u0323.");
    sample_text(s, 1, after, 48, 140, 14, " suite");

    leaf_id outside = structure_leaf(t, structure_add(t, structure_add(t, 0, TAG_P), TAG_LINK));
    sample_text(s, 1, outside, 48, 180, 14, "Le site");
    sample_link(s, 1, outside, (struct rect){48, 168, 60, 16}, "https://example.org/été(1)", 0);
    leaf_id english = sample_leaf(s, 0, TAG_P);
    sample_text(s, 1, english, 48, 220, 14, "Open source")->as.glyphs.language = "en";
}

static inline void complete_list(struct sample *s)
{
    element_id list = structure_add(s->structure, 0, TAG_L);
    structure_edit(s->structure, list)->marks = MARKS_DISC;
    for (int i = 0; i < 2; i++) {
        element_id item = structure_add(s->structure, list, TAG_LI);
        sample_text(s, 0, sample_leaf(s, item, TAG_LBL), 48, 170 + 20 * i, 14, "•");
        sample_text(s, 0, sample_leaf(s, item, TAG_LBODY), 60, 170 + 20 * i, 14, i ? "deux" : "un");
    }
}

static inline leaf_id complete_head(struct sample *s, element_id row, enum table_scope scope)
{
    element_id head = structure_add(s->structure, row, TAG_TH);
    structure_edit(s->structure, head)->scope = scope;
    return structure_leaf(s->structure, head);
}

static inline void complete_table(struct sample *s)
{
    struct structure *t = s->structure;
    element_id table = structure_add(t, 0, TAG_TABLE);
    structure_place(t, table, 0, (struct rect){48, 220, 200, 80});
    element_id head = structure_add(t, structure_add(t, table, TAG_THEAD), TAG_TR);
    sample_text(s, 0, complete_head(s, head, SCOPE_COLUMN), 48, 240, 14, "Tête");
    sample_text(s, 0, complete_head(s, head, SCOPE_COLUMN), 148, 240, 14, "Valeur");
    element_id body = structure_add(t, table, TAG_TBODY);
    element_id row = structure_add(t, body, TAG_TR);
    sample_text(s, 0, complete_head(s, row, SCOPE_ROW), 48, 260, 14, "Ligne");
    structure_add(t, row, TAG_TD);
    element_id wide = structure_add(t, structure_add(t, body, TAG_TR), TAG_TD);
    structure_edit(t, wide)->column_span = 2;
    sample_text(s, 0, structure_leaf(t, wide), 48, 280, 14, "Large");
}

static inline void complete_figure(struct sample *s)
{
    static const uint8_t rgb[12] = {255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9};
    static const uint8_t alpha[4] = {255, 128, 64, 255};
    static const struct image image = {.id = 7, .width = 2, .height = 2, .rgb = rgb, .alpha = alpha};
    element_id figure = structure_add(s->structure, 0, TAG_FIGURE);
    structure_edit(s->structure, figure)->alternative = "Un dessin 😀";
    structure_place(s->structure, figure, 0, (struct rect){400, 200, 100, 160});
    leaf_id leaf = structure_leaf(s->structure, figure);
    for (int i = 0; i < 2; i++) {
        struct item *picture = sample_item(s, 0, ITEM_IMAGE, leaf);
        picture->box = (struct rect){400 + 50 * i, 200, 50, 100};
        picture->as.image = &image;
    }
    struct item *frame = sample_rectangle(s, 0, leaf, (struct rect){400, 310, 100, 50});
    frame->clip = &frame->as.drawing.path;
    struct drawing *d = &frame->as.drawing;
    d->stroked = true;
    d->stroke_width = 2;
    d->dash[0] = 3;
    d->dash[1] = 1.5;
    d->dash_count = 2;
}

static inline void complete_rest(struct sample *s)
{
    static const struct attachment attachments[] = {
        {"figures été.csv", "text/csv", "Les chiffres", "Data", {"a,b\n1,2\n", 8}},
        {"bilan.yaml", "application/yaml", "La source", "Source", {"edition: 2024\n", 14}},
    };
    sample_text(s, 0, sample_leaf(s, 0, TAG_NOTE), 48, 500, 10, "Une note");
    sample_text(s, 1, sample_leaf(s, 0, TAG_H2), 48, 96, 28, "Deuxième");
    sample_leaf(s, 0, TAG_P);
    s->bookmarks[0] = (struct bookmark){"Début", 1, 0, 40};
    s->bookmarks[1] = (struct bookmark){"Dessous", 2, 0, 100};
    s->bookmarks[2] = (struct bookmark){"Deux", 1, 1, 40};
    s->doc.bookmark_count = 3;
    s->doc.attachments = attachments;
    s->doc.attachment_count = 2;
}

static inline struct sample *sample_complete(void)
{
    struct sample *s = sample_new(2);
    complete_paragraphs(s);
    complete_list(s);
    complete_table(s);
    complete_figure(s);
    complete_rest(s);
    return s;
}

#endif
