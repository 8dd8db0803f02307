"""What a rule says of one event."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from geopandas import GeoDataFrame

from geo.claims import Ledger
from geo.story.story_file import Story


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says of one event: the path of the member, what was found and wanted."""

    event: str
    field: str
    found: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules of a record look at.

    Attributes
    ----------
    story : Story
    events : GeoDataFrame, n rows
        As `read_events` gives them, drafts among them.
    ledgers : mapping of str to tuple of Entry
        The statements about each event, by its id.
    today : date
    """

    story: Story
    events: GeoDataFrame
    ledgers: Mapping[str, Ledger]
    today: date


Rule = Callable[[Checked], Iterator[Remark]]
"""A rule of the record; it yields what breaks it, in the order of the events."""
