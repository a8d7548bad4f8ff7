"""What makes a page ready for paper, and a table for a narrow screen."""

import re

import pandas as pd
import pytest

from hcdata.ui import markup, paper, shaded


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("OFFICIAL", '"OFFICIAL"'),
        ("OFFICIAL-SENSITIVE, named partners only.", '"OFFICIAL-SENSITIVE, named partners only."'),
        ('a" } body { display: none', '"a\\22  \\7d  body \\7b  display\\3a  none"'),
        ("</style><script>", '"\\3c \\2f style\\3e \\3c script\\3e "'),
        ("one\ntwo", '"one\\a two"'),
        ("back\\slash", '"back\\5c slash"'),
        ("", '""'),
    ],
)
def test_text_stays_text_in_a_style_sheet(text, written):
    assert markup.css_text(text) == written


def test_each_cell_names_its_column():
    written = markup.table(pd.DataFrame({"<Crime>": ["35/1/26"], "Days": [1_200]}))
    assert 'data-name="&lt;Crime&gt;">35/1/26<' in written and 'data-name="Days">1,200<' in written


@pytest.mark.parametrize(("value", "shown"), [(67.32222, "67.32"), (24.0, "24"), (1234.5, "1,234.5"), (3, "3")])
def test_a_number_has_at_most_two_decimals(value, shown):
    assert f">{shown}</td>" in markup.table(pd.DataFrame({"Value": [value]}))


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ([9.03, 0.76, 13.0], ["9.03", "0.76", "13.00"]),
        ([9.0, 0.8, 13.0], ["9.0", "0.8", "13.0"]),
        ([9.0, 13.0, 1_250.0], ["9", "13", "1,250"]),
        ([9, 13, 1_250], ["9", "13", "1,250"]),
        ([0.1 + 0.2, 2.0], ["0.3", "2.0"]),
        (["9", 0.5, 2], ["9", "0.5", "2.0"]),
    ],
)
def test_the_numbers_of_a_column_have_the_same_decimals(values, shown):
    written = markup.table(pd.DataFrame({"Value": values}))
    assert re.findall(r">([\d.,]+)</td>", written) == shown


@pytest.mark.parametrize(
    ("values", "kind"),
    [(["N-A1A93A56", "99/1/26"], "word"), (["Fenland", "East Cambridgeshire"], "short"), (["a " * 13], "text")],
)
def test_a_number_of_a_case_or_person_is_never_parted(values, kind):
    assert f'class="{kind}" data-name="Named"' in markup.table(pd.DataFrame({"Named": values}))


def test_each_share_names_its_column():
    shares = pd.DataFrame(
        {"Key field": ["Victim"], "Fenland": [0.912], "Nov <25": [1.0], "Few": ["too few"], "No": [None]}
    )
    written = shaded.table(shares, 0.95)
    assert re.findall(r'data-name="([^"]+)">([^<]+)<', written) == [
        ("Fenland", "91.2"),
        ("Nov &lt;25", "100"),
        ("Few", "too few"),
        ("No", "-"),
    ]
    assert written.count("number low") == 1


@pytest.mark.parametrize("kind", ["bool", "boolean", "object"])
def test_a_truth_is_said_as_yes_or_no_however_pandas_holds_it(kind):
    written = markup.table(pd.DataFrame({"Named": pd.Series([True, False], dtype=kind)}))
    assert ">yes<" in written and ">no<" in written


@pytest.mark.parametrize("kind", ["boolean", "Int64", "Float64", "object", "str", "datetime64[us]"])
def test_what_is_missing_is_an_empty_cell_however_pandas_holds_it(kind):
    written = markup.table(pd.DataFrame({"Missing": pd.Series([None], dtype=kind)}))
    assert 'data-name="Missing"></td>' in written


@pytest.mark.parametrize(
    ("rows", "printed", "left"), [(3, 3, ""), (paper.MOST_ROWS, paper.MOST_ROWS, ""), (2_007, 2_000, "7 further rows")]
)
def test_a_list_on_paper_says_what_it_leaves_off(rows, printed, left):
    written = paper.whole_list(pd.DataFrame({"Crime": ["35/1/26"] * rows}))
    assert written.count("<td") == printed
    assert (left in written) if left else ("further" not in written)
