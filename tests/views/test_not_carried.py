"""What no crime loaded has is not recorded: never 0, never 0 per cent, never everything missed."""

import pytest

from hcdata.present.text import missing_words
from hcdata.views.figures import figure
from hcdata.views.missing import NotPopulated
from tests.views.conftest import crime

WHOLE = {
    "strands": ["race"],
    "offence_code": "8P",
    "assigned_at": "2026-03-02 10:00:00",
    "outcome_code": "1",
    "outcome_on": "2026-03-20",
}


@pytest.mark.parametrize(
    ("left_out", "measures", "named"),
    [
        ({"strands": []}, ["recorded_hate_crimes", "hate_crime_rate", "missed_flags", "open_caseload"], "hate strand"),
        ({"offence_code": None}, ["aggravated_offences", "missed_flags"], "Home Office code"),
        ({"recorded_at": None}, ["recorded_within_24h"], "time of recording"),
        ({"reported_at": None}, ["recorded_within_24h"], "report time"),
        (
            {"outcome_on": None},
            ["outcomes_assigned", "positive_outcome_in_period", "victim_attrition", "no_suspect", "time_limit_lapses"],
            "date of an outcome",
        ),
        ({"outcome_code": None}, ["charge_rate", "open_caseload"], "an outcome"),
        ({"place_id": None}, ["repeat_places"], "a place"),
        ({"victims": []}, ["repeat_victims", "repeat_victimisation"], "an identified victim"),
        ({"settings": []}, ["online_share", "setting_mix"], "a known setting"),
        ({"channel": "not_recorded"}, ["third_party_reports", "channel_mix"], "a known channel"),
        ({"suspects": []}, ["repeat_suspects"], "an identified suspect"),
    ],
)
def test_a_field_left_out_of_every_crime_is_said(left_out, measures, named, make, put):
    context = put(make(crimes=[crime(f"2026-03-{day:02d}", **(WHOLE | left_out)) for day in range(1, 26)]))
    for measure in measures:
        found = figure(context, measure)
        assert isinstance(found.missing, NotPopulated), measure
        assert named in missing_words.say(found.missing), measure
        assert found.value is None


def test_one_crime_that_has_it_is_enough(make, put):
    crimes = [crime("2026-03-01", **WHOLE), *[crime("2026-03-02", **WHOLE, victims=[]) for _ in range(3)]]
    context = put(make(crimes=crimes))
    for measure in ("recorded_hate_crimes", "aggravated_offences", "recorded_within_24h", "outcomes_assigned"):
        assert figure(context, measure).missing is None, measure
