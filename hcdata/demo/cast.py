"""Who takes part and where: mostly new people, some met before."""

from bisect import bisect_left
from dataclasses import dataclass, field
from random import Random

from hcdata.demo.clock import DAY
from hcdata.demo.people import Registry
from hcdata.demo.pick import Draw
from hcdata.demo.places import Pool, make_pools
from hcdata.demo.records import Person, Place
from hcdata.demo.shares import DISTRICTS, PERCEIVED, SECOND_STRAND, STRANDS, TWO_STRANDS
from hcdata.demo.timing import Moment

FIRST_STRAND, RELIGION = Draw(STRANDS), Draw(PERCEIVED)
SECOND = {strand: Draw(shares) for strand, shares in SECOND_STRAND.items()}
OTHER_DISTRICT = Draw(DISTRICTS)
VICTIM_AGAIN, SUSPECT_AGAIN = 0.085, 0.16


@dataclass(slots=True)
class Appearance:
    """A person met before, and how."""

    at: int
    person: Person
    strands: tuple[str, ...]
    place: Place | None


@dataclass(slots=True)
class Memory:
    """Appearances of one district in order of time."""

    times: list[int] = field(default_factory=list)
    seen: list[Appearance] = field(default_factory=list)

    def add(self, appearance: Appearance) -> None:
        """Remember one."""
        self.times.append(appearance.at)
        self.seen.append(appearance)

    def recall(self, before: int) -> Appearance | None:
        """Return the first appearance at or after an instant."""
        index = bisect_left(self.times, before)
        return self.seen[index] if index < len(self.seen) else None


class Cast:
    """Draws the people, places and strands of each moment, remembering whom it drew."""

    def __init__(self, scale: float, rng: Random) -> None:
        """Make the pools of places; nobody is known yet."""
        self.rng = rng
        self.pools: dict[str, Pool] = make_pools(scale, rng)
        self.registry = Registry(rng)
        self.victims = {district: Memory() for district in DISTRICTS}
        self.suspects = {district: Memory() for district in DISTRICTS}

    def draw_strands(self, moment: Moment) -> tuple[str, ...]:
        """Return one strand, at times two."""
        first = "race" if moment.spike else FIRST_STRAND.one(self.rng)
        return (first, SECOND[first].one(self.rng)) if self.rng.random() < TWO_STRANDS else (first,)

    def draw_perceived(self, strands: tuple[str, ...]) -> str:
        """Return the perceived religion for the religion strand, at times two, else nothing."""
        if "religion" not in strands:
            return ""
        first = RELIGION.one(self.rng)
        return f"{first}; {RELIGION.one(self.rng)}" if self.rng.random() < 0.03 else first

    def meet(self, memories: dict[str, Memory], moment: Moment, share: float) -> Appearance | None:
        """Return somebody met before, four months ago on average, nine times in ten in the same district."""
        if self.rng.random() >= share:
            return None
        district = moment.district if self.rng.random() < 0.9 else OTHER_DISTRICT.one(self.rng)
        return memories[district].recall(moment.recorded - int(self.rng.expovariate(1 / (120 * DAY))))

    def draw_victim(self, moment: Moment) -> Appearance:
        """Return the victim or complainant with strands and place: again the same, or new."""
        met = None if moment.spike else self.meet(self.victims, moment, VICTIM_AGAIN)
        pool = self.pools[moment.district]
        place = pool.draw(self.rng, moment.night)
        if met:
            again = met.place and met.place.district == moment.district and self.rng.random() < 0.55
            drawn = Appearance(moment.recorded, met.person, met.strands, met.place if again else place)
        else:
            drawn = Appearance(moment.recorded, self.registry.individual(), self.draw_strands(moment), place)
        self.victims[moment.district].add(drawn)
        return drawn

    def draw_suspect(self, moment: Moment, strands: tuple[str, ...]) -> Person:
        """Return an identified suspect: again the same, or new."""
        met = self.meet(self.suspects, moment, SUSPECT_AGAIN)
        person = met.person if met else self.registry.individual()
        self.suspects[moment.district].add(Appearance(moment.recorded, person, strands, None))
        return person
