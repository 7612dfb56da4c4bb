#include "paint/cairo_faces.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include <stdlib.h>
#include FT_FREETYPE_H
#include FT_MODULE_H

static void *font_alloc(FT_Memory memory, long size)
{
    (void)memory;
    return malloc((size_t)size);
}

static void font_free(FT_Memory memory, void *block)
{
    (void)memory;
    free(block);
}

static void *font_grow(FT_Memory memory, long old_size, long new_size, void *block)
{
    (void)memory;
    (void)old_size;
    return realloc(block, (size_t)new_size);
}

/* A library that its last face ends, with the memory functions it points to (FT_Init_FreeType's would be lost then). */
static FT_Library open_library(void)
{
    static struct FT_MemoryRec_ memory = {NULL, font_alloc, font_free, font_grow};
    FT_Library library;
    if (FT_New_Library(&memory, &library) != 0)
        return NULL;
    FT_Add_Default_Modules(library);
    return library;
}

struct cairo_faces {
    size_t count;
    cairo_font_face_t **cairo;
};

/* cairo keeps scaled fonts for a while after their last use, so a face ends with cairo's last reference to it, not with ours; each
 * holds the library it came from. */
struct held_face {
    FT_Library library;
    FT_Face face;
};

static const cairo_user_data_key_t held_key;

static void release(void *data)
{
    struct held_face *held = data;
    if (held->face)
        FT_Done_Face(held->face);
    FT_Done_Library(held->library);
    free(held);
}

static cairo_font_face_t *open_face(FT_Library library, const struct font *font)
{
    struct held_face *held = memory_alloc(sizeof *held);
    *held = (struct held_face){library, NULL};
    FT_Reference_Library(library);
    const FT_Byte *bytes = (const FT_Byte *)font->bytes.at;
    if (FT_New_Memory_Face(library, bytes, (FT_Long)font->bytes.len, 0, &held->face) != 0) {
        release(held);
        return NULL;
    }
    cairo_font_face_t *face = cairo_ft_font_face_create_for_ft_face(held->face, FT_LOAD_NO_HINTING);
    if (cairo_font_face_set_user_data(face, &held_key, held, release) != CAIRO_STATUS_SUCCESS) {
        cairo_font_face_destroy(face);
        release(held);
        return NULL;
    }
    return face;
}

struct cairo_faces *cairo_faces_new(const struct fonts *fonts)
{
    FT_Library library = open_library();
    if (!library)
        return NULL;
    struct cairo_faces *faces = memory_alloc(sizeof *faces);
    size_t count = fonts_count(fonts);
    *faces = (struct cairo_faces){0, memory_alloc((count + 1) * sizeof *faces->cairo)};
    while (faces->count < count) {
        cairo_font_face_t *face = open_face(library, fonts_get(fonts, faces->count));
        if (!face)
            break;
        faces->cairo[faces->count++] = face;
    }
    FT_Done_Library(library);
    if (faces->count == count)
        return faces;
    cairo_faces_free(faces);
    return NULL;
}

void cairo_faces_free(struct cairo_faces *faces)
{
    for (size_t i = 0; i < faces->count; i++)
        cairo_font_face_destroy(faces->cairo[i]);
    free(faces->cairo);
    free(faces);
}

cairo_font_face_t *cairo_faces_get(const struct cairo_faces *faces, const struct font *font)
{
    return faces->cairo[font->id];
}
