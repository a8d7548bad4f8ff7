"""What is said beside a figure of repeats: how many are new, and what the others rest on."""

from hcdata.present.text import missing_words, note_words, numbers
from hcdata.present.text.series import lower
from hcdata.views.results import Figure, Locations


def new_column(figure: Figure) -> str:
    """Head the column of those that are new, by the time the figure beside it counts them in."""
    return "New in this period" if figure.again and not figure.again.new_in_quarter else "New in 3 months"


def aside(figure: Figure) -> str:
    """Say it beside a figure, in a tile: '37 only after a non-crime incident; 18 new in three months'."""
    found = figure.again
    if found is None:
        return ""
    new = f"{_n(found.new)} new {'in three months' if found.new_in_quarter else 'in this period'}"
    return "; ".join(filter(None, (_rests(figure), new)))


def beside(figure: Figure) -> str:
    """Say it within a sentence: '37 of them only after a non-crime incident, 18 for the first time ...'."""
    found = figure.again
    if found is None:
        return ""
    when = "in the last three months" if found.new_in_quarter else "in this period"
    return ", ".join(filter(None, (_rests(figure, " of them"), f"{_n(found.new)} for the first time {when}")))


def _rests(figure: Figure, of_them: str = "") -> str:
    found = figure.again
    assert found is not None
    if figure.measure == "repeat_places":
        return f"{_n(found.within)}{of_them} within the period itself"
    return f"{found.on_incidents:,}{of_them} only after a non-crime incident" if found.on_incidents else ""


def _n(n: int) -> str:
    return f"{n:,}" if n else "none"


def places_sentence(locations: Locations, least: int) -> str:
    """Say how many places are repeat places, counted back from the period's crimes, and how many of them are new."""
    figure, found = locations.repeat, locations.repeat.again
    if figure.missing:
        return missing_words.say(figure.missing)
    if found is None:
        none = f"No place had {least} or more incidents of hate crime within 12 months, counted back from this period."
        return none + note_words.behind(figure)
    kinds = locations.places.groupby("place_type")["places"].sum().sort_values(ascending=False, kind="stable")
    named = [f"{lower(kind)} {n:,}" for kind, n in kinds.head(3).items()]
    rest = int(kinds.iloc[3:].sum())
    kind = f" ({', '.join([*named, *([f'other {rest:,}'] if rest else [])])})"
    earlier = figure.n - found.within
    counted = f"{_n(found.within)} within the period itself"
    counted += f", {earlier:,} only together with earlier ones" if earlier else ""
    return (
        f"{numbers.counted(figure.n, 'place', 'places')}{kind} had {least} or more incidents of hate crime within"
        f" 12 months, counted back from a crime of this period: {counted}. {_n(found.new).capitalize()} became"
        f" {'repeat places' if found.new > 1 else 'a repeat place'} for the first time"
        f" {'in the last three months' if found.new_in_quarter else 'in this period'}.{note_words.behind(figure)}"
    )
