"""What of a duty is not evidenced, in words: what was missed, and what can still be put right."""

from hcdata.present import numbers
from hcdata.views.results import Figure


def aside(figure: Figure) -> str:
    """Say it in a tile, in two or three words each: '243 not met, 188 not recorded'."""
    late = (figure.of or 0) - figure.n - figure.not_recorded
    parts = ((late, "not met"), (figure.not_recorded, "not recorded"))
    return ", ".join(f"{n:,} {said}" for n, said in parts if n)


def beside(figure: Figure) -> str:
    """Say it within a sentence: '243 were not met; 188 have nothing recorded, 44 of them on open crimes and ...'."""
    late, blank, still = (figure.of or 0) - figure.n - figure.not_recorded, figure.not_recorded, figure.to_put_right
    missed = f"{late:,} {'was' if late == 1 else 'were'} not met" if late else ""
    nothing = f"{blank:,} {'has' if blank == 1 else 'have'} nothing recorded{_open(still, blank)}" if blank else ""
    return "; ".join(filter(None, (missed, nothing)))


def _open(still: int, blank: int) -> str:
    """Say how many of those with nothing recorded stand on open crimes, where something can still be recorded."""
    if not still:
        return ", on a closed crime" if blank == 1 else ", all of them on closed crimes"
    on = "an open crime" if still == 1 else "open crimes"
    of_them = "" if blank == 1 else "all of them " if still == blank else f"{still:,} of them "
    return f", {of_them}on {on} and still to be put right"


def put_right(n: int) -> str:
    """Say how many cases can be put right, as a link does."""
    return f"{numbers.counted(n, 'case', 'cases')} to put right"


def missed(n: int) -> str:
    """Say how many cases stay without what was promised, as a link does."""
    return f"{n:,} missed"
