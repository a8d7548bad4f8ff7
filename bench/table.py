"""The results as a table of plain text."""

from bench.load import Case, Run

COLUMNS = ("what", "rows", "seconds", "rows/s", "MB", "bare seconds", "bare MB", "ratio")
NOTES = """
Seconds are wall time without the start of Python and its imports; MB is the peak of the process; the quickest run
counts. Bare DuckDB runs bench/crime.sql: the same rows with columns in their types; nothing checked, mapped,
versioned or published. Allowances: on both sides title rows are passed over and the short last line is let in. The
demonstration's extracts are Windows-1252 with line breaks within cells: both sides recode them to UTF-8 first
(counted), and bare DuckDB reads them with one thread, as its parallel reader refuses such breaks beside short lines.
The large extract is ASCII without such breaks."""


def line(case: Case, loaded: Run, bare: Run | None) -> tuple[str, ...]:
    """Return the cells of one case."""
    beside = ("-", "-", "-")
    if bare:
        beside = (f"{bare.seconds:.2f}", f"{bare.memory:,.0f}", f"{loaded.seconds / bare.seconds:.1f}")
    pace = f"{loaded.rows / loaded.seconds:,.0f}"
    return case.name, f"{loaded.rows:,}", f"{loaded.seconds:.2f}", pace, f"{loaded.memory:,.0f}", *beside


def lay_out(lines: list[tuple[str, ...]]) -> str:
    """Return header, lines and notes, columns aligned."""
    table = [COLUMNS, *lines]
    widths = [max(len(row[i]) for row in table) for i in range(len(COLUMNS))]
    form = "  ".join([f"{{:<{widths[0]}}}", *(f"{{:>{width}}}" for width in widths[1:])])
    return "\n".join([form.format(*row) for row in table]) + "\n" + NOTES
