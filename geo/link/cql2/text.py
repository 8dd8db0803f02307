"""A filter in CQL2 Text, read into the tree that CQL2 JSON has."""

from geo.link.cql2.tree import Tree


def parse_cql2_text(text: str) -> Tree:
    r"""Return the tree of a filter.

    Raises
    ------
    LinkError
        If it is not CQL2 Text, with the place where it stops being so.

    Examples
    --------
    >>> parse_cql2_text("region = 'Lau' AND NOT radius_m > 500")["op"]
    'and'
    >>> parse_cql2_text("title = 'it''s'")
    {'op': '=', 'args': [{'property': 'title'}, "it's"]}
    """
    # The parser takes 25 ms to load: at the first filter, not at the start.
    from geo.link.cql2.grammar import parse_text

    return parse_text(text)
