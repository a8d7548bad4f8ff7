"""What can still be put right now: of each promise the open crimes without it, longest waiting first."""

from dataclasses import dataclass

import pandas as pd

from hcdata.disclosure.disclose import strip
from hcdata.measures import registry, run
from hcdata.views import put_right
from hcdata.views.cases import name_codes
from hcdata.views.context import Context
from hcdata.views.missing import Missing

_COLUMNS = ["crime_ref", "district", "recorded_on", "strands", "offence_title", "lacks", "waiting"]


@dataclass(frozen=True)
class Promise:
    """A duty: how many open crimes lack its record, and how many days the one waiting longest has waited."""

    measure: str
    title: str
    lacks: str
    n: int
    longest: int | None
    missing: Missing | None = None


@dataclass(frozen=True)
class WorkList:
    """Every promise, and the crimes that lack something.

    crimes: crime_ref, district, recorded_on, strands, offence_title, lacks (what is not recorded, '; ' between) and
    waiting (days since the first of it fell due), one row a crime, the longest waiting first.
    by_district: district (id), name, measure, n; of districts with any.
    """

    promises: tuple[Promise, ...]
    crimes: pd.DataFrame
    by_district: pd.DataFrame

    @property
    def loaded(self) -> bool:
        """Whether anything is loaded of any promise: where nothing is, no crime is known to lack nothing."""
        return any(one.missing is None for one in self.promises)


def work_list(context: Context) -> WorkList:
    """List what each duty's open crimes lack, within the dates asked for and the scope's records."""
    duties = [one for one in registry.all().values() if one.duty and not one.of_closed]
    promises: list[Promise] = []
    found: list[pd.DataFrame] = []
    for header in duties:
        missing = context.missing(header.id)
        if missing:
            promises.append(Promise(header.id, header.title, header.lacks, 0, None, missing))
            continue
        asked = context.store, header.id, context.filters, context.scope
        rows = pd.concat([run.cases(*asked, state) for state in header.mendable])
        rows = put_right.list_cases(context, header, rows, "to_put_right")
        longest = int(rows["waiting"].max()) if len(rows) else None
        promises.append(Promise(header.id, header.title, header.lacks, rows["ref"].nunique(), longest))
        found.append(rows.assign(measure=header.id))
    every = pd.concat(found) if found else pd.DataFrame(columns=["ref", "measure", *_COLUMNS])
    counted = every.groupby(["district", "measure"], as_index=False)["ref"].nunique().rename(columns={"ref": "n"})
    names = counted["district"].map(lambda one: context.names.get(one, one))
    return WorkList(tuple(promises), _merge(context, every), counted.assign(name=names))


def _merge(context: Context, every: pd.DataFrame) -> pd.DataFrame:
    """Give each crime one row, with all it lacks."""
    if every.empty:
        return pd.DataFrame(columns=_COLUMNS)
    oldest = every.sort_values(["waiting", "ref"], ascending=[False, True], kind="stable")
    lacks = oldest.groupby("ref")["lacks"].agg(lambda lacking: "; ".join(dict.fromkeys(lacking)))
    one = oldest.drop_duplicates("ref")
    one = one.assign(lacks=one["ref"].map(lacks), **name_codes(context, one))
    return strip(one)[_COLUMNS].reset_index(drop=True)
