"""What a client asks of events beside the link's grammar: words, order, and which properties."""

from collections.abc import Sequence, Set
from dataclasses import fields

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.errors import LinkError
from geo.events.event import Event
from geo.events.vocabulary import VOCABULARY
from geo.link.parameter import KnownWords, list_some
from geo.link.parameters import ON_PAGES, list_parameters
from geo.link.query_reader import Query
from geo.publishing.export.computed import COMPUTED
from web.api.event_columns import list_by_words, list_sortable

PROPERTIES = (*(member.name for member in fields(Event)), *COMPUTED)


def list_link_parameters() -> list[str]:
    """Return the parameters of a link that programs may use; the others are of pages only."""
    return [row.name for row in list_parameters() if row.name not in ON_PAGES]


def split_lists(query: Query, known_words: KnownWords) -> dict[str, list[str]]:
    """Return a query with a part for each word of a list with commas.

    A word that has a comma itself stays whole. `known_words` are the record's own words.

    Raises
    ------
    LinkError
        If the query has `known`, which hides claims on a page and in nothing that a program reads.
    """
    if moments := [text for text in query.get("known", ()) if text]:
        raise LinkError(
            f"known: found {moments[0][:40]!r}, wanted nothing: only pages have this parameter; "
            "answers and files hold all claims, each with said_at"
        )
    split = {name: list(texts) for name, texts in query.items() if name != "known"}
    for row in list_parameters():
        if row.repeated and row.name in split:
            words = row.words(known_words) or ()
            split[row.name] = [
                word
                for text in split[row.name]
                for word in ([text] if text in words else text.split(","))
            ]
    return split


def read_property_words(query: Query, events: pd.DataFrame) -> dict[str, frozenset[str]]:
    """Return the words to keep of each property that a query asks for by words.

    Raises
    ------
    LinkError
        If the vocabulary, or the record, has no such word.
    """
    chosen = {}
    for name in list_by_words():
        words = frozenset(word for text in query.get(name, ()) for word in text.split(",") if word)
        if not words:
            continue
        there = frozenset(VOCABULARY.get(name) or events[name].dropna().astype(str))
        if strange := sorted(words - there):
            wanted = f"one of {list_some(there)}" if there else "nothing: no event has one"
            raise LinkError(f"{name}: found {strange[0][:80]!r}, wanted {wanted}")
        chosen[name] = words
    return chosen


def read_order(text: str | None) -> tuple[tuple[str, bool], ...]:
    """Return the columns to sort by, each with whether it rises; each once, as it is named first.

    Examples
    --------
    >>> read_order("-distance_m,title,distance_m")
    (('distance_m', False), ('title', True))

    Raises
    ------
    LinkError
        If events have no such property to sort by.
    """
    order: dict[str, bool] = {}
    for part in (text or "").split(",") if text else ():
        # A plus in an address is read as a space.
        name = part.strip().removeprefix("+").removeprefix("-")
        if name not in (sortable := list_sortable()):
            wanted = (
                f"properties of {', '.join(sortable)}, each with - before it for descending order"
            )
            raise LinkError(f"sortby: found {part[:80]!r}, wanted {wanted}")
        # The first mention of a property counts.
        order.setdefault(name, not part.strip().startswith("-"))
    return tuple(order.items())


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
        raise LinkError(f"properties: found {strange[0][:80]!r}, wanted {wanted}")
    return names


def sort_rows(
    events: pd.DataFrame, rows: NDArray[np.intp], order: Sequence[tuple[str, bool]]
) -> NDArray[np.intp]:
    """Return rows in an order; what is missing comes last, and equal ones as in the record."""
    if not order:
        return rows
    part = events.iloc[rows]
    columns = {
        str(number): part.index if name == "id" else part[name].to_numpy()
        for number, (name, _) in enumerate(order)
    }
    # Stable: from the last column to the first.
    table = pd.DataFrame(columns, index=rows)
    for number, (_, rises) in reversed(list(enumerate(order))):
        table = table.sort_values(str(number), ascending=rises, kind="stable", na_position="last")
    return table.index.to_numpy()


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
