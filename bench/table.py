"""The results as a table of plain text."""

from collections.abc import Mapping

from bench.load import Run

COLUMNS = ("what", "rows", "seconds", "processor s", "MB", "x typed", "x tables")
NOTES = """
Seconds are wall time without the start of Python and its imports; MB is the peak of the process; where there are
several runs the quickest counts. "x typed" is the time over that of one CREATE TABLE AS with typed columns
(bench/crime.sql), "x tables" over that of the store's own tables made without checks, look-ups or versions
(bench/normalised.sql): same file, same run, same limit of memory. In brackets the same of processor time, which other
work on the machine moves less.
Allowances: on both sides title rows are passed over and the short last line is let in. The demonstration's extracts are
Windows-1252 with line breaks within cells: both sides recode them to UTF-8 first (counted), and bare DuckDB reads them
with one thread, as its parallel reader refuses such breaks beside short lines."""


def line(what: str, run: Run, beside: Mapping[str, Run]) -> tuple[str, ...]:
    """Return the cells of one run, compared with others by the names typed and normalised."""
    times = [
        f"{run.seconds / other.seconds:.1f} ({run.processor / other.processor:.1f})" if other else "-"
        for other in (beside.get("typed"), beside.get("normalised"))
    ]
    return what, f"{run.rows:,}", f"{run.seconds:.2f}", f"{run.processor:.1f}", f"{run.memory:,.0f}", *times


def lay_out(lines: list[tuple[str, ...]]) -> str:
    """Return header, lines and notes, columns aligned."""
    table = [COLUMNS, *lines]
    widths = [max(len(row[i]) for row in table) for i in range(len(COLUMNS))]
    form = "  ".join([f"{{:<{widths[0]}}}", *(f"{{:>{width}}}" for width in widths[1:])])
    return "\n".join([form.format(*row) for row in table]) + "\n" + NOTES
