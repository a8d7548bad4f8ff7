"""What stands out in a key action, in words."""

from dataclasses import replace

from hcdata.present.text import progress_words
from hcdata.views.progress import Progress
from tests.present.text.test_trend_words import trend


def _risen(measure, **more):
    found = trend((41,), "Above UCL", measure=measure, **more)
    assert found.unlikely
    return found


def test_the_volume_is_told_once_however_it_is_counted():
    crimes, national = _risen("recorded_hate_crimes"), _risen("monitored_hate_crimes")
    flags = _risen("missed_flags", things=("missing flag", "missing flags"))
    said = progress_words.findings(Progress((), (), (national, flags, crimes)), {}, None)
    assert said == [progress_words.trend_words.trend_sentence(one) for one in (crimes, flags)]


def test_where_nothing_moved_it_says_so():
    still = replace(trend(), measure="missed_flags")
    assert progress_words.findings(Progress((), (), (still,)), {}, None) == ["Nothing of this key action is loaded."]
