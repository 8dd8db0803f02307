"""The kinds of values in a link: how each is read, and written; readers raise ValueError."""

from datetime import datetime

from geo.link.analysis import Compared, OtherGroup
from geo.link.camera import Camera, make_camera
from geo.link.fields import find_column, find_parameter
from geo.link.last_change import is_day, split_asked
from geo.link.parameter import Kind, KnownWords, WantedError
from geo.link.reach import Reach
from geo.link.search.text_search import fold
from geo.times import DAY, Range

# Regular expressions that Python and JavaScript, and so OpenAPI, read in the same way.
DAY_PATTERN = r"[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
MOMENT_PATTERN = rf"{DAY_PATTERN}(T([01]\d|2[0-3]):[0-5]\d)?"
_KM = r"-?\d{1,5}(\.\d{1,3})?"
REACH_PATTERN = rf"{_KM}\.\.|\.\.{_KM}|{_KM}\.\.{_KM}"
# As people write numbers, with blanks around them, and as programs do.
_NUMBER = r" *[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)? *"
CAMERA_PATTERN = f"{_NUMBER},{_NUMBER},{_NUMBER}"
_OF_GROUP = "group:"
COMPARE_PATTERN = rf"{MOMENT_PATTERN}\.\.{MOMENT_PATTERN}|{_OF_GROUP}[\s\S]+"


def read_moment(text: str) -> datetime:
    """Return the first moment of a day, or a minute; text fits `MOMENT_PATTERN`."""
    return datetime.fromisoformat(text)


def read_end(text: str) -> datetime:
    """Return the end of a range: a day counts whole, so that its own events are shown."""
    return read_moment(text) if "T" in text else read_moment(text) + DAY


def write_moment(moment: datetime) -> str:
    """Return a moment to the minute."""
    return moment.strftime("%Y-%m-%dT%H:%M")


def write_start(moment: datetime) -> str:
    """Return the start of a range, a midnight as its day."""
    return write_moment(moment).removesuffix("T00:00")


def write_end(moment: datetime) -> str:
    """Return the end of a range, a midnight as the day before it, which counts whole."""
    text = write_moment(moment)
    return write_moment(moment - DAY)[:10] if text.endswith("T00:00") else text


def write_known(moment: datetime) -> str:
    """Return a moment to the minute, the end of the last day that a link has as that day."""
    return write_moment(moment) if moment.year < 3000 else write_end(moment)


def read_reach(text: str) -> Reach:
    """Return kilometres outside the border; text fits `REACH_PATTERN`.

    Examples
    --------
    >>> read_reach("..450")
    Reach(low_km=None, high_km=450.0)
    """
    low, _, high = text.partition("..")
    if low and high and float(low) > float(high):
        raise WantedError(f"the lower end first: {high}..{low}")
    return Reach(float(low) if low else None, float(high) if high else None)


def write_reach(reach: Reach) -> str:
    """Return kilometres outside the border, to the metre."""
    return "..".join("" if end is None else _write_km(end) for end in (reach.low_km, reach.high_km))


def _write_km(km: float) -> str:
    return f"{km:.3f}".rstrip("0").rstrip(".")


def read_text(text: str) -> str:
    """Return text with something in it that can be found; "" for blanks and the invisible."""
    return text if fold(text).strip() else ""


def read_camera(text: str) -> Camera:
    """Return longitude, latitude and zoom; text fits `CAMERA_PATTERN`."""
    lon, lat, zoom = (float(part) for part in text.split(","))
    return make_camera(lon, lat, zoom)


def write_camera(camera: Camera) -> str:
    """Return a camera to some ten metres."""
    return f"{camera.lon:.4f},{camera.lat:.4f},{camera.zoom:.2f}"


def read_pair(text: str) -> tuple[str, ...]:
    """Return the columns of two fields of words, written as their parameters."""
    return tuple(find_column(part) for part in text.split(","))


def write_pair(columns: tuple[str, str]) -> str:
    """Return two fields of words as their parameters, with a comma."""
    return ",".join(map(find_parameter, columns))


def read_compared(text: str) -> Compared:
    """Return a range, or a group; text fits `COMPARE_PATTERN`."""
    if text.startswith(_OF_GROUP):
        return OtherGroup(text.removeprefix(_OF_GROUP))
    first, _, last = text.partition("..")
    start, end = read_moment(first), read_end(last)
    if start >= end:
        raise WantedError("a start that is before its end")
    return Range(start, end)


def write_compared(compared: Compared) -> str:
    """Return a range, or a group with its prefix."""
    if isinstance(compared, Range):
        return f"{write_start(compared.start)}..{write_end(compared.end)}"
    return _OF_GROUP + compared.id


def is_known_group(compared: object, known_words: KnownWords) -> bool:
    """Whether what is compared is anything but a group that the record lacks."""
    groups = known_words.get("group")
    return groups is None or not isinstance(compared, OtherGroup) or compared.id in groups


def read_since(text: str) -> str:
    """Return a day or a version, with its kind of change; a day must be one of the calendar."""
    _, moment = split_asked(text)
    if is_day(moment):
        datetime.fromisoformat(moment)
    return text


def is_known_since(moment: object, known_words: KnownWords) -> bool:
    """Whether it is known what has changed since a moment; never in a record without versions."""
    versions = known_words.get("version")
    _, since = split_asked(str(moment))
    return versions is None or since in versions or (bool(versions) and is_day(since))


COLUMN = Kind("column", find_column, find_parameter)
PAIR = Kind("pair", read_pair, write_pair)
NUMBER = Kind("number", int)
TEXT = Kind("text", read_text)
START = Kind("start", read_moment, write_start)
END = Kind("end", read_end, write_end)
MOMENT = Kind("moment", read_end, write_known)
REACH = Kind("reach", read_reach, write_reach)
CAMERA = Kind("camera", read_camera, write_camera)
COMPARED = Kind("compared", read_compared, write_compared)
SINCE = Kind("since", read_since)
