"""What changed between two loads, in words and as tables that can be read out."""

import pandas as pd

from hcdata.present import numbers
from hcdata.views.changes import Changes, Movement, Part

_NAMES = {
    "ref": "Record",
    "counted_at": "Counted on",
    "recorded_on": "Recorded on",
    "district": "District",
    "change": "Change",
    "title": "Why",
    "field": "Field",
    "before": "Before",
    "after": "After",
}


def loads(found: Changes | Movement) -> str:
    """Say which two loads are compared: 'load 9 (data to 30 Jun 2026) and load 11 (data to 31 Aug 2026)'."""
    return " and ".join(f"load {one.load} (data to {numbers.day(one.as_of)})" for one in (found.before, found.after))


def changes_sentence(found: Changes) -> str:
    """Say how many records changed, and how: the kinds that occur."""
    told = [
        f"{row.title[0].lower()}{row.title[1:]} {row.records:,}" for row in found.counts.itertuples() if row.records
    ]
    if not told:
        return f"Between {loads(found)} no record changed ({found.period_words})."
    records = numbers.counted(found.records, "record", "records")
    return f"Between {loads(found)} {records} changed ({found.period_words}): {'; '.join(told)}."


def movement_sentences(found: Movement) -> list[str]:
    """Say why a figure moved: one sentence for what is counted, one for what it stands over."""
    about = f"{found.title}, {found.period_words}, {found.district_words}, {found.strand_words}"
    if found.missing:
        return [f"{about}: {found.missing}"]
    first, *others = found.parts
    early = ""
    if not found.begun:
        early = " The earlier load's data end before these dates: no figure was known then."
    elif not found.whole:
        early = " The earlier load's data end within these dates: what was recorded since is new, and no correction."
    return [
        f"{about}: {_part_sentence(first)}, between {loads(found)}.{early}",
        *(f"Out of: {_part_sentence(part)}." for part in others),
    ]


def steps(part: Part) -> pd.DataFrame:
    """Return what makes the difference, as a sum that ends in the later figure."""
    rows = [("Then", part.before), *part.steps[["title", "n"]].itertuples(index=False), ("Now", part.after)]
    return pd.DataFrame(
        [(why, f"{n:+,}" if 0 < place < len(rows) - 1 else f"{n:,}") for place, (why, n) in enumerate(rows)],
        columns=["Why", "Number"],
    )


def cases(part: Part) -> pd.DataFrame:
    """Return the records that made the difference, with the field that shows why."""
    return _named(part.cases[[name for name in _NAMES if name in part.cases]])


def changed(found: Changes) -> pd.DataFrame:
    """Return every field that changed; a record that is new or vanished has none."""
    titles = dict(found.counts[["kind", "title"]].itertuples(index=False))
    rows = found.rows.assign(title=found.rows["kind"].map(titles))
    shown = _named(rows[["title", "ref", "recorded_on", "district", "field", "before", "after"]])
    return shown.rename(columns={_NAMES["title"]: "What"})


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    fields = [name.removesuffix("_code").replace("_", " ") if name else "" for name in rows["field"]]
    return rows.assign(field=fields).rename(columns=_NAMES)


def _part_sentence(part: Part) -> str:
    if part.before == part.after and part.steps.empty:
        return f"{part.after:,} then and now, and the same ones"
    moved = part.after - part.before
    said = "as many" if not moved else f"{abs(moved):,} {'more' if moved > 0 else 'fewer'}"
    told = [f"{why[0].lower()}{why[1:]} {n:+,}" for why, n in part.steps[["title", "n"]].itertuples(index=False)]
    return f"{part.before:,} then, {part.after:,} now: {said} ({'; '.join(told)})"
