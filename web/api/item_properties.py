"""The parameter `properties` of requests for events: which of them an answer holds."""

from collections.abc import Set
from dataclasses import fields

from geo.errors import LinkError, quote
from geo.events.derived import COMPUTED
from geo.events.event import Event

PROPERTIES = (*(member.name for member in fields(Event)), *COMPUTED)


def read_properties(text: str | None) -> frozenset[str] | None:
    """Return the properties that an answer holds; None for all.

    Raises
    ------
    LinkError
        If events have no such property.
    """
    if not text:
        return None
    names = frozenset(text.split(","))
    if strange := sorted(names - set(PROPERTIES)):
        wanted = f"some of {', '.join(sorted(PROPERTIES))}"
        raise LinkError(f"properties: found {quote(strange[0])}, wanted {wanted}")
    return names


def pick_properties(
    features: list[dict[str, object]], wanted: Set[str] | None
) -> list[dict[str, object]]:
    """Return features with only some of their properties; None are all."""
    if wanted is None:
        return features
    picked = []
    for feature in features:
        properties = feature["properties"]
        assert isinstance(properties, dict)
        kept = {name: value for name, value in properties.items() if name in wanted}
        picked.append({**feature, "properties": kept})
    return picked
