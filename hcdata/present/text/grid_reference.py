"""The name of a square of the national grid (OSGB36), as on an Ordnance Survey map."""

# Squares of 500 km, then of 100 km, are lettered in rows from the north-west, without I.
_LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ"


def name_square(east_km: int, north_km: int) -> str:
    """Return the reference of a square of one kilometre by its south-west corner in km: (545, 258) is TL4558."""
    column, row = (km // 100 + offset for km, offset in ((east_km, 10), (north_km, 5)))
    first = _LETTERS[(4 - row // 5) * 5 + column // 5]
    second = _LETTERS[(4 - row % 5) * 5 + column % 5]
    return f"{first}{second}{east_km % 100:02d}{north_km % 100:02d}"
