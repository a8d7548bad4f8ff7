"""What a test asks of changes and of a movement: records by kind, and the sum of each step."""

from hcdata.views.changes import Changes, Movement


def refs_of(found: Changes) -> dict[str, set[str]]:
    return {kind: set(rows["ref"]) for kind, rows in found.rows.groupby("kind")}


def steps_of(found: Movement, part: int = 0) -> dict[str, int]:
    return {f"{step.reason} {'in' if step.n > 0 else 'out'}": step.n for step in found.parts[part].steps.itertuples()}
