/* Page ids to entries. */
#include "layout/job.h"

void job_index_anchors(struct job *job)
{
    for (size_t i = 0; i < job->edition->page_count; i++) {
        uint32_t entry = (uint32_t)i;
        if (job->edition->pages[i].id.len > 0)
            names_add(&job->anchors, job->arena, job->edition->pages[i].id, &entry);
    }
}

static bool numbered(const struct job *job, struct str digits, size_t *entry)
{
    *entry = 0;
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.at[i] < '0' || digits.at[i] > '9' || *entry > job->edition->page_count)
            return false;
        *entry = 10 * *entry + (size_t)(digits.at[i] - '0');
    }
    return digits.len > 0 && *entry < job->edition->page_count;
}

bool job_anchor(const struct job *job, struct str anchor, size_t *entry)
{
    if (anchor.len > 0 && anchor.at[0] == '@')
        return numbered(job, str_slice(anchor, 1, anchor.len), entry);
    uint32_t found = 0;
    bool known = names_find(&job->anchors, anchor, &found);
    *entry = found;
    return known;
}
