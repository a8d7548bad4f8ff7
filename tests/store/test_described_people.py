"""A role or description in place of a number makes no repeat suspect of strangers, and the receipt says so."""

from pathlib import Path

from tests.store.store_exports import crime, load, query, write

IN_PLACE = (
    "Suspect 1",
    "MALE 1",
    "IC1 MALE",
    "SUS/1",
    "Offender 01",
    "White male 20s",
    "See MG11",
    "As above",
    "DITTO",
)
HEADERS = ["crime_ref", "recorded", "district", "strands", "person_role", "person_id"]


def test_nobody_is_one_person_with_whoever_else_was_described_so(tmp_path: Path) -> None:
    rows = [
        crime(f"35/{number}{n}/26", f"0{n}/01/2026 10:00", person_role="Suspect", person_id=text)
        for number, text in enumerate(IN_PLACE, 1)
        for n in range(1, 4)
    ]
    rows += [crime(f"35/99{n}/26", f"0{n}/01/2026 10:00", person_role="Suspect", person_id="N-0412") for n in (1, 2)]
    receipt = load(tmp_path / "store", write(tmp_path / "crimes_2026-01-31.csv", HEADERS, rows))
    found = query(
        tmp_path / "store", "SELECT count(s), count(DISTINCT s) FROM (SELECT unnest(suspects) AS s FROM crime_version)"
    )
    assert found == [(2, 1)]
    assert "27 rows with a filler in place of a person's number" in "\n".join(receipt.lines())
