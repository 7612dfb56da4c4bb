/* Bytes as an author's text: Markdown, references, typography, lines. The first byte chooses how it is set. */
#include <math.h>
#include <stdlib.h>

#include "base/file.h"
#include "fuzz.h"
#include "load/characters.h"
#include "text/inline.h"
#include "text/paragraph.h"

enum { FACES = 3, FACE_BYTES = 4 << 20, MAX_TEXT = 4000 };

/* The faces are read once. */
struct faces {
    struct arena *arena;
    struct fonts *fonts;
    const struct font *items[FACES];
};

struct run {
    struct arena *arena;
    struct diags *diags;
    struct language *language;
    struct text_style style;
    double width;
};

static struct faces the_faces;

static void end_faces(void)
{
    fonts_free(the_faces.fonts);
    arena_free(the_faces.arena);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static const char *const names[FACES] = {"SourceSans3-Regular.ttf", "SourceSans3-Bold.ttf",
                                             "SourceSans3-Italic.ttf"};
    (void)argc;
    (void)argv;
    the_faces.arena = arena_new();
    the_faces.fonts = fonts_new(the_faces.arena);
    for (size_t i = 0; i < FACES; i++) {
        struct str bytes;
        enum font_fault fault;
        const char *path = path_join(the_faces.arena, BILAN_SOURCE_FOLDER "/fonts", names[i]);
        if (!file_read(the_faces.arena, path, FACE_BYTES, &bytes).ok)
            abort();
        the_faces.items[i] = fonts_add(the_faces.fonts, bytes, &fault);
    }
    atexit(end_faces);
    return 0;
}

static bool resolve(void *data, struct str reference, struct span at, struct rich_builder *out)
{
    struct run *run = data;
    if (str_starts(reference, "page.")) {
        rich_builder_page(out, str_slice(reference, 5, reference.len), at);
    } else if (str_is(reference, "edition")) {
        rich_builder_text(out, STR("2024"), at, false);
    } else if (str_starts(reference, "n")) {
        rich_builder_figure(out, STR("1\u202F204 %"), 7, at);
    } else {
        diag_at(run->diags, DIAG_ERROR, at, "unknown-reference", "unknown");
        return false;
    }
    return true;
}

static const char *number_of(void *data, struct str anchor)
{
    (void)data;
    return anchor.len % 2 ? NULL : "12";
}

static void check_rich(const struct rich *r)
{
    uint32_t at = 0;
    for (size_t i = 0; i < r->run_count; i++) {
        const struct rich_run *run = &r->runs[i];
        fuzz_require(run->start == at && run->end > at, "runs cover the text");
        fuzz_require(run->link <= r->link_count && run->open_page <= r->anchor_count, "a run's link is there");
        at = run->end;
    }
    fuzz_require(at == r->text.len && utf8_valid(r->text) == r->text.len, "runs cover the text, which is UTF-8");
}

static bool is_dropped(char c)
{
    return c == ' ' || c == '\n';
}

/* Bytes of the lines are those of the text; spaces and breaks at line ends may go, hyphens come. */
static void check_lines(const struct paragraph *p, bool hyphenated)
{
    struct buf set = {0};
    size_t at = 0;
    for (size_t i = 0; i < p->line_count; i++)
        for (size_t j = 0; j < p->lines[i].piece_count; j++)
            buf_str(&set, p->lines[i].pieces[j].run.text);
    for (size_t i = 0; i < set.len && !hyphenated; i++) {
        while (
            at < p->text->text.len && p->text->text.at[at] != set.at[i] &&
            (is_dropped(p->text->text.at[at]) || str_starts(str_slice(p->text->text, at, p->text->text.len), "\u2029")))
            at += is_dropped(p->text->text.at[at]) ? 1 : 3;
        fuzz_require(at < p->text->text.len && p->text->text.at[at] == set.at[i], "text in is text out");
        at++;
    }
    buf_free(&set);
}

static void set_text(struct run *run, const struct rich *text)
{
    struct typesetter *t = typesetter_new(run->arena, run->language, run->diags);
    const struct rich *closed = rich_close(run->arena, text, number_of, NULL);
    const struct paragraph *p = typeset(t, run->arena, closed, &run->style, run->width);
    for (size_t i = 0; i < p->line_count; i++)
        fuzz_require(p->lines[i].width <= run->width + p->overflow + 0.01, "a line fits, or its overflow is told");
    fuzz_require(isfinite(p->height) && isfinite(p->overflow), "sizes are numbers");
    check_lines(p, true);
    double natural = typeset_natural_width(t, closed, &run->style),
           least = typeset_minimum_width(t, closed, &run->style);
    fuzz_require(least <= natural + 0.01, "the longest word is no wider than the whole");
    typesetter_free(t);
}

static struct run run_new(unsigned char choice)
{
    struct run run = {.arena = arena_new()};
    static const double widths[] = {30, 120, 400, 1000};
    static const enum text_align aligns[] = {ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT, ALIGN_LEFT};
    run.diags = diags_new(run.arena);
    run.language = language_new(run.arena, choice & 1 ? STR("en") : STR("fr"));
    run.width = widths[choice >> 1 & 3];
    run.style = (struct text_style){.regular = the_faces.items[0],
                                    .strong = the_faces.items[1],
                                    .emphasis = the_faces.items[2],
                                    .strong_emphasis = the_faces.items[1],
                                    .size = 16,
                                    .line = 24,
                                    .hyphenate = choice & 8,
                                    .balance = choice & 16,
                                    .optical_left = choice & 32,
                                    .tracking = choice & 32 ? 0.05 : 0,
                                    .features = choice & 32 ? SHAPE_TABULAR : 0,
                                    .align = aligns[choice >> 6 & 3]};
    return run;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1 || size > MAX_TEXT)
        return -1;
    struct run run = run_new(data[0]);
    struct str bytes = {(const char *)data + 1, size - 1};
    uint32_t file = diags_add_file(run.diags, "fuzz.yaml", bytes);
    bool loadable = characters_check(run.diags, file);
    if (loadable) {
        struct node scalar = {NODE_SCALAR, SCALAR_BLOCK, {file, 0, (uint32_t)bytes.len}, {.scalar = {bytes, NULL}}};
        struct reference_resolver resolver = {&run, resolve};
        const struct rich *parsed = inline_parse(run.arena, run.diags, &scalar, run.language, &resolver);
        check_rich(parsed);
        const struct rich *text = typography_apply(run.arena, parsed, run.language);
        check_rich(text);
        const struct rich *again = typography_apply(run.arena, text, run.language);
        fuzz_require(str_eq(text->text, again->text), "typography twice is typography once");
        set_text(&run, text);
        fuzz_print(run.diags);
    }
    arena_free(run.arena);
    return loadable ? 0 : -1;
}
