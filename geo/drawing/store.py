"""How drawn content reaches its readers: stored under an address."""

from collections.abc import Callable
from typing import TypeAlias

from pydantic_core import to_json

# Takes content, media type and file name; returns the address to read the content from.
Store: TypeAlias = Callable[[bytes, str, str], str]


def store_json(content: object, name: str, store: Store) -> str:
    """Store content as JSON; return its address."""
    return store(to_json(content), "application/json", name)
