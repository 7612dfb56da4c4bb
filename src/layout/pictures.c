#include "layout/pictures.h"

#include "base/i18n.h"
#include "page/picture.h"

struct picture_file {
    uint32_t file;
    const struct image *image; /* NULL: `fault` tells why */
    enum picture_fault fault;
};

/* A value that names a picture. */
struct picture_name {
    struct span at;
    const struct image *image;
};

struct pictures {
    struct arena *arena;
    struct picture_file *files;
    size_t file_count, file_capacity;
    size_t pixels; /* of all files */
    struct picture_name *names;
    size_t name_count, name_capacity;
};

struct pictures *pictures_new(struct arena *a)
{
    struct pictures *p = ARENA_NEW(a, struct pictures);
    p->arena = a;
    return p;
}

static const struct picture_file *find_file(struct pictures *p, const struct diags *d, uint32_t file)
{
    for (size_t i = 0; i < p->file_count; i++)
        if (p->files[i].file == file)
            return &p->files[i];
    p->files = ARENA_ROOM(p->arena, p->files, p->file_count, &p->file_capacity, 16);
    struct picture_file *f = &p->files[p->file_count++];
    f->file = file;
    f->fault = PICTURE_ONE_TOO_MANY;
    if (p->pixels <= PICTURES_MAX_PIXELS)
        f->image = picture_decode(p->arena, diags_file_bytes(d, file), (uint32_t)p->file_count, &f->fault);
    p->pixels += f->image ? (size_t)f->image->width * f->image->height : 0;
    if (f->image && p->pixels > PICTURES_MAX_PIXELS) {
        f->image = NULL;
        f->fault = PICTURE_ONE_TOO_MANY;
    }
    return f;
}

static const struct image *load(struct job *job, const struct value *name)
{
    uint32_t number = edition_picture(job->edition, name, PICTURE_MAX_BYTES);
    if (number == 0)
        return NULL;
    const struct picture_file *file = find_file(job->pictures, job->diags, number);
    if (file->image == NULL) {
        diag_at(job->diags, DIAG_ERROR, name->at, "bad-picture", _("'%s' cannot be used: %s"),
                diags_file_name(job->diags, number), picture_fault_text(file->fault));
        diag_hint(job->diags, "%s", picture_fault_advice(file->fault, diags_file_bytes(job->diags, number)));
    }
    return file->image;
}

const struct image *pictures_get(struct job *job, const struct value *name)
{
    struct pictures *p = job->pictures;
    for (size_t i = 0; i < p->name_count; i++)
        if (span_same_start(p->names[i].at, name->at))
            return p->names[i].image;
    const struct image *image = load(job, name);
    p->names = ARENA_ROOM(p->arena, p->names, p->name_count, &p->name_capacity, 16);
    p->names[p->name_count++] = (struct picture_name){name->at, image};
    return image;
}
