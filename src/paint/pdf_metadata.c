#include "paint/pdf_painter.h"
#include "paint/pdf_syntax.h"
#include "paint/srgb.h"

/* PDF/A asks that properties outside its own list be described (ISO 19005-3, 6.6.2.3). */
static const char extension_schema[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>part of ISO 14289 that the file conforms to</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

/* Text between tags: XML knows no control characters. */
static void put_xml(struct buf *out, const char *text)
{
    for (const char *c = text; *c; c++) {
        if (*c == '<')
            buf_text(out, "&lt;");
        else if (*c == '>')
            buf_text(out, "&gt;");
        else if (*c == '&')
            buf_text(out, "&amp;");
        else if (*c == '"')
            buf_text(out, "&quot;");
        else
            buf_char(out, (unsigned char)*c < ' ' ? ' ' : *c);
    }
}

static void put_property(struct buf *out, const char *open, const char *value, const char *close)
{
    if (!value)
        return;
    buf_text(out, open);
    put_xml(out, value);
    buf_text(out, close);
}

/* A text in the document's language, which is also the default one. */
static void put_alternatives(struct buf *out, const char *property, const char *value, const char *language)
{
    if (!value)
        return;
    buf_printf(out, "<%s><rdf:Alt>", property);
    put_property(out, "<rdf:li xml:lang=\"x-default\">", value, "</rdf:li>");
    put_property(out, "<rdf:li xml:lang=\"", language, "\">");
    put_property(out, "", value, "</rdf:li>");
    buf_printf(out, "</rdf:Alt></%s>", property);
}

static void put_dublin_core(struct buf *out, const struct document *doc)
{
    buf_text(out, "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                  "<dc:format>application/pdf</dc:format>");
    put_alternatives(out, "dc:title", doc->title, doc->language);
    put_property(out, "<dc:creator><rdf:Seq><rdf:li>", doc->author, "</rdf:li></rdf:Seq></dc:creator>");
    put_alternatives(out, "dc:description", doc->subject, doc->language);
    put_property(out, "<dc:language><rdf:Bag><rdf:li>", doc->language, "</rdf:li></rdf:Bag></dc:language>");
    buf_text(out, "</rdf:Description>\n");
}

static void put_dates(struct buf *out, const struct document *doc)
{
    static const char *const properties[] = {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"};
    struct day d = doc->published;
    buf_text(out, "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">");
    put_property(out, "<xmp:CreatorTool>", doc->creator, "</xmp:CreatorTool>");
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
        buf_printf(out, "<%s>%04d-%02d-%02dT00:00:00Z</%s>", properties[i], d.year, d.month, d.day, properties[i]);
    buf_text(out, "</rdf:Description>\n");
}

static void put_packet(struct buf *out, const struct document *doc)
{
    buf_text(out, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    put_dublin_core(out, doc);
    put_dates(out, doc);
    buf_text(out, "<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">");
    put_property(out, "<pdf:Producer>", doc->creator, "</pdf:Producer>");
    buf_text(out, "</rdf:Description>\n"
                  "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
                  "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>\n"
                  "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
                  "<pdfuaid:part>1</pdfuaid:part></rdf:Description>\n");
    buf_text(out, extension_schema);
    buf_text(out, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
}

static void paint_packet(struct pdf_painter *p)
{
    struct buf packet = {0};
    put_packet(&packet, p->doc);
    pdf_dict *d = pdf_object(p->pdf);
    pdf_set_name(p->pdf, d, "Type", "Metadata");
    pdf_set_name(p->pdf, d, "Subtype", "XML");
    pdf_stream_plain(p->pdf, d, buf_view(&packet));
    pdf_set_object(p->pdf, pdf_catalog(p->pdf), "Metadata", d);
    buf_free(&packet);
}

static void paint_output_intent(struct pdf_painter *p)
{
    struct buf profile = {0};
    srgb_profile(&profile);
    pdf_dict *d = pdf_object(p->pdf);
    pdf_set_integer(p->pdf, d, "N", 3);
    pdf_stream(p->pdf, d, buf_view(&profile));
    buf_free(&profile);
    struct buf *out = pdf_set_raw(p->pdf, pdf_catalog(p->pdf), "OutputIntents");
    buf_text(out, "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile ");
    put_reference(out, pdf_number(d));
    buf_text(out, ">>]");
}

static void paint_information(struct pdf_painter *p)
{
    const struct document *doc = p->doc;
    pdf_dict *info = pdf_info(p->pdf);
    struct buf date = {0};
    pdf_date(&date, doc->published);
    pdf_set_text(p->pdf, info, "Title", doc->title);
    if (doc->author)
        pdf_set_text(p->pdf, info, "Author", doc->author);
    if (doc->subject)
        pdf_set_text(p->pdf, info, "Subject", doc->subject);
    pdf_set_text(p->pdf, info, "Creator", doc->creator);
    pdf_set_text(p->pdf, info, "Producer", doc->creator);
    pdf_set_bytes(p->pdf, info, "CreationDate", buf_view(&date));
    pdf_set_bytes(p->pdf, info, "ModDate", buf_view(&date));
    buf_free(&date);
}

void paint_metadata(struct pdf_painter *p)
{
    pdf_dict *catalog = pdf_catalog(p->pdf);
    pdf_set_bytes(p->pdf, catalog, "Lang", str_of(p->doc->language));
    buf_text(pdf_set_raw(p->pdf, catalog, "MarkInfo"), "<</Marked true>>");
    buf_text(pdf_set_raw(p->pdf, catalog, "ViewerPreferences"), "<</DisplayDocTitle true>>");
    paint_packet(p);
    paint_output_intent(p);
    paint_information(p);
}
