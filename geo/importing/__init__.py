"""Tables of any kind as events of a story.

In the order in which a file goes through it: `tables` (any file as text cells), `columns` (what
each holds) with `presets` and `mapping`, `dates`, `places`, `counts`, `sources`, `blame`; `build`
makes the rows events on `row_time`, `row_place`, `row_people`; `canonical` checks them, `again`
compares them with the story and with `state`, `story_events` writes them, and `report` says so.
"""

from geo.importing.context import Setting
from geo.importing.files import Request, import_file
from geo.importing.outcome import Held, Made, Outcome, Rejected
from geo.importing.question import Choice, Question

__all__ = [
    "Choice",
    "Held",
    "Made",
    "Outcome",
    "Question",
    "Rejected",
    "Request",
    "Setting",
    "import_file",
]
