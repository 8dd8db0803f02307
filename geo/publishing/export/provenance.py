"""What every exported file says about itself."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from geo.border import Border
from geo.errors import LinkError
from geo.events.vocabulary import VOCABULARY
from geo.link.link import Link, build_address
from geo.story.parts.basis import format_caveat
from geo.story.view import View
from geo.summaries import count_presence

METHOD = (
    "start and end (not included) bound when it can have "
    "happened, in UTC unless they carry an offset; start_local and end_local are the earliest and "
    "latest that the clock of the place showed. presence: definite if all of that, and of the "
    "distance, meets the filter; possible if only a part. distance_m: geodesic on WGS 84 "
    "from the place as given, of a line or an area from its middle, to the border, "
    "doi:10.1007/s00190-012-0578-z; low_m and high_m allow for radius_m, negative inside. "
    "Each account is its speaker's."
)

# The first moment that every kind of file can hold.
_UNDATED = datetime(1980, 1, 1)


@dataclass(frozen=True)
class Provenance:
    """Where the events of a file come from and how they were chosen; "" where not known.

    Attributes
    ----------
    title, version, as_of, licence, attribution : str
        As the event file states them.
    data_version : str
        Short hash of the event file.
    data_note : str
        That these are not the newest data, or not those that the link named; "" for the newest.
    border, border_version, border_credit : str
        What distances are measured to.
    second_border : str
        That the app shows distances to another border too, of which the file has none; "" where
        it does not.
    method : str
        How presence and distance are to be read.
    own_words : str
        What the story's own words mean that its events use, each a sentence or two.
    filter : str
        The filters in words.
    counted : str
        How many events the filters keep, surely and possibly, in words.
    rejected : str
        How many events of the file of events could not be read; "" if all could.
    definite, possible : int
        The same as numbers.
    link : str
        The address at which the filters can be seen again.
    """

    title: str
    version: str
    as_of: str
    licence: str
    attribution: str
    data_version: str
    data_note: str
    border: str
    border_version: str
    border_credit: str
    second_border: str
    method: str
    own_words: str
    filter: str
    counted: str
    rejected: str
    definite: int
    possible: int
    link: str

    def texts(self) -> dict[str, str]:
        """Return what is known, as texts in the order above."""
        return {name: str(value) for name, value in asdict(self).items() if value != ""}

    @property
    def moment(self) -> datetime:
        """The creation time of a file: the day of its data; 1980 if none is stated.

        Files of the same content then have the same bytes.
        """
        try:
            return datetime.fromisoformat(self.as_of[:10])
        except ValueError:
            return _UNDATED


def describe_provenance(view: View, address: str | None = "") -> Provenance:
    """Return what a file of this view says about itself.

    Parameters
    ----------
    view : View
    address : str or None
        Where the app is served, such as "https://maps.example/"; "" gives only the part of the
        link from the question mark on, which `open_view` reads; None gives no link.

    Raises
    ------
    LinkError
        If the view is of what was known at a moment: a file holds all claims, and says of each
        when it was made, so that it is not what was on record then.
    """
    if known := view.link.known:
        raise LinkError(
            f"known: found {known:%Y-%m-%dT%H:%M}, wanted a view without it: files, charts and "
            "citations hold all claims, later ones too; leave it out, and choose claims by said_at"
        )
    about, borders = view.record.about, view.record.borders
    count = count_presence(view.presence)
    filters = view.link.filters
    return Provenance(
        title=about.get("title", view.story.title),
        version=about.get("version", ""),
        as_of=about.get("as_of", ""),
        licence=about.get("licence", ""),
        attribution=about.get("attribution", ""),
        data_version=view.record.version,
        data_note=view.current.note,
        border=borders[0].name if borders else "",
        border_version=borders[0].version if borders else "",
        border_credit=borders[0].credit if borders else "",
        second_border=_describe_second(borders),
        method=f"{format_caveat(view.story.basis)}. {METHOD}{_accuracy_words(borders)}",
        own_words=_describe_own_words(view),
        filter=view.filter_words,
        counted=str(count),
        rejected=view.record.rejected_words,
        definite=count.definite,
        possible=count.possible,
        # The link leads to the same events, in these data for as long as they are kept; camera and
        # colour are not part of what was exported.
        link=""
        if address is None
        else build_address(Link(filters, data=view.record.version), base=address),
    )


def _describe_own_words(view: View) -> str:
    vocabulary, events = view.record.vocabulary, view.kept_events
    used = {field: set(events[field].unique()) for field in vocabulary.declared_in}
    return " ".join(
        f"{field} {word}: {one.label}. {one.meaning}"
        for field, words in used.items()
        for word, one in vocabulary[field].items()
        if word not in VOCABULARY[field] and word in words
    )


def _describe_second(borders: Sequence[Border]) -> str:
    if len(borders) < 2:
        return ""
    version = f" ({borders[1].version})" if borders[1].version else ""
    return f"{borders[1].name}{version}: distances to it are shown too, and none is in this file"


def _accuracy_words(borders: Sequence[Border]) -> str:
    if not borders or not borders[0].accuracy_m:
        return ""
    return (
        f" The border is true to about {borders[0].accuracy_m:g} m, which low_m and high_m allow "
        "for too."
    )
