#include "layout_fixture.h"
#include "picture_samples.h"

#include <math.h>

#include "paint/paint.h"

#define KIND(body)                                                                                                     \
    "kind: k\nfields: {title: text, photo: image, alt: text, all: {type: list, item: image}, service: service}\n"      \
    "body:\n" body
#define PAGE "  - {page: k, photo: bleu.png, alt: \"Un carré bleu\"}\n"

/* Two pixels by one, the second half transparent; a photograph of 24 by 16; two files that are none. */
static struct fixture_file files[] = {{"data/2024/bleu.png", {0}}, {"data/2024/photo.jpg", {0}},
                                      {"data/2024/mal.png", {0}},  {"data/2024/texte.jpg", {0}},
                                      {"data/logo.png", {0}},      {NULL, {0}}};
static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    struct png_sample png = {.width = 2,
                             .height = 1,
                             .color_type = SPNG_COLOR_TYPE_TRUECOLOR_ALPHA,
                             .depth = 8,
                             .samples = "\0\0\x91\xff\0\0\x91\x80",
                             .size = 8};
    struct jpeg_sample jpeg = rgb_jpeg();
    files[0].bytes = files[4].bytes = png_bytes(arena, &png);
    files[1].bytes = jpeg_bytes(arena, &jpeg);
    files[2].bytes = str_slice(files[0].bytes, 0, 40);
    files[3].bytes = STR("texte");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct laid_out *lay_out_pictures(const char *kind, const char *pages)
{
    return lay_out_beside(kind, pages, NULL, NULL, files);
}

static const struct item *nth_image(const struct laid_out *l, size_t n)
{
    for (size_t p = 0; p < l->document->page_count; p++)
        for (size_t i = 0; i < l->document->pages[p].item_count; i++)
            if (l->document->pages[p].items[i].kind == ITEM_IMAGE && n-- == 0)
                return &l->document->pages[p].items[i];
    return NULL;
}

static void assert_rect(struct rect given, double x, double y, double width, double height)
{
    if (fabs(given.x - x) + fabs(given.y - y) + fabs(given.width - width) + fabs(given.height - height) > 0.01)
        fail_msg("%f %f %f %f is not %f %f %f %f", given.x, given.y, given.width, given.height, x, y, width, height);
}

static void a_picture_is_contained_in_its_box(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out_pictures(KIND("  - {at: [20, 20, 100, 100], image: photo}\n"
                              "  - {at: [20, 130, 100, 20], image: photo, align: right}\n"
                              "  - {at: [20, 160, 100, 100], image: photo, valign: bottom, pad: 10}\n"),
                         PAGE);
    assert_clean(l);
    assert_rect(nth_image(l, 0)->box, 20, 45, 100, 50);
    assert_rect(nth_image(l, 1)->box, 80, 130, 40, 20);
    assert_rect(nth_image(l, 2)->box, 30, 210, 80, 40);
    assert_null(nth_image(l, 0)->clip);
    laid_out_free(l);
}

static void a_picture_covers_its_box(void **state)
{
    (void)state;
    struct laid_out *l = lay_out_pictures(KIND("  - {at: [20, 20, 100, 100], image: photo, fit: cover}\n"
                                               "  - {at: [20, 160, 100, 100], image: photo, radius: 10}\n"),
                                          PAGE);
    assert_clean(l);
    const struct item *cover = nth_image(l, 0);
    assert_rect(cover->box, -30, 20, 200, 100);
    assert_int_equal(cover->clip->point_count, 4);
    assert_rect((struct rect){cover->clip->points[0].x, cover->clip->points[0].y, 0, 0}, 20, 20, 0, 0);
    const struct item *rounded = nth_image(l, 1);
    assert_rect(rounded->box, 20, 185, 100, 50);
    assert_true(rounded->clip->point_count > 4);
    laid_out_free(l);
}

static void a_picture_takes_the_room_it_is_given(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out_pictures(KIND("  - at: [20, 20, 200, 60]\n    column:\n      - {text: \"${title}\", height: 20}\n"
                              "      - {image: photo, height: 1fr}\n"
                              "  - {at: [20, 100, 200, ~], column: [{image: photo}, {text: dessous}]}\n"
                              "  - {at: [250, 20, 100, 100], row: [{image: photo, width: 30}, {text: à côté}]}\n"),
                         "  - {page: k, title: Titre, photo: bleu.png, alt: Bleu}\n");
    assert_clean(l);
    assert_rect(nth_image(l, 0)->box, 80, 40, 80, 40);
    assert_rect(nth_image(l, 1)->box, 20, 100, 200, 100);
    assert_true(run_of(l, "dessous")->box.y > 195);
    assert_rect(nth_image(l, 2)->box, 250, 62.5, 30, 15);
    laid_out_free(l);
}

static void a_picture_is_a_figure_with_its_text(void **state)
{
    (void)state;
    struct laid_out *l = lay_out_pictures(KIND("  - {at: [20, 20, 100, 100], image: photo}\n"
                                               "  - {at: [20, 130, 100, 20], image: photo, alt: \"Vue de ${alt}\"}\n"
                                               "  - {at: [20, 160, 100, 20], image: photo, tag: artefact}\n"
                                               "  - {at: [20, 200, 90, 20], tag: Figure, alt: Autour, stack: "
                                               "[{at: [0, 0, 40, 20], image: photo}]}\n"),
                                          PAGE);
    assert_clean(l);
    assert_true(dump_has(l, "Figure"));
    const char *alternatives[] = {"Un carré bleu", "Vue de Un carré bleu", NULL, "Autour"};
    for (size_t i = 0; i < 4; i++) {
        const struct item *item = nth_image(l, i);
        const struct structure *tree = l->document->structure;
        assert_int_equal(item->leaf == LEAF_ARTEFACT, alternatives[i] == NULL);
        if (alternatives[i] == NULL)
            continue;
        const struct element *figure = structure_get(tree, structure_get(tree, item->leaf)->parent);
        assert_int_equal(figure->tag, TAG_FIGURE);
        assert_string_equal(figure->alternative, alternatives[i]);
        assert_non_null(figure->box);
    }
    laid_out_free(l);
}

static void a_picture_without_its_text_is_told(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out_pictures(KIND("  - {at: [20, 20, 100, 100], image: photo}\n"), "  - {page: k, photo: bleu.png}\n");
    const struct finding *f = finding_of(l, "missing-alternative");
    assert_non_null(f);
    assert_non_null(strstr(f->message, "'bleu.png'"));
    assert_non_null(strstr(diags_file_name(l->diags, f->at.file), "bilan.yaml"));
    assert_int_equal(diags_total(l->diags), 1);
    laid_out_free(l);
    /* Entries of a list have no text beside them; the page's own is not theirs. */
    l = lay_out_pictures(KIND("  - {at: [20, 20, 100, 100], column: [{each: all, image: item, height: 20}]}\n"),
                         "  - {page: k, alt: autre, all: [bleu.png]}\n");
    assert_non_null(finding_of(l, "missing-alternative"));
    laid_out_free(l);
}

static void a_picture_that_is_not_given_takes_no_room(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out_pictures(KIND("  - at: [20, 20, 100, 200]\n    gap: 10\n    column:\n      - {image: photo}\n"
                              "      - {when: photo, text: avec}\n      - {unless: photo, text: sans}\n"),
                         "  - {page: k}\n");
    assert_clean(l);
    assert_null(nth_image(l, 0));
    assert_true(run_of(l, "sans")->box.y < 30);
    laid_out_free(l);
}

static void a_logo_stands_for_its_service(void **state)
{
    (void)state;
    static const char *const body =
        KIND("  - {when: service.logo, at: [20, 20, 40, 40], image: service.logo, tag: artefact}\n"
             "  - {unless: service.logo, at: [20, 20, 40, 40], monogram: service, size: 40}\n");
    static struct fixture_file with_logo[] = {{"data/services.yaml", {0}}, {"data/logo.png", {0}}, {NULL, {0}}};
    with_logo[0].bytes = STR("tchap: {name: Tchap, logo: logo.png}\nmano: {name: Mano}\n");
    with_logo[1].bytes = files[4].bytes;
    struct laid_out *l =
        lay_out_beside(body, "  - {page: k, service: tchap}\n  - {page: k, service: mano}\n", NULL, NULL, with_logo);
    assert_clean(l);
    assert_rect(nth_image(l, 0)->box, 20, 30, 40, 20);
    assert_null(nth_image(l, 1));
    assert_int_equal(l->document->pages[0].item_count, 1);
    assert_true(l->document->pages[1].item_count > 1);
    laid_out_free(l);
}

static void assert_bad(const char *page, const char *rule, const char *message)
{
    struct laid_out *l = lay_out_pictures(KIND("  - {at: [20, 20, 100, 100], image: photo}\n"), page);
    const struct finding *f = finding_of(l, rule);
    assert_non_null(f);
    if (strstr(f->message, message) == NULL)
        fail_msg("'%s' does not say '%s'", f->message, message);
    assert_int_equal(diags_total(l->diags), 1);
    assert_non_null(strstr(diags_file_name(l->diags, f->at.file), "bilan.yaml"));
    laid_out_free(l);
}

static void a_file_that_is_no_picture_is_told_once(void **state)
{
    (void)state;
    assert_bad("  - {page: k, photo: mal.png, alt: a}\n", "bad-picture", "it is damaged or cut off");
    assert_bad("  - {page: k, photo: texte.jpg, alt: a}\n", "bad-picture", "neither a PNG nor a JPEG");
    assert_bad("  - {page: k, photo: absent.png, alt: a}\n", "missing-file", "absent.png");
    assert_bad("  - {page: k, photo: ../../../etc/passwd, alt: a}\n", "outside-folder", "passwd");
}

static void what_is_no_name_of_a_picture_is_told(void **state)
{
    (void)state;
    struct laid_out *l =
        lay_out_pictures(KIND("  - {at: [20, 20, 100, 100], image: title}\n"), "  - {page: k, title: Titre}\n");
    assert_non_null(finding_of(l, "design-value"));
    laid_out_free(l);
}

static void one_file_is_one_picture(void **state)
{
    (void)state;
    struct laid_out *l = lay_out_pictures(KIND("  - {at: [20, 20, 100, 100], image: photo}\n"),
                                          PAGE "  - {page: k, photo: bleu.png, alt: a}\n"
                                               "  - {page: k, photo: ../2024/bleu.png, alt: a}\n"
                                               "  - {page: k, photo: photo.jpg, alt: a}\n");
    assert_clean(l);
    assert_ptr_equal(nth_image(l, 0)->as.image, nth_image(l, 1)->as.image);
    assert_ptr_equal(nth_image(l, 0)->as.image, nth_image(l, 2)->as.image);
    assert_int_not_equal(nth_image(l, 0)->as.image->id, nth_image(l, 3)->as.image->id);
    laid_out_free(l);
}

/* What pdfimages prints of the document: a line a picture. */
static void list_pictures(const struct laid_out *l, struct buf *out)
{
    struct buf pdf = {0};
    assert_int_equal(paint_pdf(l->document, &pdf).status, PAINT_OK);
    const char *path = temp_folder_put(l->arena, l->folder, "images.pdf", buf_view(&pdf));
    buf_free(&pdf);
    FILE *pipe = popen(arena_printf(l->arena, "pdfimages -list '%s'", path), "r"); /* NOLINT(cert-env33-c) */
    assert_non_null(pipe);
    for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe))
        buf_char(out, (char)c);
    assert_int_equal(pclose(pipe), 0);
}

static void the_pdf_holds_alpha_as_a_mask_and_photographs_as_they_are(void **state)
{
    (void)state;
    struct laid_out *l = lay_out_pictures(KIND("  - {at: [20, 20, 100, 100], image: photo}\n"),
                                          PAGE "  - {page: k, photo: photo.jpg, alt: a}\n");
    assert_clean(l);
    struct buf list = {0};
    list_pictures(l, &list);
    assert_non_null(strstr(list.at, "   1     0 image       2     1  rgb     3   8  image"));
    assert_non_null(strstr(list.at, "   1     1 smask       2     1  gray    1   8  image"));
    assert_non_null(strstr(list.at, "   2     2 image      24    16  rgb     3   8  jpeg"));
    buf_free(&list);
    laid_out_free(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_picture_is_contained_in_its_box),
        cmocka_unit_test(a_picture_covers_its_box),
        cmocka_unit_test(a_picture_takes_the_room_it_is_given),
        cmocka_unit_test(a_picture_is_a_figure_with_its_text),
        cmocka_unit_test(a_picture_without_its_text_is_told),
        cmocka_unit_test(a_picture_that_is_not_given_takes_no_room),
        cmocka_unit_test(a_logo_stands_for_its_service),
        cmocka_unit_test(a_file_that_is_no_picture_is_told_once),
        cmocka_unit_test(what_is_no_name_of_a_picture_is_told),
        cmocka_unit_test(one_file_is_one_picture),
        cmocka_unit_test(the_pdf_holds_alpha_as_a_mask_and_photographs_as_they_are),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
