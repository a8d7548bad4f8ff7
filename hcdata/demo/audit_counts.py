"""Counts the sampled records whose hate flag was found right."""

from hcdata.demo.records import World
from hcdata.demo.tally import RowCounts


def count_audits(world: World) -> RowCounts:
    """Return the records of every audit by the day they were judged."""
    crimes = {crime.ref: crime for crime in world.crimes}
    tally = RowCounts()
    for one in world.audits:
        crime = crimes[one.ref]
        where = ((one.ref, one.on), one.on, crime.district, crime.strands)
        tally.add("of", *where)
        if one.right != "N":
            tally.add("n" if one.right else "not_recorded", *where)
    return tally
