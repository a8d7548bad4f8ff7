"""Looked-up fields: each distinct written value is cleaned once, and the answers are joined back to the rows."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

import duckdb

from hcdata.common.config import Config
from hcdata.common.patterns import MOST_LETTERS
from hcdata.common.sql import fill, join
from hcdata.ingest import cancelled
from hcdata.ingest.layouts.layout import Layout, StrandSource
from hcdata.ingest.values import clean, ranks, service_words
from hcdata.ingest.values.audit_findings import finding
from hcdata.ingest.values.lookup import ALIAS_OF, ANSWERS, NOT_RECORDED, known_as, showable
from hcdata.ingest.values.satisfaction import satisfaction
from hcdata.ingest.values.undecided import is_undecided
from hcdata.schema.feeds import FEEDS

# Between the cells of several strand columns joined into one text (ASCII unit separator).
JOIN = "\x1f"
# Between two strands in one marker.
_TOGETHER = re.compile(r"[/&+]|\band\b", re.IGNORECASE)
# A word that begins so is no plain no, and no yes either: "No - withdrawn", "Not confirmed", "Unknown at this time".
_DOUBTED = re.compile(r"(no|not|none|n|nil|unknown|unconfirmed)\b")
# What a label of counts means when it stands for every strand, or for every category.
EVERY = "all"
_WHOLE_FORCE = ("force", "all", "force-wide", "force wide", "whole force", "all districts")
# Where no word is passed over: who is victim, and what an incident is, has to be said.
_NEVER_BLANK = ("person_role", "person_type", "kind")
_EVERY_STRAND = ("all", "all strands", "any strand", "all hate crime", "all hate crimes")


def cleaners(config: Config, layout: Layout) -> dict[str, Callable[[str], str | None]]:
    """Return, for each looked-up field, the function from a written value to its id (None: not recorded)."""
    districts = clean.index(config.district)
    titles = {title: code for code, (title, _) in config.outcome.items()} | config.outcome_words
    outcome_titles = {clean.outcome_words(title): code for title, code in titles.items()}
    actions = clean.index(config.key_action) | {str(action.number): action.id for action in config.key_action}
    known: dict[str, Callable[[str], str | None]] = {
        "district": _as_found if layout.districts_as_found else lambda text: clean.district(text, districts),
        "district_or_force": lambda text: clean.look_up(
            text, districts | {"force": "force", "all": "force", "force-wide": "force"}
        ),
        "channel": _by_index(clean.index(config.channel)),
        "place_type": _by_index(clean.index(config.setting)),
        "kind": _by_index(clean.index(config.record_kind)),
        "offence_code": clean.offence_code,
        "outcome": lambda text: None if is_undecided(text) else clean.outcome_code(text, outcome_titles),
        **dict.fromkeys(ANSWERS, clean.answer),
        "flag_right": finding,
        "status": clean.says_cancelled,
        "cancel_reason": cancelled.reason,
        "contact_kind": clean.contact_kind,
        "satisfaction": satisfaction,
        "risk_level": service_words.risk_level,
        "dissatisfied_reason": service_words.reason,
        "learned": service_words.is_learned,
        "rank": _rank(config),
        "action_status": clean.action_status,
        "key_action": lambda text: clean.key_action(text, actions),
        "person_role": clean.role,
        "person_type": clean.is_individual,
    }
    if layout.rows:
        layout = layout.model_copy(update={"values": layout.values | {"kind": layout.rows.values}})
    if layout.feed == "event":
        known["kind"] = clean.event_kind
    known = {field: function if field in _NEVER_BLANK else _or_blank(function) for field, function in known.items()}
    if FEEDS[layout.feed].is_counts:
        known |= _labels(known["district"], config, layout)
    return {
        field: _first(
            _aliases(config, known_as(field, layout.feed)) | _normalised(layout.values.get(field, {})), function
        )
        for field, function in known.items()
    }


def _rank(config: Config) -> Callable[[str], str | None]:
    """Return the reader of ranks; words the configuration counts as a supervisor's are the least rank that is one."""
    people = config.people
    own = {clean.normalise(word): people.supervisor_from for word in people.supervisor_ranks}
    known = {word: rank for word, rank in own.items() if ranks.parse(word) in (clean.UNMAPPED, None)}
    return _first(known, lambda text: ranks.parse(text, people.acting_ranks))


def _labels(
    district: Callable[[str], str | None], config: Config, layout: Layout
) -> dict[str, Callable[[str], str | None]]:
    """Return the cleaners of the labels of a row of counts: of one district or all, one strand or all, a category."""
    force = dict.fromkeys(map(clean.normalise, (config.force.name, *_WHOLE_FORCE)), "force")
    every = dict.fromkeys(_EVERY_STRAND, EVERY)
    strands = strands_known(config, layout)
    return {
        "district": _first(force, district),
        "strand": _first(every, lambda text: clean.strand(text, strands)),
        "category": _first({EVERY: EVERY}, lambda text: text if showable(text) else clean.UNMAPPED),
    }


def _as_found(text: str) -> str:
    """Return the id of an area by its own name; a number or an address in its column is none."""
    return clean.area_id(text) if showable(text) else clean.UNMAPPED


def _or_blank(function: Callable[[str], str | None]) -> Callable[[str], str | None]:
    """Let what nobody knows be no value where it is a sign for none: a dash, 'N/K', '#N/A'."""

    def cleaned(text: str) -> str | None:
        found = function(text)
        return None if found == clean.UNMAPPED and clean.says_nothing(text) else found

    return cleaned


def _by_index(known: dict[str, str]) -> Callable[[str], str | None]:
    return lambda text: clean.look_up(text, known)


def _aliases(config: Config, field: str) -> dict[str, str | None]:
    """Return what the register says a field's values mean; not_recorded is a blank."""
    told = _normalised(config.alias.get(ALIAS_OF.get(field, ""), {}))
    return {text: None if target == NOT_RECORDED else target for text, target in told.items()}


def _normalised(values: dict[str, str]) -> dict[str, str]:
    return {clean.normalise(text): target for text, target in values.items()}


def _first(own: Mapping[str, str | None], otherwise: Callable[[str], str | None]) -> Callable[[str], str | None]:
    return lambda text: own[word] if (word := clean.normalise(text)) in own else otherwise(text)


def strands_known(config: Config, layout: Layout) -> dict[str, str]:
    """Return the strand of every marker known: names and aliases of config, the register's, those a layout brings."""
    brought = {clean.normalise(strand.id): strand.id for strand in layout.declare_strands}
    entered = {clean.strand_word(text): target for text, target in config.alias.get("strand", {}).items()}
    return clean.index(config.strand) | entered | brought


def strands_of(joined: str, sources: Iterable[StrandSource], known: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return the strands of a row's strand cells, sorted, and the markers nobody knows."""
    cells = dict(cell.split(":", 1) for cell in joined.split(JOIN))
    found: set[str] = set()
    unknown: list[str] = []
    for number, source in enumerate(sources):
        text = cells.get(str(number))
        if text is not None:
            for marker, target in _strands_of_cell(text, source, known):
                if target == clean.UNMAPPED:
                    unknown.append(marker)
                elif target != NOT_RECORDED:
                    found.add(target)
    return sorted(found - {clean.NOT_STATED} or found), unknown


def _strands_of_cell(text: str, source: StrandSource, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    own = _normalised(source.values)
    whole = clean.normalise(text) in own or len(text) > MOST_LETTERS
    parts = [text] if whole else re.split(source.split, text)
    for marker in filter(None, map(str.strip, parts)):
        word = clean.normalise(marker)
        if word in own:
            yield marker, own[word]
        elif word in map(clean.normalise, source.no) or clean.yes_no(word) == "false":
            continue
        elif source.otherwise:
            if not clean.says_nothing(word):
                yield marker, clean.UNMAPPED if _DOUBTED.match(word) else source.otherwise
        elif clean.strand(marker, known) != clean.UNMAPPED or not clean.says_no_strand(marker):
            yield from ((part, clean.strand(part, known)) for part in _apart(marker, known))


def _apart(marker: str, known: Mapping[str, str]) -> list[str]:
    """Return 'Race' and 'Religion' of 'Race/Religion' or 'Race & Religion', where each is known and the two are not."""
    if clean.strand(marker, known) != clean.UNMAPPED:
        return [marker]
    parts = [part.strip() for part in _TOGETHER.split(marker)]
    return parts if all(clean.strand(part, known) != clean.UNMAPPED for part in parts) else [marker]


def make(
    con: duckdb.DuckDBPyConnection,
    text_tables: dict[str, list[str]],
    config: Config,
    layout: Layout,
    name: Literal["value_map", "person_map"] = "value_map",
) -> None:
    """Make `name(field, text, id, unknown)` for the fields of the text tables; one row for each distinct value met."""
    making = "CREATE OR REPLACE TEMP TABLE {name} (field VARCHAR, text VARCHAR, id VARCHAR, unknown BOOLEAN)"
    con.execute(fill(making, name=name))
    known = cleaners(config, layout)
    known["row_kind"] = known["kind"]
    strand_index = strands_known(config, layout)
    rows: list[tuple[str, str, str | None, bool]] = []
    for table, fields in text_tables.items():
        wanted = [field for field in fields if field in known or field == "strands"]
        lists = join(
            ", ", (fill("list(DISTINCT {field}) FILTER ({field} IS NOT NULL)", field=field) for field in wanted)
        )
        met = con.execute(fill("SELECT {lists} FROM {table}", lists=lists, table=table)).fetchall()[0]
        for field, texts in zip(wanted, met, strict=True):
            for text in texts or ():
                if field == "strands":
                    ids, unknown = strands_of(text, layout.strands, strand_index)
                    rows.append((field, text, ",".join(ids), bool(unknown)))
                else:
                    rows.append((field, text, known[field](text), False))
    if rows:
        con.execute(
            fill("INSERT INTO {name} SELECT unnest($field), unnest($text), unnest($id), unnest($unknown)", name=name),
            dict(zip(("field", "text", "id", "unknown"), map(list, zip(*rows, strict=True)), strict=True)),
        )
