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

static void grows_arrays_by_copy(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    int *old = ARENA_ARRAY(a, 2, int);
    old[0] = 7;
    old[1] = 8;
    int *grown = arena_grow(a, old, 2, 4, sizeof *old);
    grown[0] = 1;
    assert_int_equal(old[0], 7);
    assert_int_equal(grown[1], 8);
    assert_int_equal(grown[3], 0);
    assert_non_null(arena_grow(a, NULL, 0, 1, 8));
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
    assert_string_equal(message, "bilan: error: out of memory\n");
    assert_int_equal(status_of(ask_for_overflow, message), 3);
    assert_int_equal(status_of(ask_for_all, message), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_aligned_memory),
        cmocka_unit_test(pieces_do_not_overlap),
        cmocka_unit_test(grows_arrays_by_copy),
        cmocka_unit_test(copies_and_prints),
        cmocka_unit_test(want_of_memory_ends_with_status_3),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
