"""CSV that a spreadsheet can open without running anything in it."""

import pandas as pd

from hcdata.present.tables import comma_separated


def test_text_of_a_record_is_never_a_formula_in_csv():
    texts = ("=1+1", "@x", "+44", "-2", "\tx", "plain")
    written = comma_separated.write(pd.DataFrame({"Text": texts, "Number": [-2, 1, 2, 3, 4, 5]}))
    assert written == "Text,Number\n'=1+1,-2\n'@x,1\n'+44,2\n'-2,3\n'\tx,4\nplain,5"
