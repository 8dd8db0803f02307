"""A column of a table checked value by value, each different value once."""

from dataclasses import MISSING, fields
from functools import cache
from typing import Literal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import to_json

from geo.events.actor import Actor
from geo.events.columns.frame import Values
from geo.events.geometry.arrays import Flags
from geo.events.parts import Claim
from geo.events.vocabulary import VOCABULARY, Vocabulary

Codes = NDArray[np.int64]


_AT_ONCE = 20_000
_LONG_BYTES = 200
# The most that any list of the model may have.
_MOST_ITEMS = 1000
# A table has every member in each claim; a file leaves these out.
LEFT_OUT = frozenset(
    one.name for part in (Claim, Actor) for one in fields(part) if one.default is not MISSING
)


class Column:
    """What a column holds, as numbers of its different values.

    Attributes
    ----------
    codes : array of int, n values
        Which of the values is in each row.
    values : array of object, m values
        Made by the model; None if it refuses one.
    bad : array of bool, n values
        Rows whose value the model refuses.
    """

    def __init__(self, array: pa.Array, kind: object, vocabulary: Vocabulary = VOCABULARY) -> None:
        """Check a column against the kind of value that the model wants."""
        self.codes, first = number_values(array)
        different = array.take(pa.array(first))
        if pa.types.is_dictionary(different.type):
            different = different.dictionary_decode()
        self.values = np.empty(len(different), dtype=object)
        refused = np.zeros(len(different), dtype=bool)
        # Part by part: on the way to the model each value is held four times.
        for start in range(0, len(different), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            found = different[part].to_pylist()
            if pa.types.is_nested(different.type):
                found = [drop_defaults(value) for value in found]
            self.values[part], refused[part] = _validate_each(found, kind, vocabulary)
        self.bad = refused[self.codes]

    def take(self, rows: Codes, dtype: Literal["str", "float64", "object"] = "object") -> Values:
        """Return the values of some rows."""
        codes = self.codes[rows]
        if dtype == "object":
            return self.values[codes]
        # By numbers, text is a hundred times as fast as one by one.
        values = pd.array(self.values, dtype=dtype)
        return values if np.array_equal(codes, np.arange(len(values))) else values.take(codes)


def number_values(array: pa.Array) -> tuple[Codes, Codes]:
    """Return a number for each value, equal where values are, and where each was first."""
    if _is_long(array):
        # Each for itself: to find the few that repeat would take longer.
        codes = np.arange(len(array))
        return codes, codes
    codes = pd.factorize(_number_parts(array))[0].astype(np.int64, copy=False)
    first = np.empty(codes.max(initial=-1) + 1, dtype=np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    return codes, first


def _is_long(array: pa.Array) -> bool:
    """Return whether a column holds long texts, none of them numbered by its file."""
    is_plain = pa.types.is_string(array.type) or pa.types.is_large_string(array.type)
    return bool(is_plain and array.nbytes > _LONG_BYTES * max(len(array), 1))


def combine_codes(*codes: Codes) -> Codes:
    """Return a number for each row, equal where all of the numbers are."""
    joined, *others = [one for one in codes if (one != one[:1]).any()] or codes[:1]
    for more in others:
        # Both are below the number of values, so that the product fits.
        joined = pd.factorize(joined * (more.max() + 1) + more)[0]
    return joined


def _number_parts(array: pa.Array) -> Codes:
    kind = array.type
    if pa.types.is_struct(kind):
        return combine_codes(
            _number_presence(array), *(_number_parts(part) for part in array.flatten())
        )
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        items = _number_parts(array.flatten()) + 1
        lengths = pc.fill_null(pc.list_value_length(array), 0).to_numpy().astype(np.int64)
        starts = np.cumsum(lengths) - lengths
        joined = combine_codes(_number_presence(array), lengths)
        # A longer list is refused anyway.
        for place in range(min(lengths.max(initial=0), _MOST_ITEMS)):
            item = np.zeros(len(array), dtype=np.int64)
            longer = lengths > place
            item[longer] = items[starts[longer] + place]
            joined = combine_codes(joined, item)
        return joined
    if not pa.types.is_dictionary(kind):
        array = array.dictionary_encode()
    numbers: Codes = pc.fill_null(array.indices, -1).to_numpy().astype(np.int64) + 1
    return numbers


def _number_presence(array: pa.Array) -> Codes:
    there: Codes = array.is_valid().to_numpy(zero_copy_only=False).astype(np.int64)
    return there


@cache
def build_checker(kind: object) -> TypeAdapter[list[object]]:
    """Return the checker of a list of values of one kind, as strict as the model."""
    return TypeAdapter(list[kind], config=ConfigDict(strict=True))  # type: ignore[valid-type]


def _validate_each(
    found: list[object], kind: object, vocabulary: Vocabulary
) -> tuple[list[object], Flags]:
    """Return what the model makes of each value, by way of JSON: a file's rules are those of it."""
    refused = np.zeros(len(found), dtype=bool)
    text = to_json_text(found)
    try:
        return build_checker(kind).validate_json(text, context=vocabulary), refused
    except ValidationError as error:
        places = {detail["loc"][0] for detail in error.errors(include_url=False) if detail["loc"]}
    refused[[place for place in places if isinstance(place, int)]] = True
    good = [value for value, bad in zip(found, refused, strict=True) if not bad]
    text = to_json_text(good)
    values = iter(build_checker(kind).validate_json(text, context=vocabulary))
    return [None if bad else next(values) for bad in refused], refused


def to_json_text(value: object) -> bytes:
    """Return any value of a table as the JSON that a file of events would hold."""
    return to_json(value, inf_nan_mode="constants", fallback=str)


def drop_defaults(value: object) -> object:
    """Return a value of a table without the members of claims that say nothing."""
    if isinstance(value, list):
        return [drop_defaults(part) for part in value]
    if isinstance(value, dict):
        return {
            name: drop_defaults(part)
            for name, part in value.items()
            if part is not None or name not in LEFT_OUT
        }
    return value
