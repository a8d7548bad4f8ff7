"""Layouts: which one reads a file, what is not read and said so, and what a layout may not do."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from hcdata.common.errors import ConfigError, LoadError
from hcdata.ingest.discover import find
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.layouts.layout import Layout, StrandSource
from hcdata.ingest.values import areas, maps
from hcdata.schema.feeds import FEEDS
from tests.store import store_exports
from tests.store.store_exports import crime

BUILT_IN = layouts.read()


@pytest.mark.parametrize("name", BUILT_IN)
def test_built_in_layout_names_only_fields_of_its_feed_and_matches_its_own_columns(name: str) -> None:
    layout = BUILT_IN[name]
    assert set(layout.fields) <= set(FEEDS[layout.feed].fields)
    assert set(layout.match) <= layout.columns | {"Hate Markers", "Person Role"}
    assert layout.synthetic == name.startswith("demo_")


# A table of counts says what it counts: no one layout fits them all.
@pytest.mark.parametrize("feed", [feed.name for feed in FEEDS.values() if not feed.is_counts])
def test_generic_layout_takes_every_field_under_its_own_name(feed: str) -> None:
    layout = BUILT_IN[f"generic_{feed}"]
    taken = set(layout.fields) | {source.column for source in layout.strands}
    assert taken == set(FEEDS[feed].fields)
    assert all(field == header for field, header in layout.fields.items())


@pytest.mark.parametrize("name", BUILT_IN)
def test_headers_of_a_layout_are_recognised_as_that_layout(name: str, tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_text(
        "OFFICIAL\n\n" + ",".join(f'"{header}"' for header in sorted(BUILT_IN[name].columns)) + "\n", encoding="utf-8"
    )
    found = find([file], BUILT_IN, tmp_path)
    assert [(hit.layout.name, hit.header) for hit in found.grids] == [(name, 2)]


def _incident_layout(**person: str) -> dict[str, object]:
    return {
        "name": "own",
        "title": "Own",
        "feed": "incident",
        "match": ["Ref"],
        "fields": {"incident_ref": "Ref"},
        "persons": [person],
    }


@pytest.mark.parametrize("person", [{"role": "subject"}, {"role": "suspect"}, {"role_column": "Role"}])
def test_an_incident_layout_may_not_read_a_subject_without_the_flag(person: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="threshold_met"):
        Layout.model_validate(_incident_layout(surname="Name", **person))
    assert Layout.model_validate(_incident_layout(surname="Name", only_if="threshold_met", **person))


@pytest.mark.parametrize(
    ("yes", "no"), [("Y", "N"), ("1", "0"), ("TRUE", "FALSE"), ("Yes", "Not stated"), ("1.0", "0.0")]
)
def test_a_flag_of_a_strand_is_set_only_where_it_says_yes(yes: str, no: str) -> None:
    column = StrandSource(column="Race Flag", otherwise="race")
    assert maps.strands_of(f"0:{yes}", [column], {}) == (["race"], [])
    assert maps.strands_of(f"0:{no}", [column], {}) == ([], [])


@pytest.mark.parametrize("otherwise", [None, "race"])
def test_words_that_say_no_strand_are_known_however_they_are_spelt(otherwise: str | None) -> None:
    column = StrandSource(column="Flag", otherwise=otherwise, no=("Not Hate\u2013Related", "Nil"))
    for text in ("Not Hate\u2013Related", "not hate-related", "NIL"):
        assert maps.strands_of(f"0:{text}", [column], {}) == ([], [])


@pytest.mark.parametrize("field", ["outcom", "strands"])
def test_a_field_nobody_knows_is_refused_with_the_known_ones(field: str) -> None:
    text = 'name = "own"\ntitle = "Own"\nfeed = "outcome"\nmatch = ["A"]\n[fields]\ncrime_ref = "A"\n'
    with pytest.raises(ConfigError, match=f"{field}: a layout of feed outcome has the fields crime_ref, outcome, out"):
        layouts.parse(f'{text}{field} = "B"\n', "own.toml")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("full_title = '('", "full_title.*not readable as a regular expression"),
        ("named = '['", "named.*not readable as a regular expression"),
        ("reference = { pattern = '(', to = 'x' }", "reference.*not readable as a regular expression"),
        ("reference = { pattern = '(?=a)', to = 'x' }", "reference.*no looking ahead"),
        ("data_to = { filename = '(' }", "filename.*not readable as a regular expression"),
        ("data_to = { filename = '.' }", "filename.*a group in brackets round the date"),
        ("data_to = { title = '.' }", "title.*a group in brackets round the date"),
        ("strands = [{ column = 'B', split = '(' }]", "split.*not readable as a regular expression"),
    ],
)
def test_a_pattern_that_is_none_is_refused(line: str, said: str) -> None:
    text = f'name = "own"\ntitle = "Own"\nfeed = "crime"\nmatch = ["A"]\n{line}\n[fields]\ncrime_ref = "A"\n'
    with pytest.raises(ConfigError, match=said):
        layouts.parse(text, "own.toml")


def test_all_faults_of_the_forces_own_layouts_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("name = ", encoding="utf-8")
    (tmp_path / "b.toml").write_text('name = "B"\ncolour = "red"\n', encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        layouts.read(tmp_path)
    assert "a.toml" in str(raised.value) and "b.toml: " in str(raised.value) and "colour" in str(raised.value)


def test_the_forces_own_layout_comes_before_the_built_in_one(tmp_path: Path) -> None:
    text = (
        (layouts.BUILT_IN / "generic_event.toml")
        .read_text(encoding="utf-8")
        .replace('title = "Events', 'title = "Our events')
    )
    (tmp_path / "event.toml").write_text(text, encoding="utf-8")
    assert layouts.read(tmp_path)["generic_event"].title.startswith("Our events")


def test_an_unknown_layout_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="generic_crime"):
        find([tmp_path], BUILT_IN, tmp_path, "nonesuch")


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="no such file or folder"):
        find([tmp_path / "nowhere"], BUILT_IN, tmp_path)


def test_what_is_not_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_bytes(b"PK")
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "zeros.csv").write_bytes(b"a,b\0c\n")
    (tmp_path / "near.csv").write_text("crime_ref,contact\n1,2\n", encoding="utf-8")
    wide = ["crime_ref", "recorded", *(f"c{place}" for place in range(2_000))]
    (tmp_path / "wide.csv").write_text(",".join(wide) + "\n", encoding="utf-8")
    (tmp_path / "broken.xlsx").write_bytes(b"\x01\x02no workbook")
    notes = "\n".join(find([tmp_path], BUILT_IN, tmp_path / "work").notes)
    assert "notes.docx: not read, neither delimited text nor a workbook" in notes
    assert "empty.csv: empty file" in notes
    assert "zeros.csv: not a text file" in notes
    assert "near.csv: not read, nearest layout generic_contact misses the headers rank" in notes
    assert "wide.csv: not read, it is more than the 2,000 columns wide" in notes
    assert "broken.xlsx: the workbook cannot be opened" in notes


def test_hidden_sheets_are_listed_and_never_read(tmp_path: Path) -> None:
    book = Workbook()
    visible = book.active
    assert visible is not None
    hidden = book.create_sheet("Old rows")
    for sheet, ref in ((visible, "35/1/26"), (hidden, "35/2/26")):
        sheet.append(["crime_ref", "recorded", "district"])
        sheet.append([ref, "05/01/2026 10:00", "Hunts"])
    hidden.sheet_state = "hidden"
    file = tmp_path / "crime_2026-01-31.xlsx"
    book.save(file)
    receipt = store_exports.load(tmp_path / "store", file)
    assert receipt.totals["crime"] == 1
    assert "crime_2026-01-31.xlsx [Old rows]: hidden sheet, not read" in receipt.notes


def test_a_workbook_and_a_text_file_of_the_same_rows_give_the_same_records(tmp_path: Path) -> None:
    rows = [
        crime(
            "35/1/26",
            "05/07/2026 10:15",
            outcome="16",
            person_role="Victim",
            surname="Teal-Lamp",
            born="05/03/1980",
            sex="F",
        ),
        crime("35/2/26", "06/07/2026 00:00", strands="Race; Faith", outcome_date="07/07/2026"),
    ]
    text = store_exports.write(tmp_path / "crime_2026-12-31.csv", store_exports.CRIME_HEADERS, rows)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(store_exports.CRIME_HEADERS)
    for row in rows:
        sheet.append([row.get(header) or None for header in store_exports.CRIME_HEADERS])
    workbook = tmp_path / "crime_2026-12-31.xlsx"
    book.save(workbook)
    store_exports.load(tmp_path / "one" / "store", text)
    store_exports.load(tmp_path / "two" / "store", workbook)
    assert store_exports.state(tmp_path / "one" / "store") == store_exports.state(tmp_path / "two" / "store")


@pytest.mark.parametrize(("texts", "declared"), [(areas.MOST, areas.MOST), (areas.MOST + 1, 0)])
def test_a_column_of_very_many_texts_holds_no_districts(texts: int, declared: int, tmp_path: Path) -> None:
    plain = (layouts.BUILT_IN / "generic_crime.toml").read_text(encoding="utf-8")
    (tmp_path / "layouts").mkdir()
    own = plain.replace('name = "generic_crime"', 'name = "own"\ndistricts_as_found = true')
    (tmp_path / "layouts" / "own.toml").write_text(own, encoding="utf-8")
    named = ["".join("abcdefghij"[int(digit)] for digit in f"{text:03}") for text in range(texts)]
    rows = [crime(f"35/{n + 1}/26", district=f"Beat {named[n // 10]}") for n in range(10 * texts)]
    file = store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, rows)
    store_exports.load(tmp_path / "store", file, layout="own")
    assert store_exports.query(tmp_path / "store", "SELECT count(*) FROM declared") == [(declared,)]


def test_districts_as_found_are_declared_also_where_a_layout_names_people(tmp_path: Path) -> None:
    own = tmp_path / "layouts"
    own.mkdir()
    text = (layouts.BUILT_IN / "generic_crime.toml").read_text(encoding="utf-8")
    text = text.replace('name = "generic_crime"', 'name = "generic_crime"\ndistricts_as_found = true')
    (own / "generic_crime.toml").write_text(text, encoding="utf-8")
    person = {"person_role": "Victim", "person_id": "U1", "surname": "Teal-Lamp"}
    rows = [crime(f"35/{n}/26", district="Area 51", **person) for n in range(1, 10)]
    # A person's name, however often, and a text of few rows are no areas.
    rows += [crime(f"35/{n}/26", district="TEAL LAMP", **person) for n in range(10, 15)]
    rows += [crime("35/15/26", district="Zinnober", **person)]
    file = store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, rows)
    store_exports.load(tmp_path / "store", file)
    assert store_exports.query(tmp_path / "store", "SELECT id, name FROM declared") == [("area_51", "Area 51")]
    found = "SELECT district, count(*) FROM crime_version GROUP BY 1 ORDER BY 1"
    assert store_exports.query(tmp_path / "store", found) == [("area_51", 9), ("unmapped", 6)]
    later = [
        crime("35/16/26", district="Area 51"),
        *(crime(f"35/{n}/26", district=f"Zinn {n:x}") for n in range(17, 90)),
    ]
    file = store_exports.write(tmp_path / "crime_2026-02-28.csv", store_exports.CRIME_HEADERS, later)
    store_exports.load(tmp_path / "store", file)
    assert store_exports.query(tmp_path / "store", found) == [("area_51", 10), ("unmapped", 79)]


def test_one_file_can_be_read_with_a_layout_of_ones_choice(tmp_path: Path) -> None:
    file = store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, [crime("35/1/26")])
    receipt = store_exports.load(tmp_path / "store", file, layout="generic_contact")
    assert not receipt.usable and "generic_contact misses the headers" in receipt.notes[0]
