"""The last look at a written workbook: anything hidden, live or personal in it, and it is refused."""

from pathlib import Path

from hcdata.common.errors import ExportError
from hcdata.exports import contents, parts


def examine(path: Path, *, by: str, marking: str) -> None:
    """Reopen a workbook and raise ExportError naming every fault; the file is removed before the error is raised.

    `by` is the only person its properties may name; `marking` stands in each sheet's first row, header and footer.
    """
    faults: list[str] = []
    for look in (parts.faults(path, by), contents.faults(path, by, marking)):
        try:
            faults += look
        except Exception as fault:  # whatever cannot be read cannot be vouched for
            faults.append(f"it cannot be read back ({type(fault).__name__})")
    if faults:
        path.unlink(missing_ok=True)
        raise ExportError(
            "workbook",
            "; ".join(faults),
            "values and charts only, nothing hidden, every sheet marked, no record and no person",
            "mend the text or setting named and export again; no file was kept",
        )
