"""What a special-cause label of a month means, in a few words."""

# Rules: hcdata.stats.rules, after NHS England, Making Data Count.
MEANING = {
    "Above UCL": "above the usual range",
    "Below LCL": "below the usual range",
    "7 Point Trend (Increasing)": "in a rise of seven months or more",
    "7 Point Trend (Decreasing)": "in a fall of seven months or more",
    "2 in 3 Above CL": "two of three months near the upper limit",
    "2 in 3 Below CL": "two of three months near the lower limit",
    "7 Points Above CL": "seven months or more above the mean",
    "7 Points Below CL": "seven months or more below the mean",
}
