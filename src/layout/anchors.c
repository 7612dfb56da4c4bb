/* Page ids to entries. */
#include "layout/job.h"
#include "layout/letters.h"

void job_index_anchors(struct job *job)
{
    size_t size = 16;
    while (size < 2 * job->edition->page_count)
        size *= 2;
    job->anchors = ARENA_ARRAY(job->arena, size, uint32_t);
    job->anchor_mask = size - 1;
    for (size_t i = 0; i < job->edition->page_count; i++) {
        struct str id = job->edition->pages[i].id;
        if (id.len == 0)
            continue;
        size_t slot = hash_of(id) & job->anchor_mask;
        while (job->anchors[slot])
            slot = (slot + 1) & job->anchor_mask;
        job->anchors[slot] = (uint32_t)i + 1;
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
    size_t slot = hash_of(anchor) & job->anchor_mask;
    for (; job->anchors[slot]; slot = (slot + 1) & job->anchor_mask) {
        *entry = job->anchors[slot] - 1;
        if (str_eq(job->edition->pages[*entry].id, anchor))
            return true;
    }
    return false;
}
