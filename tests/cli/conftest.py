"""A desk with a story that commands import tables into."""

from tests.importing.conftest import desk

__all__ = ["desk"]
