"""Tables of monthly counts that others have made, in words."""

import pandas as pd

from hcdata.present.text import numbers
from hcdata.present.text.left_out_words import WORDS as LEFT_OUT
from hcdata.views.quality.tables import CountTable


def sentence(found: CountTable) -> str:
    """Say what a table counts, how many of its counts agree with ours, and where they are furthest apart."""
    about = f"{numbers.counted(len(found.rows), 'count', 'counts')}, {_months(found.rows)}"
    if found.measure is None:
        return f"{found.title}: {about}. It names none of our measures: shown as it is given."
    left = [f"{n:,} not compared: {LEFT_OUT[why]}" for why, n in found.left_out.items()]
    if not len(found.compared):
        return f"{found.title}: {about}. {'; '.join(left)}."
    apart, compared = found.apart, numbers.counted(len(found.compared), "count", "counts")
    said = f"{found.title}: of {compared} beside our {found.counted_as}, {_months(found.compared)},"
    if not len(apart):
        return f"{said} none differs. {'; '.join(left)}." if left else f"{said} none differs."
    first = apart.iloc[0]
    where = ", ".join(filter(None, (first["area"], first["strand"], numbers.month(first["month"]))))
    differ = "1 differs" if len(apart) == 1 else f"{len(apart):,} differ"
    said = f"{said} {differ}; furthest apart: {where}, {first['given']:,} given and {first['ours']:,} here."
    return f"{said} {'; '.join(left)}." if left else said


def months_title(found: CountTable) -> str:
    """Say what is added up by month."""
    force, every = found.widest
    area = "the force" if force else "districts together"
    return f"By month, {area}" if every else f"By month, {area}; strands together, which add to more than the total"


def _months(rows: pd.DataFrame) -> str:
    first, last = numbers.month(rows["month"].min()), numbers.month(rows["month"].max())
    return first if first == last else f"{first} to {last}"
