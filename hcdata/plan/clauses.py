"""Every clause of the plan: what it asks, where the dashboard answers it, and what no data that is loaded can show."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Clause:
    """One numbered clause: what it asks in short, the pages that answer it, and what is unevidenced and why."""

    number: str
    asks: str
    pages: tuple[str, ...] = ()
    unevidenced: str = ""


DISTRICT, STRATEGIC, TACTICAL, PLAN = "a district's page", "Steering group", "Tactical meeting", "Delivery plan"
UPDATE, CASES, QUALITY, WORKBOOK = "Performance Update", "Cases", "Data quality", "the Chief Officers' workbook"
_KEY = ("1 Prevent", "2 Respond", "3 Report", "4 Support", "5 Understand", "6 Investigate")
PREVENT, RESPOND, REPORT, SUPPORT, UNDERSTAND, INVESTIGATE = (f"key action {number}" for number in _KEY)
CLAUSES = (
    Clause("1.1", "investigate and monitor routinely", (UPDATE,)),
    Clause("1.2", "a strategic lead, a tactical lead and a co-ordinator", (), "who they are is not figures: no data"),
    Clause("1.3", "a quarterly steering group, and who attends", (STRATEGIC,), "who attended: no record is loaded"),
    Clause("1.4", "its agenda, terms of reference, and updates from all", (STRATEGIC,), "the terms are a document"),
    Clause("1.5", "a crime manager and SPOCs for each district", (DISTRICT,), "only who `config.toml` names"),
    Clause("1.6", "a monthly review of each district against the aims", (DISTRICT,)),
    Clause(
        "1.7",
        "a monthly tactical meeting, actions, updates seven days before",
        (TACTICAL, PLAN),
        "who attended and the minutes: no record is loaded",
    ),
    Clause("1.8", "the delivery plan, its holders, what is discharged", (PLAN, TACTICAL)),
    Clause("1.9", "a local action plan of each district", (DISTRICT,), "only the delivery plan's actions for it"),
    Clause("1.10", "SPOCs active in force-level groups", (), "no record of attendance is loaded"),
    Clause(
        "1.11",
        "scrutiny of incidents, recording in time, what comes before offences",
        (PREVENT, UNDERSTAND, QUALITY, CASES),
        "guidance given to community teams: no record of it is loaded",
    ),
    Clause("1.12", "the College of Policing's guidance", (), "a reference, no duty to measure"),
    Clause("2.1", "service, allocation, offenders pursued, successes told", (INVESTIGATE, SUPPORT, STRATEGIC)),
    Clause("2.2", "what each victim and investigation is promised", (SUPPORT, INVESTIGATE, DISTRICT)),
    Clause("3.1", "prevent hate crime with communities and partners", (PREVENT,), "attitudes: no data could show them"),
    Clause("3.2", "fewer incidents, confidence, places of high risk", (RESPOND, "Locations")),
    Clause("3.3", "easier reporting, third-party centres", (REPORT, TACTICAL)),
    Clause("3.4", "better data, trained staff", (UNDERSTAND, QUALITY)),
    Clause("4.1", "timely support through the Victim and Witness Hub", (SUPPORT,)),
    Clause("5.1", "report to the Chief Officer Team", (WORKBOOK, UPDATE)),
    Clause("5.2", "the tactical lead reports to the strategic group", (STRATEGIC, PLAN)),
    Clause("5.3", "a standing monthly review in each district", (DISTRICT,)),
)
