"""Repeat victims, suspects and places as counts only."""

from collections.abc import Sequence
from datetime import date

from openpyxl.workbook.workbook import Workbook

from hcdata.exports.sheets import charts, figures
from hcdata.exports.sheets.cells import COUNT, NONE, Value, absence, count, last_complete, state, words
from hcdata.exports.sheets.page import Page
from hcdata.present.text import about_words, missing_words
from hcdata.present.text.repeat_words import new_column
from hcdata.present.text.words import nominals_sentence
from hcdata.stats import periods
from hcdata.views.apart import Again
from hcdata.views.results import Figure, Locations, Nominals, PerformanceUpdate

# As for figures, with room for the type of place.
WIDTHS = (figures.WIDTHS[0], 22, *figures.WIDTHS[2:])


def write(book: Workbook, update: PerformanceUpdate) -> None:
    """Write the three repeat measures, repeat people by quarter, and repeat places by district and type."""
    about = update.about
    of = f"{about_words.districts(about.districts)}, {about_words.period(about)}"
    title = f"Repeat victims, suspects and places: {of}"
    page = Page(book, "Repeat", title, nominals_sentence(update.nominals), about, WIDTHS)
    repeats = (update.nominals.victims, update.nominals.suspects, update.locations.repeat)
    figures.write(page, repeats, about)
    _rests(page, repeats)
    _quarters(page, update.nominals)
    _places(page, update.locations)


def _rests(page: Page, repeats: Sequence[Figure]) -> None:
    """Write what each figure rests on: earlier incidents alone, crimes of the period; and how many are new."""
    page.heading("What the repeats rest on")
    headers = (
        "Measure",
        "Number",
        "Only after a non-crime incident",
        "Within the period itself",
        new_column(repeats[0]),
    )
    page.table(headers, [_rest(figure) for figure in repeats])


def _rest(figure: Figure) -> list[Value]:
    if figure.missing:
        return [words(figure.title), *[words(absence(figure))] * 4]
    found = figure.again or Again(0, True, 0, 0)
    return [
        words(figure.title),
        count(figure.n),
        count(found.on_incidents) if figure.measure == "repeat_victims" else Value(NONE),
        count(found.within) if figure.measure == "repeat_places" else Value(NONE),
        count(found.new),
    ]


def _quarters(page: Page, nominals: Nominals) -> None:
    page.heading("By quarter")
    frame = nominals.quarters
    if frame.empty:
        page.line(missing_words.say(nominals.missing) or "No quarter has a full look-back yet.")
        return
    rows = [
        [
            words(_name(row["quarter"])),
            count(row["repeat_victims"]),
            count(row["repeat_suspects"]),
            state(row["complete"]),
        ]
        for row in frame.to_dict("records")
    ]
    block = page.table(("Quarter", "Repeat victims", "Repeat suspects", "State"), rows)
    title = "Repeat victims and suspects in each complete quarter"
    page.beside(block, charts.columns(block, [2, 3], title, "people", COUNT, until=last_complete(frame["complete"])))


def _name(start: date) -> str:
    last = periods.add_months(start, 2)
    return f"{start:%b} to {last:%b %Y}"


def _places(page: Page, locations: Locations) -> None:
    page.turn()
    page.heading("Repeat places by district and type, never an address")
    if locations.places.empty:
        page.line(missing_words.say(locations.repeat.missing) or "No place was a repeat place in this period.")
        return
    rows = [
        [
            words(row["district"]),
            words(row["place_type"]),
            count(row["places"]),
            count(row["crimes"]),
            count(row["new"]),
        ]
        for row in locations.places.to_dict("records")
    ]
    page.table(("District", "Type of place", "Places", "Crimes there", new_column(locations.repeat)), rows)
