"""A demonstration with a district's month, a month everywhere and a month of rejects taken away: all of it is read."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.demo import write
from hcdata.exports import chief_officers
from hcdata.measures import registry, run
from hcdata.present.tables import tables
from hcdata.present.text import findings, impact_words, missing_words, note_words
from hcdata.store import query
from hcdata.views import answers
from hcdata.views.performance import ask
from hcdata.views.quality import quality
from hcdata.views.results import SeriesStandsOut
from tests.pages.conftest import APP, elements, no_components_sought  # noqa: F401 (a fixture)
from tests.store.store_exports import load

# No file came and no other has its rows; most rows have no readable date; the last month of one district is gone.
GONE, SPOILED, LAST = date(2026, 3, 1), date(2026, 6, 1), date(2026, 10, 1)
# Of one in which the district has so many crimes a month that none is no chance.
SEED = 4327
DISTRICT, SPELT = "peterborough", re.compile("peterb|pboro", re.IGNORECASE)
# Monthly files that never came, by how their names begin; those of the plan and of events are not needed.
NEVER_CAME = {"incident": (5, 10), "supervision": (10,), "hub": (10,), "crime": (3,)}
PAGES = ("", "trends", "locations", "nominals", "district-peterborough", "action-support", "action-investigate")
# What a page may be asked for, what is then not loaded of the whole period, and the pages read.
VIEWS: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "year": ({}, PAGES),
    "gone": ({"period": "custom", "from": "2026-03-01", "to": "2026-03-31"}, PAGES),
    "spoiled": ({"period": "custom", "from": "2026-06-01", "to": "2026-06-30"}, ("", "nominals")),
    "last": ({"period": "month"}, ("district-peterborough",)),
    "incidents": ({"period": "month", "kind": "incident"}, ("trends", "locations")),
}
WHOLLY = ("gone", "spoiled", "last", "incidents")
# What is said of nought, of a fall and of an ordinary month.
NOUGHT = re.compile(
    r"\b(no (\w+ )?(hate )?(crimes?|incidents?|record|place)\b|nothing was recorded|none recorded|no identified person"
    r"|an ordinary month|below the|fewer than the year|0 in )",
    re.IGNORECASE,
)
Row = list[str]
Keep = Callable[[dict[str, str], int], dict[str, str] | None]


def edit(file: Path, keep: Keep) -> None:
    """Write a crime extract anew with the rows `keep` returns."""
    rows = list(csv.reader(file.read_text("cp1252").splitlines()))
    head = next(place for place, row in enumerate(rows) if row and row[0] == "Crime Reference")
    headers, kept = rows[head], rows[: head + 1]
    for number, row in enumerate(rows[head + 1 :]):
        cells = dict(zip(headers, row, strict=False))
        found = keep(cells, number) if len(row) == len(headers) else cells
        kept += [list(found.values())] if found else []
    with file.open("w", encoding="cp1252", newline="") as out:
        csv.writer(out).writerows(kept)


def take_away(cells: dict[str, str], number: int) -> dict[str, str] | None:
    """Leave out a row of the months taken away, and spoil the date of most rows of another."""
    month = cells["Recorded Date"][3:10]
    of_district = bool(SPELT.search(cells["District"]))
    if month == f"{GONE:%m/%Y}" or (month == f"{LAST:%m/%Y}" and of_district):
        return None
    return cells | {"Recorded Date": "when it came in"} if month == f"{SPOILED:%m/%Y}" and number % 10 else cells


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of what is left."""
    folder = tmp_path_factory.mktemp("taken_away")
    write(folder / "exports", years=2, seed=SEED, scale=0.4)
    for month in range(1, 13):
        for file in (folder / "exports").glob(f"monthly_*-{month:02d}-*/*"):
            feed = file.name.split("_")[0]
            early = feed in ("supervision", "hub") and month not in (7, 8, 9)
            if feed in ("delivery", "events") or early or month in NEVER_CAME.get(feed, ()):
                file.unlink()
    for file in (folder / "exports").glob("*/crime_extract*.csv"):
        edit(file, take_away)
    load(folder / "store", folder / "exports")
    return folder / "store"


@pytest.fixture(scope="module", params=[(view, path) for view, (_, paths) in VIEWS.items() for path in paths])
def shown(request: pytest.FixtureRequest, store: Path) -> tuple[str, str, AppTest]:
    """Each page in each view of it, run once: view, path, page."""
    view, path = request.param
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HCDATA_STORE", str(store))
        page = AppTest.from_file(str(APP), default_timeout=120)
        for name, text in VIEWS[view][0].items():
            page.query_params[name] = text
        page._page_hash = calc_hash(path)
        return view, path, page.run()


def sentences(page: AppTest) -> Iterator[str]:
    """Every sentence, heading of a chart and tile, but the definitions of measures."""
    for element in elements(page):
        text = element.proto.body if element.type in ("markdown", "html") else ""
        if "<table" not in text and "```sql" not in text:
            plain = re.sub(r"<[^>]+>", " ", text)
            yield from re.split(r"(?<=[.;])\s", plain)


def rows(page: AppTest) -> Iterator[Row]:
    """The cells of every row of every table."""
    for element in elements(page):
        if element.type == "dataframe":
            yield from element.value.astype(str).to_numpy().tolist()
        elif element.type == "html":
            for row in re.findall(r"<tr.*?</tr>", element.proto.body, re.DOTALL):
                yield [
                    re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[dh].*?</t[dh]>", row, re.DOTALL)
                ]


def points(page: AppTest) -> Iterator[tuple[str, object]]:
    """The points of every chart by day: x, y."""
    for element in elements(page):
        if element.type == "plotly_chart":
            for trace in json.loads(element.proto.spec)["data"]:
                if isinstance(trace.get("x"), list) and isinstance(trace.get("y"), list):
                    yield from ((str(x), y) for x, y in zip(trace["x"], trace["y"], strict=False))


def lacking(path: str) -> tuple[date, ...]:
    """The months a page's own crimes lack."""
    return (GONE, SPOILED, LAST) if path == f"district-{DISTRICT}" else (GONE, SPOILED)


def test_no_page_says_or_draws_nought(shown: tuple[str, str, AppTest]) -> None:
    view, path, page = shown
    assert not page.exception
    kind = VIEWS[view][0].get("kind", "crime")
    months = lacking(path) if kind == "crime" else (date(2026, 5, 1), LAST)
    named = "|".join(f"{month:%B %Y}|{month:%b %Y}" for month in months)
    said = [one for one in sentences(page) if NOUGHT.search(one)]
    # The last month that is loaded is judged.
    other = re.compile(rf"(\bIn|:) (?!{named})\w+ 20\d\d\b|not loaded")
    assert not [one for one in said if (view in WHOLLY or re.search(named, one)) and not other.search(one)]
    for row in rows(page):
        assert not (row and re.fullmatch(named, row[0]) and {"0", "0.0", "0.00"} & set(row)), row
    drawn = [(x, y) for x, y in points(page) if x[:7] in {f"{month:%Y-%m}" for month in months}]
    assert not [one for one in drawn if one[1] == 0]


def test_a_page_of_what_is_not_loaded_says_so(shown: tuple[str, str, AppTest]) -> None:
    view, path, page = shown
    text = "\n".join(sentences(page))
    assert "not loaded" in text, (view, path)
    if view in WHOLLY:
        tiles = [one for one in sentences(page) if "Not given: " in one]
        assert tiles, (view, path)


def test_no_measure_counts_what_is_not_loaded(store: Path) -> None:
    with query.open(store) as opened:
        for id, header in registry.all().items():
            if header.needs[0] != "crime":
                continue
            for by in (("month",), ("month", "district")):
                found = run.figures(opened, id, by)
                there = found["month"].dt.date.isin([GONE, SPOILED])
                if "district" in by:
                    there |= (found["month"].dt.date == LAST) & (found["district"] == DISTRICT)
                    named = [one.id for one in opened.config.district]
                    there &= found["district"].isin(named)
                lost = found[there]
                assert len(lost) and lost["n"].isna().all() and not lost["complete"].any(), (id, by)


def test_a_year_that_lacks_months_is_no_year(store: Path) -> None:
    opened = answers.at(store)
    assert opened is not None
    update = opened.performance(Filters("12m"), LOCAL)
    for trend in (update.total, *update.strands, *update.district_trends):
        assert trend.year.missing or trend.months["n"].sum() == 0, trend.subject
        assert trend.months["r12"].iloc[-5:].isna().all()
    assert not [one for one in update.signals if isinstance(one, SeriesStandsOut) and one.look.kind != "month"]
    assert all(one.prior_n is None for one in update.headlines if one.measure != "supervisor_contact_24h")
    # Crimes of a month nobody sent are in no count of open ones, and make nobody a repeat.
    plan = {figure.measure: figure for action in update.plan.key_actions for figure in action.figures}
    assert "without Mar 2026 and Jun 2026" in note_words.within(plan["open_caseload"])
    quarter = opened.performance(Filters("quarter"), LOCAL)
    assert (
        "looked back on is without Mar 2026" in note_words.within(quarter.nominals.suspects)
        or quarter.nominals.suspects.missing
    )


def test_what_nothing_is_loaded_of_has_no_verdict(store: Path) -> None:
    opened = answers.at(store)
    assert opened is not None
    update = opened.performance(Filters("custom", start=GONE, end=date(2026, 4, 1)), LOCAL)
    for found in (update.strand_mix, update.district_mix, update.locations, update.nominals, update.districts):
        why = getattr(found, "missing", None) or getattr(found, "squares_missing", None)
        assert missing_words.say(why) == "Not given: Mar 2026 is not loaded.", found
    assert findings.headline(update).startswith("March 2026 is not loaded. In February 2026")
    assert findings.closing(update).startswith("Whether anything has changed in this period cannot be said.")
    district = opened.performance(Filters("month", districts=(DISTRICT,)), LOCAL)
    assert tables.quarters(district.nominals).iloc[-1].tolist() == ["Oct 2026", "no figure", "no figure", "no"]
    duty = next(one for one in district.headlines if one.measure == "supervisor_contact_24h")
    assert missing_words.say(duty.missing) == "Not given: Oct 2026 is not loaded."


def test_no_cell_of_the_workbook_is_nought(store: Path, tmp_path: Path) -> None:
    opened = answers.at(store)
    assert opened is not None
    file = chief_officers.write(opened, Filters("12m"), LOCAL, tmp_path / "book.xlsx", "tester")
    for sheet in openpyxl.load_workbook(file).worksheets:
        cells = list(sheet.iter_rows(values_only=True))
        assert any("not loaded" in str(cell).casefold() for row in cells for cell in row), sheet.title
        for row in cells:
            if isinstance(row[0], datetime) and row[0].date() in (GONE, SPOILED):
                assert 0 not in row, (sheet.title, row)


def test_the_quality_page_asks_for_each(store: Path) -> None:
    with query.open(store) as opened:
        said = [one.text for one in impact_words.findings(quality(ask(opened, Filters("12m"), LOCAL)), "changes")]
    for start, month, feed in (
        ("All districts: no extract speaks for", "March 2026", "crime extract"),
        ("All districts: the rows of", "June 2026", "crime extract"),
        ("Peterborough", "October 2026", "crime extract"),
        ("All districts: no extract speaks for", "May 2026", "incident extract"),
        ("All districts: no extract speaks for", "October 2026", "victim-contact sheet"),
        ("All districts: no extract speaks for", "October 2026", "Victim and Witness Hub extract"),
    ):
        assert any(start in one and month in one and feed in one for one in said), (start, month, feed, said)


def test_what_is_complete_of_the_data_speaks_of_no_month_that_is_not_loaded(store: Path) -> None:
    with query.open(store) as opened:
        found = quality(ask(opened, Filters("12m"), LOCAL))
    months = pd.to_datetime(found.by_month["month"]).dt.date
    assert GONE not in set(months)
