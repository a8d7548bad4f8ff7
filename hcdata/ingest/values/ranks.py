"""Ranks as people write them: 'T/PS 1234', 'Det. Insp.', 'Sergeant (acting)' are read, never listed one by one."""

import re
import unicodedata
from collections.abc import Iterable

from hcdata.ingest.values.clean import UNMAPPED, normalise, says_nothing

# Lowest first: police ranks of England and Wales (Police Regulations 2003, regulation 4), and who has none.
RANKS = {
    "staff": "Police staff",
    "pcso": "Community support officer",
    "constable": "Constable",
    "sergeant": "Sergeant",
    "inspector": "Inspector",
    "chief_inspector": "Chief inspector",
    "superintendent": "Superintendent",
    "chief_superintendent": "Chief superintendent",
    "assistant_chief_constable": "Assistant chief constable",
    "deputy_chief_constable": "Deputy chief constable",
    "chief_constable": "Chief constable",
}
ORDER = tuple(RANKS)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_STEMS = {
    "constable": _words("constable constables const cons con pc dc sc wpc wdc pcon"),
    "sergeant": _words(
        "sergeant sergeants sergt sgt sgts serg sarge ps ds wps wds serjeant sargeant sargent seargent sergent"
    ),
    "inspector": _words("inspector inspectors insp inspr di pi wdi inspecter"),
    "superintendent": _words("superintendent superintendents supt supts supdt super dsu superintendant"),
}
_KNOWN = {word: rank for rank, words in _STEMS.items() for word in words} | {
    **dict.fromkeys(("pcso", "pcsos", "cso"), "pcso"),
    **dict.fromkeys(("ci", "dci", "cinsp", "chinsp"), "chief_inspector"),
    **dict.fromkeys(("cs", "dcs", "csupt", "chsupt", "csu"), "chief_superintendent"),
    "acc": "assistant_chief_constable",
    "dcc": "deputy_chief_constable",
    "cc": "chief_constable",
}
_ACTING = _words("a t act actg acting ag temp temporary tmp tempy ty trainee")
_CHIEF = _words("chief cheif ch chf c")
_ABOVE = {"assistant": "assistant_chief_constable", "asst": "assistant_chief_constable"}
_ABOVE |= dict.fromkeys(("deputy", "dep"), "deputy_chief_constable")
_KIND = _words(
    "d det dect detective detectives p police w woman s special spec spl student probationary probationer uniform"
    " uniformed as up"
)
_HIGHER = {"inspector": "chief_inspector", "superintendent": "chief_superintendent", "constable": "chief_constable"}
# Letters that stand before an abbreviation without a mark: TPS, ADI, WPS, DSGT, DETINSP, SSGT.
_GLUED = ("temp", "det", "a", "t", "d", "w", "p", "s")
# Words before a rank that make it somebody else's, or past: "PA to DCI", "for the Inspector", "ex-PS".
_NOT_THEIRS = _words(
    "to for of not no non by with on per via from pa under ex former formerly retired rtd late vice secretary"
    " support assistant deputy solicitor rspca ticket staff"
)
_PAST = _words("retired rtd former formerly ex resigned suspended")
# Ranks that other callings have too: a word nobody knows before them makes them another's ("Housing Inspector").
_CIVIL = _words("inspector inspectors inspecter superintendent superintendents superintendant super con cons")
_POSTS = _words(
    "acting area beat borough charge cid city community coordinating county crime critical custody deployment"
    " desk district divisional domestic duty early fim firearms force hate hub incident intelligence investigation"
    " investigations late licensing local lpa major neighbourhood night nights on operations patrol planning"
    " prosecution public protection relief response roads safeguarding safer schools section sector senior serious"
    " shift station supervising supervisor supervisory tactical team teams the traffic unit volume vulnerability"
)
_JOINED = _words("/ & and or")
# Ranks as no name is spelt.
_SPELT = _words("sgt sergeant ps insp inspector supt superintendent chief ch")
_STUDENT = re.compile(r"student (police )?officer|(student )?probationer|police constable degree apprentice|pcda")
_STAFF = re.compile(
    r"(police )?staff( (member|officer|investigator|supervisor|manager))?|member of (police )?staff|civilian( \w+)?"
    r"|(civilian|police|investigative|staff|civ|specialist) investigat\w+( officer)?|investigator|psi"
    r"|(crime|call|contact|control room|incident|case|intelligence|enquiry|victim|witness|vulnerability|hate crime)"
    r" (scene )?(handler|taker|operator|investigator|assessor|analyst|coordinator|clerk|care officer|support officer)"
    r"|detention officer|analyst|force control room|contact centre operator"
)
_IN_FULL = {"staff": _STAFF, "pcso": re.compile(r"(police )?community support officer"), "constable": _STUDENT}
# What is longer is no rank, and is read only so far.
_LONGEST = 80
# What tells a rank or a post nobody knows from a name in its place: only such words are ever shown.
_SHOWN = _POSTS | _words(
    "officer officers manager leader lead head director team supervisor investigator investigators handler"
    " operator advisor adviser assistant administrator admin clerk analyst member specialist practitioner"
    " coordinator co ordinator worker in case charge oic oio of and or to for a the grade band level senior junior"
    " principal rank other unknown police staff civilian support victim witness care volunteer cadet captain"
    " corporal lieutenant commander commissioner colonel sheriff marshal trooper deputy warden ranger bronze"
    " silver gold"
)


def parse(text: str, acting: bool = True) -> str | None:
    """Return the rank a text begins with or names, 'unmapped', or None where it says nothing.

    Collar numbers and names are passed over; of two ranks joined ("PC/PS") neither is known to be meant. An acting or
    temporary rank is the one held, or without `acting` the one below it.
    """
    word = normalise(unicodedata.normalize("NFKC", text[:_LONGEST]))
    if says_nothing(word):
        return None
    plain = " ".join(re.findall(r"[a-z]+", word))
    for rank, said in _IN_FULL.items():
        if said.fullmatch(plain):
            return rank
    rank, holds = _read(_tokens(word))
    if acting or not holds or rank not in at_least("sergeant"):
        return rank
    return ORDER[ORDER.index(rank) - 1]


def at_least(rank: str) -> tuple[str, ...]:
    """Return a rank and all above it."""
    return ORDER[ORDER.index(rank) :]


def is_plain(text: str) -> bool:
    """Whether every word of a text is one of ranks and posts, and none may be a name or a collar number."""
    words = set(re.findall(r"[^\W_]+", normalise(text)))
    if len(list(_phrases(_tokens(normalise(text))))) > 1 and parse(text) != UNMAPPED:  # a surname may be Constable
        return False
    return all(word in _ACTING | _CHIEF | _KIND | _ABOVE.keys() | _SHOWN or _stem(word) is not None for word in words)


def _tokens(word: str) -> list[str]:
    """Return the words and the marks that may join two ranks; figures are dropped, letters in a row put together."""
    word = re.sub(r"\((a|t|ag|act|temp)\)", " acting ", word.replace("'s", " of "))
    word = re.sub(r"\b[a-z](/[a-z]\b)+(?!/)", lambda met: _closed(met.group()), word)
    found: list[str] = []
    single = False
    for token in re.findall(r"[a-z]+|[/&+,;()]", word):
        one = len(token) == 1 and token.isalpha()
        if one and single and found[-1] not in _JOINED:
            found[-1] += token
        else:
            found.append({"+": "&", ",": "&", ";": "&"}.get(token, token))
        single = one
    # "SPC Sgt" is a sergeant of the Special Constabulary; a special constable may be called Sargent.
    return [
        "special" if token in ("spc", "sc") and _SPELT & set(found[place + 1 : place + 2]) else token
        for place, token in enumerate(found)
    ]


def _closed(letters: str) -> str:
    """Return 'dc' of 'd/c', and letters that are no rank together as they are."""
    together = letters.replace("/", "")
    return together if _stem(together) else letters


def _read(tokens: list[str]) -> tuple[str, bool]:
    """Return the rank of a text's tokens, and whether it is held for a time."""
    if _PAST & set(tokens):
        return UNMAPPED, False
    met = list(_phrases(tokens))
    if not met or _NOT_THEIRS & set(tokens[: met[0][0]]):
        return UNMAPPED, False
    start, end, rank, holds = met[0]
    before = {token for token in tokens[:start] if token.isalpha()}
    if tokens[end - 1] in _CIVIL and not before <= _POSTS:
        return UNMAPPED, False
    if tokens[end : end + 1] == ["of"]:
        return UNMAPPED, False
    for begins, _, other, its in met[1:]:
        if its and (len(tokens[begins]) > 1 or tokens[begins + 1] == "/"):  # "PC acting sergeant", but "PC A Sargent"
            return other, True
        if other != rank and tokens[begins - 1] in _JOINED:
            return UNMAPPED, False
    return rank, holds or bool({"acting", "temporary", "temp"} & set(tokens))


def _phrases(tokens: list[str]) -> Iterable[tuple[int, int, str, bool]]:
    """Yield first token, the one after the last, rank and whether it is for a time, of each rank named."""
    place = 0
    while place < len(tokens):
        if tokens[place] == "/":
            place += 1
            continue
        end, chief, holds, above = place, False, False, ""
        while end < len(tokens) and (tokens[end] == "/" or not _ends(tokens, end)):
            token = tokens[end]
            if token in _ACTING:
                holds = True
            elif token in _CHIEF:
                chief = True
            elif token in _ABOVE:
                above = _ABOVE[token]
            elif token not in _KIND and token != "/":
                break
            end += 1
        found = _stem(tokens[end]) if end < len(tokens) else None
        rank = found and _raised(found[0], chief, above)
        if found and rank:
            yield place, end + 1, rank, holds or found[1]
            place = end
        place += 1


def _ends(tokens: list[str], place: int) -> bool:
    """Whether a token is a rank of its own: 'c' or 's' before another word only belongs to it."""
    return tokens[place] not in _CHIEF | _KIND | _ACTING and _stem(tokens[place]) is not None


def _raised(rank: str, chief: bool, above: str) -> str | None:
    if above:
        return above if chief and rank == "constable" else None
    return _HIGHER.get(rank) if chief else rank


def _stem(word: str) -> tuple[str, bool] | None:
    """Return the rank of one word and whether letters before it make it one held for a time."""
    if word in _KNOWN:
        return _KNOWN[word], False
    for letters in _GLUED:
        rest = word.removeprefix(letters)
        found = _KNOWN.get(rest) if rest != word and len(rest) > 1 else None
        if found and (letters in _ACTING or found not in at_least("superintendent") or rest in _STEMS.get(found, ())):
            return found, letters in _ACTING
    return None
