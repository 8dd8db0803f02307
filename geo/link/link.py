"""The link is the state: a view as a readable query, there and back.

Its grammar is the table of `geo.link.parameters`: all parts optional, lists by repetition.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import parse_qs, urlencode

from geo.errors import Problem
from geo.link.analysis import Analysis
from geo.link.camera import Camera
from geo.link.fields import ColourField
from geo.link.filters import Filters
from geo.link.parameter import KnownWords, Parameter
from geo.link.parameters import FOREIGN, FROM, TO, list_parameters
from geo.link.query_reader import Query, QueryReader
from geo.times import Range

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


_ALL_TIME = Range(datetime(1000, 1, 1), datetime(3000, 1, 1))


@dataclass(frozen=True)
class Link:
    """All that a link says of a view; each default is what a link without it means.

    Attributes
    ----------
    filters : Filters
        Which events are asked for, in time, place, words and distance.
    colour : str
        The field by whose words the events are coloured.
    event : str or None
        The id of the event whose card is open.
    camera : Camera or None
        Where the map looks; None lets it look at all events that are found.
    briefing : str or None
        The name of the briefing that is shown, that is of its file.
    step : int or None
        Its step, counted from 1.
    data : str or None
        The version of the data with which the link was made, so that changes since are known.
    analysis : Analysis
        What the page of charts compares.
    """

    filters: Filters = field(default_factory=Filters)
    colour: ColourField = "group"
    event: str | None = None
    camera: Camera | None = None
    briefing: str | None = None
    step: int | None = None
    data: str | None = None
    analysis: Analysis = field(default_factory=Analysis)

    @property
    def known(self) -> datetime | None:
        """The moment at which the record is read, on the story's clock; None is now."""
        return self.filters.known


def to_query(link: Link) -> dict[str, list[str]]:
    """Return the query of a view; what is as by default stays out of it.

    Examples
    --------
    >>> to_query(Link())
    {}
    >>> to_query(Link(Filters(words={"group": {"coast"}})))
    {'group': ['coast']}
    """
    return {
        row.name: texts
        for row in list_parameters()
        if (texts := write_texts(link, row)) and texts != write_texts(Link(), row)
    }


def write_texts(link: Link, row: Parameter) -> list[str]:
    """Return what a parameter says of a link, by default too; nothing where there is no value."""
    value: object = link
    for name in row.attribute.split("."):
        value = value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)
    if isinstance(value, AbstractSet):
        return sorted(map(row.kind.write, value))
    return [] if value is None or value == "" else [row.kind.write(value)]


def build_address(link: Link, page: str = "", base: str = "") -> str:
    """Return the address of a view.

    Parameters
    ----------
    link : Link
    page : str
        Of the app, such as "claims", or the path of a file or a picture.
    base : str
        Where the app is served, with a slash at its end; without it the address is relative.

    Examples
    --------
    >>> build_address(Link(event="harbour 1"), "claims", "https://maps.example/")
    'https://maps.example/claims?event=harbour+1'
    >>> build_address(Link(), "claims")
    'claims'
    """
    # Legal in a query, and easier to read as they are.
    query = urlencode(to_query(link), doseq=True, safe=":,")
    return f"{base}{page}?{query}" if query else base + page


def read_query(link: str) -> dict[str, list[str]]:
    """Return the query of an address of the app, or of its part after the question mark.

    Examples
    --------
    >>> read_query("https://maps.example/?q=who%3F#api"), read_query("group=coast")
    ({'q': ['who?']}, {'group': ['coast']})
    >>> read_query("https://maps.example/")
    {}
    """
    address, mark, query = link.partition("#")[0].partition("?")
    if not mark and "//" not in address.partition("=")[0]:
        query = address
    return parse_qs(query, keep_blank_values=True)


def from_query(
    query: Query, known_words: KnownWords | None = None, whole: Range | None = None
) -> tuple[Link, tuple[Problem, ...]]:
    """Return the view that a query asks for, and what of it had to be left out.

    Never raises: a link comes from anywhere. A part that cannot be read is left out and reported;
    as text each is one line.

    Parameters
    ----------
    query : mapping of str to list of str
        As the address states it.
    known_words : mapping, optional
        Words that a parameter may have ("group", "region", ...; "event" for event ids,
        "briefing" for names of briefings, "version" for versions of the data); fields that
        are not named take the words of the vocabulary, or any.
    whole : Range, optional
        The days of the record: they replace an end of the range that is not given.

    Examples
    --------
    >>> link, left_out = from_query({"from": ["yesterday"], "group": ["coast"]})
    >>> link.filters.words
    {'group': ['coast']}
    >>> print(*left_out)
    from: found 'yesterday', wanted a day such as 2023-11-19 or a minute such as 2023-11-19T14:05
    """
    reader = QueryReader(query, known_words or {})
    rows = list_parameters()
    values = {row.attribute: value for row in rows if (value := reader.value(row)) is not None}
    _join_range(values, whole or _ALL_TIME, reader)
    for name in sorted(set(reader.query) - FOREIGN - {row.name for row in rows}):
        reader.leave_out_unknown(name, [row.name for row in rows])
    link = Link()
    for attribute, value in values.items():
        link = _put(link, attribute.split("."), value)
    return link, reader.list_left_out()


def find_asked_version(query: Query) -> str | None:
    """Return the version of the data that a query names; None where it names none.

    Examples
    --------
    >>> find_asked_version({"data": ["3f9a0c417be2."]}), find_asked_version({"data": ["now"]})
    ('3f9a0c417be2', None)
    """
    return from_query(query)[0].data


def _join_range(values: dict[str, object], whole: Range, reader: QueryReader) -> None:
    """Put a range in place of its two ends, each of which is a parameter of its own."""
    if values.keys().isdisjoint((FROM.attribute, TO.attribute)):
        return
    start = values.pop(FROM.attribute, whole.start)
    end = values.pop(TO.attribute, whole.end)
    if isinstance(start, datetime) and isinstance(end, datetime) and start < end:
        values["filters.range"] = Range(start, end)
    else:
        last = reader.text(TO.name)
        why = ", a minute that is itself left out" if "T" in last else ""
        reader.leave_out(FROM.name, reader.text(FROM.name), f"a time before {TO.name}={last}{why}")


Instance = TypeVar("Instance", bound="DataclassInstance")


def _put(part: Instance, path: Sequence[str], value: object) -> Instance:
    """Return a part of a link with a value put at a path below it."""
    name, *below = path
    inner = getattr(part, name)
    if isinstance(inner, Mapping):
        value = {**inner, below[0]: value}
    elif below:
        value = _put(inner, below, value)
    return replace(part, **{name: value})
