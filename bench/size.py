"""A very large crime extract: loaded, loaded again, followed by a month's, beside bare DuckDB in the same run."""

from pathlib import Path
from tempfile import TemporaryDirectory

from bench.load import Run, best, once

# Rows of a month on top of a very large store: the aim is under 10 s on 10,000,000.
MONTH = 50_000


def measure(large: Path, month: Path, repeat: int) -> list[tuple[str, Run, dict[str, Run]]]:
    """Return (what, its run, the runs it is compared with) of each step."""
    typed, normalised = best("typed", [large], repeat), best("normalised", [large], repeat)
    beside = {"typed": typed, "normalised": normalised}
    with TemporaryDirectory() as folder:
        place = Path(folder)
        loaded = once("load", [large], place)
        again = once("load", [large], place)
        monthly = once("load", [month], place)
    return [
        ("bare DuckDB, one typed table", typed, {}),
        ("bare DuckDB, the store's tables", normalised, {}),
        ("loaded", loaded, beside),
        ("the same file again", again, {}),
        (f"then {monthly.rows:,} rows of a month", monthly, {}),
    ]
