"""Why a crime was cancelled: C1 to C5 of the counting rules, as codes or in words."""

import re

from hcdata.ingest.values.clean import UNMAPPED, normalise, says_nothing, yes_no

# Home Office Counting Rules: the reasons, and the words exports have for each.
_WORDS = {
    "C1": r"transfer(red|ring)?\b(?! to (the )?(cps|court|another (officer|team)))"
    r"|(outside|out of) (the )?(force|jurisdiction|area)|(other|another|wrong) (police )?force"
    r"|not (in|within) (the |this )?(force|jurisdiction|area)",
    "C2": r"additional verifiable( information)?|avi",
    "C3": r"duplicat(e|es|ed|ion)|dup|(already|double|doubly) (been )?(recorded|crimed)"
    r"|(recorded|crimed|entered) twice",
    "C4": r"error",
    "C5": r"self[ -]?defen[cs]e",
}
_WORD_OF = {code: re.compile(rf"\b({words})\b") for code, words in _WORDS.items()}
_DOUBT = re.compile(r"\?|\b(not (a |an )?(duplicat|error)|no longer|possibl[ey]|pending|request)")


def reason(text: str) -> str | None:
    """Return C1 to C5 of 'C3 Duplicate' or 'Created in error'; None where nothing is said, or no; else 'unmapped'."""
    word = normalise(text)
    if says_nothing(text) or yes_no(text) == "false" or word.startswith("not cancelled"):
        return None
    if match := re.match(r"c ?-?([1-5])\b", word):
        return f"C{match.group(1)}"
    said = [code for code, words in _WORD_OF.items() if words.search(word)]
    return said[0] if len(said) == 1 and not _DOUBT.search(word) else UNMAPPED
