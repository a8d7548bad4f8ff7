"""Made-up and real records never stand in one store."""

import pytest

from hcdata.common import config
from hcdata.common.errors import LoadError
from hcdata.loading.run import load
from hcdata.store import snapshot

REAL = "crime_ref,recorded,district,strands\n35/1/26,01/03/2026 10:00,Fenland,Race\n"
HEADERS = "Crime Reference,Recorded Date,District,Hate Markers,HO Code,Person Role"
MADE_UP = f"{HEADERS}\n99/1/26,01/03/2026 10:00,Fenland,Hate - Race,8L,\n"


def test_a_store_of_one_kind_refuses_the_other(tmp_path):
    real, made_up, store = tmp_path / "real.csv", tmp_path / "demo.csv", tmp_path / "store"
    real.write_text(REAL, encoding="utf-8")
    made_up.write_text("Data to 31/03/2026 23:59\n" + MADE_UP, encoding="utf-8")
    assert load([made_up], store, config.load()).totals["crime"] == 1
    served = snapshot.current(store)
    with pytest.raises(LoadError, match="side by side"):
        load([real], store, config.load())
    assert snapshot.current(store) == served
