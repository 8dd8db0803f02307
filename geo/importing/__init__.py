"""Tables of any kind as events of a story.

The folders in the order in which a file goes through them, from the top down:

    files       a file of any kind: which table, which preset; files written beside it
    story       its events in the folder of a story, also when it is imported again
    exports     files that this project exported, read back
    rows        each row as an event
    outcome     what a table gives: events, rows that wait or are rejected; all of it in words
    questions   what only a person can know: asked once
    presets     how the tables of known data sets are read
    columns     what each column holds
    dates, places, claims   what a cell of one kind means
    tables      files of any kind as tables of text cells
    words       words of several languages: names of columns, words of dates, none known; texts cut
"""

from geo.importing.files.import_file import import_file
from geo.importing.files.request import Request
from geo.importing.outcome.outcome import Outcome
from geo.importing.rows.destination import Destination

__all__ = [
    "Destination",
    "Outcome",
    "Request",
    "import_file",
]
