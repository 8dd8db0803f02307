"""The method.md of a story: what its desk says of how the record is made."""

from pathlib import Path

from geo.errors import Problem, StoryFileError
from geo.events.files.json_text import find_other_encoding
from geo.story.files.own_file import find_own_file, read_own_file

METHOD_FILE = "method.md"


def read_method(folder: Path) -> str:
    """Return the text of a story's method.md, in Markdown; "" if the story has none.

    Raises
    ------
    StoryFileError
        If it is a link that leads out of the folder, cannot be read or is not text in UTF-8:
        replacement characters would show readers text that the story does not have.
    """
    if not find_own_file(folder, METHOD_FILE).is_file():
        return ""
    content = read_own_file(folder, METHOD_FILE, "text")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        encoding = find_other_encoding(content)
        found = f"text in {encoding}" if encoding else "bytes that are not UTF-8"
        problem = Problem("", found, "text in UTF-8: save it as UTF-8")
        raise StoryFileError(problem, file=METHOD_FILE) from error
