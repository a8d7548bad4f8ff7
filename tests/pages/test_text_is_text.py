"""Text from data is text on every page: no link, image, formula, icon or colour comes of it."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hcdata.common import config as configuration
from hcdata.loading import run as loading
from hcdata.store import register
from hcdata.ui.markup import plain
from tests.pages.conftest import Open, elements, nodes

HOSTILE = "![x](https://evil.example/p.png) [l](http://evil.example) $x^2$ :material/delete: :red[r] <b>"
LIVE = re.compile(r"(?<!\\)\[\w|(?<!\\)!\[|https?://evil|(?<!\\)\$x|:material/delete|:red|(?<!\\)<b>")
# What Streamlit shows as it stands, and HTML, in which a tag would be live.
AS_IT_STANDS = {"code", "arrow_data_frame", "plotly_chart", "imgs"}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[a](http://x.example)",
            "![a](http://x.example/a.png)",
            "<http://x.example>",
            "http://x.example/a",
            "a *b* c",
        ),
        *("https://x.example", "HTTP://X.EXAMPLE", "www.x.example", "a.b@x.example", "**b**", "_b_", "__b__", "~~b~~"),
        *("$x^2$", "$$x$$", ":red[a]", ":material/home:", ":smile:", ":+1:", ":blue-background[a]", "[^1]", "[a]: b"),
        *(
            "# a",
            "## a",
            "> a",
            "- a",
            "+ a",
            "* a",
            "1. a",
            "2) a",
            "---",
            "===",
            "a\n# b",
            "a\u2028- b",
            "&#91;a](b)",
        ),
        *(
            "<img src=x>",
            "<script>",
            "\\[a](b)",
            "\\\\[a](b)",
            "[[a]](b)",
            "!\\[a](b)",
            ":red-badge[a]",
            ":small[a]",
            ":streamlit:",
        ),
    ],
)
def test_no_mark_is_left_live(text: str) -> None:
    said = plain(text)
    assert not re.search(r"(?<!\\)(?:\\\\)*[\[\]<*~$]", said) and "\n" not in said and "\u2028" not in said
    assert not re.search(r"https?://|www\.|\w@|:[a-z+][\w+-]*[:\[\]/]|&#", said.replace("\\&", ""), re.IGNORECASE)
    assert not re.match(r"\s*(?:[#>+=-]|\d+[.)])(?:\s|$|[=-])", said)
    assert re.sub(r"\\(?=[^A-Za-z0-9\s])|\u2060", "", said) == re.sub(
        r"\\(?=[^A-Za-z0-9\s])", "", re.sub("[\n\u2028]", " ", text)
    )


@pytest.mark.parametrize(
    "text", ["35/1/26", "12.5 %", "1,024 of 2,000", "crime_2026-10-31.csv", "12:30", "In May, 5; so"]
)
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert plain(text) == text


@pytest.fixture
def hostile(three_crimes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store in which every text a person can write is hostile."""
    facts = configuration.find().read_text(encoding="utf-8")
    assert 'name = "Fenland"' in facts
    facts = facts.replace('name = "Fenland"', f"name = '{HOSTILE}'").replace('name = "Race"', f"name = 'R {HOSTILE}'")
    facts = re.sub(
        r"(\[\[key_action\]\][^\[]*?\nname = )\"[^\"]*\"", lambda found: f"{found[1]}'K {HOSTILE}'", facts, count=1
    )
    (tmp_path / "config.toml").write_text(facts, encoding="utf-8")
    monkeypatch.setenv("HCDATA_CONFIG", str(tmp_path / "config.toml"))
    rows = [f"35/{n}/26,{1 + n % 28:02d}/{1 + n % 10:02d}/2026 10:00,{HOSTILE},R {HOSTILE},9A" for n in range(60)]
    header = "crime_ref,recorded,district,strands,offence_code"
    file = tmp_path / f"{HOSTILE.replace('/', '-')}.csv"
    file.write_text("\n".join([header, *rows, "nonsense,x,y,z,w"]), encoding="utf-8")
    store = tmp_path / "store"
    loading.load([file], store, configuration.load(), loading.Options(extract_date=date(2026, 10, 31)))
    about: dict[str, Any] = {"event_on": date(2026, 6, 1), "name": HOSTILE, "scope": "force", "kind": "trigger"}
    register.add(store, "event", {**about, "note": HOSTILE}, HOSTILE, HOSTILE)
    rebase = {"measure": "recorded_hate_crimes", "month": date(2026, 5, 1), "district": None, "strand": None}
    register.add(store, "rebase", rebase, HOSTILE, HOSTILE)
    return store


def test_no_page_makes_anything_of_it(open_page: Open, hostile: Path) -> None:
    met = 0
    for path in ("", "trends", "locations", "nominals", "district-fenland", "cases", "quality", "load", "definitions"):
        page = open_page(hostile, path)
        assert not page.exception, path
        for element in elements(page):
            proto = element.proto
            for name, text in _texts(proto):
                met += "evil" in text
                if name == "body" and element.type == "html":
                    assert "<b>" not in text, (path, text)
                elif element.type not in AS_IT_STANDS and name not in ("options", "raw_value", "default"):
                    assert not LIVE.search(text.replace("**", "")) or "evil" not in text, (path, element.type, text)
        labels = [node.proto.label for node in nodes(page) if hasattr(getattr(node, "proto", None), "label")]
        assert not [label for label in labels if "evil" in label and LIVE.search(label)], path
    assert met > 5


def _texts(proto: Any) -> list[tuple[str, str]]:
    """The texts of an element's own fields."""
    return [(field.name, value) for field, value in proto.ListFields() if isinstance(value, str)]
