"""What stands out, in sentences, each with its page and cases."""

# ruff: noqa: E501 (a table of cases reads best a case a line)

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from hcdata.common.filters import Filters, Period
from hcdata.present.text import findings
from hcdata.stats.headline import judge
from hcdata.stats.rules import SIGNALS
from hcdata.views.results import DutyBelow, FigureMoved, PartMoved, PerformanceUpdate, SeriesStandsOut
from tests.present import spoken
from tests.present.made_up import comparison
from tests.present.spoken import (
    ABOUT,
    COULD,
    NO_MONTH,
    UNLIKELY,
    count,
    judged,
    look,
    named,
    plan,
    share,
    trend,
    where,
    who,
)

EVENTS = pd.DataFrame(
    {
        "event_on": pd.to_datetime(["2026-07-30", "2026-08-09", "2026-08-20"]),
        "name": ["Summer festival", "Disorder", "Later"],
        "scope": "force",
        "kind": ["festival", "trigger", "trigger"],
        "note": "",
    }
)


def update(*signals, **more):
    about = replace(ABOUT, **more.pop("about", {}))
    more = {"strands": (), "district_trends": (), "districts": None} | more
    return PerformanceUpdate(
        about=about, headlines=(), total=more.pop("total", trend((30,), "Common Cause")), strand_mix=None,
        district_mix=None, pair_trends=(), duty=None, locations=where(), nominals=who(share(1, 2), share(1, 2)), plan=plan(),
        signals=signals, too_few=more.pop("too_few", ()), **more,
    )  # fmt: skip


def signal(series_, found, **more):
    """What a look finds in a series."""
    return SeriesStandsOut(found.p, found.n, "trends", found.direction, series_, found, **more)


def month_signal(n, label, places, **more):
    side = SIGNALS[label]
    found = look("month", places, 28 * len(places) + side, 28 * len(places), signal=label)
    series_ = trend(n, "Common Cause", headline=judged(found), **more)
    series_.months["mean"], series_.months["lower"], series_.months["upper"] = 28.0, 18.2, 37.8
    return signal(series_, found)


def said(*signals, **more):
    return [one.text for one in findings.findings(update(*signals, **more))]


def test_months_outside_with_the_event_of_the_time():
    found = month_signal(
        (30, 41, 36, 44), "Above UCL", [1, 3], subject="Race in Peterborough", strand="r", district="p", events=EVENTS
    )
    found.trend.months["month"] = pd.date_range("2026-07-01", periods=5, freq="MS")
    assert said(found) == [
        "Race hate crimes in Peterborough were above their usual range of 19 to 37 in Aug 2026 (41) and Oct 2026 (44)."
        " This is unlikely to be chance. About that time: Disorder (9 Aug 2026)."
    ]


def test_a_month_outside_and_back_within():
    found = month_signal((30, 5, 30), "Below LCL", [1], events=EVENTS.iloc[:0])
    assert said(found) == [
        "Hate crimes were below their usual range of 19 to 37 in Sep 2026 (5), and not since. This is unlikely to be"
        " chance."
    ]


def test_runs_are_named_for_what_they_are():
    for label, words in (
        ("7 Points Above CL", "have been above their average of 28 a month since Apr 2026"),
        ("7 Points Below CL", "have been below their average of 28 a month since Apr 2026"),
        ("7 Point Trend (Increasing)", "have risen each month since Apr 2026"),
        ("7 Point Trend (Decreasing)", "have fallen each month since Apr 2026"),
        ("2 in 3 Above CL", "were near the top of their usual range of 19 to 37 in two of the last three months"),
    ):
        found = month_signal((31, 32, 33, 34, 35, 36, 37), label, range(7), events=EVENTS.iloc[:0])
        last = "; the last three months: 35, 36 and 37" if "last three months" not in words else " (35, 36 and 37)"
        assert said(found) == [f"Hate crimes {words}{last}. This is unlikely to be chance."]


def test_a_year():
    year = trend((30,), "Common Cause", subject="Fenland", district="f", year=count(540, 400, UNLIKELY))
    found = look("year", [0], 540, 400)
    assert said(signal(year, found)) == [
        "Hate crimes in Fenland: over 12 months: 540, against 400 the year before (+35 %); the difference is unlikely"
        " to be chance."
    ]


def test_a_quarter_of_a_sparse_series_and_a_year_against_all_before():
    sparse = trend((1,) * 36, reason="too few", subject="Fenland", district="f", headline=judge([1] * 33 + [4, 3, 5]))
    assert said(signal(sparse, sparse.headline.finds("quarter"))) == [
        "Hate crimes in Fenland: in the last 3 months: 12, where 3 would be usual; this is unlikely to be chance."
    ]
    drift = trend((30,) * 36, "Common Cause", subject="Fenland", district="f", headline=judge([20] * 24 + [30] * 12))
    assert said(signal(drift, drift.headline.finds("years"))) == [
        "Hate crimes in Fenland: 360 over 12 months, where 240 would be usual by the 24 months before. This is unlikely to"
        " be chance."
    ]


def test_the_duty_with_its_cases_to_put_right():
    fenland = replace(share(11, 35), subject=named("Fenland"), duty=True, to_put_right=9)
    total = replace(share(96, 162, not_recorded=42), measure="supervisor_contact_24h", duty=True, to_put_right=30)
    (found,) = findings.findings(update(DutyBelow(0.001, 66.0, "investigate", -1, total, (fenland,))))
    assert found.text == (
        "Supervisor contact within 24 hours is evidenced for 59.3 % (96 of 162) of the crimes where it fell due"
        " in the 12 months to Oct 2026: it was not met for 24 crimes; 42 have nothing recorded, 30 of them open and still"
        " to be put right. Lower than chance would explain: Fenland 31.4 % (11 of 35), 9 to put right."
    )
    assert found.cases == {"measure": "supervisor_contact_24h", "state": "to_put_right"}
    assert (found.cases_words, found.page) == ("30 cases to put right", "investigate")


def test_the_duty_of_a_district_beside_the_force():
    fenland = replace(share(11, 35), subject=named("Fenland"), duty=True, to_put_right=9)
    force = share(96, 162, not_recorded=42)
    signal = DutyBelow(0.001, 66.0, "investigate", -1, force, (fenland,))
    (found,) = findings.findings(update(signal, about={"filters": Filters("12m", districts=("fenland",))}))
    assert found.text == (
        "Supervisor contact within 24 hours in the 12 months to Oct 2026: Fenland 31.4 % (11 of 35), lower than chance"
        " would explain beside the force's 59.3 % (96 of 162); 9 cases to put right."
    )
    assert found.cases_words == "9 cases to put right"


def test_a_figure_that_moved():
    moved = replace(share(11, 1240, 6, 1200, UNLIKELY), title="Repeat victims")
    assert said(FigureMoved(0.001, 11.0, "nominals", 1, moved, of_volume=False, alike="m"))[0].startswith(
        "Repeat victims: 0.9 % (11 of 1,240) in the 12 months to Oct 2026;"
    )


def test_a_finding_names_where_else_it_shows():
    found = month_signal((30, 41), "Above UCL", [1], events=EVENTS.iloc[:0], subject="Race", strand="r")
    also = month_signal((30, 41), "Above UCL", [1], subject="Fenland", district="f")
    part = PartMoved(0.001, 60.0, "trends", 1, "district", "f", "Fenland", 30, 60)
    whole = month_signal((30, 41), "Above UCL", [1])
    (text,) = said(replace(found, also=(also, part, whole)), district_trends=(also.trend,))
    assert text.endswith(" It also shows in hate crimes in Fenland and all hate crimes.")


def test_a_part_of_the_period_that_moved():
    online = PartMoved(0.001, 60.0, "locations", 1, "setting", "online", "Online", 30, 60)
    assert said(online) == [
        "Hate crimes with the setting online: 60 in the 12 months to Oct 2026, 30 in the period before (Nov 2024 to Oct 2025); the difference is"
        " unlikely to be chance."
    ]
    blank = replace(online, part="not_recorded", name="Not recorded")
    assert said(blank)[0].startswith("Hate crimes with no setting recorded: 60 in the 12 months")


def test_the_closing():
    quiet = "Nothing on this page has changed by more than chance would give."
    few = replace(count(14, 9, COULD), subject=named("Transgender", "t"))
    assert findings.closing(update()) == quiet
    assert (
        findings.closing(update(too_few=(few,)))
        == f"{quiet} So few in 12 months that a real change can pass unseen: Transgender (14)."
    )
    loud = month_signal((30, 41), "Above UCL", [1], events=EVENTS.iloc[:0])
    assert findings.closing(update(loud)).startswith("Nothing else on this page")
    assert findings.closing(update(total=trend(missing=NO_MONTH))) == ""
    short = trend((3,), reason="there is only 1")
    assert findings.closing(update(total=short, strands=(short,))) == "Too few months to say what stands out."
    apart = spoken.comparison(Fenland="High (0.001)")
    assert findings.closing(update(districts=apart)) == (
        f"{quiet} By rate per resident, Fenland is above what chance would give."
    )


@pytest.mark.parametrize(("asked", "said"), [("fenland", " By rate per resident, Fenland is below what chance would give."),
                                             ("ely", "")])  # fmt: skip
def test_the_closing_of_a_district_speaks_of_no_other(asked, said):
    apart = spoken.comparison(Fenland="Low (0.001)", Peterborough="High (0.001)")
    closing = findings.closing(update(districts=apart, about={"filters": Filters("12m", districts=(asked,))}))
    assert closing == f"Nothing on this page has changed by more than chance would give.{said}"


def test_what_is_not_told_in_a_sentence_is_named():
    loud = [
        month_signal((30, 41), "Above UCL", [1], events=EVENTS.iloc[:0], subject=name, strand=name)
        for name in ("Race", "Religion", "Gender", "Disability", "Transgender")
    ]
    assert len(said(*loud)) == findings.MOST
    assert findings.closing(update(*loud)).startswith(
        "Also unlikely to be chance: transgender hate crimes. Nothing else on this page"
    )


def test_the_headline_is_the_total():
    assert findings.headline(update()).startswith("In October 2026, 30 hate crimes were recorded")
    assert findings.findings(update()) == []


QUARTER = {"period": Period(date(2026, 7, 1), date(2026, 10, 1), True), "named": "quarter"}


def test_the_headline_of_another_period_names_the_strand_asked_for():
    quarter = {"filters": Filters("quarter", strands=("disability",)), **QUARTER}
    asked = update(total=trend((30,), "Common Cause", only=("Disability",)), about=quarter)
    said = findings.headline(replace(asked, headlines=(count(36, 27, COULD),)))
    assert said.startswith("Disability hate crimes: 36 in the quarter to Sep 2026; 27 in ")


def test_a_finding_of_a_series_opens_its_chart_at_the_month_it_speaks_of():
    found = month_signal(
        (30, 41, 30), "Above UCL", [1], subject="Race in Peterborough", strand="r", district="p", events=EVENTS
    )
    (shown,) = findings.findings(update(found))
    month = found.trend.complete["month"].iloc[1]
    assert shown.told == {"series": "p.r", "grain": "month", "month": f"{month:%Y-%m}"}
    year = trend((30,), "Common Cause", year=count(540, 400, UNLIKELY))
    (shown,) = findings.findings(update(signal(year, look("year", [0], 540, 400))))
    assert shown.told == {"series": "all.all", "grain": "r12"}


def test_the_duty_leads_to_the_cases_of_each_district_named():
    fenland = replace(share(11, 35), subject=named("Fenland"), duty=True, to_put_right=9)
    total = replace(share(96, 162), measure="supervisor_contact_24h", duty=True, to_put_right=30)
    duty = comparison()
    duty.rows.loc[0, ["district", "name"]] = ["fenland", "Fenland"]
    signal = DutyBelow(0.001, 66.0, "investigate", -1, total, (fenland,))
    (found,) = findings.findings(replace(update(signal), duty=duty))
    wanted = {"measure": "supervisor_contact_24h", "state": "to_put_right", "district": "fenland"}
    assert found.parts == (("Fenland: 9", wanted),)
    alone = replace(update(signal, about={"filters": Filters("12m", districts=("fenland",))}), duty=duty)
    assert findings.findings(alone)[0].parts == ()
    none = replace(signal, figure=replace(total, to_put_right=0), details=(replace(fenland, to_put_right=0),))
    (found,) = findings.findings(replace(update(none), duty=duty))
    assert (found.cases_words, found.cases["state"]) == ("66 missed", "missed")
    assert found.parts == (("Fenland: 24", {**wanted, "state": "missed"}),)
