"""A pool of addresses for each district, a few of them hot."""

from itertools import accumulate
from random import Random

from hcdata.demo.names import STREETS
from hcdata.demo.pick import Draw
from hcdata.demo.records import Place
from hcdata.demo.shares import PLACE_KINDS

# Main towns, OSGB36 metres, rounded (Ordnance Survey); half the width of the box the addresses lie in.
TOWNS = {
    "cambridge_city": ("CB", 545_000, 258_500, 2_500),
    "east_cambridgeshire": ("EC", 554_000, 280_300, 2_500),
    "fenland": ("FN", 546_200, 309_600, 2_000),
    "huntingdonshire": ("HU", 523_800, 271_800, 2_500),
    "peterborough": ("PB", 519_200, 298_600, 3_500),
    "south_cambridgeshire": ("SC", 532_200, 259_600, 2_500),
}
DEFAULTS = ("Thimble Road Police Station", "No fixed place", "Not known", "Unknown address")
HOT = 5
HOT_WEIGHT = 0.016
LETTERS = "ABDEFGHJLNPQRSTUWXYZ"


class Pool:
    """The places of one district, to draw from; the first few are hot, the last are stand-ins for an unknown place."""

    def __init__(self, district: str, size: int, number: int, rng: Random) -> None:
        """Make the places: 85 in 100 carry a UPRN."""
        kinds = Draw(PLACE_KINDS)
        self.places = [make_place(district, number + i, kinds.one(rng), rng) for i in range(size)]
        hot = [HOT_WEIGHT] * HOT
        self.totals = list(accumulate(hot + [(1 - sum(hot)) / (size - HOT)] * (size - HOT)))
        self.licensed = [place for place in self.places if place.kind == "Licensed premises"] or self.places
        self.defaults = [
            make_place(district, number + size + i, "Public place", rng, text) for i, text in enumerate(DEFAULTS)
        ]

    def draw(self, rng: Random, night: bool) -> Place:
        """Return a place; at night at the weekend often licensed premises."""
        if rng.random() < 0.025:
            return rng.choice(self.defaults)
        if night and rng.random() < 0.4:
            return rng.choice(self.licensed)
        return rng.choices(self.places, cum_weights=self.totals)[0]


def make_place(district: str, number: int, kind: str, rng: Random, address: str = "") -> Place:
    """Return one place; its address is unlike any other in the pools, as its number is in it."""
    prefix, easting, northing, half = TOWNS[district]
    town = list(TOWNS).index(district) + 1
    postcode = f"ZZ{town} {rng.randint(1, 9)}{rng.choice(LETTERS)}{rng.choice(LETTERS)}"
    # The first of a pool is numbered last: six noughts at the end look like a number a spreadsheet has cut short.
    property_number = number if number % 1_000_000 else number + 999_999
    uprn = f"9990{property_number:08d}" if rng.random() < 0.85 else ""
    if address:
        uprn, postcode = "", "" if rng.random() < 0.5 else postcode
    else:
        street = rng.choice(STREETS)
        address = (
            f"Flat {rng.randint(1, 40)}, {number} {street}"
            if kind == "Dwelling" and rng.random() < 0.25
            else f"{number} {street}"
        )
        if kind == "Licensed premises":
            address = f"The {street.split()[0]} Inn, {address}"
    return Place(
        number,
        district,
        f"{prefix}{rng.randint(1, 4)}",
        kind,
        address,
        postcode,
        uprn,
        easting + rng.randint(-half, half),
        northing + rng.randint(-half, half),
    )


def make_pools(scale: float, rng: Random) -> dict[str, Pool]:
    """Return the pool of each district; pools grow with scale so that the share of repeat places stays alike."""
    size = max(60, round(700 * scale))
    return {district: Pool(district, size, 1 + i * (size + 10), rng) for i, district in enumerate(TOWNS)}
