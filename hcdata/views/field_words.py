"""What a stored field says in words: the names of districts, strands, outcomes, channels and places for their ids."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd

from hcdata.store.query import Store
from hcdata.store.reference import LEFT_OVER
from hcdata.views.offence_titles import Titles, titles_shown

# What stands for a value nobody knows, and for none.
BLANKS = {"unmapped": "Not recognised", "not_recorded": "Not recorded"}
_YES_NO = {"true": "yes", "false": "no"}


@dataclass(frozen=True)
class FieldWords:
    """The names of ids by field, and what titles of offences are shown as, for one store."""

    names: dict[str, dict[str, str]]
    titles: Callable[[pd.Series], Titles]

    def say(self, field: str | None, text: str | None) -> str | None:
        """Return a field's text with names for ids; a list has them one by one, a blank stays a blank."""
        if text is None or field is None:
            return text
        if field == "incident_ref" and not any(map(str.isdecimal, text)):
            return "not shown: no reference"
        names = self.names.get(field, _YES_NO)
        return ", ".join(names.get(one, one) for one in text.split(", "))

    def name(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return rows of changes with names for ids: columns district, strands, before and after of each field."""
        told: dict[str, list[Any]] = {
            side: [self.say(*pair) for pair in zip(rows["field"], rows[side], strict=True)]
            for side in ("before", "after")
        }
        titles = rows["field"] == "offence_title"
        shown = self.titles(pd.concat([rows.loc[titles, "before"], rows.loc[titles, "after"]]))
        for side, said in told.items():
            told[side] = [shown(text) if own else text for text, own in zip(said, titles, strict=True)]
        told["district"] = [self.say("district", one) for one in rows["district"]]
        told["strands"] = [self.say("strands", ", ".join(ids)) for ids in rows["strands"]]
        # Else a blank would become a number that is none.
        columns = {name: pd.Series(values, rows.index, dtype=object) for name, values in told.items()}
        return rows.assign(**columns)


def field_words(store: Store) -> FieldWords:
    """Return the words of a store's fields."""
    config = store.config
    return FieldWords(
        {
            "district": dict(LEFT_OVER) | store.district_names,
            "strands": dict(store.strands()[["id", "name"]].itertuples(index=False)),
            "outcome_code": {code: f"{code} {title}" for code, (title, _) in config.outcome.items()},
            "channel": BLANKS | {one.id: one.name for one in config.channel},
            "place_type": BLANKS | {one.id: one.name for one in config.setting},
            "settings": {one.id: one.name for one in config.setting},
            "kind": {one.id: one.name for one in config.record_kind},
        },
        partial(titles_shown, store),
    )
