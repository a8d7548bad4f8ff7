"""The whole Performance Update of the demonstration, each result worked out again by another route."""

import dataclasses
import re
from datetime import date

import duckdb
import pandas as pd
import pytest

from hcdata.common.filters import Filters
from hcdata.disclosure.disclose import FORBIDDEN
from hcdata.measures import registry
from hcdata.store import query, snapshot
from hcdata.views import cases, districts, figures, outcomes, quality
from hcdata.views.missing import NotLoaded
from hcdata.views.performance import ask, performance_update

CHOICES = {
    "year": Filters("12m"),
    "month": Filters("month"),
    "quarter": Filters("quarter", compare="year"),
    "all": Filters("all"),
    "two districts": Filters("12m", districts=("fenland", "peterborough")),
    "strands": Filters("36m", strands=("religion", "transgender")),
    "incidents": Filters("12m", kind="incident"),
    "days": Filters("custom", start=date(2025, 3, 10), end=date(2025, 6, 21)),
}


@pytest.fixture(scope="module")
def store(demonstration):
    with query.open(demonstration.store) as opened:
        yield opened


@pytest.fixture(scope="module")
def crimes(demonstration):
    """Current hate crimes, read straight from the tables."""
    file = demonstration.store / "snapshots" / snapshot.current(demonstration.store).name / "store.duckdb"
    with duckdb.connect(str(file), read_only=True) as con:
        rows = con.execute("FROM crime_version WHERE to_load IS NULL").df()
    rows = rows[~rows["cancelled"] & (rows["strands"].map(len) > 0)]
    return rows.assign(month=rows["recorded_on"].dt.to_period("M"))


@pytest.fixture(scope="module", params=CHOICES)
def asked(request, store):
    filters = CHOICES[request.param]
    return filters, performance_update(store, filters)


def during(crimes, filters, period):
    kept = crimes[(crimes["recorded_on"] >= str(period.start)) & (crimes["recorded_on"] < str(period.end))]
    return narrow(kept, filters)


def narrow(crimes, filters):
    kept = crimes
    if filters.districts:
        kept = kept[kept["district"].isin(filters.districts)]
    if filters.strands:
        kept = kept[kept["strands"].map(lambda ids: bool(set(ids) & set(filters.strands)))]
    return kept


def test_the_headline_count_and_the_one_before(asked, crimes):
    filters, update = asked
    found = {figure.measure: figure for figure in update.headlines}["recorded_hate_crimes"]
    assert found.n == during(crimes, filters, update.about.period)["crime_ref"].nunique()
    if update.about.prior is None:
        assert found.prior_n is None
    else:
        assert found.prior_n == during(crimes, filters, update.about.prior)["crime_ref"].nunique()


def test_every_month_of_every_trend(asked, crimes):
    filters, update = asked
    if filters.kind == "incident":
        return
    kept = narrow(crimes, filters)
    last = update.total.months["month"].iloc[-1]
    if filters.period == "custom":
        kept = kept[kept["recorded_on"] < str(filters.end)]
    trends = (update.total, *update.strands, *update.district_trends)
    for trend in trends:
        part = kept if trend.district is None else kept[kept["district"] == trend.district]
        if trend.strand:
            part = part[part["strands"].map(lambda ids, one=trend.strand: one in ids)]
        months = trend.months.assign(month=trend.months["month"].dt.to_period("M")).set_index("month")["n"]
        counted = part.groupby("month")["crime_ref"].nunique().reindex(months.index, fill_value=0)
        assert months.tolist() == counted.tolist(), trend.subject
    assert last.to_period("M") == kept["month"].max()


def test_the_rolling_year_and_its_figure(asked, crimes):
    filters, update = asked
    if filters.kind == "incident":
        return
    kept = narrow(crimes, filters)
    for trend in (update.total, *update.district_trends):
        part = kept if trend.district is None else kept[kept["district"] == trend.district]
        complete = trend.complete
        end = complete["month"].iloc[-1].to_period("M")
        year = part[(part["month"] > end - 12) & (part["month"] <= end)]["crime_ref"].nunique()
        before = part[(part["month"] > end - 24) & (part["month"] <= end - 12)]["crime_ref"].nunique()
        assert (complete["r12"].iloc[-1], trend.year.n, trend.year.prior_n) == (year, year, before), trend.subject


def test_settings_squares_and_districts(asked, crimes):
    filters, update = asked
    if filters.kind == "incident":
        return
    kept = during(crimes, filters, update.about.period)
    settings = kept.explode("settings").fillna({"settings": "not_recorded"})["settings"].value_counts()
    found = update.locations.settings.set_index("setting")
    assert found["n"].to_dict() == settings.to_dict()
    assert found["share"].to_dict() == pytest.approx((settings / len(kept)).to_dict())
    placed = kept.dropna(subset=["east_km"]).groupby(["east_km", "north_km"]).size()
    squares = update.locations.squares
    assert len(squares) == len(placed)
    muted = placed < 3
    if placed[muted].nunique() == 1:  # squares muted alike would be told from the total, so the next count goes too
        muted = placed <= placed[~muted].min()
    assert squares["n"].sum() == placed[~muted].sum()
    assert squares["muted"].sum() == muted.sum()
    assert update.locations.not_on_map == len(kept) - placed.sum()
    year = update.about.period.end
    everywhere = dataclasses.replace(filters, districts=())  # districts stand beside the whole force
    r12 = during(
        crimes, everywhere, dataclasses.replace(update.about.period, start=date(year.year - 1, year.month, year.day))
    )
    assert update.districts.rows.set_index("district")["n"].to_dict() == {
        one: (r12["district"] == one).sum() for one in update.districts.rows["district"]
    }


def test_repeat_people_and_places_agree_with_their_tables(asked):
    _, update = asked
    assert update.locations.places["places"].sum() == update.locations.repeat.n
    who = update.nominals
    assert len(who.most_frequent_suspects) == min(10, who.suspects.n)
    assert len(who.most_frequent_victims) == min(10, who.victims.n)
    assert who.most_frequent_suspects["crimes"].is_monotonic_decreasing


def frames(value, path=""):
    """Every frame and every text within a result, with the way there."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for part in dataclasses.fields(value):
            yield from frames(getattr(value, part.name), f"{path}.{part.name}")
    elif isinstance(value, tuple | list):
        for place, one in enumerate(value):
            yield from frames(one, f"{path}[{place}]")
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from frames(one, f"{path}[{key}]")
    elif isinstance(value, pd.DataFrame | str):
        yield path, value


def leaks(result, pseudonyms):
    """The ways to a forbidden column, a whole pseudonym, or anything as long as one."""
    for path, value in frames(result):
        if isinstance(value, str):
            texts = [value]
        else:
            yield from (f"{path}: {name}" for name in FORBIDDEN & set(value.columns))
            texts = [str(one) for one in value.to_numpy(dtype=object).ravel() if not isinstance(one, float)]
        yield from (path for text in texts if re.search(r"[0-9A-Fa-f]{12,}", text) or text in pseudonyms)


@pytest.fixture(scope="module")
def pseudonyms(crimes):
    lists = [name for column in ("victims", "suspects") for names in crimes[column] for name in names]
    return set(lists) | set(crimes["place_id"].dropna())


def test_nothing_that_singles_out_a_person_or_place_leaves_a_view(asked, store, pseudonyms):
    filters, update = asked
    assert len(pseudonyms) > 500
    assert min(map(len, pseudonyms)) >= 12
    assert list(leaks(update, pseudonyms)) == []
    context = ask(store, filters)
    assert list(leaks(outcomes.outcomes(context), pseudonyms)) == []
    assert list(leaks(quality.quality(context), pseudonyms)) == []


@pytest.mark.parametrize("measure", registry.all())
def test_no_list_of_cases_does_either(measure, store, pseudonyms):
    found = cases.cases(ask(store, Filters("12m")), measure)
    assert list(leaks(found.rows, pseudonyms)) == []
    assert list(leaks(found.sql, pseudonyms)) == []


def test_the_leak_finder_finds_them():
    whole = "ab12" * 16
    assert list(leaks([pd.DataFrame({"person_id": [1]})], {whole})) == ["[0]: person_id"]
    assert list(leaks({"a": pd.DataFrame({"who": [f"N {whole}"]})}, set())) == ["[a]"]
    assert list(leaks(("p1",), {"p1"})) == ["[0]"]


@pytest.mark.parametrize("measure", registry.all())
def test_the_list_behind_a_figure_has_as_many_things_as_the_figure(measure, store):
    context = ask(store, Filters("quarter"))
    found = cases.cases(context, measure)
    rows, header = found.rows, found.measure
    if header.counts == "place" or registry.relation(header).counts == "place":
        assert "ref" not in rows
        return
    counted = rows if header.kind != "proportion" else rows[rows["state"].isin(["Met", "Repeat"])]
    assert counted["ref"].nunique() == found.figure.n


@pytest.mark.parametrize("measure", [id for id, header in registry.all().items() if header.duty])
def test_what_can_be_put_right_is_told_apart_from_what_was_missed(store, measure):
    context = ask(store, Filters("12m"))
    still, missed = (cases.cases(context, measure, state) for state in ("to_put_right", "missed"))
    figure = still.figure
    assert (len(still.rows), len(missed.rows)) == (figure.to_put_right, figure.missed)
    assert figure.n + figure.to_put_right + figure.missed == figure.of
    open_to = {"Nothing recorded", "Not met"} if still.measure.standing else {"Nothing recorded"}
    assert set(still.rows["state"]) <= open_to
    assert set(still.rows["outcome_code"]) <= {"no outcome yet"}
    late = missed.rows["state"] == "Not met"
    assert (late | (missed.rows["outcome_code"] != "no outcome yet")).all()
    assert missed.rows["waiting"].isna().all()
    assert still.rows["waiting"].is_monotonic_decreasing
    data_to = pd.Timestamp(context.about.data_to)
    since = still.rows["due_on" if "due_on" in still.rows else "counted_at"]
    assert (data_to - pd.to_timedelta(still.rows["waiting"].astype(int), "D")).tolist() == since.tolist()
    assert set(still.rows["lacks"]) <= {still.measure.lacks} and still.measure.lacks


def test_districts_add_to_what_the_force_can_put_right(store):
    context = ask(store, Filters("12m"))
    parts = districts.details(context, "supervisor_contact_24h")
    assert (
        sum(one.to_put_right for one in parts.values())
        == figures.figure(context, "supervisor_contact_24h").to_put_right
    )


def test_outcomes_add_to_all_that_were_assigned(store):
    found = outcomes.outcomes(ask(store, Filters("12m")))
    by_id = {figure.measure: figure for figure in found.figures}
    assert found.mix["n"].sum() == by_id["positive_outcome_closed"].of
    assert found.mix.loc[found.mix["positive"], "n"].sum() == by_id["positive_outcome_closed"].n
    assert found.mix["share"].sum() == pytest.approx(1)
    assert found.ages["n"].sum() == found.open_cases.n
    assert found.positive_words.startswith("core set")


def test_every_row_read_is_accepted_or_rejected(store):
    found = quality.quality(ask(store, Filters("12m")))
    assert found.rows_read == found.rows_accepted + found.rows_rejected
    assert found.books.rejects["rows"].sum() == found.rows_rejected
    assert found.completeness["share"].dropna().between(0, 1).all()


def test_an_empty_store_answers_everything(make):
    store = make()
    for filters in CHOICES.values():
        update = performance_update(store, filters)
        assert update.about.empty
        assert update.total.missing
        assert all(figure.missing for figure in update.headlines)
        context = ask(store, filters)
        assert outcomes.outcomes(context).missing
        for measure in registry.all():
            assert cases.cases(context, measure).rows.empty


def test_only_incidents_answers_incidents(make):
    store = make(incidents=[{"recorded_on": "2024-01-05"}, {"recorded_on": "2026-05-05"}], feeds=["incident"])
    update = performance_update(store, Filters("12m", kind="incident"))
    assert update.headlines[0].n == 1
    assert update.headlines[1].missing == NotLoaded(("crime",))
    assert update.total.year.n == 1
    assert performance_update(store, Filters("12m")).total.missing == NotLoaded(("crime",))
    for kind in ("crime", "incident"):
        context = ask(store, Filters("12m", kind=kind))
        lists = {measure: cases.cases(context, measure).rows for measure in registry.all()}
        assert {measure for measure, rows in lists.items() if len(rows)} <= {"non_crime_incidents"}
