"""Results as tidy frames with readable column names: the table under each chart, and the sheet in the workbook."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from hcdata.present.text import absences, plan_words, repeat_words, series, signals
from hcdata.present.text import split as in_words
from hcdata.stats.arrays import Floats
from hcdata.views.parts import Mix
from hcdata.views.results import Comparison, Figure, Locations, Nominals, Plan, Trend, Unit

TOO_FEW, NOT_RECORDED, NO_FIGURE = "too few", "not recorded", "no figure"
# Where a district lies round the figure of all together; between the two limits nothing is said of it.
AGAINST = {
    "High (0.001)": "above the 99.8 % limit: unlikely to be chance",
    "High (0.025)": "above the 95 % limit: could be chance",
    "Not significant": "within the limits",
    "Low (0.025)": "below the 95 % limit: could be chance",
    "Low (0.001)": "below the 99.8 % limit: unlikely to be chance",
}
# How a value is shown, by unit: its column, what it is multiplied by, its decimals.
SHOWN: dict[Unit, tuple[str, int, int]] = {
    "percent": ("Percent", 100, 1),
    "rate": ("Rate per 1,000", 1, 2),
    "count": ("Number", 1, 0),
}


def months(trend: Trend) -> pd.DataFrame:
    """Return Month, Number, 12 months to here, Complete, with a usual range Mean, Lower, Upper, and what stands out."""
    frame = trend.months
    table = pd.DataFrame(
        {
            "Month": dates(frame["month"], "%b %Y"),
            "Number": whole(frame["n"], absences.NOT_LOADED),
            "12 months to here": whole(frame["r12"], "needs 12 complete months"),
            "Complete": [said or one for said, one in zip(absences.states(trend), yes(frame["complete"]), strict=True)],
        }
    )
    if "upper" in frame and frame["upper"].notna().any():
        for name in ("mean", "lower", "upper"):
            table[name.title()] = rounded(frame[name], 1, "month not complete")
    if frame["mark"].any():
        table["Stands out"] = [signals.meaning(trend) if mark else "" for mark in frame["mark"]]
    return table


def parts(trends: Sequence[Trend], name: Callable[[Trend], str] = series.name) -> pd.DataFrame:
    """Return Month and one column of numbers for each trend, by its name; nothing where none has a month."""
    shown = {
        name(one): whole(one.months["n"], absences.NOT_LOADED).set_axis(dates(one.months["month"], "%b %Y"))
        for one in trends
        if len(one.months)
    }
    return pd.DataFrame(shown).rename_axis("Month").reset_index() if shown else pd.DataFrame()


def districts(comparison: Comparison) -> pd.DataFrame:
    """Return District, Number, Population or Due, the value in its unit, Number before, against all and over time."""
    rows = comparison.rows
    name, times, decimals = SHOWN[comparison.unit]
    table = pd.DataFrame({"District": rows["name"], "Number": whole(rows["n"], absences.NOT_LOADED)})
    if comparison.unit != "count":
        over = "Population" if comparison.unit == "rate" else "Due"
        table[over] = whole(rows["of"], NOT_RECORDED)
        table[name] = rounded(rows["value"], decimals, NO_FIGURE, times)
    table["Number before"] = whole(rows["prior_n"], NO_FIGURE)
    if comparison.missing is None:
        table["Against all districts"] = [
            AGAINST.get(value, NO_FIGURE) if known else NO_FIGURE
            for value, known in zip(rows["significance"], rows["value"].notna(), strict=True)
        ]
    # A share of as many may be of another base, and so be another.
    table["Change since"] = (rows["chance"] if comparison.unit == "percent" else since(rows)).tolist()
    return table


def settings(locations: Locations) -> pd.DataFrame:
    """Return Setting, Number, Percent of all, Number before, Change since."""
    frame = locations.settings
    return pd.DataFrame(
        {
            "Setting": frame["name"],
            "Number": whole(frame["n"], TOO_FEW),
            "Percent of all": rounded(frame["share"], 1, TOO_FEW, 100),
            "Number before": whole(frame["prior_n"], NO_FIGURE),
            "Change since": since(frame),
        }
    )


def mix(split: Mix) -> pd.DataFrame:
    """Return Strand or District, Number, Percent of all, Number before, Change since."""
    frame = in_words.parts(split)
    return pd.DataFrame(
        {
            in_words.NAMES[split.dimension].capitalize(): frame["name"],
            "Number": whole(frame["n"], NO_FIGURE),
            "Percent of all": rounded(frame["share"], 1, NO_FIGURE, 100),
            "Number before": whole(frame["prior_n"], NO_FIGURE),
            "Change since": since(frame),
        }
    )


def since(rows: pd.DataFrame) -> pd.Series:
    """Return what is said of each change since the period before: none where both numbers are the same."""
    same = _read(rows["n"]) == _read(rows["prior_n"])
    return rows["chance"].mask(pd.Series(same, index=rows.index) & rows["chance"].eq("could be chance"), "no change")


def places(locations: Locations) -> pd.DataFrame:
    """Return District, Type of place, Repeat places, Crimes there, New (in 3 months or the period)."""
    frame = locations.places
    return pd.DataFrame(
        {
            "District": frame["district"],
            "Type of place": frame["place_type"],
            "Repeat places": whole(frame["places"], TOO_FEW),
            "Crimes there": whole(frame["crimes"], TOO_FEW),
            repeat_words.new_column(locations.repeat): whole(frame["new"], TOO_FEW),
        }
    )


def quarters(nominals: Nominals) -> pd.DataFrame:
    """Return Quarter starting, Repeat victims, Repeat suspects, Complete."""
    frame = nominals.quarters
    return pd.DataFrame(
        {
            "Quarter starting": dates(frame["quarter"], "%b %Y"),
            "Repeat victims": whole(frame["repeat_victims"], NO_FIGURE),
            "Repeat suspects": whole(frame["repeat_suspects"], NO_FIGURE),
            "Complete": yes(frame["complete"]),
        }
    )


def suspects(nominals: Nominals) -> pd.DataFrame:
    """Return the repeat suspects: Nominal, Districts, Crimes, In the period, New, Last recorded, Outcomes so far."""
    frame = nominals.most_frequent_suspects
    return _people(frame, nominals.suspects).assign(**{"Outcomes so far": words(frame["outcomes"])})


def victims(nominals: Nominals) -> pd.DataFrame:
    """Return the repeat victims: Nominal, Districts, Crimes, In the period, New, Last recorded, Earlier incidents."""
    frame = nominals.most_frequent_victims
    return _people(frame, nominals.victims).assign(
        **{"Earlier non-crime incidents": whole(frame["incidents"], TOO_FEW)}
    )


def _people(frame: pd.DataFrame, figure: Figure) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Nominal": frame["label"],
            "Districts": words(frame["districts"]),
            "Crimes": whole(frame["crimes"], TOO_FEW),
            "In the period": whole(frame["asked"], TOO_FEW),
            repeat_words.new_column(figure): yes(frame["new"]),
            "Last recorded": dates(frame["last_recorded"], "%d %b %Y"),
        }
    )


def actions(plan: Plan, key_action: str | None = None) -> pd.DataFrame:
    """Return Action, Key action, Title, District, Owner, Raised, Due, Latest update, Standing (discharged when)."""
    chosen = slice(None) if key_action is None else plan.actions["key_action"] == key_action
    frame, stands = plan.actions.loc[chosen], plan_words.standing(plan).loc[chosen]
    names = {"action_no": "Action", "key_action": "Key action"}
    text = ("action_no", "key_action", "title", "district", "owner")
    table = pd.DataFrame({names.get(name, name.title()): words(frame[name]) for name in text})
    return table.assign(
        Raised=dates(frame["raised_on"], "%d %b %Y"),
        Due=dates(frame["due_on"], "%d %b %Y"),
        **{"Latest update": _updates(frame)},
        Standing=_standing(frame, stands),
    )


def _updates(frame: pd.DataFrame) -> pd.Series:
    """Return the latest update of each action with its day: '20 Oct 2026: On track'."""
    day, text = dates(frame["updated_on"], "%d %b %Y"), frame["latest_update"].fillna("")
    said = [
        ": ".join(filter(None, (when.replace(NOT_RECORDED, ""), what))) for when, what in zip(day, text, strict=True)
    ]
    return pd.Series([one or "none" for one in said], index=frame.index, dtype=object)


def _standing(frame: pd.DataFrame, stands: pd.Series) -> pd.Series:
    """Return how each action stands: the day of its discharge, or that one waits for the tactical lead."""
    discharged = stands.eq("discharged")
    proposed = frame["proposed"].astype(bool)
    day = dates(frame["discharged_on"], "%d %b %Y").replace(NOT_RECORDED, "on a day not recorded")
    return stands.where(~proposed, stands + ", discharge proposed").where(~discharged, stands + " " + day)


def whole(values: pd.Series, instead: str) -> pd.Series:
    """Return whole numbers; where some are missing, text, as a table on a page has one type a column."""
    return _fill(np.round(_read(values)), instead, int, values.index)


def rounded(values: pd.Series, decimals: int, instead: str, times: int = 1) -> pd.Series:
    """Return numbers, times a factor, to so many decimals; text where some are missing as in `whole`."""
    return _fill(np.round(_read(values) * times, decimals), instead, float, values.index)


def _read(values: pd.Series) -> Floats:
    return pd.to_numeric(values, errors="coerce").to_numpy(dtype=float, na_value=np.nan)


def _fill(values: Floats, instead: str, kind: type[int] | type[float], index: pd.Index) -> pd.Series:
    missing = np.isnan(values)
    if missing.any():
        pairs = zip(values.tolist(), missing.tolist(), strict=True)
        return pd.Series([instead if none else _write(kind(value)) for value, none in pairs], index=index)
    return pd.Series(pd.array(values, dtype="Int64" if kind is int else "Float64"), index=index)


def _write(value: Any) -> str:
    return value if isinstance(value, str) else f"{value:,}"


def words(values: pd.Series) -> pd.Series:
    """Return text, 'not recorded' where it is missing."""
    return values.astype(object).where(values.notna(), NOT_RECORDED)


def dates(values: pd.Series, form: str) -> pd.Series:
    """Return days as text, 'not recorded' where there is none."""
    days = pd.to_datetime(values)
    text = [NOT_RECORDED if day is pd.NaT else day.strftime(form).lstrip("0") for day in days]
    return pd.Series(text, index=values.index, dtype=object)


def yes(values: pd.Series) -> pd.Series:
    """Return yes or no, 'not recorded' where it is missing."""
    text = [{True: "yes", False: "no"}.get(value, NOT_RECORDED) for value in values]
    return pd.Series(text, index=values.index, dtype=object)
