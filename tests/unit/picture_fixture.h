/* Pictures made and decoded in an arena of the test. */
#ifndef BILAN_TESTS_PICTURE_FIXTURE_H
#define BILAN_TESTS_PICTURE_FIXTURE_H

#include "page/picture.h"
#include "picture_samples.h"

static struct arena *arena;

static inline int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static inline const struct image *decoded(struct str bytes)
{
    enum picture_fault fault;
    const struct image *image = picture_decode(arena, bytes, 5, &fault);
    assert_int_equal(fault, PICTURE_OK);
    assert_non_null(image);
    assert_int_equal(image->id, 5);
    return image;
}

#endif
