"""Results to be put into words, made by hand."""

from dataclasses import replace
from datetime import date

import pandas as pd

from hcdata.common.filters import Filters, Period
from hcdata.stats.choose import Choice
from hcdata.stats.headline import Headline, Look
from hcdata.stats.rules import SIGNALS
from hcdata.views.missing import Simply
from hcdata.views.results import (
    About,
    Comparison,
    Figure,
    Locations,
    Nominals,
    Plan,
    Subject,
    Trend,
    Verdict,
)

YEAR = Period(date(2025, 11, 1), date(2026, 11, 1), True)
YEAR_BEFORE = Period(date(2024, 11, 1), date(2025, 11, 1), True)
ABOUT = About(
    force="Force", marking="OFFICIAL", handling="", synthetic=True, data_to=date(2026, 10, 31), snapshot="1", as_at=1,
    filters=Filters("12m"), period=YEAR, prior=YEAR_BEFORE, named="12m",
    by_year=False, districts=(), strands=(),
)  # fmt: skip
COULD, UNLIKELY = Verdict("could be chance", 0.4), Verdict("unlikely to be chance", 0.01)
FEW, NOTHING = Verdict("too few to say"), Verdict("nothing to compare with")
BEFORE = "the period before (Nov 2024 to Oct 2025)"


TWO_YEARS = Period(date(2023, 11, 1), date(2025, 11, 1), True)
NO_MONTH = Simply("nothing_in_months")


def named(subject="Force", strand=None, only=()):
    """What a series is of, from words: 'Race in Peterborough' of a strand, 'Fenland', 'Force'."""
    strands, area = only, "" if subject == "Force" else subject
    if strand:
        name, _, area = subject.partition(" in ")
        strands = (name,)
    return Subject(strands, tuple(area.split(", ")) if area else ())


def count(n, prior, verdict, **more):
    return Figure(
        "m", "Crimes", "count", "neutral", Subject(), n=n, value=float(n), prior_n=prior, verdict=verdict, **more
    )


def share(n, of, prior=None, prior_of=None, verdict=NOTHING, **more):
    before = None if not prior_of else prior / prior_of
    value = n / of if of else None
    return Figure(
        "m", "Contact", "percent", "up", Subject(), n=n, of=of, value=value, prior_n=prior, prior_of=prior_of,
        prior_value=before, verdict=verdict, **more,
    )  # fmt: skip


def rate(**more):
    found = Figure(
        "m", "Rate", "rate", "neutral", Subject(), n=1702, of=894_400, value=1.903, lower=1.81, upper=1.996,
        over=YEAR, against=YEAR_BEFORE,
    )  # fmt: skip
    return replace(found, **more)


def days(n, half, ninth, prior, before, **more):
    return Figure(
        "m", "Days", "days", "neutral", "Force", n=n, value=half, ninth=ninth, prior_n=prior, prior_value=before,
        unknown="an odd date", **more,
    )  # fmt: skip


def look(kind, places, n, expected, p=1e-6, signal="", before=24):
    return Look(kind, tuple(places), before, float(n), float(expected), p, signal)


def judged(*looks, method="xmr", low=False, reason="enough", unsteady=()):
    """The judgement of a series with a mean of 28 and limits of 19 to 37, with these looks taken."""
    return Headline(Choice(method, low, reason), 24, 28.0, 9.5, unsteady, looks, range_set_by=(672.0, 24))


def trend(n=(41,), signal=None, length=1, usual=(19, 37), reason="enough", low=False, begun=True, p=1e-6, **more):
    """A series whose last complete month is October 2026, with a month begun after it.

    signal: None has no range; else the special cause that its last `length` months make, as likely by chance as `p`.
    """
    months = pd.date_range(end="2026-10-01", periods=len(n), freq="MS")
    frame = pd.DataFrame({"month": months, "n": [float(one) for one in n], "complete": True})
    side = SIGNALS.get(signal or "", 0)
    places = range(len(n) - length, len(n))
    looks = [look("month", places, 28 * length + side, 28 * length, p, signal)] if side else []
    method = "none" if signal is None else "xmr"
    headline = more.pop("headline", judged(*looks, method=method, low=low, reason=reason))
    frame["mark"] = [headline.marked.get(place, 0) for place in range(len(n))]
    if begun:
        frame.loc[len(frame)] = [pd.Timestamp("2026-11-01"), 3.0, False, 0]
    xmr = signal is not None
    subject = named(more.pop("subject", "Force"), more.get("strand"), more.pop("only", ()))
    found = Trend(
        measure="recorded_hate_crimes", title="Recorded hate crimes", subject=subject, district=None, strand=None,
        things=("hate crime", "hate crimes"),
        months=frame, choice=Choice("xmr" if xmr else "none", low, reason), headline=headline,
        usual=usual if xmr else None,
        baseline=TWO_YEARS, baseline_months=24, year=count(540, 530, COULD), events=pd.DataFrame(),
    )  # fmt: skip
    return replace(found, **more)


def comparison(unit="rate", **marks):
    names = ["Fenland", "Peterborough", "Ely"]
    rows = pd.DataFrame({"name": names, "significance": ["Not significant"] * 3, "n": [11, 80, 5], "of": [35, 120, 7]})
    rows["district"] = rows["name"].str.lower()
    for name, mark in marks.items():
        rows.loc[rows["name"] == name, "significance"] = mark
    return Comparison("m", "Rate", unit, rows, pd.DataFrame(), 1.9 if unit == "rate" else 0.593, over=YEAR, named="12m")


def where(places=(), squares=(), settings=(), **more):
    return Locations(
        settings=pd.DataFrame(settings, columns=["setting", "name", "n", "share"]),
        repeat=share(14, 900),
        places=pd.DataFrame(places, columns=["district", "place_type", "places", "crimes", "new"]),
        squares=pd.DataFrame({"muted": pd.Series(squares, dtype=bool)}),
        landmarks=pd.DataFrame(), squares_missing=None, not_on_map=12, map_minimum=3, **more,
    )  # fmt: skip


def who(victims, suspects, missing=None):
    return Nominals(victims, suspects, pd.DataFrame(), pd.DataFrame(), pd.DataFrame(), missing)


def plan(stale=0, overdue=0, closed=False, **more):
    rows = stale + 1
    marks = {"overdue": [place < overdue for place in range(rows)], "not_updated": [True] * stale + [False]}
    actions = pd.DataFrame({"is_open": [not closed] * rows, **marks})
    dates = {"last_meeting": date(2026, 8, 13), "meeting": date(2026, 11, 12), "update_by": date(2026, 11, 5)}
    dates |= {"last_kinds": ("strategic",), "kinds": ("tactical",)}
    return Plan(key_actions=(), actions=actions, **(dates | more))
