"""Tables of any kind as events of a story.

In the order in which a file goes through it: `tables` (any file as text cells), `columns` (what
each holds) with `presets` and `mapping`, `dates`, `places`, `counts`, `sources`, `accusation`;
`build` makes the rows events on `row_time`, `row_place`, `row_people`, `row_text`, `row_ids`, and
asks by `merged_rows`, `long_rows`, `repeated_rows` and `row_questions`; `named_columns` refuses
what is misspelt, `swapped_places` looks at the places together, `canonical` checks them, `preview`
shows them, `merge` compares them with the story and with `state`, `into_story`, `story_events` and
`state_files` write them, `stream` writes a large table as a file, and `report` says what was done.
Our own exports go by `own_files`, `own_rows`, `own_parts` and `own_words`.
"""

from geo.importing.context import Setting
from geo.importing.files import Request, import_file
from geo.importing.outcome import Outcome

__all__ = [
    "Outcome",
    "Request",
    "Setting",
    "import_file",
]
