"""Reads the demonstration crime extracts back by the plainest means, and takes their mess away again."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from python_calamine import CalamineWorkbook

LONDON = ZoneInfo("Europe/London")
FIRST_DATA_ROW = 7
DISTRICTS = {
    "cambridgecity": "cambridge_city", "city": "cambridge_city", "cambscitylpa": "cambridge_city",
    "eastcambridgeshire": "east_cambridgeshire", "eastcambs": "east_cambridgeshire",
    "fenland": "fenland", "fenlandlpa": "fenland",
    "huntingdonshire": "huntingdonshire", "hunts": "huntingdonshire", "huntslpa": "huntingdonshire",
    "peterborough": "peterborough", "pboro": "peterborough", "peterboroughua": "peterborough",
    "southcambridgeshire": "south_cambridgeshire",
    "scambs": "south_cambridgeshire", "southcambs": "south_cambridgeshire",
}  # fmt: skip
STRANDS = {
    "race": "race", "racist": "race", "faith": "religion", "religion": "religion", "religious": "religion",
    "homophobic": "sexual_orientation", "sexual orientation": "sexual_orientation", "disability": "disability",
    "disablist": "disability", "transgender": "transgender", "transphobic": "transgender", "gender": "gender",
    "misogyny": "gender", "alternative subculture": "alternative_subculture",
}  # fmt: skip


@dataclass
class Read:
    """One crime as the last extract that held it says."""

    ref: str
    cells: dict[str, str]
    people: list[dict[str, str]] = field(default_factory=list)

    @cached_property
    def recorded(self) -> datetime:
        return moment(self.cells["Recorded Date"])

    @cached_property
    def day(self) -> date:
        return self.recorded.astimezone(LONDON).date()

    @cached_property
    def district(self) -> str:
        return DISTRICTS[re.sub("[^a-z]", "", self.cells["District"].lower())]

    @cached_property
    def strands(self) -> tuple[str, ...]:
        words = re.split(r"[;|,]", self.cells["Hate Markers"])
        return tuple(STRANDS[word.strip().lower().removeprefix("hate - ")] for word in words if word.strip())

    @cached_property
    def code(self) -> str:
        return self.cells["HO Code"].upper().lstrip("0")

    @cached_property
    def outcome(self) -> str:
        found = re.match(r"(\d+)A?\b", self.cells["Outcome"])
        return "" if found is None or found[1] == "0" else found[1]

    @cached_property
    def cancelled(self) -> bool:
        return self.cells["Status"] == "Cancelled"


def moment(text: str) -> datetime:
    """Return a local dd/mm/yyyy HH:MM as an instant."""
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=LONDON).astimezone(UTC)


def canonical(ref: str) -> str:
    """Return a crime reference in its one true form."""
    force, number, year = ref.strip().upper().removeprefix("CRI-").split("/")
    return f"{force}/{int(number):05d}/{year[-2:]}"


def crime_files(folder: Path) -> list[Path]:
    """Return the crime extracts, oldest first."""
    return sorted(folder.glob("*/crime_extract_*.csv"), key=lambda path: path.name)


def rows(path: Path) -> list[list[str]]:
    """Return every row of a crime extract; row 1 of the file is the first."""
    with path.open(encoding="cp1252", newline="") as stream:
        return list(csv.reader(stream))


def read_crimes(folder: Path, rejects: list[dict[str, Any]]) -> dict[str, Read]:
    """Return the crimes by reference as the last extract says, without the rows that must be rejected."""
    bad = {(reject["file"], reject["row"]) for reject in rejects}
    crimes: dict[str, Read] = {}
    for path in crime_files(folder):
        crimes |= read_file(path, {row for file, row in bad if file == path.relative_to(folder).as_posix()})
    return crimes


def read_file(path: Path, bad: set[int]) -> dict[str, Read]:
    """Return the crimes of one extract."""
    found: dict[str, Read] = {}
    for cells in good_rows(path, bad):
        ref = canonical(cells["Crime Reference"])
        crime = found.setdefault(ref, Read(ref, cells))
        crime.people.append(cells)
    return found


def good_rows(path: Path, bad: set[int]) -> Iterator[dict[str, str]]:
    """Yield the rows that are to be accepted."""
    every = rows(path)
    header = every[FIRST_DATA_ROW - 2]
    for number, row in enumerate(every[FIRST_DATA_ROW - 1 :], FIRST_DATA_ROW):
        if number not in bad:
            yield dict(zip(header, row, strict=True))


def sheet_rows(path: Path, sheet: str) -> list[list[Any]]:
    """Return every row of a sheet."""
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def sheet_records(folder: Path, name: str, sheet: str, rejects: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the rows of a kind of workbook that are to be accepted, oldest extract first."""
    bad = {(reject["file"], reject["row"]) for reject in rejects}
    for path in sorted(folder.glob(f"*/{name}_*.xlsx"), key=lambda path: path.name):
        every = sheet_rows(path, sheet)
        header = next(number for number, row in enumerate(every) if len([cell for cell in row if cell != ""]) > 3)
        for number, row in enumerate(every[header + 1 :], header + 2):
            if (path.relative_to(folder).as_posix(), number) not in bad:
                yield dict(zip(every[header], row, strict=True))


def when(value: Any) -> datetime:
    """Return a local date and time, a true one or text, as an instant."""
    if isinstance(value, str):
        return moment(value)
    hour, minute = value.timetuple()[3:5]
    return datetime(value.year, value.month, value.day, hour, minute, tzinfo=LONDON).astimezone(UTC)
