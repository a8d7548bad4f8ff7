"""What a layout says its values mean: ids that there are, or records would be counted under a name that nobody has."""

from collections.abc import Collection, Iterator

from hcdata.common.config import Config
from hcdata.common.errors import ConfigError
from hcdata.ingest.layouts.layout import Layout
from hcdata.ingest.values import clean
from hcdata.ingest.values.lookup import ANSWERS, NOT_RECORDED
from hcdata.ingest.values.maps import EVERY, cleaners
from hcdata.ingest.values.ranks import ORDER
from hcdata.ingest.values.satisfaction import MEANINGS
from hcdata.ingest.values.service_words import LEVELS, REASONS
from hcdata.schema.feeds import FEEDS

_YES_OR_NO = ("true", "false")


def refuse(config: Config, layout: Layout) -> None:
    """Raise ConfigError naming every id in [values] and [[strands]] that config and layout do not know."""
    faults = list(_faults(config, layout))
    if faults:
        raise ConfigError(f"layout {layout.name}", "; ".join(faults), do="write one of the ids, and load again")


def _faults(config: Config, layout: Layout) -> Iterator[str]:
    allowed = _allowed(config, layout)
    for field, told in layout.values.items():
        if field not in cleaners(config, layout):
            yield f"[values.{field}]: no field of feed {layout.feed} that is looked up"
        elif field in allowed:
            yield from _unknown(f"[values.{field}]", told.values(), allowed[field])
    if layout.rows:
        yield from _unknown("[rows.values]", layout.rows.values.values(), allowed["kind"])
    for source in layout.strands:
        said = [*source.values.values(), *([source.otherwise] if source.otherwise else [])]
        yield from _unknown(f"[[strands]] of column {source.column}", said, allowed["strands"])


def _unknown(where: str, said: Collection[str], known: Collection[str]) -> Iterator[str]:
    for id in sorted(set(said) - {*known, NOT_RECORDED}):
        yield f"{where}: no id '{id}' (there are {', '.join(known)})"


def _allowed(config: Config, layout: Layout) -> dict[str, Collection[str]]:
    """Return the ids each field may have; a field that is not here may have any."""
    strands = [*(one.id for one in config.strand), *(one.id for one in layout.declare_strands), clean.NOT_STATED]
    districts = [*(one.id for one in config.district), *(one.id for one in layout.declare_districts)]
    found: dict[str, Collection[str]] = {
        "channel": [one.id for one in config.channel],
        "place_type": [one.id for one in config.setting],
        "kind": clean.KINDS["event_kind"] if layout.feed == "event" else [one.id for one in config.record_kind],
        "key_action": [one.id for one in config.key_action],
        "district_or_force": [*districts, "force"],
        "outcome": list(config.outcome),
        "strands": strands,
        "strand": [*strands, EVERY],
        "cancel_reason": clean.CANCEL_REASONS,
        "rank": ORDER,
        **dict.fromkeys((*ANSWERS, "status", "person_type", "learned"), _YES_OR_NO),
        "satisfaction": MEANINGS,
        "risk_level": LEVELS,
        "dissatisfied_reason": REASONS,
        **clean.KINDS,
    }
    if not layout.districts_as_found:
        found["district"] = [*districts, *(["force"] if FEEDS[layout.feed].is_counts else [])]
    return found
