"""What an audit found of a record, as auditors write it: right, wrong, or nothing said."""

from hcdata.ingest.values.clean import answer, normalise

_RIGHT = {
    *("correct", "right", "correctly flagged", "flagged correctly", "pass", "passed", "accurate", "compliant", "agree"),
}
_WRONG = {
    *("incorrect", "not correct", "wrong", "incorrectly flagged", "wrongly flagged", "flagged incorrectly", "fail"),
    *("failed", "inaccurate", "not accurate", "non compliant", "not compliant", "disagree", "missed", "missed flag"),
}


def finding(text: str) -> str | None:
    """Return 'true' or 'false' where an audit found a record right or wrong, None for nothing said, or 'unmapped'."""
    word = normalise(text).replace("-", " ")
    return "true" if word in _RIGHT else "false" if word in _WRONG else answer(text)
