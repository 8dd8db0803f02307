"""A filter in CQL2 JSON."""

from pydantic_core import from_json

from geo.errors import LinkError
from geo.link.cql2.tree import Tree


def parse_cql2_json(text: str) -> Tree:
    """Return the tree of a filter.

    Raises
    ------
    LinkError
        If it is not JSON, or nested hundreds deep.

    Examples
    --------
    >>> parse_cql2_json('{"op": "isNull", "args": [{"property": "region"}]}')
    {'op': 'isNull', 'args': [{'property': 'region'}]}
    """
    try:
        return from_json(text, allow_inf_nan=False)
    except ValueError as error:
        raise LinkError(f"filter: found no JSON ({str(error)[:80]}), wanted CQL2 JSON") from error
