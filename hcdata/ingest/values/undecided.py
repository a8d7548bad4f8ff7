"""Words in the place of an outcome that say there is none yet: the crime is open."""

import re

from hcdata.ingest.values.clean import normalise, says_nothing


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Any of these says so, where nothing else of the text says that something was decided.
_OPEN = _words(
    "active awaited awaiting bail bailed blank continues continuing current currently enquiring investigating"
    " live new ongoing open opened outstanding pcb pending progress progressing rebailed reopened rui unallocated"
    " unassigned undecided undetermined unfinalised unfinalized unresolved wanted wip"
)
# What may stand beside them, and alone says nothing.
_BESIDE = _words(
    "a action actively advice all allocation an and are as assignment at bail be been being case cases charging"
    " closure confirmation cps crime crimes decision disposal detail details directed enquiries enquiry evidence"
    " file final finalisation finalization for forensics further hand has have in information inquiries inquiry"
    " investigated investigation investigations is issue it its lines live no none not now of officer oic on or"
    " other outcome outcomes police pre charge prosecution re released report result results review reviewed"
    " reviewing stage status still submitted supervisor the this to undetected under until update updated updates"
    " victim with work yet arrest arrested conditional conditions unconditional interview interviewed released"
    " return secondary initial suspect va voluntary"
)
# Decided, but where a word says that it is not.
_DECIDED = _words(
    "agreed allocated applicable assigned available closed complete completed concluded confirmed decided"
    " determined entered filed final finalised finalized finished given known made recorded received resolved set"
    " stated"
)
_NOT = _words("no non none not yet un awaiting pending until be")
_SAYS_OPEN = re.compile(
    r"\b(under (active |further |police )?(investigation|enquiry|inquiry|review)|in (investigation|progress|hand)"
    r"|being (investigated|reviewed)|(initial|secondary) investigation"
    r"|(no|none) (outcome|result|decision|disposal|status|yet)s?|not yet"
    r"|on bail|with (the )?(cps|oic|officer)|submitted to cps|to be|(ongoing|further) (investigation|enquir\w+)"
    r"|re open(ed)?)\b"
)


_THE_OUTCOME = re.compile(r"\b(final |ho )?(outcome|disposal|result|status)s?( code| type)?\b[ :=-]*")


def is_undecided(text: str) -> bool:
    """Whether a text in the place of an outcome says that there is none yet, or nothing at all: 'Outcome unknown'."""
    said = _THE_OUTCOME.sub("", normalise(text)).strip(" -:")
    if says_nothing(text) or (said and says_nothing(said)):
        return True
    plain = " ".join(re.findall(r"[a-z]+", normalise(text))).replace("on going", "ongoing")
    words = set(plain.split())
    if not words <= _OPEN | _BESIDE | _DECIDED | _NOT:
        return False
    if words & _DECIDED:
        return bool(words & _NOT)
    return bool(words & _OPEN or _SAYS_OPEN.search(plain))
