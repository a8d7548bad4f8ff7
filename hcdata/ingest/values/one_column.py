"""One column read as two dates: the time between them would be nought, so only one of them is read."""

from hcdata.ingest.layouts.fields import DATES
from hcdata.ingest.layouts.layout import Layout, Moment
from hcdata.ingest.values.clean import normalise
from hcdata.schema.feeds import FEEDS


def left_out(layout: Layout) -> dict[str, str]:
    """Return field -> the field that is read in its place: the one records are counted by, else the first."""
    feed = FEEDS[layout.feed]
    dated = [field for field in feed.fields if field in DATES and field in layout.fields]
    kept: dict[str, str] = {}
    found: dict[str, str] = {}
    for field in sorted(dated, key=lambda name: name != feed.counted_by):
        spec = layout.fields[field]
        column = normalise(spec.date if isinstance(spec, Moment) else spec)
        if kept.setdefault(column, field) != field:
            found[field] = kept[column]
    return found


def words(layout: Layout) -> list[str]:
    """Say which fields are not read, for the receipt."""
    return [
        f"of {field} are not recorded: the layout reads {kept} from the same column, and one column is not two dates"
        for field, kept in left_out(layout).items()
    ]
