"""Which events a filter keeps: its tree, walked over columns."""

from collections.abc import Mapping, Sequence

import numpy as np
import shapely

from geo.errors import LinkError
from geo.events.geometry.arrays import Flags
from geo.link.cql2 import shapes, times
from geo.link.cql2.columns import Columns
from geo.link.cql2.operand_reader import OperandReader, is_list
from geo.link.cql2.operands import COMPARISONS
from geo.link.cql2.outcomes import Outcomes
from geo.link.cql2.tree import Tree, check_tree_size, refuse

_NUMBER_OF_ARGUMENTS = {
    **dict.fromkeys((*COMPARISONS, *times.FUNCTIONS, *shapes.FUNCTIONS, "s_disjoint"), 2),
    **{"not": 1, "isNull": 1, "like": 2, "in": 2, "between": 3},
}
_CONDITION_WANTED = 'a condition such as {"op": "=", "args": [{"property": "title"}, "x"]}'


def apply_filter(tree: Tree, columns: Columns) -> Outcomes:
    """Return what a filter comes to for each event.

    Parameters
    ----------
    tree : Tree
        From `parse_cql2_text` or `parse_cql2_json`.
    columns : Columns
        The properties that it may name, of n events.

    Raises
    ------
    LinkError
        If the filter is too large, names what there is not, or compares what cannot be.

    Examples
    --------
    >>> import pandas as pd
    >>> from geo.link.cql2 import Queryable, parse_cql2_text
    >>> regions = pd.Series(["Lau", None, "Kadavu"])
    >>> columns = Columns({"region": Queryable("text", lambda: regions)}, 3)
    >>> apply_filter(parse_cql2_text("NOT region = 'Lau'"), columns).true.tolist()
    [False, False, True]
    """
    check_tree_size(tree)
    walk = _Walk(OperandReader(columns), columns.length)
    return walk.visit(tree)


class _Walk:
    """One filter over the columns of a record."""

    def __init__(self, operands: OperandReader, length: int) -> None:
        self.operands = operands
        self.length = length

    def visit(self, tree: Tree) -> Outcomes:
        """Return the outcomes of a condition."""
        if isinstance(tree, bool):
            return Outcomes.of(np.full(self.length, tree))
        if not isinstance(tree, Mapping) or "op" not in tree:
            raise refuse(tree, _CONDITION_WANTED)
        op, args = tree["op"], tree.get("args")
        if not isinstance(op, str) or not is_list(args):
            raise refuse(tree, _CONDITION_WANTED)
        if op in ("and", "or"):
            return self._join(op, args)
        if op not in _NUMBER_OF_ARGUMENTS:
            known = ", ".join(sorted({"and", "or", *_NUMBER_OF_ARGUMENTS}))
            raise refuse(op, f"one of {known}")
        wanted = _NUMBER_OF_ARGUMENTS[op]
        if len(args) != wanted:
            raise LinkError(f"filter: found {op} of {len(args)} parts, wanted {wanted}")
        return self._spread(self._decide(op, args))

    def _decide(self, op: str, args: Sequence[Tree]) -> Outcomes:
        if op == "not":
            return ~self.visit(args[0])
        if op == "isNull":
            return Outcomes.of(self.operands.read(args[0]).missing)
        if op in times.FUNCTIONS:
            return times.FUNCTIONS[op](*(self.operands.read(arg).as_times() for arg in args))
        if op in shapes.FUNCTIONS or op == "s_disjoint":
            return self._compare_places(op, args)
        if op == "in":
            return self._find_in(args[0], args[1])
        if op == "between":
            value, low, high = map(self.operands.read, args)
            return value.compare(">=", low) & value.compare("<=", high)
        one, other = self.operands.read(args[0]), self.operands.read(args[1])
        return one.is_like(other) if op == "like" else one.compare(op, other)

    def _join(self, op: str, args: Sequence[Tree]) -> Outcomes:
        if not args:
            raise LinkError(f"filter: found {op} of nothing, wanted conditions")
        joined, *others = map(self.visit, args)
        for other in others:
            joined = joined & other if op == "and" else joined | other
        return joined

    def _find_in(self, value: Tree, listed: Tree) -> Outcomes:
        if not is_list(listed) or not listed:
            raise refuse(listed, "a list of values")
        one = self.operands.read(value)
        found, *others = (one.compare("=", self.operands.read(other)) for other in listed)
        for other in others:
            found = found | other
        return found

    def _compare_places(self, op: str, args: Sequence[Tree]) -> Outcomes:
        (one, copies), (other, other_copies) = (self.operands.read(arg).as_shapes() for arg in args)
        for literal in (shape[0] for shape in (one, other) if len(shape) == 1):
            shapely.prepare(literal)
        function = shapes.FUNCTIONS["s_intersects" if op == "s_disjoint" else op]
        missing = shapely.is_missing(one) | shapely.is_missing(other)
        true: Flags = np.zeros(len(missing), bool)
        try:
            for left, right in [
                *((copy, other) for copy in copies),
                *((one, copy) for copy in other_copies),
                (one, other),
            ]:
                true = true | function(left, right)
        except shapely.errors.ShapelyError as error:
            raise refuse(op, "shapes that can be compared so, no collections") from error
        return Outcomes.of(~true if op == "s_disjoint" else true, missing)

    def _spread(self, outcomes: Outcomes) -> Outcomes:
        """Return outcomes for each event, where a condition names no property too."""
        if len(outcomes.true) == self.length:
            return outcomes
        masks = (outcomes.true, outcomes.false, outcomes.missing)
        return Outcomes(*(np.resize(mask, self.length) for mask in masks))
