"""Aliases in force: of one text the newest counts, however it is spelt."""

from pathlib import Path

from hcdata.common import config
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.values import maps
from hcdata.loading import aliases


def meaning(folder: Path, text: str) -> str | None:
    """What a written channel means with the aliases in force."""
    known = aliases.with_aliases(config.load(), folder)
    return maps.cleaners(known, layouts.read()["generic_crime"])["channel"](text)


def test_the_newest_alias_of_a_text_counts_whatever_its_case(tmp_path: Path) -> None:
    first, second, third = list(aliases.ids(config.load(), "channel"))[:3]
    for text, target in (("By Pigeon", first), ("BY PIGEON", second), ("By Pigeon", third)):
        aliases.add(tmp_path, config.load(), "channel", text, target, "analyst")
    assert meaning(tmp_path, "by pigeon") == third
    aliases.withdraw(tmp_path, 3, "analyst")
    assert meaning(tmp_path, "by  pigeon") == second


def test_an_alias_of_the_register_stands_above_one_of_the_configuration(tmp_path: Path) -> None:
    first, second = list(aliases.ids(config.load(), "channel"))[:2]
    own = config.load().model_copy(update={"alias": {"channel": {"By Pigeon": first}}})
    aliases.add(tmp_path, own, "channel", "by pigeon", second, "analyst")
    known = aliases.with_aliases(own, tmp_path)
    assert maps.cleaners(known, layouts.read()["generic_crime"])["channel"]("By Pigeon") == second
