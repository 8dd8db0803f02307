"""How drawn content reaches its readers: published under an address."""

import json
from collections.abc import Callable
from typing import TypeAlias

# Takes content, media type and file name; returns the address to read the content from.
Publish: TypeAlias = Callable[[bytes, str, str], str]


def publish_json(content: object, name: str, publish: Publish) -> str:
    """Publish content as JSON; return its address."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return publish(text.encode(), "application/json", name)
