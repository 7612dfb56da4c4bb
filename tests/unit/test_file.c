#include "folder_fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

static unsigned mode_of(const char *path)
{
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    return info.st_mode & 07777;
}

static void reads_regular_files_only(void **state)
{
    struct fixture *f = *state;
    struct str bytes;
    const char *path = put(f, "x", "content");
    assert_true(str_is(read_back(f, path), "content"));
    assert_int_equal(read_back(f, put(f, "empty", "")).len, 0);
    assert_true(file_read(f->a, path, 7, &bytes).ok);
    assert_int_equal(file_read(f->a, path, 6, &bytes).error, EFBIG);
    assert_int_equal(file_read(f->a, "/dev/zero", 100, &bytes).error, EINVAL);
    assert_int_equal(file_read(f->a, f->folder, 100, &bytes).error, EINVAL);
    assert_int_equal(file_read(f->a, path_join(f->a, f->folder, "none"), 100, &bytes).error, ENOENT);
    const char *pipe_path = path_join(f->a, f->folder, "pipe");
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    alarm(5);
    assert_int_equal(file_read(f->a, pipe_path, 100, &bytes).error, EINVAL);
    alarm(0);
}

static void writes_new_files_under_the_umask(void **state)
{
    struct fixture *f = *state;
    const char *path = path_join(f->a, f->folder, "new");
    mode_t old = umask(027);
    assert_true(file_write(path, STR("new content")).ok);
    umask(old);
    assert_true(str_is(read_back(f, path), "new content"));
    assert_int_equal(mode_of(path), 0640);
    assert_int_equal(temp_folder_count(f->folder), 1);
}

static void replaces_files_and_keeps_their_mode(void **state)
{
    struct fixture *f = *state;
    const char *path = put(f, "old", "a longer old content");
    const char *link_path = path_join(f->a, f->folder, "link");
    assert_int_equal(chmod(path, 0604), 0);
    assert_int_equal(symlink("old", link_path), 0);
    assert_true(file_write(path, STR("new")).ok);
    assert_true(str_is(read_back(f, path), "new"));
    assert_true(file_write(link_path, STR("by link")).ok);
    struct stat info;
    assert_true(lstat(link_path, &info) == 0 && S_ISLNK(info.st_mode));
    assert_true(str_is(read_back(f, path), "by link"));
    assert_int_equal(mode_of(path), 0604);
    assert_int_equal(temp_folder_count(f->folder), 2);
}

static void leaves_the_old_file_when_the_disk_is_full(void **state)
{
    struct fixture *f = *state;
    const char *path = put(f, "old", "old");
    pid_t child = fork();
    if (child == 0) {
        const struct rlimit limit = {4096, 4096};
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
        static char large[100000];
        struct file_result result = file_write(path, (struct str){large, sizeof large});
        _exit(result.ok ? 1 : result.error == EFBIG ? 0 : 2);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_true(str_is(read_back(f, path), "old"));
    assert_int_equal(temp_folder_count(f->folder), 1);
}

static void says_why_it_cannot_write(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(file_write("/dev/full", STR("x")).error, ENOSPC);
    assert_int_equal(file_write(f->folder, STR("x")).error, EISDIR);
    assert_int_equal(file_write(path_join(f->a, f->folder, "none/x"), STR("x")).error, ENOENT);
    assert_int_equal(file_write("", STR("x")).error, ENOENT);
    char name[300];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    assert_int_equal(file_write(path_join(f->a, f->folder, name), STR("x")).error, ENAMETOOLONG);
    name[255] = '\0';
    assert_true(file_write(path_join(f->a, f->folder, name), STR("longest name there is")).ok);
}

static void writes_devices_directly(void **state)
{
    struct fixture *f = *state;
    struct stat info;
    assert_true(file_write("/dev/null", STR("x")).ok);
    assert_true(stat("/dev/null", &info) == 0 && S_ISCHR(info.st_mode));
    const char *pipe_path = path_join(f->a, f->folder, "pipe");
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    int reader = open(pipe_path, O_RDONLY | O_NONBLOCK);
    assert_true(file_write(pipe_path, STR("through")).ok);
    char got[10] = "";
    assert_int_equal(read(reader, got, sizeof got), 7);
    close(reader);
    assert_string_equal(got, "through");
}

static void writes_standard_output(void **state)
{
    struct fixture *f = *state;
    const char *path = put(f, "out", "");
    fflush(stdout);
    int kept = dup(STDOUT_FILENO), file = open(path, O_WRONLY);
    dup2(file, STDOUT_FILENO);
    struct file_result result = file_write("-", STR("to stdout"));
    dup2(kept, STDOUT_FILENO);
    close(kept);
    close(file);
    assert_true(result.ok);
    assert_true(str_is(read_back(f, path), "to stdout"));
}

static void takes_paths_apart(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(path_folder(f->a, "a/b/c.yaml"), "a/b");
    assert_string_equal(path_folder(f->a, "c.yaml"), ".");
    assert_string_equal(path_folder(f->a, "/c.yaml"), "/");
    assert_string_equal(path_folder(f->a, "a//b/"), "a");
    assert_string_equal(path_join(f->a, "a", "b"), "a/b");
    assert_string_equal(path_join(f->a, "a/", "b"), "a/b");
    assert_string_equal(path_join(f->a, ".", "b"), "b");
    assert_string_equal(path_join(f->a, "a", "/b"), "/b");
    assert_true(file_is_folder(f->folder) && !file_is_folder("/dev/null"));
    assert_true(!file_is_regular(f->folder) && !file_is_regular("/dev/null") && file_is_regular("fonts/OFL.txt"));
    assert_true(file_exists("/dev/null") && !file_exists(path_join(f->a, f->folder, "none")));
}

static void keeps_paths_inside(void **state)
{
    struct fixture *f = *state;
    const char *real;
    int error;
    temp_folder_make(f->a, f->folder, "data");
    temp_folder_make(f->a, f->folder, "data/2024");
    temp_folder_make(f->a, f->folder, "data-old");
    put(f, "data/x.yaml", "");
    put(f, "secret", "");
    put(f, "data-old/x.yaml", "");
    assert_int_equal(symlink("../secret", path_join(f->a, f->folder, "data/link")), 0);
    assert_int_equal(chdir(f->folder), 0);
    assert_int_equal(symlink("2024", path_join(f->a, f->folder, "data/now")), 0);
    assert_null(path_real(f->a, "none"));
    assert_int_equal(errno, ENOENT);
    const char *here = path_real(f->a, "."), *root = path_real(f->a, "./data/"), *x = path_join(f->a, root, "x.yaml");
    assert_string_equal(path_inside(f->a, root, "data/2024", "../x.yaml", &real, &error), "data/x.yaml");
    assert_string_equal(real, x);
    assert_string_equal(path_inside(f->a, root, "data", "./2024//../x.yaml", &real, &error), "data/x.yaml");
    assert_string_equal(path_inside(f->a, root, "data", "now", &real, &error), "data/now");
    assert_string_equal(real, path_join(f->a, root, "2024"));
    assert_string_equal(path_inside(f->a, here, ".", "secret", &real, &error), "secret");
    static const char *const outside[] = {"../secret",          "link",    "/etc/passwd",
                                          "../data-old/x.yaml", "../none", "2024/../../none"};
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
        assert_null(path_inside(f->a, root, "data", outside[i], &real, &error));
        assert_int_equal(error, EXDEV);
    }
    assert_null(path_inside(f->a, root, "data", "none/none.yaml", &real, &error));
    assert_int_equal(error, ENOENT);
    assert_null(path_inside(f->a, root, "data", "", &real, &error));
    assert_int_equal(error, ENOENT);
    assert_int_equal(chdir("/"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_regular_files_only, begin, end),
        cmocka_unit_test_setup_teardown(writes_new_files_under_the_umask, begin, end),
        cmocka_unit_test_setup_teardown(replaces_files_and_keeps_their_mode, begin, end),
        cmocka_unit_test_setup_teardown(leaves_the_old_file_when_the_disk_is_full, begin, end),
        cmocka_unit_test_setup_teardown(says_why_it_cannot_write, begin, end),
        cmocka_unit_test_setup_teardown(writes_devices_directly, begin, end),
        cmocka_unit_test_setup_teardown(writes_standard_output, begin, end),
        cmocka_unit_test_setup_teardown(takes_paths_apart, begin, end),
        cmocka_unit_test_setup_teardown(keeps_paths_inside, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
