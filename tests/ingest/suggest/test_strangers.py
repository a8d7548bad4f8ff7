"""Drafts of files nobody wrote for us: what no header says is found by values, offered, and never in force."""

from collections.abc import Callable, Iterator

import pytest

from hcdata.common import config as configuration
from hcdata.common.errors import LoadError
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.layouts.fields import DATES
from hcdata.ingest.suggest.draft import draft
from hcdata.ingest.suggest.grids import one_grid
from hcdata.ingest.suggest.write import write
from hcdata.loading.scratch import scratch
from tests.ingest.suggest.strangers import HEADERLESS, KNOWN, MOTIVES, UNKNOWN, File

Drafted = Callable[[str, str], str]


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drafted]:
    """Return what drafts a layout for a text under a file's name, all in one scratch place."""
    folder, config, known = tmp_path_factory.mktemp("strangers"), configuration.load(), layouts.read().values()
    with scratch() as (con, workdir):

        def one(name: str, text: str) -> str:
            file = folder / name
            file.write_text(text, encoding="utf-8")
            return write(draft(con, one_grid(file, workdir)[0], config, known))

        yield one


def offered(text: str) -> tuple[dict[str, str], list[str]]:
    """The fields and the strands' columns that stand behind a #."""
    lines = [line.removeprefix("# ").split(" = ", 1) for line in text.splitlines() if line.startswith("# ")]
    pairs = [(one[0], one[1].split('"')[1]) for one in lines if len(one) > 1 and one[1].startswith('"')]
    return {name: column for name, column in pairs if name != "column"}, [
        one for name, one in pairs if name == "column"
    ]


@pytest.mark.parametrize("file", [*UNKNOWN, *KNOWN], ids=lambda one: one.name)
def test_what_a_stranger_wrote_is_drafted(file: File, drafted: Drafted) -> None:
    text = drafted(f"{file.name}.csv", file.text)
    layout, (fields, strands) = layouts.parse(text, "draft"), offered(text)
    assert (layout.feed, layout.fields) == ("crime", file.fields)
    assert tuple(one.column for one in layout.strands) == file.strands
    wanted = {name: column for name, column in fields.items() if name in file.offered}
    assert (wanted, set(file.offered_strands) <= set(strands)) == (file.offered, True)
    dates = [column for name, column in [*layout.fields.items(), *fields.items()] if name in DATES]
    assert len(dates) == len(set(map(str, dates)))
    assert "recorded" in {*fields, *layout.fields} or file.name == "numbers"


@pytest.mark.parametrize("header", MOTIVES)
def test_words_of_real_exports_are_strands(header: str, drafted: Drafted) -> None:
    body = "35/1/26,01/05/2026,ANTI-BLACK\n35/2/26,19/05/2026,Anti-Jewish\n35/3/26,20/05/2026,Religion\n"
    layout = layouts.parse(drafted("motive.csv", f"Crime Number,Date Recorded,{header}\n{body}"), "draft")
    (source,) = layout.strands
    assert source.column == header and source.values == {"ANTI-BLACK": "race", "Anti-Jewish": "religion"}


@pytest.mark.parametrize("text", HEADERLESS)
def test_a_file_without_headers_is_refused_and_none_of_it_told(text: str, drafted: Drafted) -> None:
    with pytest.raises(LoadError, match="no row of it is one of headers") as refused:
        drafted("bare.csv", text)
    assert not any(cell in str(refused.value) for cell in text.replace(";", ",").replace("\n", ",").split(",") if cell)


@pytest.mark.parametrize(
    ("name", "in_force", "doubtful"),
    [
        ("events_20260712", r"(?:^|\D)(\d{8})(?:\D|$)", None),
        ("events 2026-07-12", r"(\d{4}-\d{2}-\d{2})", None),
        ("events 12-07-2026", r"(\d{1,2}-\d{1,2}-\d{4})", None),
        ("events July 2026", "(?i)((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \\d{4})", None),
        ("events_202607", r"(?:^|\D)(\d{6})(?:\D|$)", None),
        ("events 2026-10-12", None, r"(\d{4}-\d{2}-\d{2})"),
        ("events 2026-06-12", None, r"(\d{4}-\d{2}-\d{2})"),
        ("events 12345678", None, None),
        ("events", None, None),
    ],
)
def test_a_date_in_the_name_says_up_to_when(
    name: str, in_force: str | None, doubtful: str | None, drafted: Drafted
) -> None:
    text = drafted(f"{name}.csv", "Crime Number,Date Recorded\n35/1/26,20/06/2026\n35/2/26,06/07/2026\n")
    assert layouts.parse(text, "draft").data_to.filename == in_force
    assert (f"# filename = '{doubtful}'" in text) == bool(doubtful)
