"""What stands out in a key action: shares better or worse, districts apart, figures and numbers that moved."""

from collections.abc import Iterator, Mapping

from hcdata.common.config import KeyAction
from hcdata.present.text import service_words, trend_words, words
from hcdata.views.progress import Progress
from hcdata.views.results import About, Comparison
from hcdata.views.signals import VOLUME


def purpose(action: KeyAction) -> str:
    """Say what a key action is for, and where the plan says so."""
    return f"{action.purpose} (Plan {action.plan}.)" if action.plan else action.purpose


def findings(found: Progress, compared: Mapping[str, Comparison], about: About) -> list[str]:
    """Say what stands out, each measure once, and the volume once however it is counted; or that nothing does."""
    said: dict[str, str] = {}
    for measure, text in _tell(found, compared, about):
        said.setdefault(measure, text)
    if said:
        return list(said.values())
    if all(one.missing for one in found.figures):
        return ["Nothing of this key action is loaded."]
    return ["No measure of this key action has moved by more than chance would give, and no district stands apart."]


def _tell(found: Progress, compared: Mapping[str, Comparison], about: About) -> Iterator[tuple[str, str]]:
    for share in found.shares:
        if share.change in service_words.MOVED:
            yield share.measure, f"{share.title}. {service_words.sentence(share)}"
    for figure in found.figures:
        if not figure.missing and figure.verdict.unlikely:
            yield "volume" if figure.measure in VOLUME else figure.measure, words.figure_sentence(figure, about)
    for trend in sorted(found.numbers, key=lambda one: one.measure != "recorded_hate_crimes"):
        if trend.unlikely:
            yield "volume" if trend.measure in VOLUME else trend.measure, trend_words.trend_sentence(trend)
    for figure in found.figures:
        one = compared.get(figure.measure)
        if one and words.differ(one, about.filters.districts):
            where = words.districts_title(one, about.filters.districts)
            yield f"{one.measure} by district", f"{one.title}: {where}{_of_all(one)}."


def _of_all(one: Comparison) -> str:
    return f" ({words.pooled(one)} in all districts together)" if one.baseline is not None else ""
