#include <stdio.h>
#include <string.h>

#include "app/attach.h"
#include "app/command.h"
#include "app/output.h"
#include "app/page_files.h"
#include "app/pages.h"
#include "base/i18n.h"
#include "page/select.h"
#include "paint/paint.h"

enum format { TO_PDF, TO_PNG, TO_SVG, TO_TEXT };
static const char *const format_names[] = {"pdf", "png", "svg", "text"};
/* Pixels a point of PNG pages: 144 dots an inch. */
static const double png_scale = 2;

static bool find_format(const char *name, enum format *out)
{
    for (size_t i = 0; i < sizeof format_names / sizeof format_names[0]; i++) {
        if (name && strcmp(format_names[i], name) == 0) {
            *out = (enum format)i;
            return true;
        }
    }
    return false;
}

static enum exit_status write_whole(const struct document *doc, enum format format, const char *path)
{
    struct buf bytes = {0};
    enum exit_status status = EXIT_DONE;
    if (format == TO_TEXT)
        document_dump(doc, &bytes);
    else
        status = output_painted(paint_pdf(doc, &bytes));
    if (status == EXIT_DONE)
        status = output_write(path, buf_view(&bytes));
    buf_free(&bytes);
    return status;
}

static struct paint_result paint_pixels(const struct document *doc, size_t page, struct buf *out)
{
    return paint_png(doc, page, png_scale, out);
}

static enum exit_status write_document(struct pipeline *p, const struct options *options, enum format format)
{
    const struct document *doc = p->document;
    bool *chosen = ARENA_ARRAY(p->arena, doc->page_count, bool);
    if (!pages_parse(options->pages ? options->pages : "1-", doc->page_count, chosen)) {
        fprintf(stderr, _("bilan: '%s' names no pages of this document of %zu; write for instance 1,3-5\n"),
                options->pages, doc->page_count);
        return EXIT_USAGE;
    }
    const char *stem = arena_printf(p->arena, "bilan-%d", p->edition->year);
    if (format == TO_PNG || format == TO_SVG)
        return page_files_write(p->arena, doc, chosen, options->output ? options->output : stem, format_names[format],
                                format == TO_PNG ? paint_pixels : paint_svg);
    if (options->pages)
        doc = document_select(p->arena, doc, chosen);
    if (format == TO_PDF && !options->bare)
        doc = attach_sources(p, doc);
    const char *suffix = format == TO_TEXT ? "txt" : "pdf";
    return write_whole(doc, format, options->output ? options->output : arena_printf(p->arena, "%s.%s", stem, suffix));
}

enum exit_status command_build(const struct options *options)
{
    enum format format = TO_PDF;
    if (options->to && !find_format(options->to, &format)) {
        fprintf(stderr, _("bilan: there is no format '%s'; use pdf, png, svg or text\n"), options->to);
        return EXIT_USAGE;
    }
    bool by_page = format == TO_PNG || format == TO_SVG;
    if (by_page && options->output && strcmp(options->output, "-") == 0) {
        fprintf(stderr, "%s", _("bilan: PNG and SVG pages are a file each: name a folder with -o\n"));
        return EXIT_USAGE;
    }
    struct pipeline p;
    enum exit_status status = EXIT_MACHINE;
    if (pipeline_run(&p, options->operand, options->layout)) {
        status = pipeline_report(&p, false);
        if (status == EXIT_DONE && p.document)
            status = write_document(&p, options, format);
    }
    pipeline_end(&p);
    return status;
}
