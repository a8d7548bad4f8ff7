"""People who take part in records: known by a URN, known by surname, birth and sex, or not known at all."""

import re
from datetime import date, timedelta
from random import Random

from hcdata.demo.names import FORENAMES, OBJECTS, pick_surname
from hcdata.demo.records import Person

UNKNOWN = ("UNKNOWN", "N/K", "TBC", "Unknown", "NK")


class Registry:
    """Makes persons; nobody shares surname, birth and sex with anybody else."""

    def __init__(self, rng: Random) -> None:
        """Start empty."""
        self.rng = rng
        self.count = 0
        self.taken: set[tuple[str, date, str]] = set()

    def individual(self, kind: str = "Individual") -> Person:
        """Return a new identified person: four in five by URN, the rest by name, birth and sex."""
        rng = self.rng
        while True:
            surname, sex = pick_surname(rng), rng.choices(("M", "F"), (54, 46))[0]
            born = date(1945, 1, 1) + timedelta(days=int(rng.triangular(0, 24_800, 17_500)))
            key = (re.sub("[^A-Z]", "", surname.upper()), born, sex)
            if key not in self.taken:
                break
        self.taken.add(key)
        self.count += 1
        by_urn = kind != "Individual" or rng.random() < 0.8
        known_birth = born if not by_urn or rng.random() < 0.95 else None
        return Person(
            self.count,
            kind,
            f"P{7_000_000 + self.count}" if by_urn else "",
            surname,
            rng.choice(FORENAMES),
            known_birth,
            sex,
        )

    def unidentified(self) -> Person:
        """Return somebody of whom too little is known to count: a placeholder, a surname alone, or only a sex."""
        rng = self.rng
        self.count += 1
        surname = rng.choice(UNKNOWN) if rng.random() < 0.75 else rng.choice((pick_surname(rng), ""))
        return Person(self.count, "Unknown", surname=surname, sex=rng.choice(("M", "F", "", "")))

    def body(self, kind: str) -> Person:
        """Return a business (with a URN half the time) or the State."""
        self.count += 1
        if kind == "State":
            return Person(self.count, kind, surname="REGINA")
        name = f"{self.rng.choice(OBJECTS).title()} and {self.rng.choice(OBJECTS).title()} Ltd"
        return Person(self.count, kind, f"P{7_000_000 + self.count}" if self.rng.random() < 0.5 else "", name)
