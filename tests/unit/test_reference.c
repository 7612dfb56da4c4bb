/* References in texts other than plain figures, and what the ledger keeps of them. */
#include "model_sample.h"

static const struct ledger_entry *entry_of(const struct model_sample *s, const char *text)
{
    for (uint32_t id = 1; id <= ledger_count(s->edition->ledger); id++) {
        const struct ledger_entry *e = ledger_get(s->edition->ledger, id);
        if (str_is(e->text, text)) {
            return e;
        }
    }
    fail_msg("no entry '%s'", text);
    return NULL;
}

static struct str source_of(const struct model_sample *s, struct span at)
{
    return str_slice(diags_file_bytes(s->diags, at.file), at.start, at.end);
}

static void test_edition_years(void **state)
{
    (void)state;
    assert_prints("${edition} ${edition:previous} ${edition:next}", "2024 2023 2025");
    assert_prints("$${edition}", "${edition}");
}

static void test_years_are_not_in_the_ledger(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_text(&s, "${edition}");
    assert_int_equal(ledger_count(s.edition->ledger), 0);
    sample_free(&s);
}

static void test_open_page_numbers(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_bind(&s, "  - page: note\n    text: voir [page ${page.loin}](#loin)\n  - page: note\n    id: loin\n");
    assert_findings(s.diags, "");
    const struct rich *text = record_get(s.edition->pages[0].fields, STR("text"))->as.text;
    assert_true(rich_is_open(text));
    assert_true(str_is(text->anchors[0], "loin"));
    sample_free(&s);
}

static void test_unknown_anchors(void **state)
{
    (void)state;
    assert_rejects("${page.loin}", "unknown-anchor", "loin");
    assert_rejects("[ici](#loin)", "unknown-anchor", "#loin");
}

static void test_counts(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_bind(
        &s, "  - page: note\n    text: \"${count.names} ${count.items:words} ${count.services}\"\n    names: [a, b]\n"
            "    items: [{label: \"${count.names} noms\"}]\n");
    assert_findings(s.diags, "");
    assert_true(str_is(record_get(s.edition->pages[0].fields, STR("text"))->as.text->text, "2 un 2"));
    const struct value *item = &record_get(s.edition->pages[0].fields, STR("items"))->as.list.items[0];
    assert_true(str_starts(record_get(item->as.record, STR("label"))->as.text->text, "2"));
    const struct ledger_entry *e = ledger_get(s.edition->ledger, 2);
    assert_true(str_is(e->name.indicator, "count") && str_is(e->form, "items:words") && str_is(e->text, "un"));
    assert_true(e->derived);
    assert_int_equal(e->source.len, 0);
    assert_int_equal(e->observed_at.file, 0);
    sample_free(&s);
}

static const char *sum_of(struct model_sample *s, const char *text)
{
    sample_bind(
        s,
        arena_printf(s->arena,
                     "  - page: note\n    text: \"%s\"\n    items:\n      - {label: A, amount: part_a}\n"
                     "      - {label: B, amount: part_b}\n      - {label: sans}\n    figures: [budget, budget@2023]\n",
                     text));
    const struct value *v = record_get(s->edition->pages[0].fields, STR("text"));
    return arena_printf(s->arena, "%.*s", STR_ARG(v->as.text->text));
}

static void test_sums(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    assert_string_equal(sum_of(&s, "${sum.items.amount} ${sum.items.amount:words} ${sum.figures:M}"),
                        "16 seize 11,5\u00a0M€");
    assert_findings(s.diags, "");
    const struct ledger_entry *e = entry_of(&s, "16");
    assert_true(str_is(e->name.indicator, "sum") && str_is(e->form, "items.amount") && e->derived);
    assert_true(str_is(source_of(&s, e->observed_at), "6"));
    sample_free(&s);
}

static void assert_sum_rejected(const char *text, const char *rule)
{
    struct model_sample s = sample_new();
    sum_of(&s, text);
    assert_one_finding(s.diags, rule, text);
    sample_free(&s);
}

static void test_lists_that_do_not_add_up(void **state)
{
    (void)state;
    assert_sum_rejected("${count.nothing}", "unknown-reference");
    assert_sum_rejected("${sum.nothing.amount}", "unknown-reference");
    assert_sum_rejected("${sum.items.label}", "unknown-reference");
    assert_sum_rejected("${count.items:change}", "unknown-form");
    assert_sum_rejected("${count.items:M}", "unknown-form");
    assert_sum_rejected("${sum.items.amount:change}", "unknown-form");
    assert_sum_rejected("${sum.items.amount:previous}", "no-observation");
}

static void test_mixed_units(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_bind(&s, "  - page: note\n    text: ${sum.figures}\n    figures: [budget, users]\n");
    assert_one_finding(s.diags, "mixed-units", "${sum.figures}");
    sample_free(&s);
}

static void test_unknown_references(void **state)
{
    (void)state;
    assert_rejects("${usres}", "unknown-reference", "usres");
    assert_rejects("${users@hier}", "bad-period", "hier");
    assert_rejects("${tchop.users}", "unknown-entity", "tchop");
    assert_rejects("${deux mots}", "unknown-reference", "deux mots");
    assert_rejects("${}", "unknown-reference", "${}");
    assert_rejects("ab ${users} cd ${usres:change} ef", "unknown-reference", "usres");
}

static void test_places_in_folded_text(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_bind(&s, "  - page: note\n    text: >\n      Une ligne,\n      puis ${usres} ici.\n");
    assert_int_equal(diags_total(s.diags), 1);
    const struct finding *f = diags_finding(s.diags, 0);
    assert_int_equal(diags_place(s.diags, f->at.file, f->at.start).line, 10);
    sample_free(&s);
}

static void test_ledger_names_the_period_printed(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_text(&s, "${users:previous}");
    const struct ledger_entry *e = entry_of(&s, "17\u202f000");
    assert_int_equal(e->name.period.year, 2023);
    assert_true(str_is(source_of(&s, e->observed_at), "17000"));
    sample_free(&s);
}

static void test_ledger_of_observations(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_text(&s, "${users} ${tchap.users} ${users:change:plain}");
    const struct ledger_entry *e = entry_of(&s, "279\u202f500");
    assert_false(e->derived);
    assert_true(str_is(e->source, "registre"));
    assert_int_equal(e->name.period.year, 2024);
    assert_true(str_is(source_of(&s, e->observed_at), "279500"));
    assert_true(str_is(source_of(&s, e->asked_at), "${users}"));
    e = entry_of(&s, "plus de 400\u202f000");
    assert_int_equal(e->qualifier, QUALIFIER_MORE_THAN);
    assert_true(str_is(e->name.entity, "tchap"));
    e = entry_of(&s, "+1\u202f544");
    assert_true(e->derived);
    assert_true(str_is(e->form, "change:plain"));
    assert_int_equal(decimal_compare(e->value, decimal_from(1544)), 0);
    assert_null(ledger_get(s.edition->ledger, 0));
    assert_null(ledger_get(s.edition->ledger, 99));
    sample_free(&s);
}

static void test_ledger_of_derived_figures(void **state)
{
    struct model_sample s = sample_new();
    (void)state;
    sample_text(&s, "${added}");
    const struct ledger_entry *e = entry_of(&s, "16");
    assert_true(e->derived);
    assert_true(str_is(e->source, "relevé a ; relevé b"));
    assert_true(str_is(source_of(&s, e->observed_at), "6"));
    sample_free(&s);
}

/* Every print of a figure, derived ones included, follows the observation that it rests on. */
static void test_a_changed_observation_changes_its_prints(void **state)
{
    static const struct {
        const char *from, *to, *text;
    } changes[] = {
        {",part_a,2024,,6", ",part_a,2024,,7", "${part_a} ${added} ${left} ${ratio} ${part_a:share}"},
        {",part_b,2024,,10", ",part_b,2024,,12", "${part_b} ${added} ${part_b:share}"},
        {",total,2024,,16", ",total,2024,,24", "${left} ${ratio} ${total:times} ${part_b:share} ${total:change}"},
        {",users,2023,,17000", ",users,2023,,27000",
         "${users:change} ${users:difference} ${users:times} ${users@2023}"},
        {",users,2024,target,250000", ",users,2024,target,260000", "${users:target} ${users:attainment}"},
        {",stock,2025-01-01,,109", ",stock,2025-01-01,,119", "${stock} ${stock:change}"}};
    (void)state;
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        struct model_sample s = sample_new();
        sample_text(&s, changes[i].text);
        struct model_sample t = sample_new();
        const char *at = strstr(model_figures, changes[i].from);
        assert_non_null(at);
        sample_put(&t, "indicators.csv",
                   arena_printf(t.arena, "%.*s%s%s", (int)(at - model_figures), model_figures, changes[i].to,
                                at + strlen(changes[i].from)));
        sample_text(&t, changes[i].text);
        assert_findings(t.diags, "");
        size_t count = ledger_count(s.edition->ledger);
        assert_int_equal(ledger_count(t.edition->ledger), count);
        for (uint32_t id = 1; id <= count; id++) {
            assert_false(str_eq(ledger_get(s.edition->ledger, id)->text, ledger_get(t.edition->ledger, id)->text));
        }
        sample_free(&s);
        sample_free(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_edition_years),
        cmocka_unit_test(test_years_are_not_in_the_ledger),
        cmocka_unit_test(test_open_page_numbers),
        cmocka_unit_test(test_unknown_anchors),
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_sums),
        cmocka_unit_test(test_lists_that_do_not_add_up),
        cmocka_unit_test(test_mixed_units),
        cmocka_unit_test(test_unknown_references),
        cmocka_unit_test(test_places_in_folded_text),
        cmocka_unit_test(test_ledger_names_the_period_printed),
        cmocka_unit_test(test_ledger_of_observations),
        cmocka_unit_test(test_ledger_of_derived_figures),
        cmocka_unit_test(test_a_changed_observation_changes_its_prints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
