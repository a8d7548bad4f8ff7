"""Statements composed of quoted names; queries joined as written: the setting goes again, a failure is told."""

from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.common.sql import Sql, as_written, fill, join, literal, name

SETTING = "SELECT current_setting('disabled_optimizers')"
# Names that break a statement wherever they are put in as they are.
HOSTILE = (
    *("plain", "Crime Ref", "select", "from", "at", "order", "1st", "a.b", "a,b", "a b", "", " ", "été", "日本", "Ⅷ"),
    *('a"b', '"', '""', "a'b", "'", "''", "a;b", "a--b", "a/*b*/", "a\\b", "a$b", "$key", "{key}", "{", "}", "a\nb"),
    *('x"; DROP TABLE kept; --', "x'; DROP TABLE kept; --", "kept) UNION SELECT 1 --", "%s", "?", ":a", "a\tb", "😀"),
)


@pytest.fixture
def con() -> Any:
    with duckdb.connect() as con:
        con.execute("CREATE TABLE kept AS SELECT 42 AS n")
        yield con


@pytest.mark.parametrize("hostile", [one for one in HOSTILE if one])
def test_a_hostile_name_is_a_name_and_nothing_else(con: Any, hostile: str) -> None:
    con.execute(fill("CREATE TABLE {table} ({column} INTEGER)", table=hostile, column=hostile))
    con.execute(fill("INSERT INTO {table} ({column}) VALUES ($key)", table=hostile, column=hostile), {"key": 7})
    assert con.execute(fill("SELECT {column} FROM {table}", table=hostile, column=hostile)).fetchall() == [(7,)]
    found = con.execute("SELECT column_name FROM duckdb_columns() WHERE table_name = $t", {"t": hostile}).fetchall()
    assert found == [(hostile,)] and con.execute("SELECT n FROM kept").fetchall() == [(42,)]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_text_is_a_text_and_nothing_else(con: Any, hostile: str) -> None:
    assert con.execute(fill("SELECT {text}", text=literal(hostile))).fetchall() == [(hostile,)]
    assert con.execute("SELECT n FROM kept").fetchall() == [(42,)]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_name_and_any_text_come_back_as_they_were(said: str) -> None:
    with duckdb.connect() as con:
        query = fill("SELECT {text} AS {column}", text=literal(said), column=said)
        assert con.execute(query).fetchall() == [(said,)]
        assert con.execute(query).description[0][0] == said  # type: ignore[index]


def test_names_in_names_are_quoted_apart_and_sql_is_put_in_as_it_is() -> None:
    assert name("base", "crime") == '"base"."crime"'
    assert fill("SELECT {all} FROM {table}", all=join(", ", ["a", 'b"']), table=name("base", "t")) == (
        'SELECT "a", "b""" FROM "base"."t"'
    )
    assert fill("SELECT {one}", one=Sql("count(*)")) == "SELECT count(*)"
    assert fill("SELECT {'n': {one}}", one="a") == "SELECT {'n': \"a\"}"


def test_what_is_filled_in_is_not_filled_again() -> None:
    assert fill("{one} {two}", one="{two}", two="b") == '"{two}" "b"'


@pytest.mark.parametrize(("sql", "parts"), [("{a}", {}), ("{a}", {"b": "x"}), ("{a} {b}", {"a": "x"})])
def test_a_place_nobody_fills_is_refused(sql: str, parts: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        fill(sql, **parts)


def test_the_setting_lasts_as_long_as_the_block() -> None:
    with duckdb.connect() as con:
        before = con.execute(SETTING).fetchall()
        with as_written(con):
            assert con.execute(SETTING).fetchall() != before
        assert con.execute(SETTING).fetchall() == before


def test_what_fails_in_a_transaction_is_told_and_not_that_the_transaction_is_over() -> None:
    with duckdb.connect() as con:
        con.execute("CREATE TABLE one (n INTEGER PRIMARY KEY)")
        con.begin()
        with pytest.raises(duckdb.ConstraintException), as_written(con):
            con.execute("INSERT INTO one SELECT 1 FROM range(3)")
