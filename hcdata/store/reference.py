"""The reference tables beside the records: districts, strands, outcomes, populations, published figures."""

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb

from hcdata.common import sql
from hcdata.common.config import ROOT, Config, Named
from hcdata.common.errors import StoreError
from hcdata.schema import tables

POPULATION = ROOT / "data" / "reference" / "population.csv"
BANK_HOLIDAYS = ROOT / "data" / "reference" / "bank_holidays.csv"
PUBLISHED = ROOT / "data" / "reference" / "published_figures.csv"
# What a record carries when its district or strand was blank, not known or not stated: shown only when one does.
LEFT_OVER = (("not_stated", "Not stated"), ("unmapped", "Unmapped"), ("not_recorded", "Not recorded"))


def choose(configured: Sequence[Named], declared: Sequence[tuple[str, str]], seen: set[str]) -> list[tuple[str, str]]:
    """Return the (id, name) pairs to show: configured, declared by layouts, seen but named nowhere, then left over.

    The configured ones are left out when there are records and none carries one: then they are not this store's.
    """
    own = [(item.id, item.name) for item in configured]
    foreign = [pair for pair in declared if pair[0] not in dict(own)]
    left = [pair for pair in LEFT_OVER if pair[0] in seen]
    unnamed = [(one, one) for one in sorted(seen - set(dict([*own, *foreign, *LEFT_OVER])))]
    if seen and not seen & set(dict(own)):
        own = []
    return own + foreign + unnamed + left


def fill(con: duckdb.DuckDBPyConnection, config: Config, seen: dict[str, set[str]], population: Path) -> None:
    """Fill the reference tables from configuration, layouts and the files of `data/reference`."""
    declared = con.execute("SELECT DISTINCT kind, id, name, monitored FROM base.declared ORDER BY id").fetchall()
    named = {kind: [(row[1], row[2]) for row in declared if row[0] == kind] for kind in ("district", "strand")}
    monitored = {item.id: item.monitored for item in config.strand}
    monitored |= {row[1]: bool(row[3]) for row in declared if row[0] == "strand" and row[1] not in monitored}
    districts = choose(config.district, named["district"], seen["district"])
    strands = choose(config.strand, named["strand"], seen["strand"])
    positive = config.outcomes.positive
    _insert(con, "district", [(*pair, place) for place, pair in enumerate(districts)])
    _insert(con, "strand", [(*pair, monitored.get(pair[0], False), place) for place, pair in enumerate(strands)])
    _insert(con, "outcome_type", [(code, *named_so, code in positive) for code, named_so in config.outcome.items()])
    _insert(con, "population", read_population(population))
    holidays = {*read_bank_holidays(BANK_HOLIDAYS), *config.force.bank_holidays}
    _insert(con, "bank_holiday", [(day,) for day in sorted(holidays)])
    for table in tables.REFERENCE:
        con.execute(tables.ddl(table))
    _insert(con, "published_figure", read_published(PUBLISHED))


def _insert(con: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        columns = {f"c{place}": list(values) for place, values in enumerate(zip(*rows, strict=True))}
        values = sql.join(", ", (sql.Sql(f"unnest(${column})") for column in columns))
        con.execute(sql.fill("INSERT INTO {table} SELECT {values}", table=table, values=values), columns)


def read_population(file: Path) -> list[tuple[str, int, int]]:
    """Return (district, year, residents) of the population file; none when there is no such file."""
    if not file.exists():
        return []
    with file.open(encoding="utf-8-sig", newline="") as lines:
        try:
            return [(row["district"], int(row["year"]), int(row["population"])) for row in csv.DictReader(lines)]
        except (KeyError, ValueError, TypeError):
            raise StoreError(
                file.name,
                "a row without district, year or population, or with one that is not a whole number",
                "columns district, gss, year, population, source, licence",
                "mend the file named",
            ) from None


def read_bank_holidays(file: Path) -> list[date]:
    """Return the bank holidays of England on file, each once as it is kept; none without a file."""
    if not file.exists():
        return []
    with file.open(encoding="utf-8-sig", newline="") as lines:
        try:
            return [date.fromisoformat(row["day"]) for row in csv.DictReader(lines)]
        except (KeyError, ValueError, TypeError):
            raise StoreError(
                file.name,
                "a row without a day, or with one that is not a date written YYYY-MM-DD",
                "columns day, name, source, licence",
                "mend the file named",
            ) from None


def read_published(file: Path) -> list[tuple[Any, ...]]:
    """Return the rows of published_figure: the day after the last in place of the last; none without a file."""
    if not file.exists():
        return []
    with file.open(encoding="utf-8-sig", newline="") as lines:
        try:
            return [
                (
                    row["measure"],
                    row["district"],
                    row["strand"] or None,
                    date.fromisoformat(row["from"]),
                    date.fromisoformat(row["to"]) + timedelta(days=1),
                    int(row["value"]),
                    row["source"],
                    row["confidence"],
                )
                for row in csv.DictReader(lines)
            ]
        except (KeyError, ValueError, TypeError):
            raise StoreError(
                file.name,
                "a row that lacks a column, or whose dates or value cannot be read",
                "columns measure, district ('force' for all), strand (may be empty), from, to (its last day), value,"
                " source, confidence",
                "mend the file named",
            ) from None
