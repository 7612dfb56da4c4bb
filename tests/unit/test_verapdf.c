#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "paint/paint.h"
#include "sample_complete.h"
#include "support/temp_folder.h"

enum { NOT_AVAILABLE = 77 };

/* Judges the document that holds everything; the script says loudly when there is no judge. */
static void judge(const char *flavour, bool *skipped)
{
    struct sample *s = sample_complete();
    struct buf out = {0};
    assert_int_equal(paint_pdf(&s->doc, &out).status, PAINT_OK);
    char *folder = temp_folder_new();
    const char *path = temp_folder_put(s->arena, folder, "sample.pdf", buf_view(&out));
    buf_free(&out);
    const char *command = arena_printf(s->arena, "tests/pdf/verapdf.sh %s %s", flavour, path);
    int status = system(command); /* NOLINT(cert-env33-c): a fixed command of the test */
    temp_folder_free(folder);
    sample_free(s);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == NOT_AVAILABLE) {
        *skipped = true;
        skip();
    }
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void test_passes_as_ua1(void **state)
{
    judge("ua1", *state);
}

static void test_passes_as_3a(void **state)
{
    judge("3a", *state);
}

int main(void)
{
    bool skipped = false;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(test_passes_as_ua1, &skipped),
        cmocka_unit_test_prestate(test_passes_as_3a, &skipped),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    return failed == 0 && skipped ? NOT_AVAILABLE : failed;
}
