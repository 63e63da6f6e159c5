from __future__ import annotations

import pytest

from moderation.policy import NEVER, Audience, ChangeRequest, RatedAt, RateUnit, Severity, View, load
from tests.policy.folders import copy_catalogue, edit


def test_profiles_are_the_three_given(catalogue):
    assert set(catalogue.profiles) == {"us", "uk_eu", "sea"}
    assert catalogue.profile() is catalogue.profile("us")


def test_profiles_differ_in_view_and_rates(catalogue):
    us, sea = catalogue.profile("us"), catalogue.profile("sea")
    assert (us.category_view, sea.category_view) == (View.US, View.SEA)
    assert (us.rates[0].window_days, sea.rates[0].window_days) == (60, 30)
    assert us.rates[0].categories == frozenset()
    assert sea.rates[0].categories == {"product", "service"}
    assert sea.rates[0].target == 0.005


def test_shop_performance_score_counts_orders_by_their_first_rating(catalogue):
    sps = next(rate for rate in catalogue.profile("us").rates if rate.id == "us_sps")
    assert (sps.unit, sps.rating, sps.minimum_orders) == (RateUnit.ORDER, RatedAt.FIRST, 30)


def test_rates_filter_by_categories_of_the_profiles_own_view(catalogue):
    for profile in catalogue.profiles.values():
        known = set(catalogue.taxonomy.categories[profile.category_view])
        assert all(rate.categories <= known for rate in profile.rates)


def test_europe_gives_six_months_to_appeal_and_lets_reporters_do_so(catalogue):
    terms = catalogue.profile("uk_eu").appeals
    assert terms.window_days >= 183
    assert terms.who == set(Audience)
    assert Audience.REPORTER not in catalogue.profile("us").appeals.who


def test_critical_cases_are_due_first(catalogue):
    for profile in catalogue.profiles.values():
        hours = [profile.clocks.sla_hours[severity] for severity in sorted(Severity, key=lambda s: -s.rank)]
        assert hours == sorted(hours)


@pytest.mark.parametrize("name", ["us", "uk_eu"])
def test_asking_for_a_change_is_reported_where_it_is_prohibited(catalogue, name):
    profile = catalogue.profile(name)
    assert profile.switches.request_change_after_resolution is ChangeRequest.PROHIBITED
    assert profile.thresholds("manipulation.request_change").report_at == 0.50


def test_asking_for_a_change_alone_is_not_reported_in_south_east_asia(catalogue):
    profile = catalogue.profile("sea")
    alone = profile.thresholds("manipulation.request_change")
    assert (alone.report_at, alone.act_at) == (NEVER, NEVER)
    assert profile.thresholds("manipulation.request_change", beside={"pii.phone"}).report_at == NEVER


def test_asking_for_a_change_with_a_benefit_is_reported_everywhere(catalogue):
    for profile in catalogue.profiles.values():
        limits = profile.thresholds("manipulation.request_change", beside={"incentive.change_or_removal"})
        assert limits.report_at == 0.50


def test_thresholds_of_no_clause_are_refused(catalogue):
    with pytest.raises(KeyError):
        catalogue.profile("us").thresholds("pii.shoe_size")


@pytest.mark.parametrize(
    ("override", "report_at", "act_at"),
    [
        ("{why: stricter here, report_at: 0.3}", 0.3, 0.9),
        ("{why: looser here, report_at: 0.7, act_at: 0.95}", 0.7, 0.95),
        ("{why: people only, act_at: null}", 0.5, NEVER),
        ("{why: not a breach here, report_at: null}", NEVER, NEVER),
    ],
)
def test_override_changes_one_clause_in_one_profile(tmp_path, override, report_at, act_at):
    folder = copy_catalogue(tmp_path)
    edit(folder, "profiles/sea.yaml", "\nclauses:\n", f"\nclauses:\n  pii.phone: {override}\n")
    catalogue = load(folder)
    changed, unchanged = catalogue.profile("sea"), catalogue.profile("us")
    assert (changed.thresholds("pii.phone").report_at, changed.thresholds("pii.phone").act_at) == (
        report_at,
        act_at,
    )
    assert unchanged.thresholds("pii.phone") == catalogue.clauses["pii.phone"].thresholds
