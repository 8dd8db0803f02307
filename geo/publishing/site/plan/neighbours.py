"""Which events a page of one leads to: those before and after it, and those of its incident."""

from dataclasses import dataclass, field

import pandas as pd

from geo.publishing.parts.words import format_title
from geo.story.story_file import Story


@dataclass(frozen=True)
class Neighbours:
    """The events in order, as their pages name each other.

    Attributes
    ----------
    titles : dict of str to str
        The title of each event, by its id, the latest event first.
    positions : dict of str to int
        The position of each event in that order.
    incidents : dict of str to list of str
        The ids of the events of each incident, the earliest first.
    """

    titles: dict[str, str]
    positions: dict[str, int]
    incidents: dict[str, list[str]]
    _ids: list[str] = field(repr=False)

    def list_adjacent(self, event: str) -> list[tuple[str, str]]:
        """Return "Earlier" and "Later", each with the event that is so; none if none is."""
        position = self.positions[event]
        words = (("Earlier", position + 1), ("Later", position - 1))
        return [(word, self._ids[other]) for word, other in words if 0 <= other < len(self._ids)]

    def list_incident(self, event: str, incident: str | None) -> list[str]:
        """Return the other events of an event's incident, the earliest first."""
        return [other for other in self.incidents.get(incident or "", ()) if other != event]


def find_neighbours(events: pd.DataFrame, story: Story) -> Neighbours:
    """Return which event comes before and after which, in one pass.

    Parameters
    ----------
    events : DataFrame, n rows
        With title, verification and incident, the latest first.
    story : Story
    """
    ids = [str(event) for event in events.index]
    incidents: dict[str, list[str]] = {}
    for event, incident in zip(reversed(ids), reversed(events["incident"].tolist()), strict=True):
        if incident:
            incidents.setdefault(incident, []).append(event)
    columns = (events[name].tolist() for name in ("title", "verification"))
    titles = zip(ids, *columns, strict=True)
    return Neighbours(
        titles={event: format_title(title, word, story) for event, title, word in titles},
        positions={id_: position for position, id_ in enumerate(ids)},
        incidents=incidents,
        _ids=ids,
    )
