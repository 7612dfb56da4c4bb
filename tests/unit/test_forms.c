/* Figures in their forms, as French prints them. */
#include "model_sample.h"

#define NNBSP "\u202f"
#define NBSP "\u00a0"

static void test_figures_as_they_are(void **state)
{
    (void)state;
    assert_prints("${users}", "279" NNBSP "500");
    assert_prints("${users@2023}", "17" NNBSP "000");
    assert_prints("${users@previous}", "17" NNBSP "000");
    assert_prints("${ users }", "279" NNBSP "500");
    assert_prints("${share}", "40" NBSP "%");
    assert_prints("${budget@2023}", "5" NNBSP "589" NNBSP "773" NBSP "€");
    assert_prints("${users:target}", "250" NNBSP "000");
    assert_prints("${users:previous}", "17" NNBSP "000");
}

static void test_qualifiers_are_words(void **state)
{
    (void)state;
    assert_prints("${tchap.users}", "plus de 400" NNBSP "000");
    assert_prints("${tchap.users:plain}", "400" NNBSP "000");
    assert_prints("${tchap.users:value}", "plus de 400" NNBSP "000");
    assert_prints("${budget:plain}", "5" NNBSP "869" NNBSP "442");
    assert_prints("${budget:change}", "+5" NBSP "%");
}

static void test_computed_forms(void **state)
{
    (void)state;
    assert_prints("${users:times}", "×16");
    assert_prints("${total:times}", "×2");
    assert_prints("${users:change}", "+1" NNBSP "544" NBSP "%");
    assert_prints("${share:points}", "+18" NBSP "pts");
    assert_prints("${share:change}", "+82" NBSP "%");
    assert_prints("${users:attainment}", "112" NBSP "%");
    assert_prints("${users:difference}", "+262" NNBSP "500");
    assert_prints("${budget:difference}", "+279" NNBSP "669" NBSP "€");
    assert_prints("${part_a:share}", "38" NBSP "%");
    assert_prints("${part_b:share:plain}", "63");
    assert_prints("${share:change:words}", "quatre-vingt-deux");
}

static void test_falls_keep_their_sign(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_put(&s, "indicators.csv", "indicator,period,value\nusers,2023,200\nusers,2024,127\n");
    assert_string_equal(sample_text(&s, "${users:change}, ${users:difference}"), "\u221237" NBSP "%, \u221273");
    sample_free(&s);
}

static void test_halves_round_away_from_zero(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_put(&s, "indicators.csv",
               "indicator,period,value\nusers,2023,200\nusers,2024,201\nshare,2023,200\nshare,2024,199\n");
    assert_string_equal(sample_text(&s, "${users:change} ${share:change}"), "+1" NBSP "% \u22121" NBSP "%");
    sample_free(&s);
}

static void test_scales(void **state)
{
    (void)state;
    assert_prints("${users:k}", "279,5" NBSP "k");
    assert_prints("${budget:M}", "environ 5,9" NBSP "M€");
    assert_prints("${budget:previous:M}", "5,6" NBSP "M€");
    assert_prints("${budget:M:plain}", "5,9");
    assert_prints("${budget:difference:k}", "+279,7" NBSP "k€");
}

static void test_words(void **state)
{
    (void)state;
    assert_prints("${total:words}", "seize");
    assert_prints("${total:previous:words}", "huit");
}

static void test_derived_figures(void **state)
{
    (void)state;
    assert_prints("${added}", "16");
    assert_prints("${left}", "10");
    assert_prints("${ratio}", "38" NBSP "%");
    assert_prints("${each}", "21,00" NBSP "€");
}

static void test_stock_by_day(void **state)
{
    (void)state;
    assert_prints("${stock}", "109");
    assert_prints("${stock@2023}", "74");
    assert_prints("${stock@2024-06-30}", "80");
    assert_prints("${stock:change}", "+47" NBSP "%");
}

static void test_missing_marks(void **state)
{
    (void)state;
    assert_prints("${tchap.none@2023}", "–");
    assert_prints("${tchap.none}", "n." NBSP "d.");
    assert_prints("${tchap.none:change}", "n." NBSP "d.");
}

static void test_unknown_forms(void **state)
{
    (void)state;
    assert_rejects("${users:changes}", "unknown-form", "changes");
    assert_rejects("${users:}", "unknown-form", "${users:}");
    assert_rejects("${users:change:share}", "unknown-form", "share");
    assert_rejects("${users:change:M}", "unknown-form", "M");
    assert_rejects("${share:k}", "unknown-form", "k");
    assert_rejects("${edition:last}", "unknown-form", "last");
}

static void test_nothing_to_compare_with(void **state)
{
    (void)state;
    assert_rejects("${none:change}", "no-base", "${none:change}");
    assert_rejects("${none:times}", "no-base", "${none:times}");
    assert_rejects("${users:share}", "no-base", "${users:share}");
}

static void test_not_on_record(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_text(&s, "${share:target} ${part_a:change} ${added@2023} ${tchap.users@2019}");
    char *text = findings_text(s.diags);
    assert_non_null(strstr(text, "'share' has no target for 2024 on record [no-observation]"));
    assert_non_null(strstr(text, "'part_a' has no result for 2023 on record [no-observation]"));
    assert_non_null(strstr(text, "on record: 2024"));
    assert_non_null(strstr(text, "'part_a' has no result for 2023 on record, which 'added' needs [no-observation]"));
    assert_non_null(strstr(text, "'tchap.users' has no result for 2019"));
    assert_int_equal(diags_count(s.diags, DIAG_ERROR), 4);
    free(text);
    sample_free(&s);
}

static void test_too_many_digits(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_put(&s, "indicators.csv",
               "indicator,period,value\npart_a,2024,999999999999999999999999999999999999\n"
               "part_b,2024,999999999999999999999999999999999999\n");
    sample_text(&s, "${added}");
    assert_one_finding(s.diags, "out-of-bounds", "${added}");
    sample_free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures_as_they_are),
        cmocka_unit_test(test_qualifiers_are_words),
        cmocka_unit_test(test_computed_forms),
        cmocka_unit_test(test_falls_keep_their_sign),
        cmocka_unit_test(test_halves_round_away_from_zero),
        cmocka_unit_test(test_scales),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_derived_figures),
        cmocka_unit_test(test_stock_by_day),
        cmocka_unit_test(test_missing_marks),
        cmocka_unit_test(test_unknown_forms),
        cmocka_unit_test(test_nothing_to_compare_with),
        cmocka_unit_test(test_not_on_record),
        cmocka_unit_test(test_too_many_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
