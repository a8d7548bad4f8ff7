"""The load that was known on a day: the last before any that came after it."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from hcdata.common.errors import StoreError
from hcdata.common.filters import AsAt
from hcdata.present.text import about_words, load_point_words
from hcdata.store import query
from hcdata.store.load_points import LoadPoint
from hcdata.views.load_points import find_known, list_choices, read_as_at
from tests.handmade import build
from tests.present.spoken import ABOUT

# Data to, and loaded at: two extracts in time, an older one months late, rows read again, the next extract.
LOADS = (
    (datetime(2026, 7, 31, 23, 59), datetime(2026, 8, 3, 8)),
    (datetime(2026, 8, 31, 23, 59), datetime(2026, 9, 2, 8)),
    (datetime(2026, 6, 30, 23, 59), datetime(2026, 9, 10, 8)),
    (datetime(2026, 8, 31, 23, 59), datetime(2026, 9, 14, 23, 30)),
    (datetime(2026, 9, 30, 23, 59), datetime(2026, 10, 2, 8)),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = build(tmp_path_factory.mktemp("moments") / "store", as_of=[as_of for as_of, _ in LOADS])
    (file,) = folder.glob("snapshots/*/store.duckdb")
    with duckdb.connect(str(file)) as con:
        for number, (_, loaded_at) in enumerate(LOADS, start=1):
            con.execute("UPDATE load SET loaded_at = $at WHERE load = $load", {"at": loaded_at, "load": number})
    return folder


def test_each_load_has_the_day_from_which_it_was_known(folder: Path) -> None:
    with query.open(folder) as store:
        assert store.moments == (
            LoadPoint(1, datetime(2026, 7, 31, 23, 59), date(2026, 7, 31)),
            LoadPoint(2, datetime(2026, 8, 31, 23, 59), date(2026, 8, 31)),
            LoadPoint(3, datetime(2026, 8, 31, 23, 59), date(2026, 9, 10)),
            # Half past eleven at night in UTC is the next day in summer.
            LoadPoint(4, datetime(2026, 8, 31, 23, 59), date(2026, 9, 15)),
            LoadPoint(5, datetime(2026, 9, 30, 23, 59), date(2026, 9, 30)),
        )


@pytest.mark.parametrize(
    ("as_at", "load"),
    [
        (None, 5),
        (3, 3),
        (date(2026, 7, 31), 1),
        (date(2026, 8, 30), 1),
        (date(2026, 9, 9), 2),
        (date(2026, 9, 14), 3),
        (date(2026, 9, 15), 4),
        (date(2026, 9, 29), 4),
        (date(2030, 1, 1), 5),
    ],
)
def test_what_was_known_on_a_day_is_shown(as_at: int | date | None, load: int, folder: Path) -> None:
    with query.open(folder, as_at) as store:
        assert store.as_at == load


@pytest.mark.parametrize("as_at", [0, 6, date(2026, 7, 30)])
def test_a_moment_that_never_was_is_refused(as_at: int | date, folder: Path) -> None:
    with pytest.raises(StoreError, match="as at"):
        query.open(folder, as_at)


def test_a_moment_is_asked_for_by_load_date_or_meeting(folder: Path) -> None:
    with query.open(folder) as store:
        assert read_as_at(store, "3") == 3
        assert read_as_at(store, " 2026-09-09 ") == date(2026, 9, 9)
        # Meetings of config.toml: strategic on 13 August and 12 November 2026, tactical on 6 August and 3 September.
        assert read_as_at(store, "Strategic") == date(2026, 8, 13)
        assert read_as_at(store, "tactical") == date(2026, 9, 3)
        for wrong in ("partner", "yesterday", "2026-02-30", "", "-1"):
            with pytest.raises(StoreError, match="as at"):
                read_as_at(store, wrong)


def known(store: query.Store, as_at: AsAt) -> str:
    return about_words.known(replace(ABOUT, known=find_known(store, as_at)))


def test_a_page_says_which_moment_it_shows(folder: Path) -> None:
    with query.open(folder) as store:
        assert known(store, None) == ""
        assert known(store, 3) == "as known at load 3 (data to 31 Aug 2026)"
        assert known(store, date(2026, 9, 9)) == "as known on 9 Sep 2026 (load 2, data to 31 Aug 2026)"
        meeting = "as known at the strategic meeting of 13 Aug 2026 (load 1, data to 31 Jul 2026)"
        assert known(store, date(2026, 8, 13)) == meeting


def test_a_reader_chooses_from_meetings_and_loads_and_what_the_address_asked(folder: Path) -> None:
    with query.open(folder) as store:
        choices = list_choices(store, "")
        assert list(choices) == ["", "2026-09-03", "2026-08-13", "2026-08-06", "4", "3", "2", "1"]
        assert load_point_words.say(choices["4"]) == "31 Aug 2026, load 4 of 15 Sep 2026"
        assert load_point_words.say(list_choices(store, "2026-09-09")["2026-09-09"]) == "9 Sep 2026, load 2"
        assert load_point_words.say(list_choices(store, "5")["5"]) == "Newest, load 5"
        assert list_choices(store, "99") == list_choices(store, "nonsense") == choices
