"""Audits of hate flags as their authors head them, drafted."""

from pathlib import Path

import pytest

from tests.ingest.suggest.drafts import drafted, rows

REFS = [f"35/{number}/26" for number in range(1, 21)]
DAYS = [f"{number:02}/09/2026" for number in range(1, 21)]
FOUND = ["Y", "N", "Y", "Y", ""]
# The headers of reference, day and finding.
HEADED = [
    ("Crime Number", "Date Audited", "Flag Correct"),
    ("Crime No", "Audit Date", "Flag Right"),
    ("Crime Ref", "Date Of Audit", "Hate Flag Correct"),
    ("Crime Reference", "Audited On", "Correctly Flagged"),
    ("Occurrence Number", "Sample Date", "Recorded Correctly"),
    ("Crime URN", "Sampled On", "Audit Result"),
    ("Investigation Number", "Dip Sample Date", "Audit Finding"),
    ("crime_ref", "audited", "flag_right"),
    ("CRIME NUMBER", "AUDIT DATE", "FLAG CORRECT"),
    ("CrimeRef", "AuditDate", "FlagCorrect"),
    ("CRM_REF", "AUDIT_DT", "FLAG_CORRECT"),
    ("Crime Number", "Date of audit", "Hate marker correct?"),
]


@pytest.mark.parametrize("headed", HEADED, ids=[headed[2] for headed in HEADED])
def test_an_audit_is_drafted_as_one(headed: tuple[str, str, str], tmp_path: Path) -> None:
    text, layout = drafted(tmp_path, list(headed), rows(REFS, DAYS, FOUND))
    assert layout.feed == "audit", text
    assert layout.fields == dict(zip(("crime_ref", "audited", "flag_right"), headed, strict=True))
