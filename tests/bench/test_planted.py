"""What the demonstration has planted is found by the page, from the exports on."""

import pytest

from bench import planted


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1])
def test_the_spike_the_drift_and_the_late_district_are_found_and_the_quiet_one_is_not_accused(seed, monkeypatch):
    monkeypatch.setenv("HCDATA_KEY_FILE", "set by the run itself")
    found = planted.run(seed, scale=1.0, years=4)
    assert found.spike and found.duty
    assert found.drift_told or found.drift_shown
    assert not found.quiet_told and not found.quiet_shown
