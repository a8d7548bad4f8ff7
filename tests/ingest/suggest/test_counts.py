"""A table with months as columns drafted as counts, and never taken for records."""

from datetime import datetime
from pathlib import Path

import pytest

from hcdata.common import config as configuration
from hcdata.common.errors import LoadError
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.suggest.draft import draft
from hcdata.ingest.suggest.grids import one_grid
from hcdata.ingest.suggest.names import known
from hcdata.ingest.suggest.write import write
from hcdata.loading.scratch import scratch
from hcdata.measures import registry
from tests.gauntlet.made_workbooks import xlsx
from tests.ingest.suggest.drafts import drafted, line

MONTHS = ["Apr-25", "May-25", "Jun-25"]
DISTRICTS = ["Hunts", "Fenland", "Peterborough", "Cambridge City"]


def rows(*labels: list[str]) -> list[list[str]]:
    """Four rows of labels, each with three counts."""
    return [[*(label[number] for label in labels), "1", "2", "3"] for number in range(4)]


def suggested(file: Path) -> str:
    """Draft a file's layout."""
    with scratch() as (con, workdir):
        return write(draft(con, one_grid(file, workdir)[0], configuration.load(), layouts.read().values()))


def test_labels_are_found_and_months_are_not_listed(tmp_path: Path) -> None:
    strands = ["Race", "Religion", "Disability", "Race"]
    text, layout = drafted(tmp_path, ["LPA", "Hate Strand", *MONTHS], rows(DISTRICTS, strands))
    assert layout.feed == "series" and layout.fields == {"district": "LPA", "strand": "Hate Strand"}
    assert layout.match == ("LPA", "Hate Strand") and layout.named == "extract"
    assert "# sure: " in line(text, "district =") and "Apr 2025 to Jun 2025" in text
    assert not any(month in text for month in MONTHS)


def test_next_months_file_is_read_by_the_same_layout(tmp_path: Path) -> None:
    from hcdata.ingest.discover import find

    _, layout = drafted(tmp_path, ["District", *MONTHS], rows(DISTRICTS))
    (tmp_path / "extract.csv").write_text("District,May-25,Jun-25,Jul-25,Aug-25\nHunts,1,2,3,4\n", encoding="utf-8")
    (found,) = find([tmp_path / "extract.csv"], {layout.name: layout}, tmp_path).grids
    assert len(found.months) == 4


def test_the_category_tells_rows_apart_and_never_says_the_same_in_every_row(tmp_path: Path) -> None:
    hate, groups, minor = ["Hate"] * 4, ["Violence", "Violence", "Order", "Order"], ["Faith", "Race", "Faith", "Other"]
    sides = ["North", "North", "South", "South"]
    for headers, labels, category in (
        (["Borough", "MajorText", "MinorText"], [sides, hate, ["Faith", "Trans", "Faith", "Trans"]], "MinorText"),
        (["Borough", "Offence Group", "What"], [sides, hate, minor], "What"),
        (["Offence Group", "What"], [groups, ["a", "b", "c", "d"]], "What"),
        (["Offence Group", "What"], [["a", "b", "c", "d"], groups], "Offence Group"),
        (["Borough", "Type", "Offence"], [["a", "b", "c", "d"], groups, hate], "Type"),
    ):
        text, layout = drafted(tmp_path, [*headers, "202604", "202605", "202606"], rows(*labels))
        assert layout.fields.get("category", category) == category and "3 columns, Apr 2026" in text
        assert ["category" in one and f'= "{category}"' in one for one in text.splitlines()].count(True) == 1


def test_counts_under_no_month_are_refused(tmp_path: Path) -> None:
    counts = [["Single", "6063", "7227", "7509"], ["Religion", "15", "17", "17"], ["Race", "2", "2", "3"]]
    with pytest.raises(LoadError, match="no month stands"):
        drafted(tmp_path, ["Motive", "Incidents", "Offences", "Victims"], counts)


def test_a_category_is_proposed_and_in_force_only_under_a_known_name(tmp_path: Path) -> None:
    words = ["Public order", "Assault", "Damage", "Other"]
    assert drafted(tmp_path, ["Offence Group", *MONTHS], rows(words))[1].fields == {"category": "Offence Group"}
    text, layout = drafted(tmp_path, ["What", *MONTHS], rows(words))
    assert layout.fields == {} and layout.match == ("What",)
    assert line(text, "# category") == line(text, '# category = "What"')


@pytest.mark.parametrize(
    ("sheet", "start"),
    [
        ("Recorded hate crimes", 'measure = "recorded_hate_crimes"'),
        ("Hate crime by district", '# measure = "recorded_hate_crimes"'),
        ("NCHI", '# measure = "non_crime_incidents"'),
        ("Outcomes", '# measure = ""'),
    ],
)
def test_the_measure_is_in_force_only_under_its_own_title(sheet: str, start: str, tmp_path: Path) -> None:
    head = ["District", *(datetime(2025, month, 1) for month in (4, 5, 6))]
    text = suggested(xlsx(tmp_path / "pack 2025-06.xlsx", {sheet: [head, *([name, 1, 2, 3] for name in DISTRICTS)]}))
    layout = layouts.parse(text, "draft")
    assert line(text, start) and layout.named == sheet and layout.name.startswith("pack_")
    assert layout.measure == ("recorded_hate_crimes" if sheet == "Recorded hate crimes" else None)


@pytest.mark.parametrize(
    ("file", "sheet", "named", "name"),
    [
        ("board pack Feb 26", "Sheet1", "board.*pack", "board_pack_sheet1"),
        ("board_pack_feb26", "February 2026", "board.*pack", "board_pack_february_2026"),
        ("board pack", "By district", "By district", "board_pack_by_district"),
        ("Feb26", "Sheet1", "Feb26", "feb_sheet1"),
    ],
)
def test_next_months_table_is_known_by_what_lasts_of_its_name(
    file: str, sheet: str, named: str, name: str, tmp_path: Path
) -> None:
    head = ["District", *(datetime(2025, month, 1) for month in (4, 5, 6))]
    table = {sheet: [head, *([district, 1, 2, 3] for district in DISTRICTS)]}
    layout = layouts.parse(suggested(xlsx(tmp_path / f"{file}.xlsx", table)), "draft")
    assert (layout.named, layout.name) == (named, name)


def test_years_over_months_are_found(tmp_path: Path) -> None:
    head = [["", 2025, None, 2026], ["District", "Nov", "Dec", "Jan"]]
    text = suggested(xlsx(tmp_path / "pack.xlsx", {"Sheet1": [*head, *([name, 1, 2, 3] for name in DISTRICTS)]}))
    assert "headers on row 2" in text and "Nov 2025 to Jan 2026" in text
    assert layouts.parse(text, "draft").named == "pack"


def test_an_action_plan_with_first_days_of_months_is_no_table_of_counts(tmp_path: Path) -> None:
    head = ["Action No", "Key Action", "Owner", "Raised", "Due", "Last Updated"]
    body = [[f"DP-{n}", "1 Prevent", "Sergeant", "01/04/2026", "01/07/2026", "01/05/2026"] for n in range(12)]
    assert drafted(tmp_path, head, body)[1].feed == "action"


def test_a_label_without_a_header_is_said(tmp_path: Path) -> None:
    text, layout = drafted(tmp_path, ["", *MONTHS], rows(DISTRICTS))
    assert "has no header" in text and layout.match == ("Apr-25",)


def test_financial_years_alone_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="no month stands as a column"):
        drafted(tmp_path, ["Area", "2022/23", "2023/24", "2024/25"], rows(DISTRICTS))


def test_the_measures_proposed_are_measures() -> None:
    for measure, listed in known()["measures"].items():
        assert registry.one(measure).kind == "count" and listed
    assert known()["measures"]["recorded_hate_crimes"][0] == registry.one("recorded_hate_crimes").title
