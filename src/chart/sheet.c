#include "chart/sheet.h"

struct mark *sheet_add(struct sheet *s)
{
    s->marks = ARENA_ROOM(s->arena, s->marks, s->count, &s->capacity, 128);
    s->marks[s->count] = (struct mark){0};
    return &s->marks[s->count++];
}

void sheet_hand_over(const struct sheet *s, const struct chart_canvas *canvas)
{
    for (size_t i = 0; i < s->count; i++) {
        const struct mark *m = &s->marks[i];
        if (m->is_text)
            canvas->text(canvas->data, &m->text);
        else
            canvas->draw(canvas->data, &m->drawing, m->box);
    }
}
