"""What a condition compares: a property of each event, or one value for all of them."""

import operator
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from shapely import Geometry

from geo.errors import LinkError
from geo.events.geometry.arrays import Flags
from geo.link.cql2.columns import ValueKind
from geo.link.cql2.outcomes import Outcomes
from geo.link.cql2.times import COMPARISONS as TIME_COMPARISONS
from geo.link.cql2.times import Times, read_instant

Values = np.ndarray
COMPARISONS: Mapping[str, Callable[[Values, Values], Flags]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}


@dataclass(frozen=True)
class Operand:
    """One side of a condition.

    Attributes
    ----------
    kind : {"text", "number", "boolean", "instant", "geometry"}
    values : array
        Of n events, or of one value for all; of a time it holds nothing that is read.
    missing : array of bool
        Of the same length.
    times : Times or None
        Of an instant or an interval.
    copies : tuple of Geometry
        Of a shape, copies of it across the meridian of 180 degrees.
    """

    kind: ValueKind
    values: Values
    missing: Flags
    times: Times | None = None
    copies: tuple[Geometry, ...] = ()

    def compare(self, op: str, other: "Operand") -> Outcomes:
        """Return whether this compares so with another.

        Raises
        ------
        LinkError
            If the two are of different kinds, or have no order.
        """
        if "instant" in (self.kind, other.kind):
            return TIME_COMPARISONS[op](self.as_times(), other.as_times())
        if self.kind != other.kind or self.kind == "geometry":
            raise LinkError(f"filter: found {self.kind} {op} {other.kind}, wanted two of one kind")
        missing = self.missing | other.missing
        return Outcomes.of(COMPARISONS[op](self.values, other.values), missing)

    def is_like(self, pattern: "Operand") -> Outcomes:
        """Return whether a text matches: % is any characters, _ is one, a backslash escapes."""
        if (self.kind, pattern.kind) != ("text", "text") or len(pattern.values) != 1:
            raise LinkError(
                f"filter: found {self.kind} LIKE {pattern.kind}, wanted a text and one pattern"
            )
        texts = pa.array(self.values, pa.string())
        # RE2: time is linear in the length of the text for every pattern.
        true = pc.match_like(texts, str(pattern.values[0])).to_numpy(zero_copy_only=False)
        return Outcomes.of(true.astype(bool), self.missing)

    def as_times(self) -> Times:
        """Return the times of an instant or interval, or of a text that states one."""
        if self.times is not None:
            return self.times
        if self.kind == "text" and len(self.values) == 1:
            return read_instant(str(self.values[0]))
        raise LinkError(f"filter: found {self.kind}, wanted a time such as DATE('2024-05-15')")

    def as_shapes(self) -> tuple[Values, tuple[Geometry, ...]]:
        """Return places, and copies of them across 180 degrees."""
        if self.kind != "geometry":
            raise LinkError(f"filter: found {self.kind}, wanted geometry or a shape")
        return self.values, self.copies

    def fold(self, name: str) -> "Operand":
        """Return a text without case (casei) or without accents (accenti)."""
        if self.kind != "text":
            raise LinkError(f"filter: found {name} of {self.kind}, wanted a text")
        codes, texts = pd.factorize(self.values)
        folded = np.empty(len(texts), dtype=object)
        folded[:] = [_FOLDS[name](str(text)) for text in texts]
        return replace(self, values=folded[codes])


def _drop_accents(text: str) -> str:
    split = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in split if not unicodedata.combining(c)))


_FOLDS: Mapping[str, Callable[[str], str]] = {"casei": str.casefold, "accenti": _drop_accents}
FOLDS = tuple(_FOLDS)
