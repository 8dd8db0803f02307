"""The JSON files of a story: in UTF-8, each name once in an object, and every problem in words."""

from codecs import BOM_UTF8
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from geo.events.json_text import find_other_encoding, list_repeated_names
from geo.events.rejections import quote
from geo.story.problems import describe_problems

Model = TypeVar("Model", bound=BaseModel)


def parse_model(content: bytes, model: type[Model]) -> Model:
    """Return the content of a file, or of a line of one, as the model says.

    A byte order mark, which some editors write, is left out.

    Raises
    ------
    ValueError
        If it is something else; the message names each member that is wrong, with what was found
        and wanted.
    """
    if encoding := find_other_encoding(content):
        raise ValueError(f"found text in {encoding}, wanted JSON in UTF-8: save it as UTF-8")
    text = content.removeprefix(BOM_UTF8)
    try:
        text.decode()
    except UnicodeDecodeError:
        raise ValueError("found bytes that are not UTF-8, wanted JSON in UTF-8") from None
    if not text.strip():
        raise ValueError("found nothing, wanted JSON")
    try:
        parsed = model.model_validate_json(text)
    except ValidationError as error:
        problems = describe_problems(error, model).removeprefix("the file: ")
        raise ValueError(problems) from error
    if repeated := list_repeated_names(text):
        names = ", ".join(map(quote, repeated[:5]))
        raise ValueError(f"found {names} twice in one object, wanted each name once")
    return parsed
