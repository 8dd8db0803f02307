"""The link is the state: a view as a readable query, there and back.

Grammar, all parts optional, lists by repetition::

    from=2023-02-02            first day shown, or 2023-05-02T21:00 for the minute
    to=2023-05-03              last day shown (included), or 2023-05-03T06:00: up to then
    zone=utc                   read dates in UTC (default: in the time of each place)
    group= type= target= verification= attribution= region=     words to keep
    voice=any_party_denies     or one_origin_only
    reach=100..450             kilometres from the border; ..450 and 100.. leave an end open
    q=Кремль                   words to find
    colour=type                colour by type of event (default: by group)
    event=ID                   the selected event
    view=37.62,55.75,9         longitude, latitude, zoom of the map
    known=2023-05-03T12:00     claims as known at this moment, in the story's zone
    briefing=kremlin           a briefing of the story, by the name of its file
    step=3                     the step of the briefing, counted from 1
    data=3f9a0c417be2          the version of the data that the link was made with
    stack=verification         bars of the analysis by type or verification (default: by group)
    cross=region,type          rows and columns of its table (default: type,verification)
    compare=2022-05-03..2022-08-01   another range to set beside the view, or group:kremlin
    span=30                    days before and after the selected event (default: 90)
"""

import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeVar
from urllib.parse import parse_qs

from geo.events.vocabulary import VOCABULARY
from geo.link.analysis import (
    DEFAULT_CROSS,
    DEFAULT_SPAN,
    Analysis,
    Compared,
    OtherGroup,
    StackField,
)
from geo.link.camera import Camera
from geo.link.filters import VOICES, WORD_FIELDS, Filters, Reach, fold
from geo.times import DAY, Range

Query = Mapping[str, Sequence[str]]
ColourField = Literal["group", "event_type"]

# Parameter of the link for each field of words; short, as people read and type them.
WORD_PARAMETERS = {
    "group": "group",
    "type": "event_type",
    "target": "target_type",
    "verification": "verification",
    "attribution": "attribution",
    "region": "region",
    "voice": "voices",
}
# Streamlit's own parameters travel beside ours and are not ours to judge.
_FOREIGN = {"embed", "embed_options"}
_OWN = {"from", "to", "zone", "reach", "q", "colour", "event", "view", "known"}
_OWN |= {"briefing", "step", "data", "stack", "cross", "compare", "span"}
_STACKS: dict[str, StackField] = {
    "group": "group",
    "type": "event_type",
    "verification": "verification",
}
_CROSSED = {name: field for name, field in WORD_PARAMETERS.items() if field in WORD_FIELDS}
_PARAMETER_OF = {field: name for name, field in WORD_PARAMETERS.items()}
_OF_GROUP = "group:"
_LONGEST = 200
_ALL_TIME = Range(datetime(1000, 1, 1), datetime(3000, 1, 1))
_MOMENT = "a day such as 2023-05-03 or a minute such as 2023-05-03T02:27"


@dataclass(frozen=True)
class Link:
    """All that a link says of a view."""

    filters: Filters = field(default_factory=Filters)
    colour: ColourField = "group"
    event: str | None = None
    camera: Camera | None = None
    known: datetime | None = None
    briefing: str | None = None
    step: int | None = None
    data: str | None = None
    analysis: Analysis = field(default_factory=Analysis)


def to_query(link: Link) -> dict[str, list[str]]:
    """Return the query of a view; what is as by default stays out of it.

    Examples
    --------
    >>> to_query(Link())
    {}
    >>> to_query(Link(Filters(group=frozenset({"kremlin"}), reach=Reach(high_km=450))))
    {'group': ['kremlin'], 'reach': ['..450']}
    """
    filters = link.filters
    query: dict[str, list[str]] = {}
    if filters.range:
        query["from"], query["to"] = ([end] for end in _range_text(filters.range))
    if filters.zone != "place":
        query["zone"] = [filters.zone]
    for parameter, name in WORD_PARAMETERS.items():
        query[parameter] = sorted(getattr(filters, name))
    if filters.reach:
        ends = (filters.reach.low_km, filters.reach.high_km)
        query["reach"] = ["..".join("" if end is None else _km_text(end) for end in ends)]
    if filters.text:
        query["q"] = [filters.text]
    if link.colour != "group":
        query["colour"] = ["type"]
    if link.event:
        query["event"] = [link.event]
    if link.camera:
        camera = link.camera
        query["view"] = [f"{camera.lon:.4f},{camera.lat:.4f},{camera.zoom:.2f}"]
    if link.known:
        query["known"] = [_moment_text(link.known)]
    if link.briefing:
        query["briefing"] = [link.briefing]
    if link.step:
        query["step"] = [str(link.step)]
    if link.data:
        query["data"] = [link.data]
    query |= _analysis_query(link.analysis)
    return {parameter: values for parameter, values in query.items() if values}


def query_of(link: str) -> dict[str, list[str]]:
    """Return the query of an address of the app, or of what stands in it after the question mark.

    Examples
    --------
    >>> query_of("https://maps.example/?q=who%3F#api"), query_of("group=kremlin")
    ({'q': ['who?']}, {'group': ['kremlin']})
    >>> query_of("https://maps.example/")
    {}
    """
    address, mark, query = link.partition("#")[0].partition("?")
    if not mark and "//" not in address.partition("=")[0]:
        query = address
    return parse_qs(query, keep_blank_values=True)


def from_query(
    query: Query,
    known_words: Mapping[str, Collection[str]] | None = None,
    whole: Range | None = None,
) -> tuple[Link, tuple[str, ...]]:
    """Return the view that a query asks for, and what of it had to be left out.

    Never raises: a link comes from anywhere. A part that cannot be read is left out and
    told in one line each.

    Parameters
    ----------
    query : mapping of str to list of str
        As it stands in the address.
    known_words : mapping, optional
        Words that a field may have ("group", "region", ...; "event" for event ids,
        "briefing" for names of briefings); fields that are not named take the words of the
        vocabulary, or any.
    whole : Range, optional
        The days of the record: they stand in for an end of the range that is not given.

    Examples
    --------
    >>> link, left_out = from_query({"from": ["yesterday"], "group": ["kremlin"]})
    >>> sorted(link.filters.group)
    ['kremlin']
    >>> left_out
    ("from: 'yesterday', wanted a day such as 2023-05-03 or a minute such as 2023-05-03T02:27",)
    """
    reader = _Reader(query, known_words or {})
    filters = Filters(
        range=reader.range(whole or _ALL_TIME),
        zone=reader.one_of("zone", {"place": "place", "utc": "utc"}, "place"),
        reach=reader.parsed("reach", _read_reach, "kilometres such as ..450 or 100..450"),
        text=reader.words_to_find("q"),
        **{name: reader.words(parameter) for parameter, name in WORD_PARAMETERS.items()},
    )
    link = Link(
        filters=filters,
        colour=reader.one_of("colour", {"group": "group", "type": "event_type"}, "group"),
        event=reader.known("event", "the id of an event of this record"),
        camera=reader.parsed("view", _read_camera, "longitude,latitude,zoom such as 37.62,55.75,9"),
        known=reader.parsed("known", _read_end, _MOMENT),
        briefing=reader.known("briefing", "the name of a briefing of this story"),
        step=reader.parsed("step", _read_step, "the number of a step such as 3"),
        data=reader.parsed("data", _read_version, "a version such as 3f9a0c417be2"),
        analysis=Analysis(
            stack=reader.one_of("stack", _STACKS, "group"),
            cross=reader.parsed("cross", _read_cross, f"two of {_some(_CROSSED)}, with a comma")
            or DEFAULT_CROSS,
            compare=reader.compared(),
            span=reader.parsed("span", _read_days, "a number of days such as 30") or DEFAULT_SPAN,
        ),
    )
    reader.name_the_unknown()
    return link, tuple(reader.left_out)


Value = TypeVar("Value")


class _Reader:
    """Reads the parts of one query and collects what had to be left out."""

    def __init__(self, query: Query, known_words: Mapping[str, Collection[str]]) -> None:
        self.query = query
        self.known_words = known_words
        self.left_out: list[str] = []

    def leave_out(self, parameter: str, found: str, wanted: str) -> None:
        shown = found if len(found) <= 60 else found[:57] + "..."
        self.left_out.append(f"{parameter}: {shown!r}, wanted {wanted}")

    def text(self, parameter: str) -> str:
        """The last value of a parameter, as a form would send it; "" where there is none."""
        values = self.query.get(parameter) or [""]
        if len(values[-1]) > _LONGEST:
            self.leave_out(parameter, values[-1], f"at most {_LONGEST} characters")
            return ""
        return values[-1]

    def words_to_find(self, parameter: str) -> str:
        """Text with something in it that can be found; blanks and invisible signs are none."""
        text = self.text(parameter)
        return text if fold(text).strip() else ""

    def parsed(self, parameter: str, read: Callable[[str], Value], wanted: str) -> Value | None:
        text = self.text(parameter)
        if not text:
            return None
        try:
            return read(text)
        except (ValueError, OverflowError):
            self.leave_out(parameter, text, wanted)
            return None

    def one_of(self, parameter: str, choices: Mapping[str, Value], default: Value) -> Value:
        return self.parsed(parameter, _reader_of(choices), " or ".join(choices)) or default

    def words(self, parameter: str) -> frozenset[str]:
        name = WORD_PARAMETERS[parameter]
        words = self.known_words.get(name) or VOCABULARY.get(name)
        if name == "voices":
            words = VOICES
        found = [word for word in self.query.get(parameter, []) if word]
        unknown = [word for word in found if words is not None and word not in words]
        for word in unknown:
            self.leave_out(parameter, word, f"one of {_some(words or ())}")
        return frozenset(found) - frozenset(unknown)

    def known(self, parameter: str, wanted: str) -> str | None:
        """A name that must be known, where the names that there are were given."""
        name = self.text(parameter)
        if name and name not in self.known_words.get(parameter, (name,)):
            self.leave_out(parameter, name, wanted)
            return None
        return name or None

    def range(self, whole: Range) -> Range | None:
        start = self.parsed("from", _read_moment, _MOMENT)
        end = self.parsed("to", _read_end, _MOMENT)
        if start is None and end is None:
            return None
        start, end = start or whole.start, end or whole.end
        if start >= end:
            self.leave_out("from", self.text("from"), f"a time before to={self.text('to')}")
            return None
        return Range(start, end)

    def compared(self) -> Compared | None:
        """Another range, or a group, which must be known where the groups were given."""
        wanted = "a range such as 2022-05-03..2022-08-01, or group: and the name of a group"
        text = self.text("compare")
        group = text.removeprefix(_OF_GROUP)
        if text == group:
            return self.parsed("compare", _read_range, wanted)
        if not group or group not in self.known_words.get("group", (group,)):
            self.leave_out("compare", text, wanted)
            return None
        return OtherGroup(group)

    def name_the_unknown(self) -> None:
        for parameter in sorted(set(self.query) - _OWN - _FOREIGN - set(WORD_PARAMETERS)):
            self.leave_out(parameter, "".join(self.query[parameter][-1:]), "no such parameter")


def _reader_of(choices: Mapping[str, Value]) -> Callable[[str], Value]:
    def read(text: str) -> Value:
        if text not in choices:
            raise ValueError(text)
        return choices[text]

    return read


def _some(words: Collection[str]) -> str:
    listed = sorted(words)
    return ", ".join(listed[:12]) + (" ..." if len(listed) > 12 else "")


def _read_end(text: str) -> datetime:
    # Both days count: a link "to=2023-05-03" must show the events of the 3rd.
    moment = _read_moment(text)
    return moment if "T" in text else moment + DAY


def _read_moment(text: str) -> datetime:
    # Only these two forms: datetime.fromisoformat alone takes a dozen more.
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?", text, re.ASCII):
        raise ValueError(text)
    moment = datetime.fromisoformat(text)
    if not _ALL_TIME.start <= moment < _ALL_TIME.end:
        raise ValueError(text)
    return moment


def _moment_text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M")


def _range_text(range_: Range) -> tuple[str, str]:
    if range_.whole_days:
        return range_.start.date().isoformat(), (range_.end - DAY).date().isoformat()
    return _moment_text(range_.start), _moment_text(range_.end)


def _read_range(text: str) -> Range:
    start, separator, end = text.partition("..")
    if not separator:
        raise ValueError(text)
    return Range(_read_moment(start), _read_end(end))


def _read_cross(text: str) -> tuple[str, str]:
    rows, columns = (_CROSSED.get(part) for part in text.split(","))
    if rows is None or columns is None or rows == columns:
        raise ValueError(text)
    return rows, columns


def _read_days(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,3}", text, re.ASCII):
        raise ValueError(text)
    return int(text)


def _analysis_query(analysis: Analysis) -> dict[str, list[str]]:
    query: dict[str, list[str]] = {}
    if analysis.stack != "group":
        query["stack"] = [_PARAMETER_OF[analysis.stack]]
    if analysis.cross != DEFAULT_CROSS:
        query["cross"] = [",".join(_PARAMETER_OF[field] for field in analysis.cross)]
    if isinstance(analysis.compare, Range):
        query["compare"] = ["..".join(_range_text(analysis.compare))]
    elif analysis.compare:
        query["compare"] = [_OF_GROUP + analysis.compare.id]
    if analysis.span != DEFAULT_SPAN:
        query["span"] = [str(analysis.span)]
    return query


def _read_step(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,2}", text, re.ASCII):
        raise ValueError(text)
    return int(text)


def _read_version(text: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{12}", text, re.ASCII):
        raise ValueError(text)
    return text


def _read_reach(text: str) -> Reach:
    low, separator, high = text.partition("..")
    if not separator or not (low or high):
        raise ValueError(text)
    return Reach(_read_km(low), _read_km(high))


def _read_km(text: str) -> float | None:
    if not text:
        return None
    if not re.fullmatch(r"-?\d{1,5}(\.\d{1,3})?", text, re.ASCII):
        raise ValueError(text)
    return float(text)


def _km_text(km: float) -> str:
    return f"{km:.3f}".rstrip("0").rstrip(".")


def _read_camera(text: str) -> Camera:
    lon, lat, zoom = (float(part) for part in text.split(","))
    if not (math.isfinite(lon) and abs(lon) <= 180 and abs(lat) <= 90 and 0 <= zoom <= 24):
        raise ValueError(text)
    return Camera(lon, lat, zoom)
