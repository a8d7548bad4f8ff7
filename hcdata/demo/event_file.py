"""The events list: made-up trigger events, festivals and changes of recording."""

from datetime import date

from hcdata.demo.tables import Row
from hcdata.demo.timing import SPIKE_DAY

HEADER = ["Date", "Name", "Scope", "Kind", "Note"]
FIRST_ROW = 2
EVENTS = (
    (
        date(2023, 6, 3),
        "Non-crime hate incident code in force",
        "force",
        "recording_change",
        "Statutory code of practice",
    ),
    (date(2023, 6, 17), "City pride parade", "Cambridge City", "festival", "Annual"),
    (date(2023, 10, 7), "Conflict abroad", "force", "trigger", "Rise expected for the religion strand"),
    (date(2024, 7, 30), "National disorder", "force", "trigger", "Two weeks"),
    (date(2024, 9, 14), "Market town festival", "Fenland", "festival", "Annual"),
    (date(2025, 4, 26), "Crime recording rules revised", "force", "recording_change", "Record within 24 hours"),
    (date(2025, 6, 14), "City pride parade", "Cambridge City", "festival", "Annual"),
    (date(2025, 10, 11), "Hate crime awareness week", "force", "festival", "Reporting campaign"),
    (date(2026, 2, 7), "Student freshers' re-run", "Cambridge City", "festival", "University quarter"),
    (
        date(2026, 4, 1),
        "Non-crime incidents recorded as ASB or intelligence",
        "force",
        "recording_change",
        "After the national review",
    ),
    (date(2026, 6, 13), "City pride parade", "Cambridge City", "festival", "Annual"),
    (SPIKE_DAY, "City centre disorder", "Peterborough", "trigger", "Three weeks of raised tension"),
)


def event_rows(first: date, day: date) -> list[Row]:
    """Return the events of the window up to a day."""
    return [Row([f"{on:%Y-%m-%d}", *rest]) for on, *rest in EVENTS if first <= on <= day]
