"""The many ways force systems write one value."""

from random import Random

from hcdata.demo.records import Person, Place
from hcdata.demo.shares import STRANDS

DISTRICT_NAMES = {
    "cambridge_city": ("Cambridge City", "CITY", "Cambs City LPA", "Cambridge City "),
    "east_cambridgeshire": ("East Cambridgeshire", "East Cambs", "EAST CAMBS"),
    "fenland": ("Fenland", "FENLAND", "Fenland LPA"),
    "huntingdonshire": ("Huntingdonshire", "Hunts", "HUNTS", "Hunts LPA"),
    "peterborough": ("Peterborough", "Pboro", "Peterborough UA", "PETERBOROUGH"),
    "south_cambridgeshire": ("South Cambridgeshire", "S Cambs", "South Cambs"),
}
SUBCULTURE = "Alternative subculture"
# Three systems' ways of writing strands: prefix, words and separator.
STRAND_STYLES = tuple(
    (prefix, separator, dict(zip(STRANDS, words, strict=True)))
    for prefix, separator, words in (
        (
            "Hate - ",
            "; ",
            ("Race", "Sexual orientation", "Disability", "Religion", "Transgender", "Gender", SUBCULTURE),
        ),
        ("", "|", ("RACE", "SEXUAL ORIENTATION", "DISABILITY", "FAITH", "TRANSGENDER", "GENDER", SUBCULTURE.upper())),
        ("", ", ", ("Racist", "Homophobic", "Disablist", "Religious", "Transphobic", "Misogyny", SUBCULTURE)),
    )
)
CHANNEL_NAMES = {
    "999": ("999",),
    "101": ("101",),
    "online": ("Online", "Website"),
    "true_vision": ("True Vision", "TrueVision"),
    "third_party_centre": ("Third party reporting centre", "TPRC"),
    "front_counter": ("Front counter",),
    "officer": ("Officer", "Patrol"),
    "crimestoppers": ("Crimestoppers",),
    "partner": ("Partner agency", "Partner"),
    "": ("",),
}
OUTCOME_NAMES = {
    "1": "Charged/Summonsed",
    "1A": "Charged (alternate offence)",
    "2": "Caution - youth",
    "2A": "Caution - youth (alternate offence)",
    "3": "Caution - adult",
    "3A": "Caution - adult (alternate offence)",
    "4": "Taken into consideration",
    "5": "Offender died",
    "6": "Penalty Notice for Disorder",
    "7": "Cannabis/Khat warning",
    "8": "Community Resolution",
    "9": "Not in public interest (CPS)",
    "10": "Not in public interest (police)",
    "11": "Suspect under age of criminal responsibility",
    "12": "Suspect too ill",
    "13": "Victim or key witness dead or too ill",
    "14": "Evidential difficulties: suspect not identified; victim does not support",
    "15": "Evidential difficulties: suspect identified; victim supports",
    "16": "Evidential difficulties: suspect identified; victim does not support",
    "17": "Prosecution time limit expired",
    "18": "Investigation complete; no suspect identified",
    "20": "Transferred to another body or agency",
    "21": "Further investigation not in the public interest",
    "22": "Diversionary, educational or intervention activity",
    "23": "Outcome type 23",
}
CANCEL_NAMES = {
    "C1": "Transferred",
    "C2": "Additional verifiable information",
    "C3": "Duplicate",
    "C4": "Recorded in error",
    "C5": "Self-defence",
}


class Speller:
    """Writes values the way a hurried clerk and four systems do; a first sighting is tidier than a correction."""

    def __init__(self, rng: Random) -> None:
        """Draw from one stream."""
        self.rng = rng

    def often(self, share: float) -> bool:
        """Return true for a share of the calls."""
        return self.rng.random() < share

    def reference(self, ref: str, untidy: float) -> str:
        """Return a crime reference, at times in another form of the same number."""
        if not self.often(untidy):
            return ref
        force, number, year = ref.split("/")
        return self.rng.choice(
            (
                f"{force}/{int(number)}/{year}",
                f"{force}/{number}/20{year}",
                f"CRI-{ref}",
                f"CRI-{force}/{int(number)}/{year}",
                f"cri-{ref}",
                f"{ref} ",
            )
        )

    def district(self, district: str) -> str:
        """Return the full name of a district, or an alias."""
        names = DISTRICT_NAMES[district]
        return names[0] if self.often(0.6) else self.rng.choice(names)

    def strands(self, strands: tuple[str, ...]) -> str:
        """Return the hate markers in one of three styles."""
        prefix, separator, words = self.rng.choices(STRAND_STYLES, (70, 15, 15))[0]
        return separator.join(prefix + words[strand] for strand in strands)

    def code(self, code: str) -> str:
        """Return an HO code as it is, with leading zeros, or in lower case."""
        letters = "".join(c for c in code if c.isalpha())
        return self.rng.choices((code, code.removesuffix(letters).zfill(3) + letters, code.lower()), (80, 14, 6))[0]

    def channel(self, channel: str) -> str:
        """Return how it was reported."""
        return self.rng.choice(CHANNEL_NAMES[channel])

    def outcome(self, code: str) -> str:
        """Return code and text in one cell: a hyphen, a colon or an en dash between; an open crime is blank or 0."""
        if not code:
            return "0 - Not yet assigned" if self.often(0.4) else ""
        return code + self.rng.choices((" - ", ": ", " \u2013 ", "- "), (66, 16, 12, 6))[0] + OUTCOME_NAMES[code]

    def surname(self, person: Person) -> str:
        """Return a surname in another case, or (known by URN only) misspelt by a letter."""
        name = person.surname
        if person.kind == "Unknown" or not self.often(0.15):
            return name
        if person.urn and person.kind != "Business" and self.often(0.3):
            return name[:-1]
        return self.rng.choice((name.upper(), name.replace("-", " "), f"{name} "))

    def forenames(self, person: Person) -> str:
        """Return a forename, its initial, or in capitals."""
        name = person.forename
        return self.rng.choices((name, name[:1], f"{name[:1]}.", name.upper()), (82, 8, 4, 6))[0] if name else ""

    def address(self, place: Place) -> str:
        """Return an address with other spacing, quotes or case; a few start with an equals sign."""
        text = place.address
        if not self.often(0.12):
            return text
        return self.rng.choice(
            (
                text.upper(),
                f"{text} ",
                text.replace(" ", "\u00a0", 1),
                text.replace(", ", ",  "),
                f"={text}",
                f"\u201c{text}\u201d",
                f"\u2018{text}\u2019",
            )
        )

    def postcode(self, postcode: str) -> str:
        """Return a postcode, at times without its space."""
        return postcode.replace(" ", "") if self.often(0.12) else postcode
