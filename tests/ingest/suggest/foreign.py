"""Files nobody wrote for us, loaded: a draft, a few lines put right by hand, and the file as pandas reads it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from hcdata.common import config as configuration
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.suggest.draft import draft
from hcdata.ingest.suggest.grids import one_grid
from hcdata.ingest.suggest.write import write
from hcdata.loading import run as loading
from hcdata.loading.receipt import FileReceipt
from hcdata.loading.scratch import scratch
from hcdata.store import query

# Lines a person may have to change before a draft serves.
FEWER_THAN = 10
# What is put right: the beginning of a drafted line, and what stands there instead (more lines count as more changes).
Mends = dict[str, str]


@dataclass(frozen=True)
class Loaded:
    """A file loaded through its mended draft: the layout's text, the receipt, the store, and pandas' own reading."""

    text: str
    changed: int
    receipt: FileReceipt
    store: query.Store
    frame: pd.DataFrame

    def by(self, column: str) -> Counter[str]:
        """Crimes by the value of a column."""
        return Counter(dict(self.store.tuples(f"SELECT {column}, count(*) FROM crime GROUP BY 1")))

    def strands(self) -> Counter[str]:
        """Crimes by strand."""
        sql = "SELECT s, count(*) FROM (SELECT unnest(strands) AS s FROM crime) GROUP BY s"
        return Counter(dict(self.store.tuples(sql)))

    def unmapped(self) -> Counter[tuple[str, str]]:
        """Rows by field and value nobody mapped."""
        return Counter({(f, t): n for f, t, n in self.store.tuples("SELECT field, text, rows FROM unmapped")})


def mend(text: str, mends: Mends) -> tuple[str, int]:
    """Put lines right, and return how many were changed or added."""
    changed, lines = 0, []
    waiting = dict(mends)
    for line in text.splitlines():
        start = next((start for start in waiting if line.startswith(start)), None)
        line = waiting.pop(start) if start else line
        changed += line.count("\n") + 1 if start else 0
        lines.append(line)
    assert not waiting, f"the draft has no lines {list(waiting)}"
    return "\n".join(lines), changed


def drafted(file: Path, mends: Mends, place: Path, own: str = "") -> tuple[str, str, int]:
    """Draft without the layout written for this very file, mend, and keep it; return name, text and lines changed."""
    known = [layout for name, layout in layouts.read().items() if name != own]
    with scratch() as (con, workdir):
        text, changed = mend(write(draft(con, one_grid(file, workdir)[0], configuration.load(), known)), mends)
    name = layouts.parse(text, "draft").name
    (place / "layouts").mkdir(exist_ok=True)
    (place / "layouts" / f"{name}.toml").write_text(text, encoding="utf-8")
    return name, text, changed


def load(file: Path, mends: Mends, place: Path, own: str = "") -> Loaded:
    """Load a file through its own draft."""
    name, text, changed = drafted(file, mends, place, own)
    receipt = loading.load([file], place / "store", configuration.load(), loading.Options(layout=name))
    read: Callable[..., pd.DataFrame] = pd.read_csv if file.suffix == ".csv" else pd.read_excel
    engine = {} if file.suffix == ".csv" else {"engine": "openpyxl"}
    frame = read(file, dtype=object if engine else str, keep_default_na=False, **engine)
    return Loaded(text, changed, receipt.files[0], query.open(place / "store"), frame)
