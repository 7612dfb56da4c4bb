/* What a PDF says beside its pages: tags, links, bookmarks, metadata, attachments. */
#include "pdf_text.h"

static void test_each_piece_is_tagged_or_an_artefact(void **state)
{
    struct buf text = {0};
    paint_unpacked(*state, &text);
    assert_int_equal(occurrences(&text, "BDC\n") + occurrences(&text, "BMC\n"), occurrences(&text, "EMC\n"));
    assert_true(holds(&text, "/H1<</MCID 0>>BDC\nBT\n48 444 Td\n/F1 28 Tf\n"));
    assert_true(holds(&text, "EMC\n/Artifact BMC\n1 0.9 0.5 rg\n0 540 960 -40 re\nf\nEMC\n"));
    assert_true(holds(&text, "/Link<</MCID 2>>BDC\n"));
    /* The figure's two pictures and its drawing share one sequence. */
    assert_int_equal(occurrences(&text, "/Figure<</MCID "), 1);
    buf_free(&text);
}

static void test_foreign_words_name_their_language(void **state)
{
    struct buf text = {0};
    paint_unpacked(*state, &text);
    assert_int_equal(occurrences(&text, "/Lang(en)>>BDC\n"), 1);
    assert_true(holds(&text, "/Span<</MCID "));
    buf_free(&text);
}

static void test_structure_elements(void **state)
{
    struct buf text = {0};
    paint_unpacked(*state, &text);
    assert_true(holds(&text, "<</Type/StructTreeRoot/K "));
    assert_true(holds(&text, "<</S/Document/P "));
    assert_true(holds(&text, "/Lang(fr)>>"));
    assert_int_equal(occurrences(&text, "/A[<</O/Table/Scope/Column>>]"), 2);
    assert_int_equal(occurrences(&text, "/A[<</O/Table/Scope/Row>>]"), 1);
    assert_true(holds(&text, "/A[<</O/Table/ColSpan 2>>]"));
    assert_true(holds(&text, "/A[<</O/List/ListNumbering/Disc>>]"));
    assert_true(holds(&text, "/A[<</O/Layout/Placement/Block/BBox[400 180 500 340]>>]"));
    assert_true(holds(&text, "/Alt<FEFF0055006E002000640065007300730069006E0020D83DDE00>"));
    assert_true(holds(&text, "/ID(note"));
    buf_free(&text);
}

static void test_empty_elements_go_but_cells_stay(void **state)
{
    struct buf text = {0};
    paint_unpacked(*state, &text);
    /* Three of four paragraphs hold content; one of two data cells is empty and stays. */
    assert_int_equal(occurrences(&text, "<</S/P/P "), 3);
    assert_int_equal(occurrences(&text, "<</S/TD/P "), 2);
    assert_int_equal(occurrences(&text, "/K[]"), 1);
    buf_free(&text);
}

static void test_element_spans_pages(void **state)
{
    struct buf text = {0};
    paint_unpacked(*state, &text);
    /* "suite" stands on the second page, below an element that begins on the first. */
    assert_int_equal(occurrences(&text, "<</Type/MCR/MCID 0/Pg "), 1);
    buf_free(&text);
}

static void test_links(void **state)
{
    struct buf text = {0};
    paint_unpacked(*state, &text);
    assert_int_equal(occurrences(&text, "<</Type/OBJR/Obj "), 2);
    assert_int_equal(occurrences(&text, "/Contents <FEFF"), 2);
    assert_true(holds(&text, "/A <</S/URI/URI(https://example.org/%C3%A9t%C3%A9\\(1\\))>>"));
    assert_true(holds(&text, "/Rect [160 396 220 412]"));
    assert_int_equal(occurrences(&text, "/XYZ 0 500 null]"), 3); /* a link, two bookmarks */
    assert_true(holds(&text, "/StructParent 2\n") && holds(&text, "/StructParent 3\n"));
    assert_true(holds(&text, "/ParentTreeNextKey 4"));
    buf_free(&text);
}

static void test_link_outside_the_structure_is_left_out(void **state)
{
    struct sample *s = *state;
    sample_link(s, 1, LEAF_ARTEFACT, (struct rect){0, 0, 10, 10}, NULL, 0);
    sample_link(s, 1, 60000, (struct rect){0, 0, 10, 10}, NULL, 0);
    struct buf text = {0};
    paint_unpacked(s, &text);
    assert_int_equal(occurrences(&text, "/Subtype /Link"), 2);
    buf_free(&text);
}

static void test_bookmarks_and_labels(void **state)
{
    struct sample *s = *state;
    s->pages[1].label = "A-2";
    struct buf text = {0};
    paint_unpacked(s, &text);
    assert_true(holds(&text, "/Count 3\n"));
    assert_true(holds(&text, "/Count 1\n"));
    assert_true(holds(&text, "/PageMode /UseOutlines"));
    assert_true(holds(&text, "/PageLabels <</Nums[0<</S/D/St 1>>1<</P<FEFF0041002D0032>>>]>>"));
    buf_free(&text);
}

static void test_attachments(void **state)
{
    struct buf text = {0};
    paint_unpacked(*state, &text);
    assert_true(holds(&text, "/AFRelationship /Data"));
    assert_true(holds(&text, "/Subtype /text#2Fcsv"));
    assert_true(holds(&text, "/Params <</Size 8/ModDate(D:20250315000000Z)/CheckSum<"));
    assert_true(holds(&text, "/F (figures__t_.csv)"));
    assert_true(holds(&text, "\na,b\n1,2\n") || holds(&text, "a,b\n1,2\n"));
    /* Sorted: bilan.yaml before figures. */
    assert_true(holds(&text, "/Names <</EmbeddedFiles<</Names[<FEFF00620069006C"));
    buf_free(&text);
}

static void test_metadata(void **state)
{
    struct buf text = {0};
    paint_unpacked(*state, &text);
    assert_true(holds(&text, "<pdfuaid:part>1</pdfuaid:part>"));
    assert_true(holds(&text, "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"));
    assert_true(holds(&text, "<rdf:li xml:lang=\"fr\">Bilan d’essai</rdf:li>"));
    assert_true(holds(&text, "<xmp:CreateDate>2025-03-15T00:00:00Z</xmp:CreateDate>"));
    assert_true(holds(&text, "/MarkInfo <</Marked true>>"));
    assert_true(holds(&text, "/DisplayDocTitle true"));
    assert_true(holds(&text, "/OutputIntents [<</Type/OutputIntent/S/GTS_PDFA1"));
    buf_free(&text);
}

static void test_metadata_is_escaped(void **state)
{
    struct sample *s = *state;
    s->doc.title = "A < B & \"C\"\n";
    s->doc.author = NULL;
    s->doc.subject = NULL;
    struct buf text = {0};
    paint_unpacked(s, &text);
    assert_true(holds(&text, "A &lt; B &amp; &quot;C&quot; </rdf:li>"));
    assert_false(holds(&text, "dc:creator"));
    assert_false(holds(&text, "dc:description"));
    assert_false(holds(&text, "/Author"));
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_each_piece_is_tagged_or_an_artefact, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_foreign_words_name_their_language, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_structure_elements, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_empty_elements_go_but_cells_stay, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_element_spans_pages, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_links, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_link_outside_the_structure_is_left_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_bookmarks_and_labels, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_attachments, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_metadata, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_metadata_is_escaped, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
