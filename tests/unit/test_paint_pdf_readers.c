/* What other tools read in a PDF. */
#include "pdf_text.h"

#include "support/temp_folder.h"

/* Runs a command on the painted document, and returns how it ended. What it says is added to `said`. */
static int ask(struct sample *s, const char *command, struct buf *said)
{
    struct buf pdf = {0};
    char *folder = temp_folder_new();
    paint(s, &pdf);
    const char *path = temp_folder_put(s->arena, folder, "sample.pdf", buf_view(&pdf));
    buf_free(&pdf);
    const char *line = arena_printf(s->arena, "%s %s 2>&1", command, path);
    FILE *pipe = popen(line, "r"); /* NOLINT(cert-env33-c): a fixed command of the test */
    assert_non_null(pipe);
    for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe))
        buf_char(said, (char)c);
    int status = pclose(pipe);
    temp_folder_free(folder);
    return status;
}

static void assert_content(struct sample *s, const char *command)
{
    struct buf said = {0};
    int status = ask(s, command, &said);
    if (status)
        print_error("%s", said.at);
    assert_int_equal(status, 0);
    buf_free(&said);
}

static void test_qpdf_is_content(void **state)
{
    assert_content(*state, "qpdf --check");
}

static void test_text_comes_back(void **state)
{
    struct buf said = {0};
    assert_int_equal(ask(*state, "pdfinfo -struct-text", &said), 0);
    assert_true(holds(&said, "\"L’office difficile : 1"));
    assert_true(holds(&said, "    \"Voir la page (2)\\ \"\n    Link (inline)\n      \"suivante\"\n"));
    assert_true(holds(&said, "TH:\n           /Scope /Row\n          \"Ligne\"\n"));
    buf_free(&said);
}

static void test_many_pages_keep_their_trees(void **state)
{
    (void)state;
    enum { PAGES = 4200 };
    struct sample *s = sample_new(1);
    struct page *pages = ARENA_ARRAY(s->arena, PAGES, struct page);
    for (size_t i = 0; i < PAGES; i++) {
        s->pages[0].item_count = 0;
        s->items[0][0] = (struct item){0};
        sample_text(s, 0, sample_leaf(s, 0, TAG_P), 48, 96, 12, arena_printf(s->arena, "Page %zu", i + 1));
        struct item *items = ARENA_ARRAY(s->arena, 1, struct item);
        items[0] = s->items[0][0];
        pages[i] = (struct page){.width = 960,
                                 .height = 540,
                                 .label = arena_printf(s->arena, "%zu", i + 1),
                                 .items = items,
                                 .item_count = 1};
    }
    s->doc.pages = pages;
    s->doc.page_count = PAGES;
    struct buf text = {0};
    paint_unpacked(s, &text);
    assert_true(holds(&text, "/Count 4200"));
    assert_true(holds(&text, "<</Limits[4160 4199]/Nums["));
    assert_true(holds(&text, "<</Limits[4096 4199]/Kids["));
    buf_free(&text);
    assert_content(s, "qpdf --check");
    assert_content(s, "pdftotext -f 4200 -l 4200 -q");
    sample_free(s);
}

static void test_document_without_content(void **state)
{
    (void)state;
    struct sample *s = sample_new(1);
    assert_content(s, "qpdf --check");
    sample_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_qpdf_is_content, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_text_comes_back, set_up, tear_down),
        cmocka_unit_test(test_many_pages_keep_their_trees),
        cmocka_unit_test(test_document_without_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
