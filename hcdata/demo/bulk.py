"""Writes one very large crime extract, column by column, for measuring speed; there is no truth to it."""

import csv
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from hcdata.demo.clock import LAST_DAY
from hcdata.demo.crime_file import HEADER, footer, titles
from hcdata.demo.names import FORENAMES, STREETS, SURNAMES
from hcdata.demo.places import TOWNS
from hcdata.demo.shares import AGGRAVATED_CODES, BASIC_CODES, DISTRICTS, OUTCOMES, PLACE_KINDS, STRANDS, TITLES
from hcdata.demo.spelling import DISTRICT_NAMES, OUTCOME_NAMES, STRAND_STYLES

Texts = npt.NDArray[np.object_]
Numbers = npt.NDArray[np.int64]
CHUNK = 200_000
YEARS = 10
ROWS_A_CRIME = 1.4
PERSON_KEYS = 2_000_000


def write_bulk(path: Path, rows: int, seed: int = 1, since: float = 0.0) -> None:
    """Write a crime extract of exactly `rows` data rows, with titles, header and footer; same seed, same bytes.

    Its crimes are recorded over the ten years, or over what is left of them after the share `since`.
    """
    numbers = np.random.default_rng([seed, rows])
    days = [LAST_DAY - timedelta(days=365 * YEARS - 1 - i) for i in range(365 * YEARS)]
    calendar = Calendar(days)
    with Path(path).open("w", encoding="cp1252", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerows([*titles(days[-1]), HEADER])
        for start in range(0, rows, CHUNK):
            count = min(CHUNK, rows - start)
            begin, end = (since + (1 - since) * row / rows for row in (start, start + count))
            columns = make_columns(numbers, calendar, count, begin, end)
            writer.writerows(zip(*(columns[name] for name in HEADER), strict=True))
        writer.writerow(footer().cells)


class Calendar:
    """Days and minutes already written out, to be looked up by number."""

    def __init__(self, days: list[date]) -> None:
        """Write every day and every minute of a day once; six months beyond the last are blank."""
        self.count = len(days)
        spare = [""] * 400
        self.slashed: Texts = np.array([f"{day:%d/%m/%Y}" for day in days] + spare, dtype=object)
        self.joined: Texts = np.array([f"{day:%Y%m%d}" for day in days] + spare, dtype=object)
        self.year: Numbers = np.array([day.year % 100 for day in days] + [0] * len(spare))
        self.turns = np.array(
            [day.weekday() == 6 and day.day >= 25 and day.month in (3, 10) for day in days] + [False] * len(spare)
        )
        self.last = dict.fromkeys(self.year.tolist(), 0)
        self.clock: Texts = np.array([f" {minute // 60:02d}:{minute % 60:02d}" for minute in range(1440)], dtype=object)

    def text(self, minutes: Numbers) -> Texts:
        """Return minutes since the first day as dd/mm/yyyy HH:MM, blank after the last day, never in a changed hour."""
        day, minute = minutes // 1440, minutes % 1440
        minute = np.where(self.turns[day] & (minute // 60 == 1), minute + 60, minute)
        texts: Texts = np.where(day < self.count, self.slashed[day] + self.clock[minute], "")
        return texts

    def references(self, minutes: Numbers) -> Texts:
        """Return the next references of the years that the minutes, in order, lie in."""
        year = self.year[minutes // 1440]
        serial = np.zeros(len(year), dtype=np.int64)
        for value in np.unique(year).tolist():
            here = year == value
            serial[here] = self.last[value] + np.arange(1, here.sum() + 1)
            self.last[value] += int(here.sum())
        references: Texts = "99/" + digits(serial, 5) + "/" + digits(year, 2)
        return references


def draw(numbers: np.random.Generator, shares: Mapping[str, float], count: int) -> Texts:
    """Return values drawn by their shares."""
    weights = np.array(list(shares.values()))
    return np.array(list(shares), dtype=object)[numbers.choice(len(weights), count, p=weights / weights.sum())]


def look_up(table: Mapping[str, Any], keys: Texts) -> Texts:
    """Return the table's value for each key."""
    return np.array([table[key] for key in keys], dtype=object)


def make_columns(
    numbers: np.random.Generator, calendar: Calendar, count: int, begin: float, end: float
) -> dict[str, Any]:
    """Return the columns of one chunk of rows, recorded from the share `begin` of the time to the share `end`."""
    first = numbers.random(count) < 1 / ROWS_A_CRIME
    first[0] = True
    crime = np.cumsum(first) - 1
    cells = crime_columns(numbers, calendar, int(crime[-1]) + 1, begin, end)
    return {**{name: column[crime] for name, column in cells.items()}, **person_columns(numbers, first)}


def crime_columns(
    numbers: np.random.Generator, calendar: Calendar, crimes: int, begin: float, end: float
) -> dict[str, Texts]:
    """Return the crime cells, one for each crime."""
    span = calendar.count * 1440
    recorded = np.sort(numbers.integers(int(span * begin), int(span * end), crimes))
    reported = np.maximum(recorded - numbers.exponential(400, crimes).astype(np.int64), 0)
    committed = np.maximum(reported - numbers.exponential(1_500, crimes).astype(np.int64), 0)
    strand, district = draw(numbers, STRANDS, crimes), draw(numbers, DISTRICTS, crimes)
    code = np.where(strand == "race", draw(numbers, AGGRAVATED_CODES, crimes), draw(numbers, BASIC_CODES, crimes))
    outcome = draw(numbers, {name: share for name, (share, _) in OUTCOMES.items()}, crimes)
    closed_day = recorded // 1440 + numbers.exponential(60, crimes).astype(np.int64).clip(0, 390)
    closed = closed_day < calendar.count
    place = numbers.integers(0, 40_000, crimes)
    town = look_up(TOWNS, district)
    return {
        "Crime Reference": calendar.references(recorded),
        "Incident Number": "ZZ-" + calendar.joined[reported // 1440] + "-" + digits(np.arange(crimes) % 10_000, 4),
        "Recorded Date": calendar.text(recorded),
        "Reported Date": calendar.text(reported),
        "Committed From": calendar.text(committed),
        "Committed To": calendar.text(committed),
        "HO Code": code,
        "Offence Title": look_up(TITLES, code),
        "District": look_up({name: names[0] for name, names in DISTRICT_NAMES.items()}, district),
        "Beat": np.array([prefix for prefix, *_ in town], dtype=object) + digits(place % 4 + 1, 1),
        "Hate Markers": look_up({name: f"Hate - {word}" for name, word in STRAND_STYLES[0][2].items()}, strand),
        "Perceived Religion": np.where(strand == "religion", "Muslim", ""),
        "How Reported": draw(numbers, {"999": 0.3, "101": 0.4, "Online": 0.3}, crimes),
        "Location Type": draw(numbers, PLACE_KINDS, crimes),
        "Address": digits(place + 1, 1) + " " + np.array(STREETS, dtype=object)[place % len(STREETS)],
        "Postcode": "ZZ" + digits(place % 9 + 1, 1) + " " + digits(place % 9 + 1, 1) + "ZZ",
        "UPRN": "9990" + digits(place, 8),
        "Easting": digits(np.array([easting for _, easting, *_ in town]) + place % 2_500, 1),
        "Northing": digits(np.array([northing for _, _, northing, _ in town]) + place % 2_500, 1),
        "Online": draw(numbers, {"N": 0.85, "Y": 0.1, "": 0.05}, crimes),
        "Officer Assigned": calendar.text(recorded + numbers.exponential(400, crimes).astype(np.int64).clip(0, 10_000)),
        "Supervisor Named": draw(numbers, {"Y": 0.85, "N": 0.1, "": 0.05}, crimes),
        "Outcome": np.where(
            closed, look_up({name: f"{name} - {text}" for name, text in OUTCOME_NAMES.items()}, outcome), ""
        ),
        "Outcome Date": calendar.slashed[closed_day],
        "Status": np.where(closed, "Finalised", "Open"),
        "Cancelled Reason": np.full(crimes, "", dtype=object),
        "Cancelled Date": np.full(crimes, "", dtype=object),
    }


def person_columns(numbers: np.random.Generator, first: npt.NDArray[np.bool_]) -> dict[str, Texts]:
    """Return the person cells: the first row of a crime is the victim, further rows are suspects."""
    count = len(first)
    who = numbers.integers(0, PERSON_KEYS, count)
    births = np.array(
        [f"{day % 28 + 1:02d}/{day % 12 + 1:02d}/{1950 + day % 58}" for day in range(28 * 12 * 29)], dtype=object
    )
    return {
        "Person Role": np.where(first, "Victim", "Suspect").astype(object),
        "Person URN": np.where(who % 5 > 0, "P" + digits(who + 7_000_000, 1), ""),
        "Surname": np.array(SURNAMES, dtype=object)[who % len(SURNAMES)],
        "Forenames": np.array(FORENAMES, dtype=object)[who % len(FORENAMES)],
        "Date of Birth": births[who % len(births)],
        "Sex": np.where(who % 2 > 0, "M", "F").astype(object),
        "Victim Type": np.where(first, "Individual", "").astype(object),
    }


def digits(values: Numbers, width: int) -> Texts:
    """Return whole numbers as text of at least so many digits."""
    return np.array([f"{value:0{width}d}" for value in values.tolist()], dtype=object)
