"""Headers cut short are the words they were cut from; ranks alone make no sheet of contacts; a number is offered."""

from pathlib import Path

import pytest

from hcdata.ingest.suggest.names import words
from tests.ingest.suggest.drafts import drafted, line

# A header cut short, and the words it stands for; a word alone may be anything.
SHORT = {
    **{"OCC_NUM": "occurrence number", "OCC_DT": "occurrence date", "REP_DT": "reported date"},
    **{"REC_DT": "recorded date", "RECD_DTE": "recorded date", "RPTD_DT": "reported date"},
    **{"OFF_DESC": "offence description", "OFF_CD": "offence code", "OIC_RNK": "oic rank", "LOC_TYP": "location type"},
    **{"INC_NBR": "incident number", "CRM_REFNO": "crime reference number", "VIC_SURNAME": "victim surname"},
    **{"SUSP_DOB": "suspect dob", "OUTC_DT": "outcome date", "HO_OUTCM": "ho outcome", "BIAS_MOTIV": "bias motivation"},
    **{"DIST": "dist", "Off": "off", "rec": "rec", "RepDt": "reported date", "Sup.Rnk": "supervisor rank"},
}


def test_words_cut_short_are_read_in_full_beside_another() -> None:
    assert {header: words(header) for header in SHORT} == SHORT


@pytest.mark.parametrize(
    ("headers", "feed"),
    [
        (["OCC_NUM", "OCC_DT", "REP_DT", "OIC_RANK", "BIAS", "OFF_DESC"], "crime"),
        (["OCC_NUM", "REC_DT", "OIC_RANK", "STRAND"], "crime"),
        (["CRIME_NO", "REP_DT", "Rank", "Hate Flag"], "crime"),
        (["CRM_REF", "CONTACT_DT", "OFFICER_RANK"], "contact"),
        (["Crime Number", "Date Of Contact", "Rank Of Officer"], "contact"),
    ],
)
def test_ranks_of_officers_make_no_sheet_of_contacts(headers: list[str], feed: str, tmp_path: Path) -> None:
    cells = {"RANK": ["PC", "PS", "DC"], "BIAS": ["Race", "Religion"], "DESC": ["Assault", "Harassment"]}
    cells |= {"Rank": cells["RANK"], "STRAND": cells["BIAS"], "Flag": cells["BIAS"], "Officer": cells["RANK"]}

    def cell(header: str, n: int) -> str:
        of = next((texts for end, texts in cells.items() if header.endswith(end)), None)
        if of:
            return of[n % len(of)]
        return f"{n:02}/03/2026 12:00" if "DT" in header or "Date" in header else f"35/{1000 + n}/26"

    text, layout = drafted(tmp_path, headers, [[cell(one, n) for one in headers] for n in range(1, 13)])
    assert layout.feed == feed, text
    assert layout.fields["crime_ref"] == headers[0]


@pytest.mark.parametrize(("header", "offered"), [("OBJECTID", True), ("FID", True), ("ID", True), ("Age", False)])
def test_a_number_that_may_only_count_the_rows_is_offered_and_not_in_force(
    header: str, offered: bool, tmp_path: Path
) -> None:
    rows = [[str(n), ["Race", "Religion"][n % 2], f"2026-03-{n:02}"] for n in range(1, 13)]
    text, layout = drafted(tmp_path, [header, "BIAS", "REP_DT"], rows)
    assert "crime_ref" not in layout.fields
    assert ("may only number the rows" in line(text, "# crime_ref")) == offered
