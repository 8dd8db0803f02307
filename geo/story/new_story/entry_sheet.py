"""A spreadsheet to enter events in: a column for each member, drop-downs for words."""

import io
from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path

import xlsxwriter

from geo.events.files.written_file import write_whole_file
from geo.events.vocabulary import Word
from geo.story.story_file import Story

_ROWS = 1000
# Without the time at which it is made: the same story gives the same bytes.
_UNDATED = datetime(1980, 1, 1)
# Each column with what belongs in it; a column whose name has a list of words has a drop-down.
_COLUMNS = {
    "id": "A short name that never changes: lower-case letters, digits, hyphens, such as harbour-1",
    "title": "One line: what is reported, and by whom if it is contested. Required.",
    "when": "2023-11-19, 2023-11-19T14:05, 2023-11 or 2023-11-18/2023-11-19. Required.",
    "lat": "Latitude in degrees, -90 to 90, north above 0. Empty if the place is not known.",
    "lon": "Longitude in degrees, -180 to 180, east above 0. Empty if the place is not known.",
    "radius_m": "How far the true place may be from the one given, in metres. Where neither this "
    "nor location_precision is given, 5000 are assumed.",
    "place": "The name of the place.",
    "location_precision": "How precisely the place is known.",
    "event_type": "What is said to have happened.",
    "target_type": "What is said to have been the target.",
    "verification": "Verification status. Empty means unverified. geo import keeps verified and "
    "partly_verified in the note: set them in the story's events.",
    "attribution": "What is on record about who did it. Empty means unclaimed. geo import keeps "
    "established in the note: set it in the story's events.",
    "group": "A group of story.json, by its id.",
    "summary": "Two or three sentences: who says what.",
    "killed": "A number, as stated by somebody. Empty if there is no figure.",
    "injured": "A number, as stated by somebody. Empty if there is no figure.",
    "sources": "Addresses of the sources, one a line.",
    "note": "For the desk only.",
}
_OWN_COLUMNS = frozenset(
    {"when", "radius_m", "event_type", "target_type", "verification", "attribution"}
    | {"location_precision"}
)
_WIDE = ("title", "summary", "sources", "note", "place")


def is_entry_sheet(columns: Collection[str]) -> bool:
    """Return whether a table with these columns is such a sheet, or was made of one."""
    return set(columns) >= _OWN_COLUMNS


def write_entry_sheet(path: Path, story: Story) -> None:
    """Write an empty spreadsheet with a sheet to fill, its words, and an explanation.

    Parameters
    ----------
    path : Path
    story : Story
        Its groups and its own words are in the drop-downs.
    """
    groups = {group.id: Word(group.label, "") for group in story.groups}
    lists = {**story.vocabulary, **({"group": groups} if groups else {})}
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": _UNDATED})
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
        # Text, so that Excel turns no date, no id and no "false" into something else.
        as_text = book.add_format({"num_format": "@"})
        events = book.add_worksheet("Events")
        words = _write_words(book, bold, lists)
        events.freeze_panes(1, 2)
        for column, name in enumerate(_COLUMNS):
            kept = as_text if name in ("id", "when", *words) else None
            events.set_column(column, column, 40 if name in _WIDE else 16, kept)
            events.write_string(0, column, name, bold)
            events.write_comment(0, column, _COLUMNS[name])
            if name in words:
                rule = {"validate": "list", "source": words[name], "error_title": "Not a word"}
                rule["error_message"] = "Choose a word of the list; its meaning is under Words."
                events.data_validation(1, column, _ROWS, column, rule)
        explained = book.add_worksheet("How to fill it")
        explained.set_column(0, 0, 22)
        explained.set_column(1, 1, 100, wrapped)
        explained.write_row(0, 0, ("Column", "What belongs in it"), bold)
        for row, (name, meaning) in enumerate(_COLUMNS.items(), start=1):
            explained.write_row(row, 0, (name, meaning))
        events.activate()
    write_whole_file(path, content.getvalue())


def _write_words(
    book: xlsxwriter.Workbook, bold: object, lists: Mapping[str, Mapping[str, Word]]
) -> dict[str, str]:
    """Write the words of each drop-down with their meaning; return where its words are."""
    sheet = book.add_worksheet("Words")
    sheet.set_column(0, 1, 28)
    sheet.set_column(2, 2, 100)
    sheet.write_row(0, 0, ("Column", "Word", "Meaning"), bold)
    row, found = 1, {}
    for name in _COLUMNS:
        if name not in lists:
            continue
        first = row + 1
        for word, one in lists[name].items():
            # As text: a label that starts with "=" must not become a formula.
            for column, text in enumerate((name, word, f"{one.label}. {one.meaning}".rstrip())):
                sheet.write_string(row, column, text)
            row += 1
        found[name] = f"=Words!$B${first}:$B${row}"
    return found
