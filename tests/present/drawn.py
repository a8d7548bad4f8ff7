"""Every chart drawn with made-up results: whole, without data, and empty."""

from collections.abc import Callable
from dataclasses import replace

import plotly.graph_objects as go

from hcdata.present import charts
from tests.present import made_up as made

TITLE = "Recorded hate crimes rose in August and have stayed above their usual range since then <b>"
SUBTITLE = "Crimes a month by recorded date, force, Nov 2023 to Oct 2026, n = 4,712; usual range set by 23 months"

STRANDS = [made.trend(90, 1, "Race"), made.trend(2, 2, "Transgender identity"), made.no_trend(subject="Disability")]
DRAWN: dict[str, Callable[..., go.Figure]] = {
    "trend": lambda dark, **how: charts.trend(made.trend(), TITLE, SUBTITLE, dark, **how),
    "trend of few": lambda dark, **how: charts.trend(made.trend(2), TITLE, SUBTITLE, dark, **how),
    "rolling year": lambda dark, **how: charts.rolling_year(made.trend(), TITLE, SUBTITLE, dark, **how),
    "small multiples": lambda dark, **how: charts.small_multiples(
        STRANDS, TITLE, SUBTITLE, dark, columns=1 if how.get("width") == "narrow" else 2, **how
    ),
    "funnel of rates": lambda dark, **how: charts.funnel(made.comparison(), TITLE, SUBTITLE, dark, **how),
    "funnel of shares": lambda dark, **how: charts.funnel(made.comparison("percent"), TITLE, SUBTITLE, dark, **how),
    "bars": lambda dark, **how: charts.bars(
        made.locations().settings, "name", "n", "prior_n", TITLE, SUBTITLE, dark, **how
    ),
    "squares": lambda dark, **how: charts.squares(made.locations(), TITLE, SUBTITLE, dark, **how),
    "quarters": lambda dark, **how: charts.quarters(made.nominals(), TITLE, SUBTITLE, dark, **how),
    "weeks": lambda dark, **how: charts.week(made.rhythm(), TITLE, SUBTITLE, dark, **how),
    "by quarter": lambda dark, **how: charts.by_quarter(made.closeup(), TITLE, SUBTITLE, dark, **how),
    "financial year": lambda dark, **how: charts.to_date(made.closeup(), TITLE, SUBTITLE, dark, **how),
    "season": lambda dark, **how: charts.season(made.closeup(), TITLE, SUBTITLE, dark, **how),
    "rate line": lambda dark, **how: charts.rate_line(made.closeup(), TITLE, SUBTITLE, dark, **how),
    "days between": lambda dark, **how: charts.between(made.daily(), TITLE, SUBTITLE, dark, **how),
    "days around": lambda dark, **how: charts.around(made.around(), TITLE, SUBTITLE, dark, **how),
    "share": lambda dark, **how: charts.share(made.service(), TITLE, SUBTITLE, dark, **how),
    "blank": lambda dark, **how: charts.blank("Nothing is loaded yet.", TITLE, SUBTITLE, dark, **how),
}
UNLOADED = replace(made.closeup(), trend=made.no_trend("Not loaded."), rate_missing="Not loaded.")
NOTHING: dict[str, go.Figure] = {
    "trend": charts.trend(made.no_trend("Not loaded."), TITLE, SUBTITLE),
    "rolling year": charts.rolling_year(made.no_trend("Not loaded."), TITLE, SUBTITLE),
    "small multiples": charts.small_multiples([made.no_trend("Not loaded.")], TITLE, SUBTITLE),
    "funnel": charts.funnel(replace(made.comparison(), missing="Not loaded."), TITLE, SUBTITLE),
    "squares": charts.squares(replace(made.locations(), squares_missing="Not loaded."), TITLE, SUBTITLE),
    "quarters": charts.quarters(replace(made.nominals(), missing="Not loaded."), TITLE, SUBTITLE),
    "weeks": charts.week(replace(made.rhythm(), missing="Not loaded."), TITLE, SUBTITLE),
    "by quarter": charts.by_quarter(UNLOADED, TITLE, SUBTITLE),
    "financial year": charts.to_date(UNLOADED, TITLE, SUBTITLE),
    "season": charts.season(UNLOADED, TITLE, SUBTITLE),
    "rate line": charts.rate_line(UNLOADED, TITLE, SUBTITLE),
    "days between": charts.between(replace(made.daily(), missing="Not loaded."), TITLE, SUBTITLE),
    "blank": charts.blank("Not loaded.", TITLE, SUBTITLE),
}
EMPTY: dict[str, go.Figure] = {
    "trend": charts.trend(replace(made.no_trend(), missing=None), TITLE, SUBTITLE),
    "rolling year": charts.rolling_year(made.trend(months=10), TITLE, SUBTITLE),
    "small multiples": charts.small_multiples([], TITLE, SUBTITLE),
    "funnel": charts.funnel(replace(made.comparison(), rows=made.comparison().rows.head(0)), TITLE, SUBTITLE),
    "bars": charts.bars(made.locations().settings.head(0), "name", "n", "prior_n", TITLE, SUBTITLE),
    "squares": charts.squares(replace(made.locations(), squares=made.locations().squares.head(0)), TITLE, SUBTITLE),
    "quarters": charts.quarters(replace(made.nominals(), quarters=made.nominals().quarters.head(0)), TITLE, SUBTITLE),
    "by quarter": charts.by_quarter(replace(made.closeup(), quarters=made.closeup().quarters.head(0)), TITLE, SUBTITLE),
    "financial year": charts.to_date(replace(made.closeup(), years=made.closeup().years.head(0)), TITLE, SUBTITLE),
    "season": charts.season(replace(made.closeup(), season=made.closeup().season.head(0)), TITLE, SUBTITLE),
    "rate line": charts.rate_line(replace(made.closeup(), rate=made.closeup().rate.head(0)), TITLE, SUBTITLE),
    "days between": charts.between(replace(made.daily(), gaps=made.daily().gaps.head(0)), TITLE, SUBTITLE),
    "days around": charts.around(replace(made.around(), days=made.around().days.head(0)), TITLE, SUBTITLE),
}


def texts(figure: go.Figure) -> str:
    """Return the text a figure shows."""
    return "\n".join(note.text for note in figure.layout.annotations)
