"""Queries joined as written: the setting goes again, and a failure is told as what it was."""

import duckdb
import pytest

from hcdata.common.sql import as_written

SETTING = "SELECT current_setting('disabled_optimizers')"


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
