#include "temp_folder.h"

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static _Noreturn void failed(const char *path)
{
    perror(path);
    abort();
}

static const char *place_of_folders(void)
{
    const char *chosen = getenv("TMPDIR");
    if (chosen)
        return chosen;
    return access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
}

char *temp_folder_new(void)
{
    static const char name[] = "/bilan-test-XXXXXX";
    const char *place = place_of_folders();
    size_t size = strlen(place) + sizeof name;
    char *path = malloc(size);
    if (!path)
        failed(place);
    snprintf(path, size, "%s%s", place, name);
    if (!mkdtemp(path))
        failed(path);
    return path;
}

static int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *where)
{
    (void)info;
    (void)kind;
    (void)where;
    return remove(path);
}

void temp_folder_free(char *folder)
{
    if (nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS) != 0)
        failed(folder);
    free(folder);
}

const char *temp_folder_make(struct arena *a, const char *folder, const char *name)
{
    const char *path = path_join(a, folder, name);
    if (mkdir(path, 0700) != 0)
        failed(path);
    return path;
}

const char *temp_folder_put(struct arena *a, const char *folder, const char *name, struct str bytes)
{
    const char *path = path_join(a, folder, name);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes.at, 1, bytes.len, file) != bytes.len || fclose(file) != 0)
        failed(path);
    return path;
}

size_t temp_folder_count(const char *folder)
{
    size_t count = 0;
    DIR *dir = opendir(folder);
    if (!dir)
        failed(folder);
    while (readdir(dir))
        count++;
    closedir(dir);
    return count - 2;
}
