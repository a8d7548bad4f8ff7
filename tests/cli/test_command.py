"""What a command or a page says of a fault nobody foresaw: where it arose, and no value from a record."""

import errno
import logging
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from hcdata.cli import main
from hcdata.cli.command import FAULTY, guarded
from tests.conftest import Demonstration
from tests.pages.conftest import Open, open_page, texts

__all__ = ["open_page"]


LONG = "n" * 400


def _fail(*_: object) -> None:
    try:
        float("Teal-Lamp")
    except ValueError:
        raise KeyError("Teal-Lamp of 4 Teal Street")  # noqa: B904 - the fault before it is told, too


def _run(fault: BaseException) -> Result:
    @click.command()
    @guarded
    def command() -> None:
        raise fault

    return CliRunner().invoke(command, [])


def test_a_command_says_where_it_failed_and_not_what_the_fault_says() -> None:
    found = CliRunner().invoke(click.command()(guarded(_fail)), [])
    assert found.exit_code == FAULTY and "KeyError at test_command.py:" in found.stderr
    assert "Teal" not in found.output and "Traceback" not in found.output


def test_what_click_raises_is_still_its_own() -> None:
    assert _run(click.UsageError("one or the other")).exit_code == 2
    assert _run(click.exceptions.Exit(5)).exit_code == 5


def test_a_reader_who_has_enough_is_not_told_that_nothing_was_done() -> None:
    found = _run(BrokenPipeError(errno.EPIPE, "Broken pipe"))
    assert found.exit_code == 1 and found.output == ""


@pytest.mark.parametrize(
    "words",
    [
        ("load", LONG),
        ("layout", "check", LONG),
        ("layout", "suggest", LONG),
        ("export", "workbook", f"{LONG}.xlsx"),
        ("status", "--store", LONG),
        ("check", "--store", LONG),
    ],
    ids=lambda words: " ".join(words)[:20],
)
def test_a_name_too_long_for_the_disk_is_said(
    words: tuple[str, ...], small_demonstration: Demonstration, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = () if "--store" in words or words[0] == "layout" else ("--store", str(small_demonstration.store))
    found = CliRunner().invoke(main, [*words, *store])
    assert found.exit_code == 3, found.output
    assert "longer than this machine can keep" in found.output and LONG not in found.output


def test_a_page_and_its_log_say_where_it_failed_and_not_what_the_fault_says(
    small_demonstration: Demonstration,
    open_page: Open,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("hcdata.ui.quality_blocks.findings", _fail)
    with caplog.at_level(logging.DEBUG):
        page = open_page(small_demonstration.store, "quality")
    said = "\n".join([*texts(page), caplog.text, *capfd.readouterr()])
    assert page.exception and "KeyError at test_command.py:" in said
    assert "Teal" not in said
