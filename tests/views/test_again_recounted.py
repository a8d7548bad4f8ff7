"""Repeats of the demonstration counted again, crime by crime in plain Python from the tables of the store."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import duckdb
import pytest

from hcdata.common import config as configuration
from hcdata.common.filters import Filters
from hcdata.disclosure.disclose import label
from hcdata.store import query, snapshot
from hcdata.views import cases
from hcdata.views.figures import figure
from hcdata.views.locations import locations
from hcdata.views.nominals import nominals
from hcdata.views.performance import ask

MEASURES = {"repeat_victims": 2, "repeat_suspects": 2, "repeat_places": 3}
LOOK_BACK = timedelta(days=365)
CHOICES = {
    "year": Filters("12m"),
    "month": Filters("month"),
    "a district and two strands": Filters("12m", districts=("fenland",), strands=("race", "religion")),
}


class Met(NamedTuple):
    """One record of a person or place."""

    ref: str
    incident: str
    on: date
    at: Any
    is_crime: bool
    district: str
    strands: list[str]


def joined(ref: str) -> str:
    """Return a reference, shown as the force writes it, in the form records are joined by."""
    form = configuration.load().reference
    found = re.fullmatch(form.pattern, ref.upper())
    return found.expand(form.to) if found else ref


@pytest.fixture(scope="module")
def records(demonstration) -> dict[str, dict[str, list[Met]]]:
    """Return for each measure the records of each person or place, as the tables hold them."""
    served = snapshot.current(demonstration.store)
    with duckdb.connect(str(served / snapshot.STORE), read_only=True) as con:
        crimes = con.execute(
            "SELECT crime_ref, incident_ref, recorded_on, recorded_at, victims, suspects, place_id, district, strands"
            " FROM crime_version WHERE to_load IS NULL AND NOT cancelled AND len(strands) > 0"
        ).fetchall()
        incidents = con.execute(
            "SELECT incident_ref, recorded_on, recorded_at, victims, district, strands"
            " FROM incident_version WHERE to_load IS NULL AND NOT cancelled AND kind <> 'crime'"
        ).fetchall()
    found: dict[str, dict[str, list[Met]]] = {measure: defaultdict(list) for measure in MEASURES}
    for ref, incident, on, at, victims, suspects, place, district, strands in crimes:
        for measure, whose in zip(MEASURES, (victims, suspects, [place] if place else []), strict=True):
            for one in whose:
                found[measure][one].append(Met(ref, incident or ref, on, at, True, district, strands))
    for incident, on, at, victims, district, strands in incidents:
        for one in victims:
            found["repeat_victims"][one].append(Met(incident, incident, on, at, False, district, strands))
    return found


def behind(measure: str, met: list[Met], later: Met) -> list[Met]:
    """Return the records that make a crime a repeat of those met: none where there are too few incidents."""
    before = [
        one
        for one in met
        if one.incident != later.incident
        and later.on - LOOK_BACK <= one.on <= later.on
        # Of two on one day of which one has no time, which came first is not known.
        and (one.on < later.on or one.at is None or later.at is None or one.at <= later.at)
    ]
    return before if len({one.incident for one in before}) >= MEASURES[measure] - 1 else []


@pytest.fixture(scope="module", params=CHOICES)
def asked(request, demonstration) -> Iterator[tuple[Any, Filters]]:
    with query.open(demonstration.store) as store:
        yield ask(store, CHOICES[request.param]), CHOICES[request.param]


def repeats(measure, records, context, filters) -> dict[str, dict[str, list[Met]]]:
    """Return who or where was a repeat in the period, with each repeat and what makes it one."""
    period = context.about.period
    found = defaultdict(dict)
    for whose, met in records[measure].items():
        for one in met:
            inside = one.is_crime and period.start <= one.on < period.end
            inside &= not filters.districts or one.district in filters.districts
            inside &= not filters.strands or bool(set(one.strands) & set(filters.strands))
            made = behind(measure, met, one) if inside else []
            if made:
                found[whose][one.ref] = made
    return found


@pytest.mark.parametrize("measure", MEASURES)
def test_a_figure_of_repeats_counts_what_its_sentence_says(measure, asked, records):
    context, filters = asked
    period, expected = context.about.period, repeats(measure, records, *asked)
    found = figure(context, measure)
    assert found.n == len(expected)
    if not expected:
        assert found.again is None
        return
    on_incidents = [
        who for who, made in expected.items() if not any(one.is_crime for rows in made.values() for one in rows)
    ]
    assert found.again.on_incidents == len(on_incidents)
    quarter = max(period.start, (period.end - timedelta(days=89)).replace(day=1))
    first = {
        who: min(
            one.on for one in records[measure][who] if one.is_crime and behind(measure, records[measure][who], one)
        )
        for who in expected
    }
    assert found.again.new == sum(day >= quarter for day in first.values())
    if measure == "repeat_places":
        inside = {
            who: {
                one.incident
                for one in records[measure][who]
                if period.start <= one.on < period.end
                and (not filters.districts or one.district in filters.districts)
                and (not filters.strands or set(one.strands) & set(filters.strands))
            }
            for who in expected
        }
        assert found.again.within == sum(len(incidents) >= 3 for incidents in inside.values())


@pytest.mark.parametrize("measure", MEASURES)
def test_the_cases_are_those_of_the_repeats_with_the_earlier_ones_beside_them(measure, asked, records):
    context, filters = asked
    expected = repeats(measure, records, context, filters)
    found = cases.cases(context, measure, "met").rows
    found = found.assign(crime_ref=found["crime_ref"].map(joined))
    assert sorted(found["crime_ref"]) == sorted(ref for made in expected.values() for ref in made)
    for who, made in expected.items():
        for ref, earlier in made.items():
            rows = found[found["crime_ref"] == ref]
            if measure != "repeat_places":
                rows = rows[rows["ref"] == label(who)]
            assert len(rows) == 1
            named = {
                joined(part.removeprefix("incident ").split(" (")[0]) for part in rows["earlier"].iloc[0].split("; ")
            }
            assert named == {one.ref for one in earlier}
    new = cases.cases(context, measure, "new")
    assert new.things == (figure(context, measure).again.new if expected else 0)


def test_a_list_of_people_shows_nobody_with_one_crime_and_nothing_else(asked, records):
    context, filters = asked
    who = nominals(context)
    for measure, frame in (
        ("repeat_victims", who.most_frequent_victims),
        ("repeat_suspects", who.most_frequent_suspects),
    ):
        expected = repeats(measure, records, context, filters)
        assert len(frame) == min(10, len(expected))
        told = {label(one): one for one in expected}
        for row in frame.to_dict("records"):
            made = expected[told[row["label"]]]
            earlier = [one for rows in made.values() for one in rows]
            assert row["crimes"] + row.get("incidents", 0) >= 2
            assert row["crimes"] >= len({*made, *(one.ref for one in earlier if one.is_crime)})
            assert row.get("incidents", 0) == len({one.ref for one in earlier if not one.is_crime})
    assert (who.most_frequent_suspects["crimes"] >= 2).all()


def test_places_by_district_and_type_add_to_the_figure(asked):
    found = locations(asked[0])
    assert found.places["places"].sum() == found.repeat.n
    assert found.places["new"].sum() == (found.repeat.again.new if found.repeat.again else 0)
