"""What is loaded of each district and month: files of one district, of the force, monthly, cumulative, of changes."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.stats.periods import add_months, month_end, month_start
from hcdata.store.coverage import Coverage, Limits, find_coverage
from hcdata.store.extracts import Counts, Extract, list_months, name_series

NORTH, SOUTH, EAST = "fenland", "peterborough", "east_cambridgeshire"
SHOWN = (NORTH, SOUTH, EAST)
LIMITS = Limits(0.001, 0.1, frozenset(SHOWN))
MONTHS = list_months(date(2024, 9, 1), date(2026, 8, 1))


def extract(
    name: str,
    held: dict[date, dict[str, int]],
    ends: date | None = None,
    first: date | None = None,
    rejected: Counts | None = None,
    **new: Counts,
) -> Extract:
    """A file of new records of districts by month, from the first day of the first to the last of the last."""
    filled = [month for month, areas in held.items() if sum(areas.values())]
    last = month_end(max(filled)) if filled else None
    kept: Counts = {month: dict(areas) for month, areas in held.items()}
    start = first or (min(filled) if filled else None)
    assert ends or last
    return Extract(name, ends or last or date.max, start, last, kept, new.get("new", kept), kept, rejected or {})


def known(extracts: Sequence[Extract]) -> Counts:
    """What the store has once all are loaded."""
    found: Counts = {}
    for one in extracts:
        for month, areas in one.new.items():
            for area, n in areas.items():
                found.setdefault(month, {}).setdefault(area, 0)
                found[month][area] += n
    return found


def covered(extracts: Sequence[Extract], shown: Sequence[str] = SHOWN) -> Coverage:
    """What such files speak for."""
    return find_coverage(extracts, known(extracts), shown, LIMITS)


def lacks(extracts: Sequence[Extract]) -> list[str]:
    """Each lack in short: 'fenland 2026-08 none'."""
    return [f"{area} {month:%Y-%m} {one.why}" for (area, month), one in covered(extracts).lacks.items()]


def monthly(name: str, areas: dict[str, int], without: Sequence[date] = ()) -> list[Extract]:
    """A file for each month but some."""
    return [extract(name, {month: areas}) for month in MONTHS if month not in without]


AUGUST, MARCH = date(2026, 8, 1), date(2026, 3, 1)
BOTH = {NORTH: 30, SOUTH: 30, EAST: 3}


def whole(name: str = "crimes", **changed: dict[date, int]) -> Extract:
    """One cumulative file of all districts, some months of a district otherwise."""
    return extract(
        name, {month: {area: changed.get(area, {}).get(month, n) for area, n in BOTH.items()} for month in MONTHS}
    )


def test_a_district_whose_file_never_came_is_not_loaded() -> None:
    files = monthly(NORTH, {NORTH: 30}, [AUGUST]) + monthly(SOUTH, {SOUTH: 30})
    assert lacks(files) == ["fenland 2026-08 none"]
    assert covered(files).never == {EAST}


def test_nor_where_the_district_has_so_few_that_nought_is_likely() -> None:
    files = monthly(NORTH, {NORTH: 2}, [AUGUST]) + monthly(SOUTH, {SOUTH: 30})
    assert lacks(files) == ["fenland 2026-08 none"]


def test_three_trailing_months_without_a_file() -> None:
    gone = [add_months(AUGUST, -back) for back in range(3)]
    files = monthly(NORTH, {NORTH: 30}, gone) + monthly(SOUTH, {SOUTH: 30})
    assert lacks(files) == [f"fenland {month:%Y-%m} none" for month in sorted(gone)]


def test_a_month_missing_everywhere_is_not_loaded_for_any() -> None:
    assert lacks(monthly("crimes", BOTH, [MARCH])) == [f"{area} 2026-03 none" for area in SHOWN]


def test_an_honest_nought_of_a_small_district_in_a_file_of_the_force_is_loaded() -> None:
    files = [extract("crimes", {month: {**BOTH, EAST: 0 if month == MARCH else 3}}) for month in MONTHS]
    assert lacks(files) == []


def test_a_large_district_silent_in_a_file_of_the_force_is_not_loaded() -> None:
    files = [extract("crimes", {month: {**BOTH, NORTH: 0 if month == MARCH else 30}}) for month in MONTHS]
    assert lacks(files) == ["fenland 2026-03 empty"]
    assert lacks([whole(fenland={MARCH: 0})]) == ["fenland 2026-03 empty"]


def test_a_cumulative_file_covers_its_span() -> None:
    assert lacks([whole()]) == []
    cut = [month for month in MONTHS if month < MARCH]
    earlier = extract("crimes", dict.fromkeys(cut, BOTH))
    again = dict.fromkeys(MONTHS, BOTH)
    newer = extract("crimes", again, new={month: BOTH for month in MONTHS if month not in cut})
    assert lacks([earlier, newer]) == []


def test_an_extract_of_changes_is_no_account_of_the_month_before_its_own() -> None:
    base = extract("crimes", dict.fromkeys(MONTHS[:-6], BOTH))
    files = [base]
    for place in range(len(MONTHS) - 6, len(MONTHS)):
        month, before = MONTHS[place], MONTHS[place - 1]
        changed = {area: n // 3 for area, n in BOTH.items()}
        lost = before == MARCH
        new = {month: BOTH, before: changed if lost else dict.fromkeys(BOTH, 0)}
        if month != MARCH:
            files.append(extract("crimes", {MONTHS[place - 2]: changed, before: changed, month: BOTH}, new=new))
    assert lacks(files) == [f"{area} 2026-03 none" for area in SHOWN]


def test_sparse_months_stay_silent() -> None:
    few = dict(zip(MONTHS, [1, 1, 0, 1, 2, 0, 1, 1, 0, 2, 1, 0, 1, 1, 1, 0, 1, 1, 0, 1, 2, 0, 1, 1], strict=True))
    assert lacks([extract("crimes", {month: {NORTH: n} for month, n in few.items()})]) == []


@pytest.mark.parametrize("usual", [3, 30])
def test_an_empty_file_says_nought_of_its_month(usual: int) -> None:
    files = monthly(NORTH, {NORTH: usual}, [AUGUST]) + monthly(SOUTH, {SOUTH: 30})
    assert lacks([*files, extract(NORTH, {}, ends=month_end(AUGUST))]) == []


def test_a_file_that_ends_within_the_month_of_others() -> None:
    files = monthly(NORTH, {NORTH: 30}, [AUGUST]) + monthly(SOUTH, {SOUTH: 30})
    files.append(
        Extract(NORTH, date(2026, 8, 12), AUGUST, date(2026, 8, 11), {AUGUST: {NORTH: 12}}, {AUGUST: {NORTH: 12}})
    )
    assert lacks(files) == ["fenland 2026-08 ends"]


def test_a_first_month_that_begins_late() -> None:
    files = monthly("crimes", BOTH)
    files[0] = extract("crimes", {MONTHS[0]: BOTH}, first=MONTHS[0] + timedelta(days=20))
    assert lacks(files) == ["fenland 2024-09 starts", "peterborough 2024-09 starts"]


@pytest.mark.parametrize(
    ("lost", "kept", "expected"),
    [
        ({AUGUST: {NORTH: 1}}, 30, []),
        ({AUGUST: {NORTH: 3}}, 30, []),
        ({AUGUST: {NORTH: 25}}, 5, ["fenland 2026-08 rejected"]),
        ({AUGUST: {NORTH: 30}}, 0, ["fenland 2026-08 rejected"]),
        ({None: {None: 30}}, 0, ["fenland 2026-08 rejected"]),
        ({None: {NORTH: 30}}, 0, ["fenland 2026-08 rejected"]),
        ({None: {None: 20}}, 10, ["fenland 2026-08 rejected"]),
        ({None: {None: 2}}, 10, []),
        # More than chance spares, and a share of its rows that does not show, or does.
        ({AUGUST: {NORTH: 80}}, 1000, []),
        ({AUGUST: {NORTH: 150}}, 1000, ["fenland 2026-08 rejected"]),
    ],
)
def test_rows_rejected(lost: Counts, kept: int, expected: list[str]) -> None:
    files = monthly(NORTH, {NORTH: 30}, [AUGUST]) + monthly(SOUTH, {SOUTH: 30})
    held = {AUGUST: {NORTH: kept}} if kept else {}
    assert lacks([*files, extract(NORTH, held, ends=month_end(AUGUST), rejected=lost)]) == expected


@pytest.mark.parametrize(
    ("kept", "undated", "expected"),
    [
        (5, 25, ["fenland 2026-03 rejected"]),
        (1, 29, ["fenland 2026-03 rejected"]),
        (5, 2, []),
        (25, 25, []),
        (0, 30, ["fenland 2026-03 rejected"]),
        (0, 3, ["fenland 2026-03 empty"]),
    ],
)
def test_rows_without_a_date_in_one_file_of_all_months(kept: int, undated: int, expected: list[str]) -> None:
    held = {month: {NORTH: kept if month == MARCH else 30} for month in MONTHS}
    assert lacks([extract(NORTH, held, rejected={None: {NORTH: undated}})]) == expected


@pytest.mark.parametrize(("kept", "whole"), [(20, False), (16, False), (14, True), (0, True)])
def test_a_month_that_lost_more_rows_than_it_kept_is_no_figure(kept: int, whole: bool) -> None:
    held = {AUGUST: {NORTH: kept}} if kept else {}
    files = [
        *monthly(NORTH, {NORTH: 30}, [AUGUST]),
        extract(NORTH, held, month_end(AUGUST), rejected={None: {NORTH: 30 - kept}}),
    ]
    found = covered(files).lacks[NORTH, AUGUST]
    assert (found.why, found.n, found.whole) == ("rejected", 30 - kept, whole)


def test_a_month_mostly_rejected_is_not_loaded_in_small_districts_either() -> None:
    files = monthly("crimes", BOTH, [AUGUST])
    files.append(extract("crimes", {AUGUST: {NORTH: 3, SOUTH: 3}}, rejected={None: {NORTH: 27, SOUTH: 27, EAST: 3}}))
    assert lacks(files) == [f"{area} 2026-08 rejected" for area in SHOWN]
    held = {month: {NORTH: 3, SOUTH: 3, EAST: 1} if month == MARCH else BOTH for month in MONTHS}
    spoiled = extract("crimes", held, rejected={None: {NORTH: 27, SOUTH: 27, EAST: 2}})
    assert lacks([spoiled]) == [f"{area} 2026-03 rejected" for area in SHOWN]
    few = extract("crimes", {**held, MARCH: {NORTH: 18, SOUTH: 18, EAST: 1}}, rejected={None: {NORTH: 10}})
    assert lacks([few]) == []


def test_rows_without_a_date_are_of_the_month_that_has_too_few() -> None:
    files = monthly("crimes", BOTH, [AUGUST])
    june = files.index(next(one for one in files if one.month == date(2026, 6, 1)))
    files[june] = extract("crimes", {date(2026, 6, 1): {NORTH: 3, SOUTH: 3}}, rejected={None: {NORTH: 27, SOUTH: 27}})
    changed = {date(2026, 6, 1): {NORTH: 1}, date(2026, 7, 1): BOTH}
    files[june + 1] = extract("crimes", changed, rejected={None: {NORTH: 12}}, new={date(2026, 7, 1): BOTH})
    assert lacks(files) == [f"{area} 2026-06 rejected" for area in SHOWN]
    few = {date(2026, 7, 1): {**BOTH, NORTH: 15}}
    files[june + 1] = extract("crimes", {**changed, **few}, rejected={None: {NORTH: 15}}, new=few)
    assert lacks(files)[:2] == ["fenland 2026-06 rejected", "fenland 2026-07 rejected"]


def test_a_feed_that_ends_before_the_months_shown_lacks_the_rest() -> None:
    files = monthly("crimes", BOTH, [AUGUST])
    assert covered(files).lacks == {}
    ended = find_coverage(files, known(files), SHOWN, LIMITS, AUGUST)
    assert [(area, one.why, one.whole) for (area, month), one in ended.lacks.items() if month == AUGUST] == [
        (area, "none", True) for area in SHOWN
    ]
    assert find_coverage(files, known(files), SHOWN, LIMITS, MARCH).lacks == {}


def test_an_extract_sent_again_whole_mends_a_month_of_rejects() -> None:
    files = monthly(NORTH, {NORTH: 30}, [AUGUST])
    spoiled = extract(NORTH, {AUGUST: {NORTH: 5}}, rejected={None: {NORTH: 25}})
    mended = extract(NORTH, {AUGUST: {NORTH: 30}}, new={AUGUST: {NORTH: 25}})
    assert lacks([*files, spoiled, mended]) == []


def test_a_file_of_an_earlier_release_speaks_for_all_its_span() -> None:
    assert covered([Extract("", date(2026, 8, 31), MONTHS[0], entered=False)]).lacks == {}


@pytest.mark.parametrize(
    ("file", "sheet", "series"),
    [
        ("fenland_2026-07-31.csv", None, "fenland"),
        ("Fenland 31.08.2026.csv", None, "fenland"),
        ("fenland_aug.csv", None, "fenland"),
        ("crimes August 2026 v2.xlsx", "Sept", "crimes v"),
        ("marches_2026.csv", None, "marches"),
        ("2026-08-31.csv", None, ""),
        ("export (3).csv", None, "export"),
        ("hate.xlsx", "Fenland", "hate fenland"),
        ("mayfield_jan.csv", None, "mayfield"),
    ],
)
def test_files_of_one_series_are_known_by_name(file: str, sheet: str | None, series: str) -> None:
    assert name_series(file, sheet) == series


SOME = st.lists(st.sampled_from(MONTHS[2:]), max_size=6, unique=True)


@given(SOME, SOME, st.integers(1, 40), st.integers(1, 40), st.randoms())
def test_what_is_covered_is_what_the_files_left_cover_whatever_their_order(
    north: list[date], south: list[date], n: int, m: int, random: object
) -> None:
    files = monthly(NORTH, {NORTH: n}, north) + monthly(SOUTH, {SOUTH: m}, south)
    expected = {f"{NORTH} {one:%Y-%m} none" for one in north} | {f"{SOUTH} {one:%Y-%m} none" for one in south}
    last = max(one.ends for one in files)
    expected = {one for one in expected if one.split()[1] <= f"{month_start(last):%Y-%m}"}
    assert set(lacks(files)) == expected
    random.shuffle(files)  # type: ignore[attr-defined]
    assert set(lacks(files)) == expected


@pytest.mark.parametrize(
    ("crimes", "silent"), [(4, []), (14, ["peterborough 2026-02 empty"]), (0, ["peterborough 2026-02 empty"])]
)
def test_a_month_of_few_crimes_may_well_have_no_support_on_record(crimes, silent):
    quiet = date(2026, 2, 1)
    support = [extract("hub", {month: {NORTH: 12, SOUTH: 0 if month == quiet else 9}}) for month in MONTHS]
    recorded = {month: {NORTH: 18, SOUTH: crimes if month == quiet else 14} for month in MONTHS}
    found = find_coverage(support, known(support), (NORTH, SOUTH), LIMITS, None, recorded)
    assert [f"{area} {month:%Y-%m} {one.why}" for (area, month), one in found.lacks.items()] == silent


@pytest.mark.parametrize(
    ("usual", "crimes", "silent"),
    [
        (2, [0], []),  # no crime in the month, and nothing to follow one
        (2, [0, 0, 0], []),
        (2, [0, 0, 0, 0], ["2026-02", "2026-03", "2026-04", "2026-05"]),  # nor are so many months without one chance
        (2, [2], ["2026-02"]),  # crimes as usual, of which none was contacted
        (2, [0, 2], ["2026-02", "2026-03"]),
        (8, [0], ["2026-02"]),
    ],
)
def test_a_month_without_a_crime_may_well_have_no_contact_on_record(usual, crimes, silent):
    months = [add_months(date(2026, 2, 1), step) for step in range(len(crimes))]
    sheet = [extract("hub", {month: {NORTH: 90, SOUTH: 0 if month in months else 8 * usual}}) for month in MONTHS]
    own = dict(zip(months, crimes, strict=True))
    recorded = {month: {NORTH: 18, SOUTH: own.get(month, usual)} for month in MONTHS}
    found = find_coverage(sheet, known(sheet), (NORTH, SOUTH), LIMITS, None, recorded)
    assert [f"{month:%Y-%m}" for area, month in found.lacks if area == SOUTH] == silent
