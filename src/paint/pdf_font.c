#include "paint/pdf_font.h"

#include <hb-subset.h>
#include <math.h>

#include "paint/digest.h"
#include "paint/pdf_syntax.h"

enum { FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64 };
enum { TAG_LETTERS = 6 };
/* Adobe's limit for one bfchar block. */
enum { BFCHAR_LIMIT = 100 };

/* A further glyph of a cluster must map to something; readers see the cluster's ActualText instead. */
#define NO_TEXT "\xe2\x80\x8b"

/* What a Type 0 font takes from a TrueType file is outlines, metrics and instructions only. */
static void drop_tables(hb_subset_input_t *input)
{
    static const hb_tag_t unused[] = {
        HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'),
        HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'), HB_TAG('c', 'm', 'a', 'p'),
        HB_TAG('D', 'S', 'I', 'G'), HB_TAG('S', 'T', 'A', 'T'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('g', 'a', 's', 'p'),
        HB_TAG('m', 'e', 't', 'a'), HB_TAG('M', 'A', 'T', 'H')};
    hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof unused / sizeof *unused; i++)
        hb_set_add(drop, unused[i]);
}

/* The subset's file; `gids` becomes the map from each code to the subset's glyph. */
static hb_blob_t *subset(const struct pdf_font *f, struct buf *gids)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        memory_exhausted();
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    drop_tables(input);
    for (size_t i = 0; i < f->count; i++)
        hb_set_add(hb_subset_input_glyph_set(input), f->codes[i].glyph);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(f->font->face, input);
    hb_face_t *face = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    hb_blob_t *blob = face ? hb_face_reference_blob(face) : NULL;
    for (size_t i = 0; face && i < f->count; i++) {
        hb_codepoint_t gid = hb_map_get(hb_subset_plan_old_to_new_glyph_mapping(plan), f->codes[i].glyph);
        buf_char(gids, (char)(unsigned char)(gid >> 8 & 0xff));
        buf_char(gids, (char)(unsigned char)(gid & 0xff));
    }
    hb_face_destroy(face);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return blob;
}

/* Six letters that differ with the subset's content, then the face's name. */
static void subset_name(struct str program, struct str gids, const char *name, struct buf *out)
{
    uint8_t digest[2][SHA256_BYTES];
    digest_sha256(program, digest[0]);
    digest_sha256(gids, digest[1]);
    for (size_t i = 0; i < TAG_LETTERS; i++)
        buf_char(out, (char)('A' + (digest[0][i] ^ digest[1][i]) % 26));
    buf_char(out, '+');
    for (const char *c = name; *c && out->len < 100; c++)
        if (*c > ' ' && *c < 0x7f)
            buf_char(out, *c);
}

static int32_t thousandths(double em)
{
    return (int32_t)lround(em * 1000);
}

/* No font file states its stems; this is what its weight lets expect. */
static int32_t stem_width(int weight)
{
    return (int32_t)lround(50 + (weight / 65.0) * (weight / 65.0));
}

static pdf_dict *write_descriptor(struct pdf *p, const struct font *font, const char *name, struct str program)
{
    pdf_dict *file = pdf_object(p);
    pdf_set_integer(p, file, "Length1", (int32_t)program.len);
    pdf_stream(p, file, program);

    pdf_dict *d = pdf_object(p);
    pdf_set_name(p, d, "Type", "FontDescriptor");
    pdf_set_name(p, d, "FontName", name);
    pdf_set_integer(p, d, "Flags", FLAG_SYMBOLIC | (font->italic ? FLAG_ITALIC : 0));
    put_corners(pdf_set_raw(p, d, "FontBBox"), thousandths(font->box[0]), thousandths(font->box[1]),
                thousandths(font->box[2]), thousandths(font->box[3]));
    put_real(pdf_set_raw(p, d, "ItalicAngle"), font->italic_angle);
    pdf_set_integer(p, d, "Ascent", thousandths(font->ascender));
    pdf_set_integer(p, d, "Descent", thousandths(font->descender));
    pdf_set_integer(p, d, "CapHeight", thousandths(font->cap_height));
    pdf_set_integer(p, d, "XHeight", thousandths(font->x_height));
    pdf_set_integer(p, d, "StemV", stem_width(font->weight));
    pdf_set_integer(p, d, "FontWeight", font->weight);
    pdf_set_object(p, d, "FontFile2", file);
    return d;
}

static void put_widths(const struct pdf_font *f, struct buf *out)
{
    buf_text(out, "[0[");
    for (size_t i = 0; i < f->count; i++) {
        if (i)
            buf_char(out, ' ');
        put_real(out, f->codes[i].width);
    }
    buf_text(out, "]]");
}

static void put_code_map(const struct pdf_font *f, struct buf *out)
{
    buf_text(out, "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                  "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                  "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                  "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    struct buf text = {0};
    for (size_t i = 1; i < f->count; i++) {
        size_t rest = f->count - i;
        if ((i - 1) % BFCHAR_LIMIT == 0)
            buf_printf(out, "%s%zu beginbfchar\n", i > 1 ? "endbfchar\n" : "",
                       rest < BFCHAR_LIMIT ? rest : BFCHAR_LIMIT);
        text.len = 0;
        utf16_add(&text, f->codes[i].text.len ? f->codes[i].text : STR(NO_TEXT));
        buf_printf(out, "<%04zX>", i);
        put_hex(out, buf_view(&text));
        buf_char(out, '\n');
    }
    buf_free(&text);
    buf_printf(out, "%sendcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n",
               f->count > 1 ? "endbfchar\n" : "");
}

static pdf_dict *write_code_map(struct pdf *p, const struct pdf_font *f)
{
    struct buf map = {0};
    put_code_map(f, &map);
    pdf_dict *d = pdf_object(p);
    pdf_stream(p, d, buf_view(&map));
    buf_free(&map);
    return d;
}

static pdf_dict *write_descendant(struct pdf *p, const struct pdf_font *f, const char *name, struct str program,
                                  struct str gids)
{
    pdf_dict *map = pdf_object(p);
    pdf_stream(p, map, gids);
    pdf_dict *d = pdf_object(p);
    pdf_set_name(p, d, "Type", "Font");
    pdf_set_name(p, d, "Subtype", "CIDFontType2");
    pdf_set_name(p, d, "BaseFont", name);
    buf_text(pdf_set_raw(p, d, "CIDSystemInfo"), "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
    pdf_set_object(p, d, "FontDescriptor", write_descriptor(p, f->font, name, program));
    put_widths(f, pdf_set_raw(p, d, "W"));
    pdf_set_object(p, d, "CIDToGIDMap", map);
    return d;
}

static void write_type0(struct pdf *p, struct pdf_font *f, struct str program, struct str gids)
{
    struct buf name = {0};
    subset_name(program, gids, f->font->name, &name);
    pdf_dict *descendant = write_descendant(p, f, name.at, program, gids);
    pdf_set_name(p, f->object, "Type", "Font");
    pdf_set_name(p, f->object, "Subtype", "Type0");
    pdf_set_name(p, f->object, "BaseFont", name.at);
    pdf_set_name(p, f->object, "Encoding", "Identity-H");
    struct buf *list = pdf_set_raw(p, f->object, "DescendantFonts");
    buf_char(list, '[');
    put_reference(list, pdf_number(descendant));
    buf_char(list, ']');
    pdf_set_object(p, f->object, "ToUnicode", write_code_map(p, f));
    buf_free(&name);
}

bool pdf_font_write(struct pdf *p, struct pdf_font *f)
{
    struct buf gids = {0};
    hb_blob_t *blob = f->full ? NULL : subset(f, &gids);
    unsigned len = 0;
    const char *bytes = blob ? hb_blob_get_data(blob, &len) : NULL;
    if (len)
        write_type0(p, f, (struct str){bytes, len}, buf_view(&gids));
    hb_blob_destroy(blob);
    buf_free(&gids);
    return len > 0;
}
