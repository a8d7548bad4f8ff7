"""What makes a page ready for paper, and a table for a narrow screen."""

import pandas as pd
import pytest

from hcdata.ui import markup, paper


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
