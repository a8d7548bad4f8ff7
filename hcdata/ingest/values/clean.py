"""How one written value becomes ours: pure functions, applied to the distinct values of a column."""

import re
from collections.abc import Iterable, Mapping

from hcdata.common.config import Named

UNMAPPED = "unmapped"
# The strand of a hate crime of which nobody says which it is; it stands beside no other.
NOT_STATED = "not_stated"
# Dashes, quotes and spaces that stand for a plain one.
FOLDED = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-") | {0x2018: "'", 0x2019: "'", 0xA0: " "}
_YES = {"y", "yes", "true", "1", "1.0", "t"}
_NO = {"n", "no", "false", "0", "0.0", "f"}
# Words that stand where nothing is known or nothing applies: never a yes, and no reason for anything.
UNSAID = frozenset(
    (
        *("-", "--", "?", "n/a", "na", "n/k", "nk", "nil", "null", "none", "tbc", "unknown", "unspecified"),
        *("not applicable", "not known", "not recorded", "not specified", "not stated"),
        *("tba", "tbd", "unk", "to be confirmed", "nan", "nat", "blank", "empty", "not available", "not given"),
        *("not provided", "not entered", "none recorded", "no data", "#n/a", "<na>", "(blank)"),
    )
)
# The same in marks of any kind, and what a spreadsheet leaves where a formula failed.
_NOTHING = re.compile(
    r"[\W_]*|#(value|ref|div/0|name|num|null|n/a)[!?]?|[\W_]+(n/?a|null|blank|empty|none|unknown)[\W_]+"
)
# What a strand is called where nobody knows which ("Motivation unknown"), and what says that there is none.
_MOTIVE = re.compile(r"\b(hate|bias|motivation|motive|strand|category|type|factor|prejudice)s?\b[ :=-]*")
_NO_MOTIVE = re.compile(
    r"(no|not|non|none|without)( an?| any)?[ -](hate|bias|motivation|motive|strand|prejudice|hostility)s?"
    r"( (crime|element|factor|flag|related|motivated|motivation|identified|selected|known|recorded|stated)){0,3}"
)
_ROLES = {
    "victim": "victim",
    "aggrieved": "victim",
    "complainant": "victim",
    "injured party": "victim",
    "injured person": "victim",
    "ip": "victim",
    **dict.fromkeys(("v", "vic", "vict", "agg", "victims", "direct victim", "primary victim", "main victim"), "victim"),
    **dict.fromkeys(("secondary victim", "additional victim", "repeat victim", "victim of crime"), "victim"),
    **dict.fromkeys(("vulnerable victim", "victim of offence", "victim - person", "person injured"), "victim"),
    "suspect": "suspect",
    **dict.fromkeys(
        ("s", "sus", "susp", "suspects", "def", "perp", "alleged offender", "suspected offender"), "suspect"
    ),
    **dict.fromkeys(("identified suspect", "alleged suspect", "alleged perpetrator", "known suspect"), "suspect"),
    **dict.fromkeys(("main suspect", "primary suspect", "suspect - named", "outstanding suspect"), "suspect"),
    **dict.fromkeys(("wanted suspect", "arrested suspect", "charged suspect", "suspect - person"), "suspect"),
    "offender": "suspect",
    "defendant": "suspect",
    "accused": "suspect",
    "perpetrator": "suspect",
    "named suspect": "suspect",
    "subject": "subject",
    "subj": "subject",
    "witness": "witness",
    "wit": "witness",
    "w": "witness",
}
_INDIVIDUALS = {
    *("individual", "person", "adult", "child", "juvenile", "youth", "male", "female", "public", "member of public"),
    *("private individual", "private person", "individual person", "natural person"),
}
_BODIES = {
    *("business", "company", "organisation", "organization", "corporate", "corporate body", "public body", "charity"),
    *("state", "crown", "regina", "society", "police", "police officer", "officer", "emergency worker"),
}
_CONTACTS = {
    **dict.fromkeys(("initial", "initial call", "initial contact", "first contact", "first call"), "initial"),
    **dict.fromkeys(("update", "update call", "victim update", "progress update", "code update"), "update"),
    **dict.fromkeys(("pre-closure", "pre closure", "pre-closure call", "pre closure call", "closure"), "pre_closure"),
    **dict.fromkeys(("before closure", "prior to closure", "closure call", "closing call"), "pre_closure"),
    **dict.fromkeys(("dissatisfaction", "dissatisfied", "after dissatisfaction"), "dissatisfaction"),
}
# What follows a number that is part of a date, a time, a share or a range: "12/05/2026", "1 May 2026", "10:30", "5%".
_NO_OUTCOME = r"\w|%|[/.:-]\d|[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d"
# A second code, or the rest of a day of the year: "14/16", "15 & 16", "17 Feb".
_OTHER_CODE = (
    r" ?(?:,|;|/|&|\+|or|and|to) ?(?:outcome )?\d{1,2}\b"
    r"|[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$"
)
# What stands before a code: "Outcome type 16", "OC16", "HO 16", "(16)", "#16".
_OUTCOME_BEFORE = (
    r"(?:(?:(?:(?:home office|ho)(?: outcome)?|outcome|oc|o/c)"
    r"(?: (?:type|code|number|no\.?))?|type|code) ?[-:.]? ?|[(\[#])?"
)
# An outcome that somebody only proposes, or that did not stand: "16 proposed", "18?".
_DOUBTED_OUTCOME = re.compile(
    r"\?|\b(proposed|provisional(ly)?|possibl[ey]|recommended|suggested|tbc|(un|not |to be )confirmed|rejected|refused"
    r"|overturned|rescinded)\b"
)
# A title before its code: "Community resolution (8)", "Charged/Summonsed - 1A".
_CODE_LAST = re.compile(r"(?P<title>.*?[^\W\d_])[\W_]*(?:outcome |oc ?)?0*(?P<code>[1-9]\d?)[a-c]?\W*")
# Words that make no difference in the title of an outcome, and the length up to which a word is in no plural.
_LITTLE = {
    *("a", "an", "and", "been", "by", "has", "have", "in", "is", "of", "or", "that", "the", "was", "which", "with"),
}
_SHORT = 3
# Words of a status that tells of cancelling, or of a transfer, and of none that stands.
_NOT_YET_CANCELLED = re.compile(
    r"\b(request(ed)?|pending|proposed|considered|refused|rejected|declined|reinstated|restored|re-?opened"
    r"|transferred to (the )?(cps|court|crown prosecution service|another officer|another team))\b"
)
# Words of a status of a crime that stands, whatever its course.
_STANDS = re.compile(
    r"\b(not cancel|cancel|open|re-?opened|active|current|recorded|confirmed|allocated|assigned|ongoing|pending"
    r"|awaiting|progress|investigat|review|enquir|inquir|suspended|filed|closed|complete|finali[sz]ed|concluded|resolved"
    r"|detected|undetected|solved|unsolved|charged|summons|caution|court|crimed|outcome|no further action"
    r"|on hold|submitted|approved|accepted|archived|linked|(live|new|nfa|yes|no)\b)"
)
_STATUSES = {
    "open": "open",
    "updated": "updated",
    "proposed discharge": "proposed_discharge",
    "discharged": "discharged",
}
_EVENTS = {word: word for word in ("trigger", "festival", "campaign", "recording_change")}
# Field -> its words, each with the id it stands for.
WORDS: dict[str, dict[str, str]] = {
    "person_role": _ROLES,
    "contact_kind": _CONTACTS,
    "action_status": _STATUSES,
    "event_kind": _EVENTS,
}
# Field -> the ids its words stand for.
KINDS: dict[str, tuple[str, ...]] = {field: tuple(dict.fromkeys(words.values())) for field, words in WORDS.items()}
CANCEL_REASONS = ("C1", "C2", "C3", "C4", "C5")


def normalise(text: str) -> str:
    """Fold case, dashes, quotes and spaces, so that spellings of one value meet."""
    return " ".join((text if text.isascii() else text.translate(FOLDED)).split()).casefold()


def index(items: Iterable[Named]) -> dict[str, str]:
    """Map every normalised id, name and alias to its id."""
    return {normalise(word): item.id for item in items for word in (item.id, item.name, *item.aliases)}


def look_up(text: str, known: Mapping[str, str]) -> str:
    """Return the id a value stands for, or 'unmapped'."""
    return known.get(normalise(text), UNMAPPED)


def strand(text: str, known: Mapping[str, str]) -> str:
    """Return the strand of one marker such as 'Hate - Race' or 'Racist', or 'unmapped'."""
    return known.get(strand_word(text), UNMAPPED)


def strand_word(text: str) -> str:
    """Return the word of a marker that says the strand: 'race' of 'Hate - Race'."""
    return re.sub(r"^(hate|hate crime|hate incident)\s*[-:]\s*", "", normalise(text))


def says_no_strand(text: str) -> bool:
    """Whether a marker says that no strand is known or there is none: 'N/A', 'Unknown', 'No hate element'."""
    word = strand_word(text)
    said = _MOTIVE.sub("", word).strip(" -:()")
    return says_nothing(word) or bool(_NO_MOTIVE.fullmatch(word)) or (said != "" and says_nothing(said))


def district(text: str, known: Mapping[str, str]) -> str:
    """Return the district of its name or of a lower layer super output area in it, or 'unmapped'.

    The Office for National Statistics names such an area by its district and a code: 'Peterborough 014A'.
    """
    word = normalise(text)
    return known.get(word) or known.get(re.sub(r" \d{3}[a-z]$", "", word), UNMAPPED)


def key_action(text: str, known: Mapping[str, str]) -> str:
    """Return the key action of '1 Prevent', 'Prevent' or '1', or 'unmapped'."""
    word = normalise(text)
    number = re.match(r"\d+", word)
    return known.get(word) or known.get(number.group() if number else "", UNMAPPED)


def offence_code(text: str) -> str:
    """Return a Home Office code in letter form without leading zeros: '008P', '8p' and '8 P' are '8P'.

    Class and subclass in five figures ('00834') are no class of three.
    """
    match = re.fullmatch(r"(?!\d{5}$)0*(\d{1,3})\s*([a-z]?)", normalise(text))
    return match.group(1) + match.group(2).upper() if match else UNMAPPED


def outcome_code(text: str, titles: Mapping[frozenset[str], str]) -> str | None:
    """Return the parent code of '16: Evidential ...' or of a title; None for 0 (not assigned); unknown codes stay.

    `titles` by what they say (`outcome_words`).

    Words that say there is none yet are for `undecided`.
    """
    word = normalise(text)
    match = re.match(rf"{_OUTCOME_BEFORE}0*(\d{{1,2}})[a-z]?(?:\.0+)?(?!{_NO_OUTCOME})(?!{_OTHER_CODE})", word)
    doubted = _DOUBTED_OUTCOME.search(word)
    if match and not doubted:
        return match.group(1).lstrip("0") or None
    if match or doubted:
        return UNMAPPED
    last = _CODE_LAST.fullmatch(word)
    title, code = last.group("title", "code") if last else (word, None)
    found = titles.get(outcome_words(title), UNMAPPED)
    return found if code in (None, found) else UNMAPPED


def outcome_words(text: str) -> frozenset[str]:
    """Return what a title of an outcome says, however it is put: 'Caution (adults)' and 'Adult caution' say the same.

    Without little words, the ends of plurals and the words of an alternate offence; 'not' goes with the next word.
    """
    plain = re.sub(r"n't\b", " not", normalise(text))
    plain = re.sub(r"\b(with )?alternat(e|ive)( offence)?s?\b", "", plain)
    said = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in _LITTLE]
    plain = re.sub(r"\b(?:(?:does|do|did) )?(not|no) (?=\w)", r"\1_", " ".join(said))
    return frozenset(word.removesuffix("s") if len(word) > _SHORT else word for word in plain.split())


def says_nothing(text: str) -> bool:
    """Whether a text stands where nothing is known or nothing applies: 'N/K', a dash, '(blank)', '#N/A'."""
    word = normalise(text)
    return word in UNSAID or bool(_NOTHING.fullmatch(word))


def answer(text: str) -> str | None:
    """Return 'true' or 'false', None where nothing is said, or 'unmapped': 'Partly', 'Offered later'."""
    return yes_no(text) or (None if says_nothing(text) else UNMAPPED)


def yes_no(text: str) -> str | None:
    """Return 'true' or 'false'; None when it is neither."""
    word = normalise(text)
    return "true" if word in _YES else "false" if word in _NO else None


def role(text: str) -> str:
    """Return victim, suspect, subject or witness, or 'unmapped'; 'Victim 2', 'VIC1' and 'Suspect/Offender' as well."""
    parts = [re.sub(r"[ #-]*\d{1,3}$", "", part.strip(" ()")) for part in re.split(r"[/(]", normalise(text))]
    found = {_ROLES.get(part, UNMAPPED) for part in parts if part}
    return found.pop() if len(found) == 1 else UNMAPPED


def contact_kind(text: str) -> str:
    """Return initial, update, pre_closure or dissatisfaction, or 'unmapped'."""
    return look_up(text, _CONTACTS)


def event_kind(text: str) -> str:
    """Return trigger, festival, campaign or recording_change, or 'unmapped'."""
    return look_up(text.replace(" ", "_"), _EVENTS)


def action_status(text: str) -> str:
    """Return open, updated, proposed_discharge or discharged, or 'unmapped'."""
    return look_up(text, _STATUSES)


def is_individual(text: str) -> str:
    """Return 'true' for a private person, 'false' for a business, the state or an officer on duty, or 'unmapped'."""
    word = normalise(text)
    return "true" if word in _INDIVIDUALS else "false" if word in _BODIES else UNMAPPED


def says_cancelled(text: str) -> str:
    """Return 'true' when a status begins with cancelled, transferred or no crime, or ends in cancelled or no crime.

    'false' where it says anything else of a crime's course, else 'unmapped': 'Duplicate', 'Voided'.
    """
    word = normalise(text)
    if _NOT_YET_CANCELLED.search(word):
        return "false"
    ends = re.search(r"\b(cancelled|canceled|no[ -]?crimed?)$", word) and not re.search(r"\b(not|never|to be)\b", word)
    if ends or re.match(r"cancel|no[ -]?crime|transferred", word):
        return "true"
    return "false" if says_nothing(word) or _STANDS.search(word) else UNMAPPED


def area_id(text: str) -> str:
    """Return an id made from an area's own name."""
    return re.sub(r"[^a-z0-9]+", "_", normalise(text)).strip("_") or UNMAPPED
