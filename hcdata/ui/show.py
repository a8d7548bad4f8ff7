"""Results on a page: tiles, charts with their words and tables, and how each figure is counted."""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any

import pandas as pd
import streamlit as st

from hcdata.common.filters import Filters
from hcdata.present import charts
from hcdata.present.text import duty_words
from hcdata.present.text.definition_words import in_words
from hcdata.present.text.findings import Finding
from hcdata.ui import filterbar, markup, paper
from hcdata.ui.figure_cache import keep
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views.answers import Answers
from hcdata.views.cases import Cases
from hcdata.views.results import Figure

CASES = "pages/data/cases.py"


def tiles(page: Page, figures: Sequence[Figure], name: str) -> None:
    """Draw figures side by side, each with how it is counted and the cases behind it."""
    with st.container(key=f"tiles-{name}"):
        for figure in figures:
            with st.container(border=True, height="stretch"):
                st.html(keep(page, f"tile-{figure.measure}", partial(markup.tile, figure)))
                counted(page, figure.measure, f"{name}-{figure.measure}", figure=figure)


def counted(
    page: Page,
    measure: str,
    name: str,
    *,
    title: str = "",
    figure: Figure | None = None,
    table: Callable[[], pd.DataFrame] | None = None,
    cases: bool = True,
) -> None:
    """Offer the table of a chart, how a measure is counted, and the cases behind it, on one line."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"tools-{name}"):
        if title:
            st.markdown(f"**{plain(title)}**", width="content")
        if table is not None:
            written = keep(page, f"table-{name}", lambda: _write(table()))
            if written:
                with st.popover("Table", type="tertiary"):
                    st.html(written)
        with st.popover("How is this counted", type="tertiary"):
            st.markdown(_explanations(page.answers)[measure])
        if figure is not None and figure.missing:
            return
        if figure is not None and figure.duty and figure.n < (figure.of or 0):
            if figure.to_put_right:
                case_link(
                    page, {"measure": measure, "state": "to_put_right"}, duty_words.put_right(figure.to_put_right)
                )
            if figure.missed:
                case_link(page, {"measure": measure, "state": "missed"}, duty_words.missed(figure))
        elif cases:
            state = "met" if measure in page.answers.repeats else "all"
            case_link(page, {"measure": measure, "state": state}, f"Cases behind {_shorts(page.answers)[measure]}")


def _write(frame: pd.DataFrame, caption: str = "") -> str:
    return markup.table(frame, caption) if len(frame) else ""


@lru_cache(maxsize=4)
def _shorts(answers: Answers) -> dict[str, str]:
    return dict(answers.definitions()[["id", "short"]].itertuples(index=False))


@lru_cache(maxsize=4)
def _explanations(answers: Answers) -> dict[str, str]:
    return {
        row["id"]: f"**{row['title']}**: {row['question']}\n\n{row['how']}\n\nCounted by {row['time_basis']}."
        f" Plan: {row['plan']}. {row['thresholds']}\n\n```sql\n{row['sql']}\n```"
        for row in in_words(answers.definitions()).to_dict("records")
    }


def case_link(page: Page, wanted: dict[str, str], label: str, filters: Filters | None = None) -> None:
    """Link to the list of cases, keeping the page's filters or with others."""
    told = {**filterbar.to_address(filters or page.filters, page.answers), **wanted}
    st.page_link(CASES, label=plain(label), icon=":material/arrow_forward:", icon_position="right", query_params=told)


def chart(
    figure: Any, alt: str, name: str, title: str = "", subtitle: str = "", pick: Callable[[], None] | None = None
) -> None:
    """Draw a chart under its title, with its words for those who cannot see it; `pick` answers a click on a point."""
    with st.container(key=f"chart-{name}"):
        if title:
            st.html(markup.heading(title, subtitle))
        if pick is None:
            st.plotly_chart(figure, theme=None, config=charts.config(), alt=alt, key=name)
        else:
            st.plotly_chart(
                figure, theme=None, config=charts.config(), alt=alt, key=name, on_select=pick, selection_mode="points"
            )


def table(page: Page, name: str, make: Callable[[], pd.DataFrame], caption: str = "") -> None:
    """Write a short table whole; nothing where it has no rows."""
    written = keep(page, f"{name}: {caption}", lambda: _write(make(), caption))
    if written:
        st.html(written)


def finding_list(page: Page, found: Sequence[Finding], link: Callable[[str], st.Page]) -> None:
    """Write the findings as a numbered list, each with the page that shows it or the cases behind it."""
    for number, finding in enumerate(found, start=1):
        with st.container(key=f"finding-{number}"):
            st.markdown(f"**{number}.** {plain(finding.text)}")
            with st.container(gap=None):
                if finding.cases:
                    case_link(page, finding.cases, finding.cases_words)
                    for words, wanted in finding.parts:
                        case_link(page, wanted, words)
                else:
                    told = {**filterbar.to_address(page.filters, page.answers), **finding.told}
                    label, icon = finding.page.capitalize(), ":material/arrow_forward:"
                    st.page_link(
                        link(finding.page), label=plain(label), icon=icon, icon_position="right", query_params=told
                    )


def long_list(frame: pd.DataFrame) -> None:
    """List rows up to a screenful at once, with days as days; on paper as a table."""
    columns = {name: st.column_config.DateColumn(format="D MMM YYYY") for name in frame.select_dtypes("datetime")}
    columns["Offence"] = st.column_config.TextColumn(width="medium")
    # Pixels that hold "South Cambridgeshire": the width is else taken from the first rows, and longer names are cut.
    columns["District"] = st.column_config.TextColumn(width=160)
    if len(frame):
        st.dataframe(frame, hide_index=True, column_config=columns, height="auto" if len(frame) <= 10 else 600)
        st.html(paper.whole_list(frame))


def query(found: Cases) -> None:
    """Offer the query that lists the cases."""
    with st.expander("The query behind it"):
        st.code(found.sql, language="sql")
