"""Demonstration exports: a made-up force's records with known truth, and the messy files it would send."""

from hcdata.demo.bulk import write_bulk
from hcdata.demo.write import write

__all__ = ["write", "write_bulk"]
