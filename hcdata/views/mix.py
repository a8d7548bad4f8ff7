"""How the records of the period split: by strand, district, offence group, channel, beside the period before."""

import pandas as pd

from hcdata.measures import registry
from hcdata.views.context import Context
from hcdata.views.field_words import BLANKS
from hcdata.views.figures import figure, judge
from hcdata.views.missing import Simply
from hcdata.views.parts import Dimension, Mix
from hcdata.views.spans import span

_COLUMNS = ["id", "name", "n", "share", "prior_n", "chance", "p", "lacking"]


def mix(context: Context, dimension: Dimension) -> Mix:
    """Count the period's records by their parts, each beside the period compared with.

    Strands and districts stand all and in the order of config; of the others only those with a record.
    """
    missing = figure(context, context.volume).missing
    if missing:
        return Mix(dimension, pd.DataFrame(columns=_COLUMNS), 0, missing)
    dates = span(context, registry.one(context.volume))
    asked = [(context.volume, one) for one in (dates.now, dates.before) if one]
    now, *earlier = context.ask_all(asked, (dimension,))
    before = dict(zip(earlier[0][dimension], earlier[0]["n"], strict=True)) if earlier else {}
    total = context.ask(context.volume)["n"][0] or 0
    counts = dict(zip(now[dimension], now["n"], strict=True))
    rows = []
    for one, name in _list_parts(context, dimension, {part for part, n in counts.items() if n}).items():
        if one in counts and counts[one] is None:
            continue
        n, prior = counts.get(one) or 0, (before.get(one) or 0) if earlier else None
        lacking = context.absences(context.volume, dates.now, str(one)) if dimension == "district" else ()
        found = judge("count", n, None, prior, None, level=context.evidence)
        rows.append((one, name, n, n / total if total else None, prior, found.chance, found.p, lacking))
    why = None if total else Simply("nothing_recorded")
    if total and rows and {row[1] for row in rows} <= set(BLANKS.values()):
        why = Simply("recorded_for_none")
    return Mix(dimension, pd.DataFrame(rows, columns=_COLUMNS), total, why, context.evidence)


def _list_parts(context: Context, dimension: Dimension, seen: set[str | None]) -> dict[str | None, str]:
    """Return the parts to show, id to name: in the order of config, then others seen, what is not known last."""
    if dimension in ("strand", "district"):
        frame = context.strands if dimension == "strand" else context.districts
        return dict(frame[["id", "name"]].itertuples(index=False))
    config = context.store.config
    named: dict[str, dict[str, str]] = {
        "offence_group": {group.name: group.name for group in config.offence_group},
        "channel": {channel.id: channel.name for channel in config.channel},
        "setting": {setting.id: setting.name for setting in config.setting},
        "kind": {kind.id: kind.name for kind in config.record_kind},
    }
    others = sorted({str(one) for one in seen if one is not None} - named[dimension].keys() - BLANKS.keys())
    whole: dict[str | None, str] = {None: BLANKS["not_recorded"]}
    for parts in (named[dimension], dict(zip(others, others, strict=True)), BLANKS):
        whole.update(parts)
    return {one: whole[one] for one in [*list(whole)[1:], None] if one in seen}
