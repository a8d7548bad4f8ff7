"""How satisfied a victim is, in the words surveys use; a number means nothing until its layout declares the scale."""

import re

from hcdata.ingest.values.clean import UNMAPPED, normalise, says_nothing

MEANINGS = ("satisfied", "neither", "dissatisfied")
# What may stand before an answer: its place on the scale ("5 - Very satisfied", "(1) Very dissatisfied").
_PLACE = re.compile(r"^[(\[]?\d{1,2}[)\]]?\s*[-=:.,)]?\s*(?=[a-z])")
_HOW_MUCH = (
    r"(?:very|fairly|completely|totally|fully|highly|extremely|quite|mostly|generally|reasonably|rather|somewhat"
    r"|slightly|partly|strongly|overall|a little|a bit|i am|i was|was|is|victim|victim is|victim was)"
)
_SATISFIED = re.compile(rf"(?:{_HOW_MUCH} )*(?:satisfied|happy|pleased)")
_DISSATISFIED = re.compile(
    rf"(?:{_HOW_MUCH} )*(?:(?:dis|un)-?satisfied|unhappy|displeased|not (?:at all |very |fully |really )?"
    r"(?:satisfied|happy))"
)
_NEITHER = re.compile(
    r"neither(?:/nor)?|neither satisfied(?: n?or|/) ?(?:dis|un)-?satisfied|neither happy n?or unhappy"
    r"|(?:neutral|indifferent|no (?:strong )?(?:view|feelings|opinion)(?: either way)?)(?: \(neither\))?"
)
# Nobody answered.
_NO_ANSWER = re.compile(
    r"(?:no|not) (?:answer|answered|response|reply|contact|asked|surveyed|contacted|completed|returned)(?: received)?"
    r"|(?:did not|didn't|would not) (?:answer|respond|reply|say)|(?:declined|refused)(?: to (?:answer|say|take part))?"
    r"|prefer not to say|(?:survey )?(?:not sent|outstanding|awaited|pending)|awaiting (?:reply|response)"
    r"|don't know|do not know|dk|unable to contact|opted out|not yet (?:asked|surveyed|known)"
)


def satisfaction(text: str) -> str | None:
    """Return satisfied, neither or dissatisfied; None where nobody answered; else 'unmapped', as every number is."""
    word = _PLACE.sub("", normalise(text)).strip(" .!")
    if says_nothing(word) or _NO_ANSWER.fullmatch(word):
        return None
    for meaning, said in zip(MEANINGS, (_SATISFIED, _NEITHER, _DISSATISFIED), strict=True):
        if said.fullmatch(word):
            return meaning
    return UNMAPPED
