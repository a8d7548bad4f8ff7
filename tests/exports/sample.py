"""A Performance Update made by hand, small enough to know every number in it."""

from dataclasses import replace
from datetime import date, datetime

import pandas as pd

from hcdata.common.filters import Filters, Period
from hcdata.stats.choose import Choice
from hcdata.stats.headline import Headline, Look
from hcdata.views.missing import NotLoaded, Simply
from hcdata.views.outcomes import Outcomes
from hcdata.views.parts import Mix
from hcdata.views.quality import Quality
from hcdata.views.quality.delay import Delay
from hcdata.views.quality.impact_kinds import Contradiction, Lost
from hcdata.views.quality.issues import Noted
from hcdata.views.quality.ledger import Books
from hcdata.views.quality.published import COMPARED, Reconciliation
from hcdata.views.quality.strand_share import StrandShare
from hcdata.views.results import (
    About,
    ActionCounts,
    Comparison,
    Figure,
    KeyAction,
    Locations,
    Nominals,
    PerformanceUpdate,
    Plan,
    SeriesStandsOut,
    Subject,
    Trend,
    Verdict,
)
from tests.present.spoken import named

BY = "Performance analyst"
NOW = datetime(2026, 11, 3, 9, 30)
MARKING = "OFFICIAL-SENSITIVE"
PSEUDONYM = "N-3F09A2"
FORMULA = '=HYPERLINK("http://example.invalid","open")'
MONTHS = pd.date_range("2024-11-01", "2026-11-01", freq="MS")
RECORDED = [float(40 + (place * 7) % 13) for place in range(len(MONTHS))]

ABOUT = About(
    force="Fens & Wolds Police",
    marking=MARKING,
    handling="Steering group only",
    synthetic=True,
    data_to=date(2026, 11, 10),
    snapshot="000004",
    as_at=4,
    filters=Filters("12m"),
    period=Period(date(2025, 11, 1), date(2026, 11, 1), True),
    prior=Period(date(2024, 11, 1), date(2025, 11, 1), True),
    named="12m",
    by_year=False,
    districts=(),
    strands=(),
)
RECORDED_CRIMES = Figure(
    "recorded_hate_crimes", "Recorded hate crimes", "count", "neutral", Subject(), n=1702, value=1702.0, prior_n=1650,
    prior_value=1650.0, verdict=Verdict("could be chance", 0.38, 1.03, 0.96, 1.1),
)  # fmt: skip
RATE = Figure(
    "hate_crime_rate", "Hate crimes per 1,000 residents", "rate", "neutral", Subject(), n=1702, of=894400, value=1.903,
    lower=1.81, upper=1.99, prior_n=1650, prior_of=894400, prior_value=1.845, verdict=Verdict("could be chance", 0.38),
)  # fmt: skip
CONTACT = Figure(
    "supervisor_contact_24h", "Victim contacted by a supervisor within 24 hours", "percent", "up", Subject(), n=96,
    of=162, value=96 / 162, lower=0.515, upper=0.665, not_recorded=42, not_due=3, recorded_value=0.8, prior_n=90,
    prior_of=150,
    prior_value=0.6, verdict=Verdict("could be chance", 0.9), duty=True, to_put_right=30,
)  # fmt: skip
NOT_LOADED = Figure(
    "hub_referral", "Support offered through the Victim and Witness Hub", "percent", "up", Subject(),
    missing=NotLoaded(("service",)),
)  # fmt: skip
VICTIMS = Figure(
    "repeat_victims", "Repeat victims", "percent", "down", Subject(), n=11, of=1240, value=11 / 1240, lower=0.005,
    upper=0.016, prior_n=6, prior_of=1200, prior_value=0.005, verdict=Verdict("could be chance", 0.3),
)  # fmt: skip
OPEN = Figure("open_caseload", "Open hate crimes", "count", "down", Subject(), n=580, value=580.0)


def mix(dimension, *parts):
    """How the period's records split, made up."""
    total = sum(n for _, n in parts)
    rows = [(name.lower(), name, n, n / total, n, "could be chance", ()) for name, n in parts]
    columns = ["id", "name", "n", "share", "prior_n", "chance", "lacking"]
    return Mix(dimension, pd.DataFrame(rows, columns=columns), total)


def trend(subject: str = "Force", *, strand: str | None = None, district: str | None = None) -> Trend:
    """Two years of monthly counts, the last month not complete, the one before outside its range."""
    months = pd.DataFrame({"month": MONTHS, "n": RECORDED})
    months["complete"] = [*[True] * (len(MONTHS) - 1), False]
    months["r12"] = months["n"].where(months["complete"]).rolling(12).sum()
    known = months["complete"]
    for name, value in (("mean", 45.5), ("lower", 30.25), ("upper", 60.75)):
        months[name] = pd.Series(value, index=months.index).where(known)
    months["mark"] = [0] * (len(MONTHS) - 2) + [1, 0]
    look = Look("month", (23,), 12, 52.0, 45.0, 0.001, "Above UCL")
    events = pd.DataFrame(
        {
            "event_on": [pd.Timestamp("2026-08-02")],
            "name": ["+44 days of disorder"],
            "scope": "force",
            "kind": "trigger",
            "note": "",
        }
    )
    of = named(subject, strand)
    year = replace(RECORDED_CRIMES, subject=of, n=540, value=540.0, prior_n=530, prior_value=530.0)
    return Trend(
        measure="recorded_hate_crimes", title="Recorded hate crimes", subject=of, district=district, strand=strand,
        things=("hate crime", "hate crimes"),
        months=months, choice=Choice("xmr", False, "enough"),
        headline=Headline(Choice("xmr", False, "enough"), 12, 45.0, 15.0, (), (look,)),
        usual=(30, 61), baseline=ABOUT.prior, baseline_months=12, year=year, events=events,
    )  # fmt: skip


def comparison(figure: Figure) -> Comparison:
    """Two districts, one of them without a figure."""
    rows = pd.DataFrame(
        {
            "district": ["north", "south"],
            "name": ["North", "South"],
            "n": pd.array([60, 36], dtype="Float64"),
            "of": pd.array([100, 62], dtype="Float64"),
            "value": pd.array([0.6, 36 / 62], dtype="Float64"),
            "not_recorded": [20, 22],
            "significance": ["Not significant", "Low (0.001)"],
            "prior_n": [50, pd.NA],
            "chance": ["could be chance", "nothing to compare with"],
            "p": [0.4, None],
        }
    )
    limits = pd.DataFrame(columns=["of", "baseline", "lower95", "upper95", "lower998", "upper998"])
    return Comparison(figure.measure, figure.title, figure.unit, rows, limits, 0.5926)


def update(title: str = FORMULA) -> PerformanceUpdate:
    """The whole update; `title` is the text of the plan's first action."""
    people = pd.DataFrame(
        {
            "label": [PSEUDONYM],
            "districts": ["North"],
            "crimes": [4],
            "asked": [3],
            "new": [True],
            "last_recorded": [date(2026, 9, 1)],
        }
    )
    quarters = pd.DataFrame(
        {
            "quarter": [date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)],
            "complete": [True, True, False],
            "repeat_victims": [5, 6, 2],
            "repeat_suspects": [3, 4, 1],
        }
    )
    actions = pd.DataFrame(
        {
            "action_no": ["DP-01", "DP-02"],
            "key_action": ["4 Improving support for victims", "1 Preventing hate crime"],
            "title": [title, "Joint patrols, agreed on 31/10/2026"],
            "district": ["Force", "North"],
            "owner": ["@Crime Manager", None],
            "status": ["Open", "Updated"],
            "raised_on": [pd.Timestamp("2026-03-01"), pd.NaT],
            "due_on": [pd.Timestamp("2026-12-31"), pd.NaT],
            "updated_on": [pd.Timestamp("2026-10-01"), pd.Timestamp("2026-10-20")],
            "latest_update": ["Draft circulated", None],
            "discharged_on": [pd.NaT, pd.NaT],
            "is_open": [True, True],
            "overdue": [False, True],
            "not_updated": [True, False],
        }
    )
    total = trend()
    return PerformanceUpdate(
        about=ABOUT,
        headlines=(RECORDED_CRIMES, RATE, CONTACT, NOT_LOADED, VICTIMS),
        total=total,
        strand_mix=mix("strand", ("Race", 1400), ("Religion", 302)),
        district_mix=mix("district", ("North", 1000), ("South", 702)),
        strands=(trend("Race", strand="race"), trend("Religion", strand="religion")),
        district_trends=(trend("North", district="north"), trend("South", district="south")),
        pair_trends=(),
        districts=comparison(RATE),
        duty=comparison(CONTACT),
        locations=Locations(
            settings=pd.DataFrame(columns=["setting", "name", "n", "share", "prior_n", "chance"]),
            repeat=replace(VICTIMS, measure="repeat_places", title="Repeat places", n=14, of=900, value=14 / 900),
            places=pd.DataFrame(
                {"district": ["North"], "place_type": ["Home"], "places": [9], "crimes": [31], "new": [4]}
            ),
            squares=pd.DataFrame(columns=["east_km", "north_km", "n", "muted"]),
            landmarks=pd.DataFrame(columns=["name", "east_km", "north_km"]),
            squares_missing=Simply("no_square"),
            not_on_map=0,
            map_minimum=3,
        ),
        nominals=Nominals(
            victims=VICTIMS,
            suspects=replace(VICTIMS, measure="repeat_suspects", title="Repeat suspects", n=17, of=600, value=17 / 600),
            quarters=quarters,
            most_frequent_suspects=people.assign(outcomes="2 charged or summonsed"),
            most_frequent_victims=people.assign(incidents=1),
        ),
        plan=Plan(
            key_actions=(
                KeyAction("prevent", 1, "Preventing hate crime", (RECORDED_CRIMES,), ActionCounts(1, 1, 0, 0), ()),
                KeyAction(
                    "support",
                    4,
                    "Improving support for victims",
                    (CONTACT, NOT_LOADED, VICTIMS),
                    None,
                    ("Calls (2.2)",),
                ),
            ),
            actions=actions,
            last_meeting=date(2026, 8, 13),
            meeting=date(2026, 11, 12),
            update_by=date(2026, 11, 5),
        ),
        signals=(SeriesStandsOut(0.001, 52.0, "trends", 1, total, total.headline.looks[0]),),
        too_few=(),
    )


OUTCOMES = Outcomes(
    figures=(
        replace(CONTACT, measure="positive_outcome_in_period", title="Positive outcome rate (given in the period)"),
    ),
    positive_words="core set: outcomes 1, 8",
    mix=pd.DataFrame(
        {
            "code": ["1", "18"],
            "title": ["Charged or summonsed", "No suspect identified"],
            "group": ["Charged or summonsed", "No suspect identified"],
            "n": [23, 77],
            "share": [0.23, 0.77],
            "positive": [True, False],
        }
    ),
    open_cases=OPEN,
    ages=pd.DataFrame({"age_band": ["0-30", "181+"], "n": [200, 380]}),
    missing=None,
)
_DELAYS = pd.DataFrame(
    {
        "crimes": [202],
        "known": [190],
        "median_hours": [5.0],
        "late": [35],
        "very_late": [13],
        "dated": [202],
        "median_days": [1.0],
        "long_before": [3],
        "month": [date(2026, 10, 1)],
    }
)
_FIELD = {"field": ["Reported time"], "note": ["no_reported_time"]}
_FILES = pd.DataFrame(
    {
        "load": [2, 1],
        "feed": ["crime", "crime"],
        "file": ["new.csv", "old.csv"],
        "layout": ["niche_crime", "niche_crime"],
        "data_to": [date(2026, 11, 10), date(2026, 10, 31)],
        "rows_read": [12, 10],
        "rows_accepted": [11, 10],
        "rows_rejected": [1, 0],
    }
)
_FEEDS = {"feed": ["crime"], "first": [date(2022, 11, 1)], "data_to": [date(2026, 10, 31)]}
QUALITY = Quality(
    completeness=pd.DataFrame({**_FIELD, "recorded": [1690], "of": [1702], "share": [1690 / 1702]}),
    by_district=pd.DataFrame({**_FIELD, "recorded": [190], "of": [202], "share": [190 / 202], "name": ["Fenland"]}),
    by_month=pd.DataFrame({**_FIELD, "month": [date(2026, 10, 1)], "recorded": [130], "of": [142], "share": [0.9]}),
    noted=Noted(
        pd.DataFrame({"note": ["outcome_before_recording"], "district": ["fenland"], "month": [None], "n": [4]}),
        pd.DataFrame({"district": ["fenland"], "month": [None], "n": [1702]}),
    ),
    delay=Delay(1702, 1690, 4.5, 270, 80, 1702, 1.0, 19, 24, _DELAYS.assign(name="Fenland"), _DELAYS),
    strands=StrandShare(85, 1702, 0.05, 0.041, 0.061, (0.04, 0.06), "within"),
    books=Books(
        pd.DataFrame({"reason": ["bad_reference"], "feed": ["crime"], "rows": [1], "do": ["Correct it."]}),
        pd.DataFrame(columns=["field", "reason", "rows"]),
        pd.DataFrame({"field": ["outcome", "channel"], "text": ["23 - Other", None], "rows": [4, 1], "load": [2, 1]}),
        _FILES,
        pd.DataFrame({**_FEEDS, "rows_read": [22], "lost": [1], "gaps": [()]}),
    ),
    published=Reconciliation(pd.DataFrame(columns=COMPARED), {"dates_not_loaded": 3}, 0.02),
    tables=(),
    impacts=(Lost(1, 22), Contradiction(4, 1702, "outcome_before_recording")),
    rows_read=22,
    rows_accepted=21,
    rows_rejected=1,
    cancelled=3,
    about=ABOUT,
)
DEFINITIONS = pd.DataFrame(
    {
        "id": ["recorded_hate_crimes"],
        "title": ["Recorded hate crimes"],
        "question": ["How many hate crimes were recorded?"],
        "how": ["Distinct crimes that carry a strand."],
        "time_basis": ["recorded date"],
        "plan": ["Appendix A 2"],
        "thresholds": [""],
    }
)
