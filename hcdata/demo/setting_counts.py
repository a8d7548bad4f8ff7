"""Counts where the true crimes happened and how they were reported, as the rules for settings say."""

from collections import Counter
from datetime import date, datetime, timedelta

from hcdata.demo.clock import local
from hcdata.demo.records import Crime
from hcdata.demo.tally import RowCounts

# The setting of each kind of place.
SETTING_OF = {
    "Street": "public_place",
    "Dwelling": "dwelling",
    "Public place": "public_place",
    "Park": "public_place",
    "Retail": "retail",
    "Supermarket": "retail",
    "Takeaway": "retail",
    "Licensed premises": "night_time",
    "School": "school",
    "Bus/rail station": "transport",
    "Hospital": "workplace",
    "Place of worship": "workplace",
    "Workplace": "workplace",
    "Online": "online",
}
# Where a weekend night is a night out.
NIGHT_OUT = ("public_place", "transport", "retail", "night_time", "")


def settings_of(crime: Crime) -> set[str]:
    """Return the settings of a crime: its place, the online flag, and a street or the like on a weekend night."""
    place = SETTING_OF.get(crime.place_kind, "")
    found = {place} if place else set()
    if crime.online == "Y":
        found.add("online")
    if place in NIGHT_OUT and crime.online != "Y" and is_night(local(crime.committed[0])):
        found.add("night_time")
    return found


def is_night(when: datetime) -> bool:
    """Say whether a local time lies on a Friday or Saturday night, 20:00 to 05:00."""
    evening = when.date() if when.hour >= 20 else when.date() - timedelta(days=1)
    return (when.hour >= 20 or when.hour < 5) and evening.weekday() in (4, 5)


def count_shares(hate: list[Crime]) -> dict[str, RowCounts]:
    """Return the shares online and through third-party centres, with those of which nothing is recorded."""
    tallies = {"online_share": RowCounts(), "third_party_reports": RowCounts()}
    for crime in hate:
        where = (crime.ref, local(crime.recorded).date(), crime.district, crime.strands)
        settings = settings_of(crime)
        for measure, met, known in (
            ("online_share", "online" in settings, bool(settings)),
            ("third_party_reports", crime.channel == "third_party_centre", bool(crime.channel)),
        ):
            tallies[measure].add("of", *where)
            if met:
                tallies[measure].add("n", *where)
            elif not known:
                tallies[measure].add("not_recorded", *where)
    return tallies


def count_mixes(hate: list[Crime], first: date) -> dict[str, dict[str, int]]:
    """Return how many crimes recorded from a day on have each setting, and came by each channel."""
    recent = [crime for crime in hate if local(crime.recorded).date() >= first]
    settings = Counter(one for crime in recent for one in settings_of(crime) or {"not_recorded"})
    channels = Counter(crime.channel or "not_recorded" for crime in recent)
    return {"setting_mix": dict(sorted(settings.items())), "channel_mix": dict(sorted(channels.items()))}
