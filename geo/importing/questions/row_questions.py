"""Questions that only the rows show: places without coordinates, swapped degrees, metres."""

from collections.abc import Iterator, Mapping
from itertools import islice

from geo.errors import quote
from geo.importing.places.gazetteer import Town, find_towns
from geo.importing.places.point import BEYOND, METRES, SWAPPED
from geo.importing.questions.question import Answers, Choice, Question
from geo.importing.questions.replies import is_place_answer
from geo.importing.tables.row_numbers import format_rows

_MOST_NAMES = 200
_MOST_TOWNS = 6
_ABOUT_POSITIONS = {
    SWAPPED: (
        "Are latitude and longitude swapped in {rows}? As they are, the places lie outside the "
        "story's bounds or no place on Earth; swapped they would fit.",
        (Choice("yes", "exchange them in these rows"), Choice("no", "leave them as they are")),
    ),
    BEYOND: (
        "Longitudes of {rows} are beyond 180 degrees. Are they counted on eastwards, so that 181.5 "
        "is read as -178.5?",
        (Choice("yes", "read 181.5 as -178.5"), Choice("no", "reject these rows")),
    ),
    METRES: (
        "In which coordinate system are the metres of {rows}? Such as EPSG:32638; metres are never "
        "read as degrees.",
        (),
    ),
}


def list_row_questions(
    waiting: Mapping[str, list[int]], unplaced: Mapping[str, list[int]], answers: Answers
) -> list[Question]:
    """Return the questions that rows wait for, or could be better known by.

    Parameters
    ----------
    waiting : mapping of str to list of int
        The rows that wait, by the id of the question.
    unplaced : mapping of str to list of int
        The rows that have no more of a place than a name, by that name.
    answers : mapping of str to str
        Those that were given, by the ids of their questions.
    """
    return [
        *_ask_about_positions(waiting),
        *_ask_about_zones(waiting),
        *_ask_about_names(unplaced, answers),
    ]


def _ask_about_positions(waiting: Mapping[str, list[int]]) -> Iterator[Question]:
    for identity, (text, choices) in _ABOUT_POSITIONS.items():
        if rows := waiting.get(identity):
            yield Question(identity, text.format(rows=format_rows(rows)), choices, tuple(rows))


def _ask_about_zones(waiting: Mapping[str, list[int]]) -> Iterator[Question]:
    for identity, rows in waiting.items():
        kind, _, name = identity.partition(":")
        if kind == "zone":
            text = (
                f"Which time zone is {name!r} ({format_rows(rows)})? Such as Pacific/Auckland, or "
                "an offset such as +13:00."
            )
            yield Question(identity, text, rows=tuple(rows))


def _ask_about_names(unplaced: Mapping[str, list[int]], answers: Answers) -> Iterator[Question]:
    """Yield a question for each name that may be a town, or was answered with what is no place."""
    for name, rows in islice(unplaced.items(), _MOST_NAMES):
        identity = f"place:{name}"
        answer = answers.get(identity)
        misread = answer if answer and not is_place_answer(answer) else None
        if answer is not None and misread is None:
            continue
        towns = find_towns(name)
        if towns or misread:
            text = _write_place_question(name, rows, towns, misread)
            choices = (
                *map(_offer_town, towns[:_MOST_TOWNS]),
                Choice("unknown", "none of these: the place stays unknown"),
            )
            yield Question(identity, text, choices, tuple(rows), is_blocking=False)


def _write_place_question(
    name: str, rows: list[int], towns: list[Town], misread: str | None
) -> str:
    place = f"{quote(name)} ({format_rows(rows)})"
    text = f"Which town is {place}?" if len(towns) > 1 else f"Is {place} this town?"
    return f"{text} {quote(misread)} was answered, which is not a place." if misread else text


def _offer_town(town: Town) -> Choice:
    return Choice(f"{town.lat:.4f},{town.lon:.4f},{town.radius_m}", str(town))
