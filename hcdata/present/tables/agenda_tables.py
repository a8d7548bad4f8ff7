"""The table of the districts' updates."""

from collections.abc import Mapping, Sequence

import pandas as pd

from hcdata.views.agenda import DistrictRow


def districts(rows: Sequence[DistrictRow], titles: Mapping[str, str], month: str) -> pd.DataFrame:
    """Return District, crimes of the month, a column a duty as n of N, To put right, Open actions and Overdue."""
    duties = [id for id, _, _ in rows[0].due] if rows else []
    table = pd.DataFrame({"District": [one.name for one in rows]})
    table[f"Hate crimes, {month}"] = [_number(one.crimes) for one in rows]
    for place, id in enumerate(duties):
        table[titles[id][:1].upper() + titles[id][1:]] = [_share(*one.due[place][1:]) for one in rows]
    return table.assign(
        **{
            "To put right": [_number(one.to_put_right) for one in rows],
            "Open actions": [_number(one.open) for one in rows],
            "Overdue": [_number(one.overdue) for one in rows],
        }
    )


def _number(n: int | None) -> str:
    return "not loaded" if n is None else f"{n:,}"


def _share(n: int | None, of: int | None) -> str:
    if n is None:
        return "not loaded"
    return f"{n:,} of {of:,}" if of else "none due"
