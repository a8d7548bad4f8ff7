"""The generated documents: measures, data dictionary, settings, the plan; written from what the program itself reads.

`python -m hcdata.cli.documents` writes them into docs/; a test holds that they are up to date.
"""

import tomllib
from pathlib import Path

from hcdata.common import config
from hcdata.common.config import ROOT
from hcdata.plan.agendas import AGENDAS, FILLS
from hcdata.plan.clauses import CLAUSES
from hcdata.plan.promises import list_promised
from hcdata.present.text.definition_words import in_words
from hcdata.schema import tables
from hcdata.schema.columns import Column
from hcdata.schema.identities import IDENTITIES
from hcdata.schema.reject_reasons import REASONS
from hcdata.views.definitions import definitions

DOCS = ROOT / "docs"
_MADE = "Written by `python -m hcdata.cli.documents`; change the source, not this file."


def measures() -> str:
    """Return docs/measures.md: every measure in its own words."""
    parts = [
        "# Measures",
        "",
        _MADE,
        "",
        "Each is a file in `hcdata/measures/sql/`: a header, and a query with one row for each thing counted.",
    ]
    for row in in_words(definitions(config.load())).to_dict("records"):
        facts = [
            row["kind"],
            f"counts each {row['counts']} once",
            f"by {row['time_basis']}",
            row["direction"],
            f"plan {row['plan']}",
        ]
        if row["key_actions"]:
            facts.append(f"key actions {row['key_actions']}")
        parts += [
            "",
            f"## `{row['id']}`: {row['title']}",
            "",
            f"{row['question']} {row['how']}",
            "",
            f"{'; '.join(facts)}.",
        ]
        if row["thresholds"]:
            parts += ["", f"Set in `config.toml`: {row['thresholds']}."]
    return "\n".join(parts) + "\n"


def dictionary() -> str:
    """Return docs/data-dictionary.md: every table, column and reason code."""
    parts = [
        "# Data dictionary",
        "",
        _MADE,
        "",
        "Versioned tables are stored as `<name>_version` with the provenance columns below.",
    ]
    parts += ["", "## Provenance of every versioned row", "", *_columns(tables.PROVENANCE)]
    places = {
        "store.duckdb": tables.TABLES,
        "people.duckdb, opened by the loader only": IDENTITIES,
        "memory, while a store is open": tables.REFERENCE,
    }
    for title, kept in places.items():
        parts += ["", f"# In {title}"]
        for table in kept:
            parts += ["", f"## `{table.name}`", "", f"{table.meaning}.", "", *_columns(table.columns)]
    parts += ["", "# Reasons a row is rejected for", "", "| reason | what to do |", "|---|---|"]
    parts += [f"| `{reason}` | {what} |" for reason, what in REASONS.items()]
    return "\n".join(parts) + "\n"


def _columns(columns: tuple[Column, ...]) -> list[str]:
    rows = [f"| `{c.name}` | {c.type} | {c.meaning} | {'yes' if c.personal else ''} |" for c in columns]
    return ["| column | type | meaning | personal |", "|---|---|---|---|", *rows]


def settings() -> str:
    """Return docs/settings.md: every setting of config.toml with the value in force."""
    values = tomllib.loads(config.find().read_text(encoding="utf-8"))
    parts = ["# Settings", "", _MADE, "", "All in `config.toml`, or the file named by `HCDATA_CONFIG`."]
    for name, section in values.items():
        parts += ["", f"## `{name}`", ""]
        if isinstance(section, list):
            keys = ", ".join(f"`{key}`" for key in dict.fromkeys(key for entry in section for key in entry))
            parts.append(f"{len(section)} entries with {keys}.")
        else:
            parts += [
                "| setting | value |",
                "|---|---|",
                *(f"| `{key}` | {_value(value)} |" for key, value in section.items()),
            ]
    return "\n".join(parts) + "\n"


def _value(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"`{text}`"


def plan() -> str:
    """Return docs/plan.md: every clause and agenda item, where it is answered, and what of it nothing can show yet."""
    known = definitions(config.load())
    parts = [
        "# The plan, clause by clause",
        "",
        _MADE,
        "",
        "| clause | what it asks | answered on | measures | not evidenced |",
        "|---|---|---|---|---|",
    ]
    for clause in CLAUSES:
        ids = [id for id, told in zip(known["id"], known["plan"], strict=True) if clause.number in told.split(", ")]
        cells = (
            clause.number,
            clause.asks,
            "; ".join(clause.pages) or "nowhere",
            ", ".join(f"`{id}`" for id in ids),
            "; ".join([*filter(None, [clause.unevidenced]), *list_promised(clause.number, set(known["id"]))]),
        )
        parts.append(f"| {' | '.join(cells)} |")
    for kind, items in AGENDAS.items():
        parts += ["", f"## Agenda of the {kind} meeting", "", "| item | filled in with |", "|---|---|"]
        for one in items:
            filled = "; ".join(FILLS[part] for part in one.parts) or "to be told"
            parts.append(f"| {one.number} {one.title} | {filled} |")
    return "\n".join(parts) + "\n"


DOCUMENTS = {"measures.md": measures, "data-dictionary.md": dictionary, "settings.md": settings, "plan.md": plan}


def write(folder: Path = DOCS) -> None:
    """Write every generated document."""
    for name, make in DOCUMENTS.items():
        (folder / name).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    write()
