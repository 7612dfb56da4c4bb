#include "app/page_files.h"

#include "app/output.h"
#include "base/file.h"
#include "base/file_set.h"

static enum exit_status add_page(struct file_set *set, const struct document *doc, size_t page, const char *path,
                                 paint_page_fn *paint)
{
    struct buf bytes = {0};
    enum exit_status status = output_painted(paint(doc, page, &bytes));
    if (status == EXIT_DONE) {
        struct file_result result = file_set_add(set, path, buf_view(&bytes));
        if (!result.ok)
            status = output_failed(path, result.error);
    }
    buf_free(&bytes);
    return status;
}

static enum exit_status add_pages(struct arena *a, struct file_set *set, const struct document *doc, const bool *chosen,
                                  const char *folder, const char *extension, paint_page_fn *paint)
{
    enum exit_status status = EXIT_DONE;
    for (size_t i = 0; status == EXIT_DONE && i < doc->page_count; i++) {
        const char *path = path_join(a, folder, arena_printf(a, "page-%02zu.%s", i + 1, extension));
        if (chosen[i])
            status = add_page(set, doc, i, path, paint);
    }
    return status;
}

enum exit_status page_files_write(struct arena *a, const struct document *doc, const bool *chosen, const char *folder,
                                  const char *extension, paint_page_fn *paint)
{
    int error;
    bool is_new = !file_exists(folder);
    struct file_set *set = file_set_begin(a, is_new ? path_folder(a, folder) : folder, &error);
    if (!set)
        return output_failed(folder, error);
    enum exit_status status = add_pages(a, set, doc, chosen, folder, extension, paint);
    if (status == EXIT_DONE) {
        const char *path = NULL;
        struct file_result result = file_set_install(set, is_new ? folder : NULL, &path);
        if (!result.ok)
            status = output_failed(path, result.error);
    }
    file_set_end(set);
    return status;
}
