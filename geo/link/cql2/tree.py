"""A filter as a tree, always in the form of CQL2 JSON, and how large it is."""

from collections.abc import Mapping, Sequence

from geo.errors import LinkError, quote

# A value, a list of them, or an object: {"op": ..., "args": [...]}, {"property": ...} and others.
Tree = object
# Each part of a filter is a pass over all events.
MOST_PARTS = 200
MOST_DEPTH = 24
_NO_PARTS = ("op", "property", "coordinates", "geometries", "bbox")


def refuse(found: object, wanted: str) -> LinkError:
    """Return the error of a filter that cannot be used."""
    return LinkError(f"filter: found {quote(found)}, wanted {wanted}")


def check_tree_size(tree: Tree) -> None:
    """Refuse a filter that is too large.

    Raises
    ------
    LinkError
        If it has more than `MOST_PARTS` parts, or is nested deeper than `MOST_DEPTH`.
    """
    level: list[Tree] = [tree]
    parts = 0
    for _ in range(MOST_DEPTH):
        parts += sum(not isinstance(one, Sequence) or isinstance(one, str) for one in level)
        if parts > MOST_PARTS:
            raise LinkError(f"filter: found more than {MOST_PARTS} parts, wanted fewer")
        level = [part for one in level for part in _list_parts(one)]
        if not level:
            return
    raise LinkError(f"filter: found parts nested deeper than {MOST_DEPTH}, wanted fewer")


def _list_parts(tree: Tree) -> Sequence[Tree]:
    if isinstance(tree, Mapping):
        # Names, and the numbers of a geometry, are one part with what has them.
        return [part for name, part in tree.items() if name not in _NO_PARTS]
    if isinstance(tree, Sequence) and not isinstance(tree, str):
        return tree
    return []
