"""Every chart drawn with made-up results: whole, without data, and empty."""

from collections.abc import Callable
from dataclasses import replace

import plotly.graph_objects as go

from hcdata.present import charts
from tests.present import made_up as made
from tests.present.spoken import NO_MONTH

STRANDS = [made.trend(90, 1, "Race"), made.trend(2, 2, "Transgender identity"), made.no_trend(subject="Disability")]
DRAWN: dict[str, Callable[..., go.Figure]] = {
    "trend": lambda dark, **how: charts.trend(made.trend(), dark, **how),
    "trend of few": lambda dark, **how: charts.trend(made.trend(2), dark, **how),
    "rolling year": lambda dark, **how: charts.rolling_year(made.trend(), dark, **how),
    "small multiples": lambda dark, **how: charts.small_multiples(
        STRANDS, dark, columns=1 if how.get("width") == "narrow" else 2, **how
    ),
    "funnel of rates": lambda dark, **how: charts.funnel(made.comparison(), dark, **how),
    "funnel of shares": lambda dark, **how: charts.funnel(made.comparison("percent"), dark, **how),
    "bars": lambda dark, **how: charts.bars(made.locations().settings, "name", "n", "prior_n", dark, **how),
    "squares": lambda dark, **how: charts.squares(made.locations(), dark, **how),
    "quarters": lambda dark, **how: charts.quarters(made.nominals(), dark, **how),
    "weeks": lambda dark, **how: charts.week(made.rhythm(), dark, **how),
    "by quarter": lambda dark, **how: charts.by_quarter(made.closeup(), dark, **how),
    "financial year": lambda dark, **how: charts.to_date(made.closeup(), dark, **how),
    "season": lambda dark, **how: charts.season(made.closeup(), dark, **how),
    "rate line": lambda dark, **how: charts.rate_line(made.closeup(), dark, **how),
    "days between": lambda dark, **how: charts.between(made.daily(), dark, **how),
    "days around": lambda dark, **how: charts.around(made.around(), dark, **how),
    "share": lambda dark, **how: charts.share(made.service(), dark, **how),
    "blank": lambda dark, **how: charts.blank("Nothing is loaded yet.", dark, **how),
}
UNLOADED = replace(made.closeup(), trend=made.no_trend(), rate_missing=NO_MONTH)
NOTHING: dict[str, go.Figure] = {
    "trend": charts.trend(made.no_trend()),
    "rolling year": charts.rolling_year(made.no_trend()),
    "small multiples": charts.small_multiples([made.no_trend()]),
    "funnel": charts.funnel(replace(made.comparison(), missing=NO_MONTH)),
    "squares": charts.squares(replace(made.locations(), squares_missing=NO_MONTH)),
    "quarters": charts.quarters(replace(made.nominals(), missing=NO_MONTH)),
    "weeks": charts.week(replace(made.rhythm(), missing=NO_MONTH)),
    "by quarter": charts.by_quarter(UNLOADED),
    "financial year": charts.to_date(UNLOADED),
    "season": charts.season(UNLOADED),
    "rate line": charts.rate_line(UNLOADED),
    "days between": charts.between(replace(made.daily(), missing=NO_MONTH)),
    "blank": charts.blank("Nothing is loaded for these months."),
}
EMPTY: dict[str, go.Figure] = {
    "trend": charts.trend(replace(made.no_trend(), missing=None)),
    "rolling year": charts.rolling_year(made.trend(months=10)),
    "small multiples": charts.small_multiples([]),
    "funnel": charts.funnel(replace(made.comparison(), rows=made.comparison().rows.head(0))),
    "bars": charts.bars(made.locations().settings.head(0), "name", "n", "prior_n"),
    "squares": charts.squares(replace(made.locations(), squares=made.locations().squares.head(0))),
    "quarters": charts.quarters(replace(made.nominals(), quarters=made.nominals().quarters.head(0))),
    "by quarter": charts.by_quarter(replace(made.closeup(), quarters=made.closeup().quarters.head(0))),
    "financial year": charts.to_date(replace(made.closeup(), years=made.closeup().years.head(0))),
    "season": charts.season(replace(made.closeup(), season=made.closeup().season.head(0))),
    "rate line": charts.rate_line(replace(made.closeup(), rate=made.closeup().rate.head(0))),
    "days between": charts.between(replace(made.daily(), gaps=made.daily().gaps.head(0))),
    "days around": charts.around(replace(made.around(), days=made.around().days.head(0))),
}


def texts(figure: go.Figure) -> str:
    """Return the text a figure shows."""
    return "\n".join(note.text for note in figure.layout.annotations)
