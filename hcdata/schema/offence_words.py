"""What tells the title of an offence from a name, an address or an account that stands in its column."""

import re

# Words of the titles in the Home Office's offence classification index, and of those the built-in layouts read.
_OFFENCE = frozenset(
    re.findall(
        r"[a-z]+",
        "abduction abuse affray aggravated alarm arson assault assisting attempted battery blackmail bomb breach"
        " burglary coercive communications conspiracy contempt controlled criminal cruelty damage dangerous"
        " destruction disorder distress disturbance disturbing drug drugs endangering endangerment exposure extortion"
        " firearm firearms forgery fraud genocide graffiti grievous harassing harassment harm hatred homicide"
        " incitement indecent injury intent interference intimidating intimidation kidnapping larceny malicious"
        " manslaughter menacing mischief murder negligent nuisance obscene obstruction offence offences offense poa"
        " possession provocation rape reckless resisting riot robbery sexual shoplifting stalking stirring"
        " strangulation suffocation tampering terrorism terroristic theft threat threatening threats trafficking"
        " trespass unlawful uttering vandalism violence violent weapon weapons wilful wounding",
    )
)
# What stands beside them, and alone says nothing of an offence: some are surnames.
_BESIDE = frozenset(
    re.findall(
        r"[a-z]+",
        "a act actual against an and another any article articles auto behaviour belief bladed bodily building by"
        " cause causing child children code commercial constable cycle dwelling emergency etc fear female for from"
        " grand health in injuring intended it kill less life male motor nor not of officer on or order other over"
        " peace person personal persons petit place pointed police property psychiatric public racial racially"
        " religious religiously residence residential serious simple st state than the their to traffic unclassified"
        " under up use vehicle verbal with without worker worship years",
    )
)


def is_plain(title: str) -> bool:
    """Whether every word of a title is one of titles of offences."""
    words = _words(title)
    return words <= _OFFENCE | _BESIDE and bool(words & _OFFENCE)


def names_offence(title: str) -> bool:
    """Whether a word of a title says an offence; others may be anything."""
    return bool(_words(title) & _OFFENCE)


def _words(title: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", title.casefold()))
