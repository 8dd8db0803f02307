"""Events: the model, and files of them read into a frame, with a report of what was rejected.

The model is `event`, made of `parts` and `fields`, whose words are in `vocabulary`; `guide` says
what each member means. `reading` goes from a file to the frame in `columns` and collects what is
wrong in `rejections`; `writing` goes back. `sparse` is about members that may be missing.
"""

from geo.events.actor import Actor
from geo.events.event import Event
from geo.events.parts import Casualties, Claim, Source
from geo.events.reading.read import Reading, parse_events, read_events
from geo.events.reading.source.event_source import EventSource
from geo.events.rejections import Rejection
from geo.events.writing import check_events, write_events

__all__ = [
    "Actor",
    "Casualties",
    "Claim",
    "Event",
    "EventSource",
    "Reading",
    "Rejection",
    "Source",
    "check_events",
    "parse_events",
    "read_events",
    "write_events",
]
