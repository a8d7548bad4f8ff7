"""Aliases entered in the register: what a written value means, once for all later loads."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from hcdata.common.config import Config
from hcdata.common.errors import StoreError
from hcdata.ingest.values import clean
from hcdata.ingest.values.lookup import ALIAS_OF, NOT_RECORDED
from hcdata.ingest.values.ranks import RANKS
from hcdata.store import register
from hcdata.store.register import Alias, Entry

FIELDS = tuple(dict.fromkeys(ALIAS_OF.values()))
# Fields whose ids stand in the configuration under their own name.
_CONFIGURED = ("district", "strand", "channel", "setting", "record_kind", "key_action")
_NAMED = {
    "rank": RANKS,
    "answer": {"true": "Yes", "false": "No"},
    "status": {"true": "Cancelled or transferred", "false": "Stands"},
    "person_type": {"true": "Private person", "false": "Business, the state or an officer on duty"},
    "cancel_reason": {code: code for code in clean.CANCEL_REASONS},
    **{field: {id: id.replace("_", " ").capitalize() for id in ids} for field, ids in clean.KINDS.items()},
}


def with_aliases(config: Config, folder: Path, to: int | None = None) -> Config:
    """Return the configuration with the aliases in force beside its own; of one text, in any case, the newest counts.

    With `to`, those in force when that entry of the register was its newest.
    """
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for field, told in config.alias.items():
        found[field] = {clean.normalise(text): target for text, target in told.items()}
    for entry in register.entries(folder, "alias", to):
        if isinstance(entry.about, Alias):
            found[entry.about.field][clean.normalise(entry.about.text)] = entry.about.id
    return config.model_copy(update={"alias": dict(found)})


def ids(config: Config, field: str) -> dict[str, str]:
    """Return what an alias of a field may mean: id and name, not recorded last."""
    named: Mapping[str, str]
    if field == "outcome":
        named = {code: f"{code} {title}" for code, (title, _) in config.outcome.items()}
    elif field in _CONFIGURED:
        named = {one.id: one.name for one in getattr(config, field)}
    else:
        named = _NAMED[field]
    stated = {clean.NOT_STATED: "Hate, strand not stated"} if field == "strand" else {}
    return {**named, **stated, NOT_RECORDED: "Not recorded"}


def add(folder: Path, config: Config, field: str, text: str, target: str, by: str, reason: str = "") -> Entry:
    """Enter an alias and return the entry; StoreError where field or id is not known, or config says otherwise."""
    if field not in FIELDS:
        raise StoreError("alias", "no field of this name", f"one of {', '.join(FIELDS)}", "name one of these")
    if target not in ids(config, field):
        known = ", ".join(ids(config, field))
        raise StoreError("alias", f"no {field} has this id", f"one of {known}", "name one of these")
    if not text.strip():
        raise StoreError("alias", "an empty text", "the value as exports write it", "blanks are not recorded already")
    own = clean.index(getattr(config, field)) if field in _CONFIGURED else {}
    if own.get(clean.normalise(text), target) != target:
        raise StoreError(
            "alias",
            f"the configuration says this text is another {field}",
            "a text it does not know",
            "change it there",
        )
    about = {"field": field, "text": " ".join(text.split()), "id": target}
    return register.add(folder, "alias", about, by, reason)


def withdraw(folder: Path, number: int, by: str, reason: str = "") -> Entry:
    """Take an alias out of force and return the withdrawal; StoreError where no alias in force has the number."""
    if number not in {entry.number for entry in register.entries(folder, "alias")}:
        raise StoreError("alias", f"no alias {number} in force", "the number of one listed", "list the aliases")
    return register.withdraw(folder, number, by, reason)
