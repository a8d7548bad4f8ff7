"""Results as Plotly figures: each takes a result, its finding as title, a subtitle and the theme, and only draws."""

from hcdata.present.charts.districts import funnel
from hcdata.present.charts.frame import blank, config
from hcdata.present.charts.map_squares import squares
from hcdata.present.charts.monthly import trend
from hcdata.present.charts.panels import small_multiples
from hcdata.present.charts.people import quarters
from hcdata.present.charts.ranked import bars
from hcdata.present.charts.year import rolling_year

__all__ = [
    "bars",
    "blank",
    "config",
    "funnel",
    "quarters",
    "rolling_year",
    "small_multiples",
    "squares",
    "trend",
]
