"""The properties that a filter may name, as columns of one kind each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

ValueKind = Literal["text", "number", "boolean", "instant", "geometry"]


@dataclass(frozen=True)
class Queryable:
    """A property by which n events can be chosen.

    Attributes
    ----------
    kind : {"text", "number", "boolean", "instant", "geometry"}
    read : callable
        Returns its n values, missing ones among them. Instants are datetime64 with a zone.
    """

    kind: ValueKind
    read: Callable[[], pd.Series]


@dataclass(frozen=True)
class Columns:
    """The properties of n events.

    Attributes
    ----------
    by_name : mapping of str to Queryable
    length : int
        How many events there are.
    whole_time : tuple of str, optional
        The two instants between which each event took place: the last is not included.
    """

    by_name: Mapping[str, Queryable]
    length: int
    whole_time: tuple[str, str] | None = None
