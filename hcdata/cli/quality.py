"""The quality command: what in the data would change a figure, what is complete, and the crimes behind each note."""

import json
from pathlib import Path
from typing import Any

import click

from hcdata.cli.command import guarded, json_option, store_option
from hcdata.cli.figures import answers_of, asked, filter_options
from hcdata.common.access import LOCAL
from hcdata.present.tables import comma_separated, quality_tables
from hcdata.present.text import about_words, count_words, data_quality, impact_words
from hcdata.present.text.left_out_words import WORDS as LEFT_OUT
from hcdata.schema import incident_issues
from hcdata.schema.issues import NOTES
from hcdata.views.quality import Quality
from hcdata.views.quality.impact_kinds import LEVELS


@click.command()
@store_option
@filter_options
@click.option(
    "--note", type=click.Choice([*NOTES, *incident_issues.NOTES]), help="List what this note stands on, as CSV."
)
@json_option
@guarded
def quality(store: Path | None, note: str | None, as_json: bool, **values: Any) -> None:
    """Say what in the data would change a figure, what is complete and late, and list the crimes behind a note."""
    answers = answers_of(store)
    filters = asked(answers, values, "12m")
    if note:
        of_incidents = note in incident_issues.NOTES
        found = (answers.noted_incidents if of_incidents else answers.noted_cases)(filters, LOCAL, note)
        if as_json:
            click.echo(found.rows.to_json(orient="records", date_format="iso", indent=1))
        else:
            click.echo(comma_separated.write(quality_tables.cases(found)))
        records = quality_tables.count(found, "incident" if of_incidents else "crime")
        click.echo(f"{records} {found.note.crimes}. {found.note.does} {found.note.do}", err=True)
        return
    answer = answers.quality(filters, LOCAL)
    click.echo(json.dumps(_plain(answer), indent=1) if as_json else "\n".join(_lines(answer)))


def _lines(answer: Quality) -> list[str]:
    lines = [data_quality.headline(answer), data_quality.rows_sentence(answer)]
    for level in LEVELS:
        lines += [f"{place}. {one.text}" for place, one in enumerate(impact_words.findings(answer, level), start=1)]
    lines += ["", f"Completeness, {about_words.period(answer.about)}: {data_quality.completeness_title(answer)}"]
    lines += data_quality.completeness_lines(answer)
    lines += ["", data_quality.delay_sentence(answer.delay), data_quality.strands_sentence(answer.strands)]
    lines.append(data_quality.published_sentence(answer.published))
    lines += [count_words.sentence(one) for one in answer.tables]
    if answer.incidents:
        lines += ["", f"Incidents: {data_quality.completeness_title(answer.incidents, 'incident')}"]
        lines += data_quality.completeness_lines(answer.incidents)
    noted = {note: answer.noted.count(note) for note in NOTES}
    lines += ["", "Notes, each with the crimes behind it (--note):"]
    lines += [f"{n:>8,}  {note}: {NOTES[note].crimes}" for note, n in noted.items() if n]
    of_incidents = answer.incidents.noted.totals if answer.incidents else {}
    return lines + [f"{n:>8,}  {note}: {incident_issues.NOTES[note].crimes}" for note, n in of_incidents.items()]


def _plain(answer: Quality) -> dict[str, Any]:
    return {
        "headline": data_quality.headline(answer),
        "period": about_words.period(answer.about),
        "findings": [
            {"level": level, "text": one.text, "cases": one.cases}
            for level in LEVELS
            for one in impact_words.findings(answer, level)
        ],
        "hate_crimes": answer.noted.total,
        "completeness": [
            {"field": row.field, "note": row.note, "recorded": int(row.recorded), "of": int(row.of)}
            for row in answer.completeness.itertuples()
        ],
        "notes": {note: answer.noted.count(note) for note in NOTES},
        "incident_notes": answer.incidents.noted.totals if answer.incidents else {},
        "delay": {
            "known": answer.delay.known,
            "median_hours": answer.delay.median_hours,
            f"over_{answer.delay.hours}_hours": answer.delay.late,
            "over_72_hours": answer.delay.very_late,
            "median_days_from_offence": answer.delay.median_days,
        },
        "several_strands": {"n": answer.strands.n, "of": answer.strands.of, "side": answer.strands.side},
        "rejects": {f"{row.feed} {row.reason}": int(row.rows) for row in answer.books.rejects.itertuples()},
        "rows": {"read": answer.rows_read, "accepted": answer.rows_accepted, "rejected": answer.rows_rejected},
        "published": json.loads(answer.published.compared.to_json(orient="records", date_format="iso")),
        "published_left_out": {LEFT_OUT[why]: n for why, n in answer.published.left_out.items()},
        "tables": [
            {
                "series": one.series,
                "title": one.title,
                "measure": one.measure,
                "counts": json.loads(one.rows.to_json(orient="records", date_format="iso")),
                "compared": json.loads(one.compared.to_json(orient="records", date_format="iso")),
                "left_out": {LEFT_OUT[why]: n for why, n in one.left_out.items()},
            }
            for one in answer.tables
        ],
    }
