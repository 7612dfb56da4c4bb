/* Bytes as a picture file: pixels, or a reason. */
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "page/picture.h"
#include "png.h"

/* Reads every sample, so that the sanitizer sees where they end. */
static unsigned add_up(const uint8_t *samples, size_t count)
{
    unsigned sum = 0;
    for (size_t i = 0; samples && i < count; i++)
        sum += samples[i];
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    enum picture_fault fault = PICTURE_OK;
    const struct image *image = picture_decode(a, (struct str){(const char *)data, size}, 1, &fault);
    fuzz_require(image || (fault != PICTURE_OK && picture_fault_text(fault)), "no picture has a reason");
    if (image) {
        size_t pixels = (size_t)image->width * image->height;
        fuzz_require(pixels > 0 && pixels <= PICTURE_MAX_PIXELS, "a picture keeps to the limits");
        volatile unsigned sum = add_up(picture_rgb(a, image), 3 * pixels) + add_up(image->alpha, pixels);
        (void)sum;
    }
    arena_free(a);
    return 0;
}

/* Samples changed behind their packing. 0 when that cannot be. */
static size_t mutate_samples(uint8_t *data, size_t size, size_t max_size)
{
    enum { MAX_SAMPLES = 1 << 16 };
    struct str bytes = {(const char *)data, size};
    uint8_t *samples = memory_alloc(MAX_SAMPLES);
    size_t len = png_unpack(bytes, samples, MAX_SAMPLES);
    struct buf out = {0};
    if (len > 0) {
        len = LLVMFuzzerMutate(samples, len, MAX_SAMPLES);
        png_pack(bytes, (struct str){(const char *)samples, len}, &out);
    }
    size = out.len > 0 && out.len <= max_size ? out.len : 0;
    if (size > 0)
        memcpy(data, out.at, size);
    buf_free(&out);
    free(samples);
    return size;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
    bool is_png = png_is((struct str){(const char *)data, size});
    size_t changed = is_png && seed % 4 == 0 ? mutate_samples(data, size, max_size) : 0;
    if (changed > 0)
        return changed;
    size = LLVMFuzzerMutate(data, size, max_size);
    if (png_is((struct str){(const char *)data, size}) && seed % 16 != 1)
        png_repair(data, size);
    return size;
}
