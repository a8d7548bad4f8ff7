"""layout suggest, layout check and alias on the command line."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hcdata.ingest.layouts import layout as layouts
from tests.cli.program import run
from tests.store import store_exports
from tests.store.store_exports import crime

EXTRACT = """Crime Number,Date Recorded,LPA,Hate Marker,Victim Surname,Victim DOB
35/1/26,05/01/2026 10:00,Hunts,Race,Teal-Lamp,01/02/1990
35/2/26,16/01/2026,Atlantis,Faith,Teal-Lamp,01/02/1991
,18/01/2026,Fenland,Faith,Teal-Lamp,01/02/1992
35/4/26,31/02/2026,Atlantis,Purple,Teal-Lamp,01/02/1993
35/5/26,20/01/2026,Atlantis,Purple,Teal-Lamp,01/02/1993
"""


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    """An extract no layout knows."""
    file = tmp_path / "january.csv"
    file.write_text(EXTRACT, encoding="utf-8")
    return file


@pytest.fixture
def drafted(extract: Path, tmp_path: Path) -> Path:
    """The layout drafted for it."""
    out = tmp_path / "january.toml"
    done = run("layout", "suggest", extract, "--out", out, "--store", tmp_path / "store")
    assert done.exit_code == 0 and done.stdout.strip() == str(out)
    return out


def test_suggest_prints_a_layout_that_can_be_read(extract: Path, tmp_path: Path) -> None:
    done = run("layout", "suggest", extract, "--store", tmp_path / "store")
    assert done.exit_code == 0 and "Teal-Lamp" not in done.output
    assert layouts.parse(done.stdout, "stdout").fields["district"] == "LPA"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture"),
        ("empty.csv", b"", "empty"),
        ("names.csv", b"Teal,Lamp\nLamp,Teal\nTeal,Teal\n", "headers"),
    ],
)
def test_suggest_refuses_what_cannot_be_read(name: str, content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    done = run("layout", "suggest", tmp_path / name, "--store", tmp_path / "store")
    assert done.exit_code == 3 and said in done.stderr and "Teal" not in done.output and done.stdout == ""


def test_check_gives_rows_by_number_and_values_only_of_look_up_fields(
    extract: Path, drafted: Path, tmp_path: Path
) -> None:
    done = run("layout", "check", extract, "--layout", drafted, "--store", tmp_path / "store")
    assert done.exit_code == 0
    assert "rows read 5 = accepted 3 + rejected 2; distinct records 3" in done.stdout
    assert "rejected missing_reference: 1 (row 4)" in done.stdout
    assert "rejected unreadable_date: 1 (row 5)" in done.stdout
    assert "unmapped district: 'Atlantis' 2 (rows 3, 6)" in done.stdout
    assert "unmapped strands: 'Purple' 1 (row 6)" in done.stdout
    assert "Teal-Lamp" not in done.output and "1990" not in done.output
    assert not (tmp_path / "store").exists()


def test_check_as_json_adds_up(extract: Path, drafted: Path, tmp_path: Path) -> None:
    done = run("layout", "check", extract, "--layout", drafted, "--store", tmp_path / "store", "--json")
    (found,) = json.loads(done.stdout)
    assert found["rows_read"] == found["rows_accepted"] + sum(one["rows"] for one in found["rejected"].values()) == 5
    assert found["complete"]["district"] == 3 and found["digest"] == layouts.read_file(drafted).digest


def test_check_of_a_file_nobody_knows_or_with_nothing_usable_ends_with_1(extract: Path, tmp_path: Path) -> None:
    unknown = run("layout", "check", extract, "--store", tmp_path / "store")
    assert (unknown.exit_code == 1 and "no layout" in unknown.stderr) or "nearest layout" in unknown.stderr
    empty = store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, [crime("")])
    assert run("layout", "check", empty, "--store", tmp_path / "store").exit_code == 1


def test_check_refuses_a_layout_with_faults_and_says_where(extract: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text('name = "bad"\ncolour = "red"\n', encoding="utf-8")
    done = run("layout", "check", extract, "--layout", tmp_path / "bad.toml", "--store", tmp_path / "store")
    assert done.exit_code == 3 and "bad.toml" in done.stderr and "colour" in done.stderr


def test_check_agrees_with_the_load_that_follows(tmp_path: Path) -> None:
    rows = [crime("35/1/26"), crime(""), crime("35/2/26", district="Atlantis"), crime("35/2/26", strands="Faith")]
    file = store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, rows)
    (tried,) = json.loads(run("layout", "check", file, "--store", tmp_path / "store", "--json").stdout)
    receipt = store_exports.load(tmp_path / "store", file).files[0]
    assert (tried["rows_read"], tried["rows_accepted"], tried["records"], tried["disagreeing"]) == (
        receipt.rows_read,
        receipt.rows_accepted,
        receipt.records,
        receipt.disagreeing,
    )
    assert {reason: one["rows"] for reason, one in tried["rejected"].items()} == receipt.rejected_by_reason
    assert {fault: one["rows"] for fault, one in tried["faults"].items()} == receipt.faults


NAMED = {
    "surname": "Tealspindle",
    "forenames": "Agate",
    "person_id": "URN7",
    "person_role": "Victim",
    "address": "7 Ratchet Lane",
}
# Where a name, a number or an address stands though it does not belong there, of a person of the same file.
MISPLACED = {
    "district": "Tealspindle",
    "channel": "Agate TEALSPINDLE",
    "place_type": "7 ratchet lane",
    "strands": "URN7",
}


def test_a_name_in_the_wrong_column_is_counted_and_not_told(tmp_path: Path) -> None:
    rows = [crime(f"35/{ref}/26", channel="Pigeon", **NAMED) for ref in range(1, 9)]
    rows.append(crime("35/9/26", **NAMED | MISPLACED))
    file = store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, rows)
    draft = run("layout", "suggest", file, "--store", tmp_path / "store").stdout
    trial = run("layout", "check", file, "--store", tmp_path / "store").stdout
    store_exports.load(tmp_path / "store", file)
    told = run("status", "--store", tmp_path / "store").stdout
    plain = json.loads(run("status", "--json", "--store", tmp_path / "store").stdout)
    for said in (draft, trial, told, json.dumps(plain)):
        assert "Pigeon" in said
        assert not [text for text in ("tealspindle", "agate", "ratchet", "urn7") if text in said.casefold()]
    hidden = {(field, None, 1) for field in MISPLACED}
    found = {(one["field"], one["text"], one["rows"]) for one in plain["unmapped"]}
    assert found == hidden | {("channel", "Pigeon", 8)}
    assert "nan" not in told.casefold() and told.count("not shown") == 4


def test_a_number_in_a_column_of_strands_is_not_written_into_the_draft(tmp_path: Path) -> None:
    rows = [crime(f"35/{ref}/26", strands="Martian" if ref < 3 else "Race") for ref in range(1, 9)]
    rows.append(crime("35/9/26", strands="07700 900123"))
    file = store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, rows)
    draft = run("layout", "suggest", file, "--store", tmp_path / "store").stdout
    assert "Martian" in draft and "07700" not in draft


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")
def test_a_check_that_is_ended_leaves_no_copy_of_the_export(tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.mkdir()
    file = tmp_path / "crime_2026-01-31.csv"
    rows = "".join(f"35/{ref}/26,05/01/2026,Caf\u00e9,Teal-Lamp\n" for ref in range(300_000))
    file.write_bytes(f"crime_ref,recorded,district,surname\n{rows}".encode("cp1252"))
    command = [sys.executable, "-m", "hcdata", "layout", "check", str(file), "--store", str(tmp_path / "store")]
    with subprocess.Popen(
        command,
        env=os.environ | {"TMPDIR": str(private)},
        cwd=Path(__file__).parents[2],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        until = time.monotonic() + 60
        while not list(private.glob("*/*.csv")) and process.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        assert list(private.glob("*/*.csv"))
        process.terminate()
    assert process.returncode == 143 and list(private.iterdir()) == []


def test_a_number_in_a_column_of_districts_taken_as_found_is_no_district(tmp_path: Path) -> None:
    plain = (layouts.BUILT_IN / "generic_crime.toml").read_text(encoding="utf-8")
    own = plain.replace('name = "generic_crime"', 'name = "own"\ndistricts_as_found = true')
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "own.toml").write_text(own, encoding="utf-8")
    rows = [crime(f"35/{ref}/26", district="North") for ref in range(1, 6)]
    rows += [crime(f"35/{ref}/26", district="07700 900123") for ref in range(6, 11)]
    file = store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, rows)
    store_exports.load(tmp_path / "store", file, layout="own")
    found = "SELECT id, name FROM declared WHERE kind = 'district'"
    assert store_exports.query(tmp_path / "store", found) == [("north", "North")]
    assert (
        "07700" not in run("measure", "recorded_hate_crimes", "--by", "district", "--store", tmp_path / "store").stdout
    )


def test_a_load_is_read_by_the_layout_at_a_path_and_says_to_keep_it(
    extract: Path, drafted: Path, tmp_path: Path
) -> None:
    store = tmp_path / "data" / "store"
    done = run("load", extract, "--layout", drafted, "--store", store)
    assert done.exit_code == 0 and "Rows read 5 = accepted 3 + rejected 2" in done.stdout
    assert "layout january: put its file into" in done.stdout
    kept = store.parent / "layouts"
    kept.mkdir()
    (kept / "january.toml").write_bytes(drafted.read_bytes())
    again = run("load", extract, "--layout", kept / "january.toml", "--again", "--store", store)
    assert again.exit_code == 0 and "put its file into" not in again.stdout


@pytest.mark.parametrize("command", ["load", "layout check"])
@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "no layout can be read there"), ("name = ", "not readable as TOML"), ('name = "x"', "match")],
)
def test_a_layout_that_cannot_be_read_is_refused_by_its_path(
    command: str, content: str | None, said: str, extract: Path, tmp_path: Path
) -> None:
    file = tmp_path / "mine.toml"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    done = run(*command.split(), extract, "--layout", file, "--store", tmp_path / "store")
    assert done.exit_code == 3 and said in done.stderr and "mine.toml" in done.stderr


def test_a_layout_nobody_has_is_refused_with_those_there_are(extract: Path, tmp_path: Path) -> None:
    done = run("load", extract, "--layout", "mine", "--store", tmp_path / "store")
    assert done.exit_code == 3 and "generic_crime" in done.stderr and "path of a .toml" in done.stderr


def test_check_says_when_nobody_is_told_apart(extract: Path, drafted: Path, tmp_path: Path) -> None:
    assert "# Nobody is told apart by these columns" in drafted.read_text(encoding="utf-8")
    done = run("layout", "check", extract, "--layout", drafted, "--store", tmp_path / "store")
    assert "people: no victim is told apart by this layout" in done.stdout
    assert "people: told apart in 0 of 3 rows that name one" in done.stdout


def test_check_and_receipt_say_when_the_last_day_may_be_a_slip(tmp_path: Path) -> None:
    days = [f"35/{day}/26,{day:02}/01/2026 10:00" for day in range(1, 29)]
    file = tmp_path / "crimes.csv"
    file.write_text("\n".join(["crime_ref,recorded", *days, "35/99/26,28/06/2026 10:00"]) + "\n", encoding="utf-8")
    said = "dates run to 28/06/2026, the last record's day, though hardly any row is dated in the 151 days up to it"
    assert said in run("layout", "check", file, "--store", tmp_path / "store").stdout
    assert said in run("load", file, "--store", tmp_path / "store").stdout
    again = run("layout", "check", file, "--extract-date", "2026-01-31", "--store", tmp_path / "store").stdout
    assert "dates run to" not in again and "rejected future_date: 1" in again
