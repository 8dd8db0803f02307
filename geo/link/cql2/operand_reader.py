"""Reading what a condition compares: names of properties, and values as they are written."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeGuard

import numpy as np
import pandas as pd
from shapely import Geometry

from geo.errors import LinkError
from geo.link.cql2 import shapes, times
from geo.link.cql2.columns import Columns, ValueKind
from geo.link.cql2.operands import FOLDS, Operand, Values
from geo.link.cql2.tree import Tree, refuse
from geo.link.parameter import list_some

_KNOWN = np.array([False])


def is_list(tree: Tree) -> TypeGuard[Sequence[Tree]]:
    """Return whether a part of a filter is a list."""
    return isinstance(tree, Sequence) and not isinstance(tree, str)


class OperandReader:
    """Reads the operands of one filter, each property once."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self._read: dict[str, Operand] = {}

    def read(self, tree: Tree) -> Operand:
        """Return a property or a value.

        Raises
        ------
        LinkError
            If it is neither.
        """
        if isinstance(tree, (str, bool, int, float)):
            return _read_value(tree)
        if not isinstance(tree, Mapping):
            raise refuse(tree, "a property or a value")
        if "property" in tree:
            return self._read_property(tree["property"])
        if tree.get("op") in FOLDS and is_list(args := tree.get("args")) and len(args) == 1:
            return self.read(args[0]).fold(str(tree["op"]))
        if "date" in tree:
            return _build_instant(times.read_day(tree["date"]))
        if "timestamp" in tree:
            return _build_instant(times.read_timestamp(tree["timestamp"]))
        if "interval" in tree:
            return _build_instant(self._read_interval(tree["interval"]))
        if "bbox" in tree:
            return _build_geometry(shapes.read_box(tree["bbox"]))
        if "type" in tree:
            return _build_geometry(shapes.read_shape(tree))
        raise refuse(tree.get("op", tree), "a property, a value, CASEI or ACCENTI")

    def _read_property(self, name: Tree) -> Operand:
        if not isinstance(name, str) or name not in self.columns.by_name:
            raise refuse(name, f"a property of {list_some(self.columns.by_name)}")
        if name not in self._read:
            column = self.columns.by_name[name]
            self._read[name] = _read_column(column.kind, column.read())
        return self._read[name]

    def _read_interval(self, ends: Tree) -> times.Times:
        if not is_list(ends) or len(ends) != 2:
            raise refuse(ends, "INTERVAL('2024-05-13', '2024-05-15'), .. for an open end")
        start, end = (times.always() if one == ".." else self.read(one).as_times() for one in ends)
        names = tuple(one.get("property") for one in ends if isinstance(one, Mapping))
        if names == self.columns.whole_time:
            # The event took place at some instant of it; the end is not included.
            within = (start.first[0], end.last[1] - 1)
            return times.Times(within, within, start.missing | end.missing)
        return times.join_times(start, end)


def _read_value(value: str | float) -> Operand:
    if isinstance(value, str):
        return Operand("text", np.array([value], dtype=object), _KNOWN)
    if isinstance(value, bool):
        return Operand("boolean", np.array([value]), _KNOWN)
    if not abs(value) < 1e300:
        raise LinkError("filter: found a number that is too large, wanted a smaller one")
    return Operand("number", np.array([float(value)]), _KNOWN)


def _read_column(kind: ValueKind, values: pd.Series) -> Operand:
    missing = values.isna().to_numpy(bool)
    if kind == "instant":
        micros = values.dt.as_unit("us").astype("int64").to_numpy()
        return _build_instant(
            times.Times((micros, micros), (micros, micros), missing), len(missing)
        )
    found: Values
    if kind == "geometry":
        found = np.asarray(values.array, dtype=object)
    elif kind == "text":
        found = values.astype(object).where(~missing, "").to_numpy(object)
    elif kind == "number":
        found = values.to_numpy(float, na_value=np.nan)
    else:
        found = values.astype(object).where(~missing, False).to_numpy(bool)
    return Operand(kind, found, missing)


def _build_instant(stated: times.Times, length: int = 1) -> Operand:
    return Operand("instant", np.empty(length, dtype=object), stated.missing, stated)


def _build_geometry(shape: Geometry) -> Operand:
    shapes_ = np.array([shape], dtype=object)
    return replace(
        Operand("geometry", shapes_, _KNOWN), copies=tuple(shapes.copy_across_180(shape))
    )
