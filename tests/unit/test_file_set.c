/* Files that take their places together or not at all, and signals meanwhile. */
#include "folder_fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>

#include "base/file_set.h"
#include "base/signals.h"

static void assert_holds(struct fixture *f, const char *name, const char *content)
{
    assert_true(str_is(read_back(f, path_join(f->a, f->folder, name)), content));
}

static struct file_set *set_of(struct fixture *f, const char *folder, const char *const names[], size_t count)
{
    int error;
    struct file_set *s = file_set_begin(f->a, f->folder, &error);
    assert_non_null(s);
    for (size_t i = 0; i < count; i++) {
        const char *path = path_join(f->a, path_join(f->a, f->folder, folder), names[i]);
        assert_true(file_set_add(s, path, str_of(names[i])).ok);
    }
    return s;
}

static void installs_all_in_a_new_folder(void **state)
{
    struct fixture *f = *state;
    const char *failed = NULL, *folder = path_join(f->a, f->folder, "pages");
    struct file_set *s = set_of(f, "pages", (const char *const[]){"one", "two"}, 2);
    assert_int_equal(temp_folder_count(f->folder), 0); /* nothing has a name yet */
    assert_true(file_set_install(s, folder, &failed).ok);
    file_set_end(s);
    assert_int_equal(temp_folder_count(folder), 2);
    assert_holds(f, "pages/one", "one");
    assert_holds(f, "pages/two", "two");
}

static void replaces_old_files_and_leaves_others(void **state)
{
    struct fixture *f = *state;
    const char *failed = NULL;
    put(f, "one", "old");
    put(f, "other", "other");
    struct file_set *s = set_of(f, ".", (const char *const[]){"one", "two"}, 2);
    assert_true(file_set_install(s, NULL, &failed).ok);
    file_set_end(s);
    assert_int_equal(temp_folder_count(f->folder), 3);
    assert_holds(f, "one", "one");
    assert_holds(f, "other", "other");
}

static void installs_none_when_one_cannot_be(void **state)
{
    struct fixture *f = *state;
    const char *failed = NULL;
    put(f, "one", "old");
    temp_folder_make(f->a, f->folder, "two");
    struct file_set *s = set_of(f, ".", (const char *const[]){"one", "two"}, 2);
    assert_int_equal(file_set_install(s, NULL, &failed).error, EISDIR);
    file_set_end(s);
    assert_string_equal(failed, path_join(f->a, path_join(f->a, f->folder, "."), "two"));
    assert_int_equal(temp_folder_count(f->folder), 2);
    assert_holds(f, "one", "old");
}

static void takes_back_what_it_has_made(void **state)
{
    struct fixture *f = *state;
    const char *failed = NULL;
    put(f, "one", "old");
    struct file_set *s = set_of(f, ".", (const char *const[]){"one", "new", "none/two"}, 3);
    assert_int_equal(file_set_install(s, NULL, &failed).error, ENOENT);
    file_set_end(s);
    assert_int_equal(temp_folder_count(f->folder), 1);
    assert_holds(f, "one", "old");
    s = set_of(f, "new", (const char *const[]){"none/two"}, 1);
    assert_false(file_set_install(s, path_join(f->a, f->folder, "new"), &failed).ok);
    file_set_end(s);
    assert_int_equal(temp_folder_count(f->folder), 1);
}

static void says_why_it_cannot_begin(void **state)
{
    struct fixture *f = *state;
    int error = 0;
    assert_null(file_set_begin(f->a, path_join(f->a, f->folder, "none"), &error));
    assert_int_equal(error, ENOENT);
}

static void creates_no_file_over_another(void **state)
{
    struct fixture *f = *state;
    put(f, "one", "old");
    assert_int_equal(file_create(path_join(f->a, f->folder, "one"), STR("new")).error, EEXIST);
    assert_holds(f, "one", "old");
    assert_true(file_create(path_join(f->a, f->folder, "two"), STR("new")).ok);
    assert_holds(f, "two", "new");
}

static void a_waiting_signal_undoes_and_then_ends(void **state)
{
    struct fixture *f = *state;
    const char *path = put(f, "one", "old");
    pid_t child = fork();
    if (child == 0) {
        signal(SIGTERM, SIG_DFL);
        sigset_t before = signals_hold();
        raise(SIGTERM);
        struct file_result result = file_write(path, STR("new"));
        if (result.error != EINTR || !signals_waiting()) {
            _exit(1);
        }
        signals_release(before);
        _exit(2);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
    assert_int_equal(temp_folder_count(f->folder), 1);
    assert_holds(f, "one", "old");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(installs_all_in_a_new_folder, begin, end),
        cmocka_unit_test_setup_teardown(replaces_old_files_and_leaves_others, begin, end),
        cmocka_unit_test_setup_teardown(installs_none_when_one_cannot_be, begin, end),
        cmocka_unit_test_setup_teardown(takes_back_what_it_has_made, begin, end),
        cmocka_unit_test_setup_teardown(says_why_it_cannot_begin, begin, end),
        cmocka_unit_test_setup_teardown(creates_no_file_over_another, begin, end),
        cmocka_unit_test_setup_teardown(a_waiting_signal_undoes_and_then_ends, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
