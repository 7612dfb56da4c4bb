/* Scalars, languages and faces for the tests of src/text. */
#ifndef BILAN_TESTS_TEXT_SUPPORT_H
#define BILAN_TESTS_TEXT_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/file.h"
#include "load/yaml.h"
#include "text/inline.h"
#include "text/paragraph.h"

struct support {
    struct arena *arena;
    struct diags *diags;
    struct language *french, *english;
    struct fonts *fonts;
    const struct font *regular, *bold, *italic, *light;
    const char *source; /* of the last scalar */
};

static inline const struct font *support_font(struct support *s, const char *name)
{
    struct str bytes;
    assert_true(file_read(s->arena, name, 4 * 1024 * 1024, &bytes).ok);
    enum font_fault fault;
    const struct font *font = fonts_add(s->fonts, bytes, &fault);
    assert_non_null(font);
    return font;
}

static inline int support_setup(void **state)
{
    struct support *s = test_calloc(1, sizeof *s);
    s->arena = arena_new();
    s->diags = diags_new(s->arena);
    s->french = language_new(s->arena, STR("fr"));
    s->english = language_new(s->arena, STR("en"));
    s->fonts = fonts_new(s->arena);
    s->regular = support_font(s, "fonts/SourceSans3-Regular.ttf");
    s->bold = support_font(s, "fonts/SourceSans3-Bold.ttf");
    s->italic = support_font(s, "fonts/SourceSans3-Italic.ttf");
    s->light = support_font(s, "fonts/SourceSans3-Light.ttf");
    *state = s;
    return 0;
}

static inline int support_teardown(void **state)
{
    struct support *s = *state;
    fonts_free(s->fonts);
    arena_free(s->arena);
    test_free(s);
    return 0;
}

/* The value of "t" in a YAML file of these bytes. */
static inline const struct node *support_scalar(struct support *s, const char *yaml)
{
    s->source = yaml;
    uint32_t file = diags_add_file(s->diags, "t.yaml", str_of(yaml));
    const struct node *root = yaml_load(s->arena, s->diags, file);
    assert_non_null(root);
    const struct node *scalar = node_get(root, "t");
    assert_non_null(scalar);
    return scalar;
}

/* Text with no source. */
static inline const struct rich *support_rich(struct support *s, const char *text)
{
    return rich_plain(s->arena, str_of(text), SPAN_NONE);
}

static inline const char *support_text(struct support *s, struct str text)
{
    return str_copy(s->arena, text).at;
}

#define TEXT_TEST(function) cmocka_unit_test_setup_teardown(function, support_setup, support_teardown)

#endif
