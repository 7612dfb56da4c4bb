#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "paint/digest.h"

/* The examples of FIPS 180-4 and RFC 1321. */
static void test_sha256_of_abc(void **state)
{
    (void)state;
    static const uint8_t expected[SHA256_BYTES] = {0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40,
                                                   0xde, 0x5d, 0xae, 0x22, 0x23, 0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17,
                                                   0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad};
    uint8_t digest[SHA256_BYTES];
    digest_sha256(STR("abc"), digest);
    assert_memory_equal(digest, expected, sizeof expected);
}

static void test_md5_of_abc(void **state)
{
    (void)state;
    static const uint8_t expected[MD5_BYTES] = {0x90, 0x01, 0x50, 0x98, 0x3c, 0xd2, 0x4f, 0xb0,
                                                0xd6, 0x96, 0x3f, 0x7d, 0x28, 0xe1, 0x7f, 0x72};
    uint8_t digest[MD5_BYTES];
    digest_md5(STR("abc"), digest);
    assert_memory_equal(digest, expected, sizeof expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sha256_of_abc),
        cmocka_unit_test(test_md5_of_abc),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
