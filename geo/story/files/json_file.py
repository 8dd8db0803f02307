"""The JSON files of a story: in UTF-8, each name once in an object, and every problem in words."""

from codecs import BOM_UTF8
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from geo.errors import GeoError, Problem, StoryFileError
from geo.events.files.json_text import describe_repeated, find_other_encoding, list_repeated_names
from geo.story.files.problems import list_problems

Model = TypeVar("Model", bound=BaseModel)


def parse_model(
    content: bytes, model: type[Model], file: str, error: type[GeoError] = StoryFileError
) -> Model:
    """Return the content of a file, or of a line of one, as the model says.

    A byte order mark, which some editors write, is left out.

    Parameters
    ----------
    content : bytes
    model : type of BaseModel
    file : str
        Name of the file, for messages.
    error : type of GeoError, optional
        What is raised.

    Raises
    ------
    GeoError
        If it is something else; it has a problem for each member that is wrong.
    """
    if encoding := find_other_encoding(content):
        wanted = "JSON in UTF-8: save it as UTF-8"
        raise error(Problem("", f"text in {encoding}", wanted), file=file)
    text = content.removeprefix(BOM_UTF8)
    try:
        text.decode()
    except UnicodeDecodeError:
        raise error(Problem("", "bytes that are not UTF-8", "JSON in UTF-8"), file=file) from None
    if not text.strip():
        raise error(Problem("", "nothing", "JSON"), file=file)
    try:
        parsed = model.model_validate_json(text)
    except ValidationError as invalid:
        raise error(*list_problems(invalid, model), file=file) from invalid
    if repeated := list_repeated_names(text):
        raise error(Problem("", describe_repeated(repeated), "each name once"), file=file)
    return parsed
