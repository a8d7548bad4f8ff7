"""The table of feeds: each entry fits its table, its fields, its SQL and a layout of ours."""

import pytest

from hcdata.ingest.define import SQL
from hcdata.ingest.layouts import layout
from hcdata.ingest.layouts.fields import DATES
from hcdata.schema.columns import Table
from hcdata.schema.feeds import DATED, FEEDS, Feed
from hcdata.schema.tables import RECORDS
from hcdata.store.dated import local_day

EACH = pytest.mark.parametrize("feed", FEEDS.values(), ids=FEEDS)


@EACH
def test_what_an_entry_names_is_there(feed: Feed) -> None:
    assert set(feed.needed) <= set(feed.fields)
    assert len(feed.fields) == len(set(feed.fields))
    assert feed.table.key in feed.table.names
    assert not feed.counted_by or feed.counted_by in DATES & set(feed.fields)
    assert not feed.day or feed.day in feed.table.names


@EACH
def test_a_feed_has_its_own_sql_and_a_layout_of_ours(feed: Feed) -> None:
    parts = ["gathered"] if feed.rows == "gathered" else ["typed", "record"] if feed.rows == "joined" else ["typed"]
    assert [part for part in parts if not (SQL / f"{feed.name}_{part}.sql").exists()] == []
    # The months of a table of counts are headers that no layout of ours can know.
    assert feed.is_counts or f"generic_{feed.name}" in layout.read()


@EACH
def test_what_is_said_of_a_crime_names_it_and_a_case_has_its_district_and_strands(feed: Feed) -> None:
    assert not feed.is_of_crime or (feed.fields[0] == "crime_ref" and "crime_ref" in feed.table.names)
    assert feed.is_case == ({"district", "strands", "recorded_on"} <= set(feed.table.names))
    assert feed.is_case == ("strands" in feed.fields) == bool(feed.roles)


def test_each_feed_fills_a_table_of_its_own_and_crimes_come_first() -> None:
    assert len({table.name for table in RECORDS}) == len(RECORDS) == len(FEEDS)
    assert [feed.name for feed in FEEDS.values() if feed.turn == 0] == ["crime"]
    assert all(feed.turn == 2 for feed in FEEDS.values() if feed.is_of_crime and feed.queries_missing)


@pytest.mark.parametrize(
    ("name", "expected"),
    {
        "crime": '"r"."recorded_on"',
        "incident": '"r"."recorded_on"',
        "contact": """CAST(timezone('UTC', "r"."contact_at") AS DATE)""",
        "outcome": '"r"."outcome_on"',
        "service": '"r"."referred_on"',
        "review": '"r"."reviewed_on"',
    }.items(),
)
def test_the_day_of_a_record_is_a_date_or_the_local_day_of_an_instant(name: str, expected: str) -> None:
    assert local_day(DATED[name], "r") == expected


@pytest.mark.parametrize(
    ("key", "kind", "expected"),
    [
        ("crime_ref", "of a crime", True),
        ("contact_id", "of a crime", False),
        ("crime_ref", "case", True),
        ("incident_ref", "case", True),
        ("action_no", "list", True),
    ],
)
def test_a_second_row_of_a_reference_is_the_same_record_or_one_more(key: str, kind: str, expected: bool) -> None:
    table = Table("thing", key, "A thing", ())
    assert Feed("thing", table, kind, "list of things", ()).is_one_a_reference is expected  # type: ignore[arg-type]
