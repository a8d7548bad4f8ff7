"""Results made up for drawing: the shapes views answer with, with signals, gaps and muted parts."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from hcdata.common.thresholds import Thresholds
from hcdata.stats import choose, funnel, periods, rare
from hcdata.views import limits
from hcdata.views.closeup import Closeup
from hcdata.views.daily import Around, Daily
from hcdata.views.missing import Missing
from hcdata.views.results import (
    ActionCounts,
    Comparison,
    Figure,
    KeyAction,
    Locations,
    Nominals,
    Plan,
    Subject,
    Trend,
)
from hcdata.views.rhythm import Rhythm
from hcdata.views.service import Service
from tests.present.spoken import NO_MONTH

DISTRICTS = [
    ("cambridge", "Cambridge", 340, 146_000),
    ("east_cambs", "East Cambridgeshire", 82, 90_000),
    ("fenland", "Fenland", 131, 103_000),
    ("hunts", "Huntingdonshire", 240, 184_000),
    ("peterborough", "Peterborough", 610, 218_000),
    ("south_cambs", "South Cambridgeshire", 199, 166_000),
]


def figure(title: str = "Repeat victims", unit: str = "count", **more: object) -> Figure:
    return Figure("made_up", title, unit, "neutral", "Force", **more)


def events() -> pd.DataFrame:
    rows = [
        ("2024-07-29", "Disorder after Southport", "force"),
        ("2024-08-02", "Disorder in the city centre <b>", "peterborough"),
        ("2025-10-11", "Synagogue attack, national reassurance patrols", "force"),
        ("2026-08-02", "Disorder in Peterborough", "peterborough"),
    ]
    frame = pd.DataFrame(rows, columns=["event_on", "name", "scope"])
    return frame.assign(event_on=pd.to_datetime(frame["event_on"]), kind="trigger", note="")


def trend(
    mean: float = 130, seed: int = 1, subject: str = "Force", months: int = 36, rise: float = 1.5, marked: bool = True
) -> Trend:
    last = date(2026, 11, 1)
    day = [periods.add_months(last, step - months + 1) for step in range(months)]
    n = np.random.default_rng(seed).poisson(mean, months).astype(float)
    n[-4:-1] = np.round(n[-4:-1] * rise)
    n[-1] = np.round(n[-1] * 0.6)
    frame = pd.DataFrame({"month": pd.to_datetime(day), "n": n, "complete": [True] * (months - 1) + [False]})
    frame["r12"] = frame["n"].where(frame["complete"]).rolling(12).sum()
    whole = frame[frame["complete"]]
    found = limits.find(whole["n"].to_numpy(), [], Thresholds())
    for name in ("mean", "lower", "upper") if found.usual else ():
        frame.loc[whole.index, name] = getattr(found, name)
    frame["mark"] = [*found.mark.astype(int), 0]
    year = figure(title="Recorded hate crimes", n=1702, value=1702.0, prior_n=1650, prior_value=1650.0)
    marks = events() if marked else events().head(0)
    return Trend(
        measure="made_up",
        title="Recorded hate crimes",
        things=("hate crime", "hate crimes"),
        subject=Subject((), () if subject == "Force" else (subject,)),
        district=None,
        strand=None,
        months=frame,
        choice=found.headline.choice,
        headline=found.headline,
        usual=found.usual,
        baseline=None,
        baseline_months=23,
        year=year,
        events=marks,
    )


def no_trend(reason: Missing = NO_MONTH, subject: str = "Force") -> Trend:
    one = trend(subject=subject)
    return replace(one, months=one.months.head(0), choice=choose.choose([]), headline=None, usual=None, missing=reason)


def comparison(unit: str = "rate") -> Comparison:
    rows = pd.DataFrame(DISTRICTS, columns=["district", "name", "n", "of"])
    if unit == "percent":
        rows["of"], rows["n"] = [34, 8, 35, 28, 60, 22], [22, 5, 11, 17, 38, 14]
    judged = (funnel.rates if unit == "rate" else funnel.proportions)(rows["n"], rows["of"])
    rows["value"], rows["significance"] = judged["value"], judged["significance"]
    rows = rows.assign(not_recorded=0, prior_n=rows["n"] - 5, chance="could be chance", p=0.4)
    rows[["n", "of", "value"]] = rows[["n", "of", "value"]].astype("Float64")
    baseline = float(judged["baseline"].iloc[0])
    over = np.linspace(rows["of"].min() * 0.5, rows["of"].max() * 1.08, 60)
    limits = (funnel.rate_limits if unit == "rate" else funnel.proportion_limits)(baseline, over)
    return Comparison("made_up", "Made up", unit, rows, limits, baseline)


def locations() -> Locations:
    names = [
        "Street or open space",
        "Home",
        "Shop",
        "Public transport",
        "Night-time economy",
        "Online",
        "School",
        "Not recorded",
    ]
    settings = pd.DataFrame({"setting": names, "name": names, "n": [402, 350, 180, 120, 96, 88, 40, 61]})
    settings["share"], settings["chance"] = settings["n"] / settings["n"].sum(), "could be chance"
    settings["prior_n"] = pd.array([380, 361, 120, 131, 99, 70, pd.NA, 55], dtype="Int64")
    random = np.random.default_rng(3)
    towns = {
        "Peterborough": (519.2, 298.6),
        "Cambridge": (545.0, 258.3),
        "Ely": (554.1, 280.2),
        "Huntingdon": (523.9, 271.8),
    }
    towns |= {"St Ives": (531.0, 271.2), "Wisbech": (546.3, 309.5), "March": (541.8, 297.1), "St Neots": (518.3, 260.2)}
    near = np.array(
        [list(towns.values())[one] for one in random.choice(8, 1400, p=[0.4, 0.25, 0.05, 0.07, 0.05, 0.1, 0.04, 0.04])]
    )
    cells = pd.DataFrame(
        np.floor(near + random.normal(0, 2.2, near.shape)).astype(int), columns=["east_km", "north_km"]
    )
    squares = cells.value_counts().rename("n").reset_index()
    squares["muted"] = squares["n"] < 3
    squares["n"] = squares["n"].astype("Int64").mask(squares["muted"])
    landmarks = pd.DataFrame([(name, *at) for name, at in towns.items()], columns=["name", "east_km", "north_km"])
    places = pd.DataFrame(
        [("Peterborough", "Shop", 3, 11, 1)], columns=["district", "place_type", "places", "crimes", "new"]
    )
    return Locations(settings, figure("Repeat places", n=14, value=14.0), places, squares, landmarks, None, 12, 3)


def nominals() -> Nominals:
    quarter = [
        date(2025, 1, 1),
        date(2025, 4, 1),
        date(2025, 7, 1),
        date(2025, 10, 1),
        date(2026, 1, 1),
        date(2026, 4, 1),
    ]
    quarter += [date(2026, 7, 1), date(2026, 10, 1)]
    frame = pd.DataFrame({"quarter": quarter, "repeat_victims": [6, 7, 5, 9, 8, 11, 12, 4]})
    frame["repeat_suspects"] = pd.array([4, 5, pd.NA, 7, 7, 9, 10, 3], dtype="Int64")
    frame["complete"] = [True] * 7 + [False]
    people = pd.DataFrame(
        {
            "label": ["N-0412"],
            "districts": ["Peterborough"],
            "crimes": [6],
            "asked": [5],
            "new": [False],
            "last_recorded": [date(2026, 10, 3)],
        }
    )
    suspects, victims = people.assign(outcomes="4 no outcome yet; 2 charged"), people.assign(incidents=1)
    return Nominals(figure(n=11), figure("Repeat suspects", n=9), frame, suspects, victims)


def plan(**more: object) -> Plan:
    actions = pd.DataFrame(
        {
            "action_no": ["A-01", "A-02"],
            "key_action": ["1 Prevent", "2 Respond"],
            "title": ["Visit the ten repeat places", "Brief the control room"],
            "district": ["Force", "Fenland"],
            "owner": ["Neighbourhood inspector", None],
            "status": ["Open", "Discharged"],
            "raised_on": pd.to_datetime(["2026-05-01", "2026-06-01"]),
            "due_on": pd.to_datetime(["2026-10-31", None]),
            "updated_on": pd.to_datetime(["2026-10-01", "2026-10-20"]),
            "latest_update": ["On track", None],
            "discharged_on": pd.to_datetime([None, "2026-10-20"]),
            "is_open": [True, False],
            "overdue": [True, False],
            "not_updated": [True, False],
            "proposed": [False, False],
        }
    )
    keys = (
        KeyAction("prevent", 1, "Prevent", (), ActionCounts(1, 1, 1, 0), ()),
        KeyAction("respond", 2, "Respond", (), None, ("Feelings of safety",)),
    )
    meetings = {"last_meeting": date(2026, 8, 6), "meeting": date(2026, 11, 12), "update_by": date(2026, 11, 5)}
    return Plan(key_actions=keys, actions=actions, **(meetings | more))


def closeup() -> Closeup:
    one = trend()
    whole = one.complete[["month", "n"]]
    start = pd.to_datetime(["2025-10-01", "2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"])
    quarters = pd.DataFrame({"quarter": start, "n": [381, 402, 377, 530, 168], "complete": [True] * 4 + [False]})
    quarters = quarters.assign(prior_n=[None, 390.0, 401.0, 371.0, None], chance="could be chance")
    parts = []
    for year in (2024, 2025, 2026):
        month = pd.date_range(f"{year}-04-01", periods=12 if year < 2026 else 7, freq="MS")
        sums = np.cumsum(np.full(len(month), 130.0 + year % 7))
        parts.append(pd.DataFrame({"year": f"{year}/{year - 1999}", "month": month, "n": 130.0, "to_date": sums}))
    rate = pd.DataFrame(
        {"month": whole["month"], "n": 1700.0, "of": 894_400.0, "value": 1.9, "lower": 1.8, "upper": 2.0}
    )
    last = whole.tail(12).reset_index(drop=True)
    season = last.assign(years=3, least=[None, *[100.0] * 11], most=[None, *[160.0] * 11])
    return Closeup(one, quarters, pd.concat(parts, ignore_index=True), one.year, rate, None, whole, season)


def rhythm() -> Rhythm:
    cells = [(day, hour, (day * hour) % 30) for day in range(1, 8) for hour in range(24)]
    return Rhythm(pd.DataFrame(cells, columns=["weekday", "hour", "n"]), 1800, 12, 0, 290, 6)


def daily() -> Daily:
    gaps = rare.t(np.random.default_rng(5).integers(1, 60, 40))
    return Daily(
        pd.Series(dtype=float),
        gaps.assign(day=pd.date_range("2024-01-05", periods=40, freq="25D")),
        rare.runs(gaps["value"], float(gaps["centre"].iloc[0])),
        date(2026, 10, 20),
        11,
    )


def around() -> Around:
    windows = pd.DataFrame(
        {
            "window": ["before", "after"],
            "first": pd.to_datetime(["2026-07-19", "2026-08-02"]),
            "last": pd.to_datetime(["2026-08-01", "2026-08-15"]),
            "days": 14,
            "n": [70, 112],
            "expected": [72.5, 72.5],
            "p": [0.8, 0.0001],
        }
    )
    days = pd.DataFrame({"day": pd.date_range("2026-07-19", periods=28), "n": [5.0] * 14 + [8.0] * 14})
    return Around(date(2026, 8, 2), windows, days)


def service() -> Service:
    month = pd.date_range("2023-12-01", periods=36, freq="MS")
    shares = np.random.default_rng(7).normal(0.7, 0.05, 36).round(3)
    frame = pd.DataFrame({"month": month, "n": 90, "of": 130, "value": shares, "complete": [True] * 35 + [False]})
    frame = frame.assign(mean=0.7, lower=0.56, upper=0.84, mark=[0] * 34 + [-1, 0])
    return Service("made_up", "Victim contacted within 24 hours", "up", 20, frame, (0.56, 0.84), "worse")
