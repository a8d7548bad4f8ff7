"""What would change a figure: found where it is, silent where it is not, worst first."""

from datetime import date, datetime, timedelta

import pytest

from hcdata.store import query
from hcdata.views.quality import quality
from hcdata.views.quality.impact_kinds import Unrecorded
from tests.store.store_exports import load, write
from tests.views.conftest import crime, monthly
from tests.views.test_quality_issues import DAY, MADE, OLD, WHOLE


def of(context, kind):
    return [impact for impact in quality(context).impacts if impact.kind == kind]


def sound(n=40):
    """Ordinary crimes with everything recorded, two of them with several strands."""
    days = [date(2026, 5, 1) + timedelta(days=day) for day in range(n)]
    rows = [crime(str(day), **{**WHOLE, "committed_on": str(day), "assigned_at": f"{day} 10:00:00"}) for day in days]
    met = [{**row, "supervisor_contact_at": row["assigned_at"]} for row in rows]
    return [{**row, "strands": ["race", "religion"]} if place < n // 20 else row for place, row in enumerate(met)]


def offered(crimes):
    return [{"crime_ref": f"C{place}", "support_offered": True} for place in range(1, len(crimes) + 1)]


def test_sound_data_have_no_harm(make, put):
    crimes = [{**row, "recorded_on": str(date(2025, 11, 1) + timedelta(days=9 * n))} for n, row in enumerate(sound())]
    found = quality(
        put(make(crimes=[*crimes, {**sound()[0], "recorded_on": "2022-11-05"}], services=offered(range(41))))
    )
    assert [impact for impact in found.impacts if impact.kind != "order"] == []


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("aggravated_not_counted", "uncounted"),
        ("outcome_not_known", "outcome"),
        ("outcome_without_date", "outcome"),
        ("no_assigned_time", "unrecorded"),
        ("no_victim", "lacking"),
        ("no_square", "lacking"),
        ("reported_after_recording", "order"),
        ("outcome_without_code", "order"),
        ("outcome_dated_back", "order"),
        ("outcomes_on_one_day", "order"),
        ("outcome_missing_from_full_extract", "outcome"),
    ],
)
def test_a_note_is_the_harm_it_does(make, put, note, kind):
    bad = [crime(DAY, **{**WHOLE, **MADE[note]}) for _ in range(3)]
    found = [impact for impact in of(put(make(crimes=[OLD, *sound(), *bad])), kind) if impact.detail == note]
    assert [impact.n for impact in found] == [3]


def test_a_duty_without_a_record_says_how_far_the_figure_could_go(make, put):
    silent = [{**row, "supervisor_contact_at": None} for row in sound(10)]
    found = of(put(make(crimes=[OLD, *sound(30), *silent], services=offered(range(41)))), "unrecorded")
    contact = next(
        impact
        for impact in found
        if isinstance(impact, Unrecorded) and impact.figure.measure == "supervisor_contact_24h"
    )
    assert (contact.n, contact.of, contact.figure.n) == (10, 40, 30)


def test_a_sheet_that_begins_late_is_named(make, put):
    store = make(crimes=[OLD, *sound()], begins={"contact": "2026-06-05"})
    late = of(put(store), "late")
    assert [(impact.feed, impact.day) for impact in late] == [("contact", date(2026, 6, 1))]


@pytest.mark.parametrize(("usual", "months"), [(20, [(date(2026, 2, 1),)]), (2, [])])
def test_a_month_without_a_crime_is_a_gap_unless_chance_alone_gives_one(tmp_path, put, usual, months):
    made = monthly(date(2024, 11, 1), [*[usual] * 15, 0, *[usual] * 8])
    rows = [
        {"crime_ref": f"99/{n}/26", "recorded": one["recorded_at"], "district": "Fenland", "strands": "Race"}
        for n, one in enumerate(made, 1)
    ]
    load(tmp_path / "store", write(tmp_path / "crimes_2026-10-31.csv", list(rows[0]), rows))
    with query.open(tmp_path / "store") as store:
        gaps = of(put(store), "gap")
    assert [(impact.feed, impact.months) for impact in gaps] == [("crime", one) for one in months]


def test_fields_that_no_crime_has_are_named_once_and_together(make, put):
    found = quality(put(make(crimes=[OLD, crime(DAY, committed_on=None), crime(DAY, committed_on=None)]))).impacts
    absent = ("no_committed_date", "no_square", "no_assigned_time", "no_supervisor", "no_victim", "no_contact")
    assert [impact.notes for impact in found if impact.kind == "absent"] == [absent]
    assert {impact.detail for impact in found} & set(absent) == set()


def test_what_changes_figures_comes_first_and_the_larger_share_before_the_smaller(make, put):
    crimes = [OLD, *sound(), *(crime(DAY, **{**WHOLE, **made}) for made in MADE.values())]
    found = quality(put(make(crimes=crimes))).impacts
    levels = [impact.level for impact in found]
    assert levels == sorted(levels, key=["changes", "limits", "check"].index)
    for level in set(levels):
        weights = [impact.weight for impact in found if impact.level == level]
        assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize(("several", "side"), [(0, "none"), (1, "below"), (20, "within"), (80, "above")])
def test_several_strands_are_odd_only_where_chance_would_hardly_do_it(make, put, several, side):
    rows = [crime(DAY, strands=["race", "religion"] if n < several else ["race"]) for n in range(400)]
    found = quality(put(make(crimes=[OLD, *rows])))
    assert (found.strands.n, found.strands.of, found.strands.side) == (several, 400, side)
    assert bool([impact for impact in found.impacts if impact.kind == "strands"]) == (side != "within")


def test_few_crimes_say_nothing_of_several_strands(make, put):
    assert quality(put(make(crimes=[OLD, crime(DAY)]))).strands.side == "too few"


def test_no_data_have_no_harm(make, put):
    found = quality(put(make()))
    assert found.impacts == ()
    assert found.noted.total == 0


def test_delay_is_counted_by_hand(make, put):
    def after(hours):
        return crime(DAY, recorded_at=f"{DAY} 12:00:00", reported_at=datetime(2026, 5, 5, 12) - timedelta(hours=hours))

    rows = [*map(after, (1, 3, 24, 25, 72, 73)), crime(DAY, reported_at=None)]
    rows.append(crime(DAY, reported_at=f"{DAY} 10:00:00", district="peterborough"))  # after it was recorded
    found = quality(put(make(crimes=[OLD, *rows]))).delay
    assert (found.crimes, found.known, found.late, found.very_late, found.median_hours) == (8, 6, 3, 1, 24.5)
    by_name = found.districts.set_index("name")["known"]
    assert by_name.to_dict() == {"Fenland": 6, "Peterborough": 0}
