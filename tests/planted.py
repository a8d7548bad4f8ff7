"""Exports with a coined surname planted in every column of every feed, each to be told from the others."""

import csv
import re
from hashlib import sha256
from pathlib import Path

from hcdata.ingest.layouts import layout as layouts

# No word of the program or of its reference data begins so.
COINED = re.compile(r"qz[a-z]+", re.IGNORECASE)
# Names in a column that holds nothing else: one that many people share, and many that few do.
SHARED, ROWS = 8, 60
# Feeds about cases; of the others the text is written to be read at the meeting.
OF_CASES = ("crime", "incident", "contact", "outcome", "service", "review", "audit")
GOOD: dict[str, dict[str, str]] = {
    "crime": {
        "crime_ref": "35/{n}/26",
        "incident_ref": "INC-{n}-2026",
        "recorded": "05/{month:02d}/2026 10:00",
        "reported": "05/{month:02d}/2026 09:00",
        "committed": "04/{month:02d}/2026 22:00",
        "offence_code": "9A",
        "offence_title": "Public fear, alarm or distress",
        "district": "Fenland",
        "strands": "Race",
        "perceived_religion": "None",
        "channel": "101",
        "place_type": "Street",
        "address": "1 Station Road",
        "postcode": "PE13 1AA",
        "uprn": "10001234567",
        "easting": "546200",
        "northing": "309600",
        "online": "N",
        "assigned": "06/{month:02d}/2026 09:00",
        "supervisor_named": "Y",
        "outcome": "16",
        "outcome_date": "20/{month:02d}/2026",
        "status": "Open",
        "cancel_reason": "",
        "cancelled_date": "",
        "person_role": "Victim",
        "person_type": "Individual",
        "person_id": "P{n}",
        "surname": "Qzvictim",
        "forenames": "Qzgiven",
        "born": "01/02/1980",
        "sex": "F",
    },
    "incident": {
        "incident_ref": "HI-{n}-2026",
        "recorded": "05/{month:02d}/2026 10:00",
        "reported": "05/{month:02d}/2026 09:00",
        "kind": "Non-crime hate incident",
        "district": "Fenland",
        "strands": "Race",
        "channel": "101",
        "place_type": "Street",
        "online": "N",
        "linked_crime": "",
        "threshold_met": "N",
        "status": "Open",
        "victim_id": "V{n}",
        "victim_surname": "Qzcomplainant",
        "subject_id": "S{n}",
        "subject_surname": "Qzsubject",
    },
    "contact": {
        "crime_ref": "35/{n}/26",
        "contact": "05/{month:02d}/2026 12:00",
        "rank": "PS",
        "contact_kind": "Initial",
    },
    "outcome": {
        "crime_ref": "35/{n}/26",
        "outcome": "16",
        "outcome_date": "20/{month:02d}/2026",
    },
    "service": {
        "crime_ref": "35/{n}/26",
        "referred": "06/{month:02d}/2026",
        "support_offered": "Y",
        "support_accepted": "Y",
        "vps_offered": "Y",
        "vps_taken": "N",
        "assessed": "07/{month:02d}/2026",
        "satisfaction": "Satisfied",
        "risk_level": "Medium",
        "risk_review_due": "08/{month:02d}/2026",
        "risk_reviewed": "08/{month:02d}/2026",
        "support_begun": "09/{month:02d}/2026",
        "dissatisfied": "N",
        "dissatisfied_on": "",
        "dissatisfied_reason": "Time taken",
        "learned": "N",
    },
    "review": {
        "crime_ref": "35/{n}/26",
        "reviewed": "09/{month:02d}/2026 12:00",
        "rank": "PS",
        "review_done": "Y",
    },
    "audit": {
        "crime_ref": "35/{n}/26",
        "audited": "09/{month:02d}/2026",
        "flag_right": "Y",
    },
    "action": {
        "action_no": "A{month}",
        "key_action": "1 Prevent",
        "title": "Train call takers",
        "district_or_force": "Force",
        "owner": "Chief Inspector",
        "action_status": "Open",
        "raised": "05/01/2026",
        "due": "05/12/2026",
        "updated": "05/{month:02d}/2026",
        "latest_update": "Under way",
        "discharged": "",
    },
    "event": {
        "event_date": "05/{month:02d}/2026",
        "name": "Festival {n}",
        "district_or_force": "Force",
        "kind": "festival",
        "note": "Every year",
    },
}


def write(folder: Path) -> list[Path]:
    """Write for each feed a file with a name in one cell of each row, and for each column a file full of them."""
    files = []
    for feed, good in GOOD.items():
        headers = [header for header in good if header in layouts.read()[f"generic_{feed}"].columns]
        cells = [{header: coin(feed, header)} for header in headers] + [{}] * (ROWS if feed in OF_CASES else 0)
        files.append(write_rows(folder / f"{feed}_cells_2026-10-31.csv", feed, headers, cells))
        for header in headers if feed in OF_CASES else ():
            names = [0] * SHARED + list(range(1, ROWS - SHARED))
            full = [{header: coin(feed, header, name)} for name in names]
            files.append(write_rows(folder / f"{feed}_{header}_2026-10-31.csv", feed, headers, full))
    return files


def coin(feed: str, header: str, number: int | None = None) -> str:
    """Return a surname that says which column it was planted in: 'Qzcrimedistrict'; numbered ones end in letters."""
    ending = "" if number is None else f"x{chr(97 + number // 26)}{chr(97 + number % 26)}"
    return f"Qz{feed}{re.sub('[^a-z]', '', header.lower())}{ending}"


def found(text: str) -> set[str]:
    """Return the coined surnames in a text."""
    return {name.lower() for name in COINED.findall(text)}


def write_rows(
    file: Path, feed: str, headers: list[str], cells: list[dict[str, str]], start_of: Path | None = None
) -> Path:
    """Write a good row for each of the cells given, which stand in it; references begin as in the file `start_of`."""
    start = int(sha256((start_of or file).name.encode()).hexdigest(), 16) % 10**9
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, headers, extrasaction="ignore")
        writer.writeheader()
        for n, own in enumerate(cells):
            good = {header: text.format(n=start + n, month=1 + n % 10) for header, text in GOOD[feed].items()}
            writer.writerow(good | own)
    return file
