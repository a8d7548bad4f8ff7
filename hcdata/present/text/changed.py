"""What changed between two loads, in words and as tables that can be read out."""

from dataclasses import asdict
from typing import Any

import pandas as pd

from hcdata.present.text import about_words, missing_words, numbers, period_words
from hcdata.present.text.change_words import KINDS, reason
from hcdata.store.load_points import LoadPoint
from hcdata.views.changes import Changes, Movement, Part

# What is counted, one and many.
_THINGS = {
    "crime": ("crime", "crimes"),
    "person": ("person", "people"),
    "place": ("place", "places"),
    "incident": ("incident", "incidents"),
}
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


def changes_sentence(found: Changes) -> str:
    """Say how many records are new, changed or missing, and how: the kinds that occur."""
    things = numbers.counted(found.records, *_THINGS[found.kind])
    verb = "is" if found.records == 1 else "are"
    said = f"Since {_load(found.before)}, as at {_load(found.after)}, {things} {verb} new, changed or missing"
    dates = period_words.say(found.period) if found.period else "all dates"
    told = [f"{_lower(KINDS[row.kind])} ({row.records:,})" for row in found.counts.itertuples() if row.records]
    if not told:
        return f"{said} ({dates})."
    several = " One can be under several of these." if found.counts["records"].sum() > found.records else ""
    return f"{said} ({dates}): {'; '.join(told)}.{several}"


def movement_sentences(found: Movement) -> list[str]:
    """Say what a figure was and is, what came in and went out of what is counted, and of what it is out of."""
    when = period_words.say(found.period) if found.period else "whenever recorded"
    about = f"{found.title}, {when}, {about_words.districts(found.districts)}, {about_words.strands(found.strands)}"
    if found.missing:
        return [f"{about}: {missing_words.say(found.missing)}"]
    counted, *others = found.parts
    things = _THINGS[found.counts]
    then, now = f"{counted.before:,}", f"{counted.after:,}"
    for part in others if found.kind != "rate" else ():
        then, now = f"{then} of {part.before:,}", f"{now} of {part.after:,}"
    moved = counted.after - counted.before
    more = f"{abs(moved):,} {'more' if moved > 0 else 'fewer'}" if moved else "as many"
    early = ""
    if not found.begun:
        early = " The earlier load's data end before these dates: no figure was known then."
    elif not found.whole:
        early = " The earlier load's data end within these dates: what was recorded since is new, and no correction."
    return [
        f"{about}: {then} {things[1]} at {_load(found.before)}, {now} at {_load(found.after)}: {more}.{early}",
        _flow("Counted: ", counted, things),
        *(_population(part) if found.kind == "rate" else _flow("Out of: ", part, things) for part in others),
    ]


def steps(part: Part) -> pd.DataFrame:
    """Return what makes the difference, as a sum that ends in the later figure."""
    rows = [("Then", part.before), *_reasons_of(part), ("Now", part.after)]
    return pd.DataFrame(
        [(why, f"{n:+,}" if 0 < place < len(rows) - 1 else f"{n:,}") for place, (why, n) in enumerate(rows)],
        columns=["Why", "Number"],
    )


def cases(part: Part) -> pd.DataFrame:
    """Return the records that made the difference, whether each came in or went out, and the field that shows why."""
    titled = _titled(part.cases, "change")
    rows = titled[[name for name in _NAMES if name in titled]]
    return _named(rows.assign(change=rows["change"].map({1: "came in", -1: "went out"})))


def changed(found: Changes) -> pd.DataFrame:
    """Return every field that changed; a record that is new or vanished has none."""
    rows = found.rows.assign(title=found.rows["kind"].map(KINDS))
    shown = _named(rows[["title", "ref", "recorded_on", "district", "field", "before", "after"]])
    return shown.rename(columns={_NAMES["title"]: "What"})


def kinds(found: Changes) -> pd.DataFrame:
    """Return the kinds of change that occur, and how many records each touches."""
    some = found.counts[found.counts["records"] > 0]
    return pd.DataFrame({"What": some["kind"].map(KINDS), "Records": some["records"]})


def plainly(found: Changes | Movement) -> dict[str, Any]:
    """Return what changed as plain values for a program, its facts with their words."""
    dates = "all dates" if isinstance(found, Changes) else "whenever recorded"
    said: dict[str, Any] = {"period": period_words.say(found.period) if found.period else dates}
    if isinstance(found, Changes):
        titled = found.counts.assign(title=found.counts["kind"].map(KINDS))
        said["counts"] = titled[["kind", "title", "records"]]
    else:
        said["districts"] = about_words.districts(found.districts)
        said["strands"] = about_words.strands(found.strands)
        said["missing"] = missing_words.say(found.missing) or None
        said["parts"] = [
            asdict(part) | {"steps": _titled(part.steps, "n"), "cases": _titled(part.cases, "change")}
            for part in found.parts
        ]
    names = {"period": "period_words", "districts": "district_words", "strands": "strand_words"}
    return {names.get(name, name): said.get(name, value) for name, value in asdict(found).items()}


def _titled(rows: pd.DataFrame, side: str) -> pd.DataFrame:
    """Put what a reason says in the place of how; `side` is above 0 for what came in."""
    told = zip(rows["reason"], rows["how"], rows[side], strict=True)
    titles = [reason(code, how, n > 0) for code, how, n in told]
    return rows.rename(columns={"how": "title"}).assign(title=titles)


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    fields = [name.removesuffix("_code").replace("_", " ") if name else "" for name in rows["field"]]
    return rows.assign(field=fields).rename(columns=_NAMES)


def _flow(about: str, part: Part, things: tuple[str, str]) -> str:
    """Say what came into a number and what went out of it, each with why."""
    told = [
        f"{numbers.counted(sum(n for _, n in why), *things)} {went}: {_reasons(why)}"
        for went, why in (
            ("came in", [(title, n) for title, n in _reasons_of(part) if n > 0]),
            ("went out", [(title, -n) for title, n in _reasons_of(part) if n < 0]),
        )
        if why
    ]
    alike = f"the same {things[1]} then and now" if part.after else f"no {things[0]} then or now"
    return f"{about}{'. '.join(told) or alike}."


def _reasons_of(part: Part) -> list[tuple[str, int]]:
    return list(_titled(part.steps, "n")[["title", "n"]].itertuples(index=False, name=None))


def _reasons(why: list[tuple[str, int]]) -> str:
    if len(why) == 1:
        return _lower(why[0][0])
    return ", ".join(f"{_lower(title)} ({n:,})" for title, n in why)


def _population(part: Part) -> str:
    if part.before == part.after:
        return f"Residents: {part.after:,} then and now."
    return f"Residents: {part.before:,} then, {part.after:,} now, of another year."


def _load(moment: LoadPoint) -> str:
    return f"load {moment.load} (data to {numbers.day(moment.as_of)})"


def _lower(title: str) -> str:
    return f"{title[0].lower()}{title[1:]}"
