"""The Chief Officers' workbook: the Performance Update as values and native charts, checked before use."""

import re
import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pandas as pd
from openpyxl import Workbook

from hcdata.exports import alt_text, check, contents
from hcdata.exports.sheets import (
    actions,
    cover,
    districts,
    headlines,
    key_actions,
    monthly,
    outcomes,
    quality,
    repeat,
    strands,
    victim_service,
)
from hcdata.exports.sheets.quality import Changed
from hcdata.present.text import about_words
from hcdata.views.outcomes import Outcomes
from hcdata.views.quality import Quality
from hcdata.views.results import About, PerformanceUpdate

CONTENTS = {
    "Headlines": "What stands out, in sentences, and the headline figures",
    "Monthly": "Recorded each month, its usual range and the rolling 12 months",
    "Districts": "Rate and the contact duty by district, never ranked, and months",
    "Strands": "Each strand's year and months",
    "Outcomes": "The positive outcome rate on each basis, and every outcome assigned",
    "Victim service": "What victims were promised: evidenced, due, not recorded",
    "Repeat": "Repeat victims, suspects and places, as counts only",
    "Key actions": "The six key actions: measures and actions",
    "Actions": "The delivery plan, action by action",
    "Data quality": "What would change a figure, completeness, delay, rows not used, and what the last load changed",
}


def suggest_name(about: About) -> str:
    """Return a file name with marking, scope, period and data-to date.

    As 'OFFICIAL-SENSITIVE hate crime Force all strands 12 months to Oct 2026 data to 2026-10-31.xlsx'.
    """
    districts, strands = about_words.districts(about.districts), about_words.strands(about.strands)
    scope = f"{districts[:40]} {strands[:40]} {about_words.period(about)}"
    made_up = "DEMONSTRATION " if about.synthetic else ""
    data_to = about.data_to.isoformat() if about.data_to else "no data"
    return re.sub(r"[^\w .-]", "-", f"{about.marking} {made_up}hate crime {scope} data to {data_to}.xlsx")


def write(
    update: PerformanceUpdate,
    outcomes_: Outcomes,
    quality_: Quality,
    definitions: pd.DataFrame,
    path: Path,
    by: str,
    now: datetime,
    changed: Changed | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Path:
    """Write the workbook, check it, and only then move it into place; ExportError leaves no file.

    A text that looks personal (a postcode in an action's title) is withheld in its cell, and `say` is told which.
    `changed` is what changed since an earlier load and why the total moved; None where there is no earlier load.
    """
    book = _fill(update, outcomes_, definitions, by, now)
    quality.write(book, quality_, update.about, changed)
    for one in contents.withhold(book, by):
        say(f"{one}. What to do: mend the text where it was entered, and export again")
    path.parent.mkdir(parents=True, exist_ok=True)
    # Until it has passed, it lies under a name nobody opens by mistake.
    unchecked = path.parent / f".{secrets.token_hex(8)}.unchecked"
    try:
        with unchecked.open("xb") as file:
            book.save(file)
        alt_text.describe(unchecked)
        check.examine(unchecked, by=by, marking=update.about.marking)
        unchecked.replace(path)
    finally:
        unchecked.unlink(missing_ok=True)
    return path


def _fill(
    update: PerformanceUpdate, outcomes_: Outcomes, definitions: pd.DataFrame, by: str, now: datetime
) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = book.properties.lastModifiedBy = by
    book.properties.title = f"Hate crime Performance Update, {about_words.period(update.about)}"
    book.properties.subject = update.about.marking
    book.properties.created = book.properties.modified = now
    cover.write(book, update.about, CONTENTS, definitions, by, now)
    for sheet in (headlines, monthly, districts, strands):
        sheet.write(book, update)
    outcomes.write(book, outcomes_, update.about)
    for sheet in (victim_service, repeat, key_actions, actions):
        sheet.write(book, update)
    return book
