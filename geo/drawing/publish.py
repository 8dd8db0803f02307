"""How drawn content reaches its readers: published under an address."""

from collections.abc import Callable
from typing import TypeAlias

from pydantic_core import to_json

# Takes content, media type and file name; returns the address to read the content from.
Publish: TypeAlias = Callable[[bytes, str, str], str]


def publish_json(content: object, name: str, publish: Publish) -> str:
    """Publish content as JSON; return its address."""
    return publish(to_json(content), "application/json", name)
