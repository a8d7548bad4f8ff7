"""The state of the data in sentences that can be read out."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from hcdata.present.tables import ledger_tables, quality_tables
from hcdata.present.text import data_quality, impact_words
from hcdata.schema.issues import NOTES
from hcdata.views.quality.impact_kinds import (
    Absent,
    BeginsLate,
    Contradiction,
    EndsEarly,
    Gap,
    Impact,
    InPart,
    Lacking,
    Lost,
    NeverLoaded,
    StillCounted,
    StrandsOdd,
    Uncounted,
    Unrecorded,
)
from hcdata.views.quality.issues import Noted, NotedCases
from hcdata.views.quality.published import COMPARED, Reconciliation
from hcdata.views.quality.strand_share import StrandShare
from tests.exports.sample import CONTACT, QUALITY

SHARE = StrandShare(85, 1702, 0.05, 0.041, 0.061, (0.04, 0.06), "within")
DUTY = replace(CONTACT, n=67, of=100, value=0.67, not_recorded=13)


def said(impact):
    (one,) = impact_words.findings(replace(QUALITY, impacts=(impact,)), impact.level)
    return one


@pytest.mark.parametrize(
    ("impact", "text"),
    [
        (
            Unrecorded(13, 100, figure=DUTY),
            "13 of 100 due have nothing recorded. The figure read out is 67.0 %; with all of them met it would be"
            " 80.0 %.",
        ),
        (
            Unrecorded(1, 15, figure=replace(CONTACT, n=2, of=15, value=2 / 15, not_recorded=1)),
            "1 of 15 due has nothing recorded. The figure read out is 2 of 15; with it met it would be 3 of 15.",
        ),
        (
            Uncounted(9, 1702, "aggravated_not_counted"),
            "9 crimes of an aggravated code without any hate flag. The total read out is 1,702; with them it would be"
            " 1,711.",
        ),
        (StillCounted(2, 1702, "missing_from_full_extract"), "without them it would be 1,700."),
        (StillCounted(1, 1702, "missing_from_full_extract"), "without that one it would be 1,701."),
        (
            Lost(1, 22),
            "1 row that may be a record was rejected, of 22 rows of such files read over all loads (1 of the crime"
            " extract)",
        ),
        (BeginsLate(30, 365, feed="contact", day=date(2026, 6, 1)), "The victim-contact sheet begins in Jun 2026"),
        (
            EndsEarly(30, 365, feed="contact", day=date(2026, 9, 30)),
            "ends on 30 Sep 2026, before the period does",
        ),
        (
            Gap(1, 12, feed="contact", months=(date(2026, 2, 1),)),
            "All districts: no extract speaks for February 2026 (victim-contact sheet). It is not loaded",
        ),
        (
            Gap(1, 12, feed="crime", months=(date(2026, 8, 1),), areas=("Fenland",)),
            "Fenland: no extract speaks for August 2026 (crime extract). It is not loaded: no figure holds it.",
        ),
        (
            Gap(2, 12, feed="crime", months=(date(2026, 7, 1), date(2026, 8, 1)), why="rejected"),
            "All districts: the rows of July 2026 and August 2026 were rejected (crime extract). They are not loaded",
        ),
        (
            InPart(1, 12, feed="crime", months=(date(2026, 8, 1),), areas=("Fenland",), why="ends"),
            "Fenland: August 2026 is loaded in part only (crime extract), and not judged; the last extract ends within",
        ),
        (NeverLoaded(1, 6, feed="crime", areas=("Fenland",)), "No crime extract speaks for Fenland: not loaded"),
        (
            Lacking(219, 1702, "no_square"),
            "219 hate crimes of 1,702 (12.9 %) without a usable grid reference.",
        ),
        (
            Absent(3, 3, notes=("no_channel", "no_square")),
            "Recorded for no hate crime of this period: How reported, National grid reference. What needs",
        ),
        (Lacking(3, 3, "no_square"), "3 hate crimes of 3 without a usable grid reference."),
        (Contradiction(1, 1702, "reported_after_recording"), "1 hate crime of 1,702 (0.1 %) reported after"),
    ],
    ids=lambda value: value.kind if isinstance(value, Impact) else "",
)
def test_a_harm_says_how_many_and_what_it_does(impact, text):
    assert text in said(impact).text


def test_every_harm_leads_to_its_rows():
    assert said(Lacking(219, 1702, "no_square")).cases == {"measure": "note-no_square", "state": "all"}
    duty = said(Unrecorded(13, 100, figure=DUTY))
    assert duty.cases == {"measure": DUTY.measure, "state": "not_recorded"}
    assert duty.label == "13 cases with nothing recorded"
    assert said(Lost(1, 22)).anchor == "rejects"


MADE = {
    "lost": Lost(1, 2),
    "lacking": Lacking(1, 2, "no_square"),
    "gap": Gap(1, 2, "crime", ()),
    "order": Contradiction(1, 2, "no_square"),
    "strands": StrandsOdd(1, 2, "several_strands", SHARE),
}


@pytest.mark.parametrize(
    ("kinds", "text"),
    [
        ((), "Nothing in the data would change a figure you read out."),
        (("lost",), "One thing in the data would change a figure you read out."),
        (("lacking",), "Nothing in the data would change a figure you read out and one thing limits what can be said."),
        (
            ("lost", "gap", "lacking", "order", "strands"),
            "Two things in the data would change a figure you read out, one thing limits what can be said and two want"
            " looking into.",
        ),
    ],
)
def test_the_headline_counts_what_is_wrong(kinds, text):
    impacts = tuple(MADE[kind] for kind in kinds)
    assert data_quality.headline(replace(QUALITY, impacts=impacts)) == text


def test_without_a_hate_crime_only_the_files_are_judged():
    bare = replace(QUALITY, noted=Noted(QUALITY.noted.counts.iloc[:0], QUALITY.noted.crimes.iloc[:0]), impacts=())
    assert data_quality.headline(bare) == "No hate crime of this period is loaded: only the files can be judged."


@pytest.mark.parametrize(
    ("side", "text"),
    [
        ("within", "carry several strands; 4.0 % to 6.0 % is usual"),
        ("above", "more than chance would explain"),
        ("below", "Are second strands left out?"),
        ("none", "No hate crime of 1,702 carries several strands"),
        ("too few", "too few to say"),
    ],
)
def test_the_share_of_several_strands_is_read_against_what_is_usual(side, text):
    assert text in data_quality.strands_sentence(replace(SHARE, side=side))


def test_a_share_beyond_the_usual_that_could_be_chance_says_so():
    over = data_quality.strands_sentence(replace(SHARE, n=107, of=1742, share=107 / 1742))
    assert over.endswith("4.0 % to 6.0 % is usual in England and Wales, and the difference could be chance.")
    assert "chance" not in data_quality.strands_sentence(SHARE)


def test_one_crime_carries_several_strands():
    assert "1 of 25 hate crimes (4.0 %) carries several strands" in data_quality.strands_sentence(
        replace(SHARE, n=1, of=25, share=0.04)
    )


@pytest.mark.parametrize(
    ("cancelled", "text"),
    [
        (0, "No crime is cancelled or transferred."),
        (1, "1 crime is cancelled or transferred: it stays in the store and out of every figure."),
        (3, "3 crimes are cancelled or transferred: they stay in the store and out of every figure."),
    ],
)
def test_every_row_is_accounted_for_in_words(cancelled, text):
    assert data_quality.rows_sentence(replace(QUALITY, cancelled=cancelled)) == (
        f"Rows read 22 = accepted 21 + rejected 1, over all loads. {text}"
    )


def test_a_delay_of_few_crimes_is_no_percentage():
    said = data_quality.delay_sentence(replace(QUALITY.delay, known=19, late=4, very_late=1))
    assert "; 4 of 19 took more than 24 hours and 1 more than 72. " in said


def test_delay_and_published_figures_in_words():
    assert data_quality.delay_sentence(QUALITY.delay) == (
        "Half the hate crimes of this period are recorded within 4.5 hours of the report; 270 of 1,690 (16.0 %) took"
        " more than 24 hours and 80 (4.7 %) more than 72. From offence to record half take 1 day or less; 19 crimes"
        " were recorded more than 28 days after."
    )
    assert data_quality.delay_sentence(replace(QUALITY.delay, known=0)).startswith("No hate crime of this period")
    assert data_quality.published_sentence(QUALITY.published) == (
        "No published figure can be set beside ours. 3 figures not compared: dates not wholly loaded."
    )


def test_a_published_figure_stands_beside_ours():
    row = ["m", "Recorded hate crimes", "Force", "", date(2025, 4, 1), date(2026, 3, 31), 1000, "Home Office", "press"]
    found = Reconciliation(pd.DataFrame([[*row, 950, -50, -0.05]], columns=COMPARED), {}, 0.02)
    table = quality_tables.published(replace(QUALITY, published=found)).iloc[0]
    assert table[["Published", "Ours", "Difference", "Difference, %"]].tolist() == [1000, 950, -50, -5.0]
    assert data_quality.published_sentence(found) == ("Of 1 published figure, 1 differs from ours by more than 2.0 %.")


def test_the_least_recorded_field_is_named_or_how_many_are_not_recorded_at_all():
    assert data_quality.completeness_title(QUALITY) == (
        "Reported time is recorded least often (99.3 %); 0 of 1 are complete"
    )
    every = replace(QUALITY, completeness=QUALITY.completeness.assign(share=1.0))
    assert data_quality.completeness_title(every) == "Every key field is recorded for every hate crime"
    none = replace(QUALITY, completeness=QUALITY.completeness.assign(share=0.0))
    assert data_quality.completeness_title(none) == "1 key field is not recorded at all; 0 of 1 are complete"


def test_a_share_of_few_records_is_no_percentage():
    rows = pd.DataFrame(
        {
            "field": ["Place"] * 3,
            "note": ["no_place"] * 3,
            "name": ["Fenland", "Hunts", "Ely"],
            "recorded": [7, 19, 0],
            "of": [12, 20, 5],
            "share": [7 / 12, 0.95, 0.0],
        }
    )
    months = rows.assign(month=[date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1)])
    whole = pd.DataFrame([("Place", "no_place", 26, 37, 26 / 37)], columns=["field", "note", "recorded", "of", "share"])
    found = replace(QUALITY, completeness=whole, by_district=rows, by_month=months)
    assert quality_tables.completeness(found).iloc[0].tolist() == ["Place", 26 / 37, "7 of 12", 0.95, "0 of 5"]
    assert quality_tables.months(found).iloc[0].tolist() == ["Place", "7 of 12", 0.95, "0 of 5"]
    assert quality_tables.holds_few(quality_tables.completeness(found))
    assert not quality_tables.holds_few(quality_tables.completeness(found)[["Key field", "All", "Hunts"]])
    few = replace(found, completeness=rows.iloc[:1])
    assert data_quality.completeness_title(few) == "Place is recorded least often (7 of 12); 0 of 1 are complete"
    assert data_quality.completeness_lines(few) == ["       7 of 12  Place"]
    assert data_quality.completeness_lines(found) == ["      26 of 37 (70.3 %)  Place"]


def test_a_delay_table_gives_no_percentage_of_few():
    districts = QUALITY.delay.districts.iloc[:1].assign(known=19, late=4, very_late=1)
    row = quality_tables.delay(replace(QUALITY, delay=replace(QUALITY.delay, districts=districts))).iloc[0]
    assert (row["Over 24 h"], row["Over 24 h, %"], row["Over 72 h, %"]) == (4, "-", "-")


def test_tables_of_the_state_of_the_data():
    assert quality_tables.completeness(QUALITY).columns.tolist() == ["Key field", "All", "Fenland"]
    assert quality_tables.months(QUALITY).columns.tolist() == ["Key field", "Oct 26"]
    assert quality_tables.orders(QUALITY)[["Crimes", "Number"]].to_numpy().tolist() == [
        ["With an outcome before the recording", 4]
    ]
    assert ledger_tables.rejects(QUALITY).columns.tolist() == ["Reason", "Code", "What to do", "Rows", "Crime extract"]
    assert ledger_tables.rejects(QUALITY)["Reason"].tolist() == ["Bad reference"]


@pytest.mark.parametrize(("rows", "text"), [(0, "0 crimes"), (1, "1 crime"), (1200, "1,200 crimes")])
def test_the_crimes_behind_a_note_are_counted_in_words(rows, text):
    found = NotedCases(NOTES["no_district"], pd.DataFrame({"crime_ref": range(rows)}))
    assert quality_tables.count(found, "crime") == text
