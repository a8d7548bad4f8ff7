"""Sheets of supervisors' reviews as forces head them, drafted."""

from pathlib import Path

import pytest

from tests.ingest.suggest.drafts import drafted, rows

REFS = [f"35/{number}/26" for number in range(1, 21)]
DAYS = [f"{number:02}/03/2026 09:15" for number in range(1, 21)]
RANKS, DONE = ["PS", "Sgt", "DS", "T/PS", "Insp"], ["Y", "N", ""]
# The headers of reference, day, rank and whether it was done, where the sheet has one.
HEADED = [
    ("Crime No", "Date Of Review", "Reviewing Rank", "Review Completed"),
    ("Crime Number", "Review Date", "Rank", "Review Done"),
    ("Crime Reference", "Date Reviewed", "Rank Of Reviewer", ""),
    ("Crime Ref", "Reviewed On", "Reviewer Rank", "Review Complete"),
    ("Occurrence Number", "Supervisor Review Date", "Supervisor Rank", ""),
    ("Investigation Number", "Date Of Supervisor Review", "Officer Rank", ""),
    ("Crime URN", "Last Review", "Rank", "Completed Y/N"),
    ("Crime ID", "Last Reviewed", "Rank Of Officer", ""),
    ("OCC_NUM", "REVIEW_DT", "SUP_RNK", ""),
    ("CRM_REF", "REVIEW_DATE", "REVIEWER_RNK", ""),
    ("crime_ref", "reviewed", "rank", "review_done"),
    ("Crime Report Number", "Last Review Date", "Reviewed By Rank", ""),
    ("Case Number", "Reviewed At", "Rank", ""),
    ("CrimeRef", "ReviewDate", "ReviewingRank", "ReviewCompleted"),
    ("CRIME NUMBER", "REVIEW DATE", "SUPERVISOR RANK", "REVIEW COMPLETED"),
    ("Crime No.", "Review date and time", "Rank", "Reviewed Y/N"),
    ("[Crime Number]", "[Date of Review]", "[Rank]", ""),
    ("Offence Number", "Review Date/Time", "Rank", ""),
    ("Crime Reference Number", "Date of review", "Reviewing officer rank", "Review completed?"),
    ("Complaint Number", "Supervisory Review Date", "Supervising Rank", ""),
]


@pytest.mark.parametrize("headed", HEADED, ids=[headed[1] for headed in HEADED])
def test_a_sheet_of_reviews_is_drafted_as_one(headed: tuple[str, str, str, str], tmp_path: Path) -> None:
    columns = [(header, texts) for header, texts in zip(headed, (REFS, DAYS, RANKS, DONE), strict=True) if header]
    text, layout = drafted(tmp_path, [header for header, _ in columns], rows(*(texts for _, texts in columns)))
    assert layout.feed == "review", text
    fields = dict(zip(("crime_ref", "reviewed", "rank", "review_done"), headed, strict=True))
    assert layout.fields == {field: header for field, header in fields.items() if header}
