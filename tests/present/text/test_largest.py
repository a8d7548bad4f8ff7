"""When a part may be called the largest."""

import pandas as pd
import pytest

from hcdata.present.text.largest import lead


@pytest.mark.parametrize(
    ("counts", "total", "named"),
    [
        ([2, 1], 3, []),
        ([18, 1], 19, []),
        ([19, 1], 20, ["a"]),
        ([10, 10], 20, ["a", "b"]),
        ([12, 12], 19, []),  # one crime may have several strands: the crimes are the base
        ([19, 0], 100, []),  # the others are in no known part
        ([0, 0], 0, []),
    ],
)
def test_the_largest_is_named_from_a_base_of_twenty_known(counts: list[int], total: int, named: list[str]) -> None:
    parts = pd.DataFrame({"name": ["a", "b"], "n": counts})
    assert lead(parts, total)["name"].tolist() == named
