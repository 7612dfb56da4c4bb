#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "paint/paint.h"
#include "sample_complete.h"

enum { NOT_AVAILABLE = 77 };

/* Judges the document that holds everything; the script says loudly when there is no judge. */
static void judge(const char *flavour, bool *skipped)
{
    struct sample *s = sample_complete();
    struct buf out = {0};
    assert_int_equal(paint_pdf(&s->doc, &out).status, PAINT_OK);
    char path[] = "/tmp/bilan-test-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, out.at, out.len), (ssize_t)out.len);
    close(fd);
    buf_free(&out);
    sample_free(s);

    char command[128];
    assert_true(snprintf(command, sizeof command, "tests/pdf/verapdf.sh %s %s", flavour, path) < (int)sizeof command);
    int status = system(command); /* NOLINT(cert-env33-c): a fixed command of the test */
    unlink(path);
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
