"""How long the soak runs: HCDATA_SOAK_SECONDS for each test (make soak), or a short form of it without."""

import os
import time
from collections.abc import Iterator

from hypothesis import HealthCheck, settings

SECONDS = float(os.environ.get("HCDATA_SOAK_SECONDS", "0"))
LONG = SECONDS > 0
# One round of examples; the long form runs rounds until the time is up.
ROUND = settings(
    max_examples=200 if LONG else 25,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)


def rounds() -> Iterator[int]:
    """Yield once in the short form, and until the time is up in the long one."""
    until = time.monotonic() + SECONDS
    number = 0
    while number == 0 or time.monotonic() < until:
        yield number
        number += 1
