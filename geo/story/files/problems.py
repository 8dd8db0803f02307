"""Problems in a story's own files in plain words: which member, what was found, what was wanted."""

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel, ValidationError
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import ErrorDetails

from geo.errors import Problem, quote, quote_name
from geo.events.fields import PATTERNS
from geo.events.rejections import UNKNOWN_MEMBER
from geo.link.parameter import describe_wanted_name
from geo.link.values import MOMENT_PATTERN

# What a text must look like, each with the words in which a message asks for it.
WORD = r"^[a-z0-9_]+$"
SLUG = r"^[a-z0-9_-]+$"
STEP_ID = r"^[a-z0-9-]+$"
ADDRESS = r"^[^#@\s]+([#@][a-z]+\d+)?$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
VERSION = r"^[0-9a-f]{12}$"
MOMENT = f"^({MOMENT_PATTERN})$"
_PATTERNS = PATTERNS | {
    WORD: "lower-case letters a to z, digits and '_'",
    SLUG: "lower-case letters a to z, digits, '_' and '-'",
    STEP_ID: "lower-case letters a to z, digits and '-'",
    ADDRESS: "an event, or a claim or source of one, such as bridge, bridge#c2 or bridge@s1",
    LANGUAGE: "a language such as en or pt-BR",
    MOMENT: "a day such as 2023-11-19 or a minute such as 2023-11-19T14:05",
    VERSION: "12 digits 0 to 9 and letters a to f",
}
# By the kind of problem, as pydantic names it; in braces what it says of the member.
_WANTED = {
    "missing": "this member",
    "string_type": "text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a number",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "an object",
    "model_type": "an object",
    "json_invalid": "JSON",
    "wanted": "{wanted}",
    "string_too_short": "text that is not empty",
    "string_too_long": "at most {max_length} characters",
    "too_short": "a list of at least {min_length}",
    "too_long": "a list of at most {max_length}",
    "greater_than_equal": "at least {ge:g}",
    "less_than_equal": "at most {le:g}",
}


def list_problems(error: ValidationError, model: type[BaseModel]) -> tuple[Problem, ...]:
    """Return every problem that a file of a story has.

    Parameters
    ----------
    error : ValidationError
    model : type of BaseModel
        What the file was to be: among its members is the one that was probably meant.

    Examples
    --------
    >>> from pydantic import BaseModel
    >>> class Depot(BaseModel, extra="forbid"):
    ...     name: str
    ...     tanks: tuple[bool, ...] = ()
    >>> try:
    ...     Depot.model_validate_json('{"tanks": [true, "full"], "nmae": "x"}')
    ... except ValidationError as error:
    ...     for problem in list_problems(error, Depot):
    ...         print(problem.where, problem.wanted, sep=": ")
    name: this member
    tanks.1: true or false
    nmae: one of name, tanks (did you mean 'name'?)
    """
    details = error.errors(include_url=False)
    return tuple(_describe(detail, model) for detail in details if not _is_echo(detail))


def _is_echo(detail: ErrorDetails) -> bool:
    """Return whether a list is called too short only because something in it is wrong."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _describe(detail: ErrorDetails, model: type[BaseModel]) -> Problem:
    where = ".".join(map(quote_name, map(str, detail["loc"])))
    if detail["type"] == "value_error":
        # A rule of our own says itself what was found and wanted.
        return Problem(where, str(detail["ctx"]["error"]))
    if detail["type"] == "extra_forbidden":
        *path, name = map(str, detail["loc"])
        wanted = describe_wanted_name(name, _list_members(model, tuple(path)))
        return Problem(where, UNKNOWN_MEMBER, wanted)
    return Problem(where, _describe_found(detail), _describe_wanted(detail))


@cache
def _list_members(model: type[BaseModel], path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the members that an object of a file may have, at the path of it."""
    schema = model.model_json_schema()
    parts = list(_resolve(schema, schema))
    for step in path:
        inner = (part.get("properties", {}).get(step) or part.get("items") for part in parts)
        parts = [one for part in inner if part for one in _resolve(part, schema)]
    return tuple(name for part in parts for name in part.get("properties", ()))


def _resolve(part: JsonSchemaValue, schema: JsonSchemaValue) -> Iterator[JsonSchemaValue]:
    """Yield all that a part of a schema may be, without references."""
    if "$ref" in part:
        yield from _resolve(schema["$defs"][part["$ref"].rpartition("/")[2]], schema)
        return
    yield part
    for choice in part.get("anyOf", ()):
        yield from _resolve(choice, schema)


def _describe_found(detail: ErrorDetails) -> str:
    if detail["type"] == "missing":
        return "nothing"
    if detail["type"] == "json_invalid":
        error = detail["ctx"]["error"]
        if error.startswith("EOF while parsing"):
            return f"text that ends too early, at {error.partition(' at ')[2]}"
        return f"text that is not JSON ({error})"
    return quote(detail["input"])


def _describe_wanted(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "string_pattern_mismatch":
        return _PATTERNS.get(context["pattern"], f"text of the form {context['pattern']}")
    if kind.startswith("date"):
        return "a date such as 2024-05-15"
    if kind.startswith("url"):
        return "a link that begins with http:// or https://"
    if kind in _WANTED:
        return _WANTED[kind].format(**context)
    # A kind of problem not met before: pydantic's own words must do.
    return detail["msg"].lower()
