"""Results as Plotly figures: each takes a result and the theme, and only draws; the page writes the heading."""

from hcdata.present.charts.days_around import around
from hcdata.present.charts.days_between import between
from hcdata.present.charts.districts import funnel
from hcdata.present.charts.financial_years import to_date
from hcdata.present.charts.frame import blank, config
from hcdata.present.charts.map_squares import squares
from hcdata.present.charts.monthly import trend
from hcdata.present.charts.panels import small_multiples
from hcdata.present.charts.people import quarters
from hcdata.present.charts.quarterly import by_quarter
from hcdata.present.charts.ranked import bars
from hcdata.present.charts.rate_line import rate_line
from hcdata.present.charts.seasons import season
from hcdata.present.charts.shares import share
from hcdata.present.charts.week import week
from hcdata.present.charts.year import rolling_year

__all__ = [
    "around",
    "bars",
    "between",
    "blank",
    "by_quarter",
    "config",
    "funnel",
    "quarters",
    "rate_line",
    "rolling_year",
    "season",
    "share",
    "small_multiples",
    "squares",
    "to_date",
    "trend",
    "week",
]
