"""Errors keep their parts wherever they go."""

import pickle

from hcdata.common.errors import LoadError

PARTS = ("file.csv", "no rows", "at least one", "export it again")


def test_an_error_travels_between_processes_whole():
    came = pickle.loads(pickle.dumps(LoadError(*PARTS)))
    assert type(came) is LoadError
    assert str(came) == "file.csv: no rows. Expected: at least one. What to do: export it again."
    assert (came.where, came.found, came.expected, came.do) == PARTS
