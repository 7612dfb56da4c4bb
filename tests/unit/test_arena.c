#include "findings.h"

#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

static void gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t size = 0; size < 300000; size = size * 3 + 1) {
        unsigned char *bytes = arena_alloc(a, size);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) {
            assert_int_equal(bytes[i], 0);
        }
        memset(bytes, 0xFF, size);
    }
    arena_free(a);
}

static void pieces_do_not_overlap(void **state)
{
    (void)state;
    enum { COUNT = 5000 };
    struct arena *a = arena_new();
    int **pieces = ARENA_ARRAY(a, COUNT, int *);
    for (int i = 0; i < COUNT; i++) {
        pieces[i] = ARENA_ARRAY(a, (size_t)(i % 60 + 1), int);
        pieces[i][0] = pieces[i][i % 60] = i;
    }
    for (int i = 0; i < COUNT; i++) {
        assert_int_equal(pieces[i][0], i);
        assert_int_equal(pieces[i][i % 60], i);
    }
    arena_free(a);
}

/* What lies behind a copy is zeroed all the same, in memory used before too. */
static void copies_arrays(void **state)
{
    (void)state;
    static int numbers[30000];
    struct arena *a = arena_new();
    for (int i = 0; i < 30000; i++)
        numbers[i] = -1 - i;
    for (int round = 0; round < 2; round++) {
        for (size_t count = 0; count < 30000; count = count * 3 + 1) {
            int *copy = ARENA_DUPLICATE(a, numbers, count);
            assert_non_null(copy);
            assert_int_equal(memcmp(copy, numbers, count * sizeof *numbers), 0);
            unsigned char *next = arena_alloc(a, 1000);
            for (size_t i = 0; i < 1000; i++)
                assert_int_equal(next[i], 0);
            memset(next, 0xFF, 1000);
            char *text = arena_copy(a, (const char *)numbers, count);
            assert_int_equal(text[count], '\0');
        }
        arena_clear(a);
    }
    arena_free(a);
}

/* Small and large arrays, at the end of a block and followed by others. */
static void grows_arrays(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t from = 2; from < 300000; from *= 5) {
        for (int followed = 0; followed < 2; followed++) {
            int *old = ARENA_ARRAY(a, from, int);
            old[0] = 7;
            old[from - 1] = 8;
            int *next = followed ? ARENA_NEW(a, int) : NULL;
            int *grown = arena_grow(a, old, from, 3 * from, sizeof *old);
            assert_int_equal(grown[0], 7);
            assert_int_equal(grown[from - 1], 8);
            for (size_t i = from; i < 3 * from; i++)
                assert_int_equal(grown[i], 0);
            memset(grown, 0xFF, 3 * from * sizeof *grown);
            assert_true(next == NULL || *next == 0);
        }
    }
    assert_non_null(arena_grow(a, NULL, 0, 1, 8));
    arena_free(a);
}

static void makes_room_for_one_more(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    size_t *numbers = NULL, capacity = 0;
    for (size_t count = 0; count < 100; count++) {
        numbers = ARENA_ROOM(a, numbers, count, &capacity, 3);
        numbers[count] = count;
    }
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(numbers[i], i);
    assert_int_equal(capacity, 192); /* three, six, twelve … */
    arena_free(a);
}

static void releases_large_arrays_only(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    int *small = ARENA_NEW(a, int);
    int *large = ARENA_ARRAY(a, 1000000, int), *other = ARENA_ARRAY(a, 1000000, int);
    *small = 1;
    *other = 2;
    arena_release(a, large);
    arena_release(a, small);
    arena_release(a, NULL);
    assert_int_equal(*small, 1);
    assert_int_equal(*other, 2);
    arena_free(a);
}

/* In the block in use, with memory of its own, and before there is a block. */
static void lends_memory_and_zeroes_it_again(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t size = 1000000; size > 10; size /= 10) {
        unsigned char *lent = arena_lend(a, size);
        memset(lent, 0xFF, size);
        arena_release(a, lent);
        unsigned char *bytes = arena_alloc(a, 500);
        for (size_t i = 0; i < 500; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 0xFF, 500);
    }
    assert_ptr_equal(arena_lend(a, 10), arena_lend(a, 20));
    arena_free(a);
}

static void gives_zeroed_memory_after_it_was_cleared(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    arena_clear(a);
    for (int round = 0; round < 3; round++) {
        for (size_t size = 1; size < 300000; size *= 3) {
            unsigned char *bytes = arena_alloc(a, size);
            for (size_t i = 0; i < size; i++)
                assert_int_equal(bytes[i], 0);
            memset(bytes, 0xFF, size);
        }
        arena_clear(a);
    }
    arena_free(a);
}

/* Memory checkers tell whether each ends just once. */
static void a_child_ends_before_its_parent_or_with_it(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct arena *first = arena_child(a), *second = arena_child(a), *third = arena_child(a);
    char *kept = arena_copy(third, "kept", 4);
    arena_free(second);
    assert_string_equal(kept, "kept");
    arena_copy(arena_child(first), "inner", 5);
    arena_free(a);
}

static void copies_and_prints(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(arena_copy(a, "bilan 2024", 5), "bilan");
    assert_string_equal(arena_copy(a, NULL, 0), "");
    assert_string_equal(arena_printf(a, "%s-%d", "bilan", 2024), "bilan-2024");
    arena_free(a);
    arena_free(NULL);
}

/* Runs `ask` in a child whose standard error is a pipe; returns its exit status and the message. */
static int status_of(void (*ask)(void), char message[200])
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        ask();
        _exit(0);
    }
    close(ends[1]);
    ssize_t len = read(ends[0], message, 199);
    message[len > 0 ? len : 0] = '\0';
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void ask_for_overflow(void)
{
    arena_array(arena_new(), SIZE_MAX / 2, 3);
}

static void ask_for_all(void)
{
    arena_alloc(arena_new(), SIZE_MAX);
}

static void exhaust(void)
{
    memory_exhausted();
}

static void want_of_memory_ends_with_status_3(void **state)
{
    (void)state;
    char message[200];
    assert_int_equal(status_of(exhaust, message), 3);
    assert_string_equal(message, "bilan: error: out of memory (mémoire épuisée)\n");
    assert_int_equal(status_of(ask_for_overflow, message), 3);
    assert_int_equal(status_of(ask_for_all, message), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_aligned_memory),
        cmocka_unit_test(pieces_do_not_overlap),
        cmocka_unit_test(copies_arrays),
        cmocka_unit_test(grows_arrays),
        cmocka_unit_test(makes_room_for_one_more),
        cmocka_unit_test(releases_large_arrays_only),
        cmocka_unit_test(lends_memory_and_zeroes_it_again),
        cmocka_unit_test(gives_zeroed_memory_after_it_was_cleared),
        cmocka_unit_test(a_child_ends_before_its_parent_or_with_it),
        cmocka_unit_test(copies_and_prints),
        cmocka_unit_test(want_of_memory_ends_with_status_3),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
