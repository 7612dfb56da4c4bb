#include "app/attach.h"

#include "app/facts.h"

/* NULL: of no kind that travels. Pictures are known by how they begin, whatever their names end in. */
static const char *media_type(struct str name, struct str bytes)
{
    if (str_starts(bytes, "\x89PNG"))
        return "image/png";
    if (str_starts(bytes, "\xff\xd8\xff"))
        return "image/jpeg";
    if (str_ends(name, ".csv"))
        return "text/csv";
    if (str_ends(name, ".json"))
        return "application/json";
    if (str_ends(name, ".yaml") || str_ends(name, ".yml"))
        return "application/yaml";
    return NULL;
}

/* The same in every language of the machine: the bytes of a document follow from its sources alone. */
static struct attachment source_attachment(const struct pipeline *p, struct source_file source, const char *type)
{
    bool figures = str_ends(str_of(source.name), ".csv");
    return (struct attachment){.name = source.name,
                               .media_type = type,
                               .description = source.name,
                               .relationship = figures ? "Data" : "Source",
                               .bytes = diags_file_bytes(p->diags, source.file)};
}

static struct attachment ledger_attachment(const struct pipeline *p, const struct document *doc)
{
    struct facts facts = facts_collect(p->arena, doc);
    struct buf text = {0};
    facts_csv(&facts, p->edition, p->sources, &text);
    struct str bytes = str_copy(p->arena, buf_view(&text));
    buf_free(&text);
    return (struct attachment){.name = "facts.csv",
                               .media_type = "text/csv",
                               .description = "facts.csv",
                               .relationship = "Supplement",
                               .bytes = bytes};
}

const struct document *attach_sources(const struct pipeline *p, const struct document *doc)
{
    size_t sources = sources_count(p->sources), count = 0;
    struct attachment *attachments = ARENA_ARRAY(p->arena, sources + 1, struct attachment);
    for (size_t i = 0; i < sources; i++) {
        struct source_file source = sources_get(p->sources, i);
        const char *type = media_type(str_of(source.name), diags_file_bytes(p->diags, source.file));
        if (type)
            attachments[count++] = source_attachment(p, source, type);
    }
    attachments[count++] = ledger_attachment(p, doc);
    struct document *attached = ARENA_NEW(p->arena, struct document);
    *attached = *doc;
    attached->attachments = attachments;
    attached->attachment_count = count;
    return attached;
}
