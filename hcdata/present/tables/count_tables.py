"""Tables of monthly counts that others have made, as frames with readable column names."""

import pandas as pd

from hcdata.present.text import numbers
from hcdata.views.quality.tables import CountTable

# Months abreast that can be read on paper, counts named one by one, and lines of a table shown as it is.
MONTHS, FURTHEST, LINES = 12, 10, 30


def by_month(found: CountTable) -> pd.DataFrame:
    """Return Month, Given, Here, Difference of the widest counts, and how many of all differ, newest month first."""
    return _named(found.by_month().sort_values("month", ascending=False))


def by_part(found: CountTable) -> pd.DataFrame:
    """Return Area, Strand, Given, Here, Difference over all months, and how many counts differ."""
    return _named(found.by_part())


def furthest(found: CountTable) -> pd.DataFrame:
    """Return the counts furthest from ours: Area, Strand, Month, Given, Here, Difference."""
    return compared(found, found.apart.head(FURTHEST))


def compared(found: CountTable, rows: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return counts beside ours, all unless some are given: Area, Strand, Month, Given, Here, Difference."""
    return _named(found.compared if rows is None else rows)


def as_given(found: CountTable) -> pd.DataFrame:
    """Return a table's first lines as it has them: its labels, and its newest months beside each other."""
    labels = _labels(found)
    newest = sorted(found.rows["month"].unique())[-MONTHS:]
    rows = found.rows[found.rows["month"].isin(newest)]
    wide = rows.pivot_table(index=labels, columns="month", values="given", aggfunc="first", sort=False)
    wide = wide[newest].astype("Int64").astype(object)
    wide = wide.where(wide.notna(), "-").head(LINES)
    wide.columns = pd.Index([numbers.month(month) for month in newest])
    return wide.reset_index().rename(columns=str.capitalize)


def given_title(found: CountTable) -> str:
    """Say how much of a table is shown."""
    lines, months = len(found.rows[_labels(found)].drop_duplicates()), found.rows["month"].nunique()
    newest = f"The newest {MONTHS} of {months} months" if months > MONTHS else "As given"
    return f"{newest}, the first {LINES} of {lines:,} lines" if lines > LINES else newest


def sources(found: CountTable) -> pd.DataFrame:
    """Return the files a table came from: File, Sheet, Data to, Counts."""
    names = {"file": "File", "sheet": "Sheet", "data_to": "Data to", "counts": "Counts"}
    table = found.sources
    sheet = table["sheet"].astype(object).where(table["sheet"].notna(), "")
    return table.assign(sheet=sheet, data_to=table["data_to"].dt.date)[list(names)].rename(columns=names)


def _labels(found: CountTable) -> list[str]:
    told = [name for name in ("strand", "category") if (found.rows[name] != "").any()]
    return ["area", *told] if found.rows["area"].nunique() > 1 or not told else told


def _named(table: pd.DataFrame) -> pd.DataFrame:
    if "month" in table:
        table = table.assign(month=[numbers.month(month) for month in table["month"]])
    names = {"given": "Given", "ours": "Here", "differ": "Counts that differ", "of": "Of counts"}
    return table.rename(columns={**names, **{name: name.capitalize() for name in table if name not in names}})
