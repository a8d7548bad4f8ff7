"""How long it takes to compute and judge every series of a force, without counting them: `python -m bench.judge`."""

from statistics import median
from time import perf_counter

import numpy as np

from hcdata.stats import headline, season, spc

# Strands, areas and months of a force, and the milliseconds they may take: the aim set when trends were built.
STRANDS, AREAS, MONTHS, LIMIT = 7, 7, 120, 300
ROUNDS = 5


def run() -> list[float]:
    """Return the milliseconds of each round over all series: chart, headline, same months of the years before."""
    random = np.random.default_rng(1)
    made = [random.poisson(mean, MONTHS) for mean in random.uniform(0.5, 60, STRANDS * AREAS)]
    took = []
    for _ in range(ROUNDS):
        start = perf_counter()
        for series in made:
            found = headline.judge(series)
            spc.xmr(series, baseline=found.baseline)
            season.band(series)
        took.append(1000 * (perf_counter() - start))
    return took


def main() -> None:
    """Print one line."""
    took = run()
    print(f"{STRANDS * AREAS} series of {MONTHS} months judged: median {median(took):.0f} ms, limit {LIMIT} ms")


if __name__ == "__main__":
    main()
