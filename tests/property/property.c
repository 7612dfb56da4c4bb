/* property FIRST COUNT: lays out that many random editions from seed FIRST on, and tells what does not hold.
 * property SEED: the same for one, and prints its files. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "generator.h"
#include "layout/design.h"
#include "rules.h"
#include "support/pipeline.h"

enum { DESIGNS = 2, MOST_FAILURES = 10 };

struct trial {
    struct author_design designs[DESIGNS];
    struct test_folder *folder;
    size_t clean, laid_out, pages, failed;
    bool verbose;
};

/* Whether `bleed` stands anywhere in a page kind. */
static bool has_bleed(const struct node *n)
{
    for (size_t i = 0; n->kind == NODE_LIST && i < n->as.list.count; i++)
        if (has_bleed(n->as.list.items[i]))
            return true;
    for (size_t i = 0; n->kind == NODE_MAP && i < n->as.map.count; i++)
        if (str_is(n->as.map.pairs[i].key->as.scalar.text, "bleed") || has_bleed(n->as.map.pairs[i].value))
            return true;
    return false;
}

static bool edition_bleeds(const struct edition *e)
{
    for (size_t i = 0; i < e->page_count; i++)
        if (has_bleed(e->pages[i].kind->definition))
            return true;
    return false;
}

static void judge(struct trial *t, const struct test_pipeline *p, const struct words *words, struct buf *broken)
{
    struct ruling r = {p->document, p->diags, words, p->design->theme.bounds, edition_bleeds(p->edition), broken};
    rule_overlap(&r);
    rule_inside(&r);
    rule_leaves(&r);
    if (diags_count(p->diags, DIAG_ERROR) == 0)
        rule_text(&r);
    t->clean += diags_count(p->diags, DIAG_ERROR) == 0;
    t->laid_out++;
    t->pages += p->document->page_count;
}

static void lay_out(struct trial *t, uint64_t seed)
{
    static const char *const below[] = {"data/", NULL};
    struct arena *a = arena_new();
    struct words *words = ARENA_NEW(a, struct words);
    struct buf broken = {0};
    words->arena = a;
    struct input_files files = generate_edition(a, &t->designs[seed % DESIGNS], words, seed);
    folder_fill(t->folder, &files, below);
    struct test_pipeline p = test_pipeline_run(t->folder, STAGE_LAYOUT);
    if (p.document)
        judge(t, &p, words, &broken);
    if (t->verbose) {
        struct buf text = {0};
        files_write(&files, &text);
        fwrite(text.at, 1, text.len, stdout);
        buf_free(&text);
        diags_print(p.diags, stdout, false);
    }
    if (broken.len > 0) {
        printf("seed %llu:\n%s", (unsigned long long)seed, broken.at);
        t->failed++;
    }
    buf_free(&broken);
    test_pipeline_end(&p);
    arena_free(a);
}

int main(int argc, char **argv)
{
    static const char *const names[DESIGNS] = {"slides-16x9", "a4"};
    struct trial t = {.folder = folder_of_cases(), .verbose = argc == 2};
    uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    uint64_t count = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    for (size_t i = 0; i < DESIGNS; i++)
        t.designs[i] = author_design_load(BILAN_SOURCE_FOLDER "/layouts", BILAN_SOURCE_FOLDER "/fonts", names[i]);
    for (uint64_t seed = first; seed < first + count && t.failed < MOST_FAILURES; seed++)
        lay_out(&t, seed);
    printf("%llu editions: %zu laid out on %zu pages, %zu of them without an error; %zu break a rule\n",
           (unsigned long long)count, t.laid_out, t.pages, t.clean, t.failed);
    for (size_t i = 0; i < DESIGNS; i++)
        author_design_free(&t.designs[i]);
    return t.failed > 0;
}
