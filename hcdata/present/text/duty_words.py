"""What of a duty is not evidenced, in words: what was missed, and what can still be put right."""

from hcdata.present.text import numbers
from hcdata.views.results import Figure


def aside(figure: Figure) -> str:
    """Say it in a tile, in two or three words each: '243 not met, 188 not recorded'."""
    parts = ((_late(figure), "not met"), (figure.not_recorded, "not recorded"))
    return ", ".join(f"{n:,} {said}" for n, said in parts if n)


def beside(figure: Figure) -> str:
    """Say it within a sentence: 'it was not met for 243 crimes; 188 have nothing recorded, 44 of them open and ...'."""
    late, blank, still = _late(figure), figure.not_recorded, figure.to_put_right
    was = "is" if figure.on else "was"
    missed = f"it {was} not met for {numbers.counted(late, 'crime', 'crimes')}" if late else ""
    crimes = "" if late else " crime" if blank == 1 else " crimes"
    have = "has" if blank == 1 else "have"
    ended = "" if figure.on else _open(still, blank)
    nothing = f"{blank:,}{crimes} {have} nothing recorded{ended}" if blank else ""
    return "; ".join(filter(None, (missed, nothing)))


def _open(still: int, blank: int) -> str:
    """Say how many of those with nothing recorded stand on open crimes, where something can still be recorded."""
    if not still:
        return " and is closed" if blank == 1 else " and are all closed"
    of_them = " and is" if blank == 1 else " and are all" if still == blank else f", {still:,} of them"
    return f"{of_them} open and still to be put right"


def put_right(n: int) -> str:
    """Say how many cases can be put right, as a link does."""
    return f"{numbers.counted(n, 'case', 'cases')} to put right"


def missed(*figures: Figure) -> str:
    """Say how many cases stay without what was promised, as a link does: those not met, and those closed unrecorded."""
    n, late = sum(one.missed for one in figures), sum(map(_late, figures))
    closed = "closed unrecorded"
    return f"{n:,} {closed if n and not late else 'missed' if n == late else f'missed or {closed}'}"


def _late(figure: Figure) -> int:
    return (figure.of or 0) - figure.n - figure.not_recorded
