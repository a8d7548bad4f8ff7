"""How a Hub's sheet writes a level of risk, why a victim is dissatisfied, and whether something was learned."""

from collections.abc import Mapping

from hcdata.ingest.values.clean import look_up, normalise, says_nothing, yes_no

_LEVELS = {
    **dict.fromkeys(("standard", "std", "low", "standard risk", "low risk", "s", "green", "bronze"), "standard"),
    **dict.fromkeys(("medium", "med", "medium risk", "moderate", "m", "amber", "silver"), "medium"),
    **dict.fromkeys(("high", "high risk", "very high", "h", "red", "gold", "serious"), "high"),
}
_REASONS = {
    **dict.fromkeys(
        ("not kept informed", "not informed", "no updates", "lack of updates", "not updated"), "not_informed"
    ),
    **dict.fromkeys(
        ("communication", "poor communication", "lack of communication", "lack of contact"), "not_informed"
    ),
    **dict.fromkeys(("time taken", "delay", "delays", "too slow", "timeliness", "response time"), "time_taken"),
    **dict.fromkeys(("outcome", "result", "no further action", "nfa", "case closed", "no charge"), "outcome"),
    **dict.fromkeys(("not taken seriously", "not believed", "hate element not recognised"), "not_taken_seriously"),
    **dict.fromkeys(("not treated as hate crime", "not treated as a hate crime"), "not_taken_seriously"),
    **dict.fromkeys(("attitude", "officer attitude", "treatment", "manner", "conduct", "rude"), "treatment"),
    **dict.fromkeys(("support", "lack of support", "no support", "support not offered"), "support"),
    **dict.fromkeys(("other", "other reason"), "other"),
}
LEVELS = tuple(dict.fromkeys(_LEVELS.values()))
REASONS = tuple(dict.fromkeys(_REASONS.values()))


def risk_level(text: str) -> str:
    """Return standard, medium or high, or 'unmapped': a number or a score is none."""
    return _one_of(text, _LEVELS)


def reason(text: str) -> str:
    """Return why a victim is dissatisfied, in one of a few words, or 'unmapped': an account is none and is not kept."""
    return _one_of(text, _REASONS)


def is_learned(text: str) -> str | None:
    """Return whether something learned is written down, and nothing of what it says."""
    if says_nothing(text):
        return None
    nothing = yes_no(text) == "false" or normalise(text) in ("no learning", "no learning identified", "nothing")
    return "false" if nothing else "true"


def _one_of(text: str, known: Mapping[str, str]) -> str:
    return look_up(normalise(text).strip(" .!*"), dict(known))
