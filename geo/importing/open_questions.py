"""Questions that only the rows show: places without coordinates, swapped degrees, metres."""

from collections.abc import Mapping
from itertools import islice

from geo.importing.context import Context
from geo.importing.outcome import Outcome
from geo.importing.places.gazetteer import find_towns
from geo.importing.places.point import BEYOND, METRES, SWAPPED
from geo.importing.question import Choice, Question, format_rows
from geo.importing.replies import is_place_answer

_MOST_NAMES = 200
_MOST_TOWNS = 6


def ask_about_rows(outcome: Outcome, context: Context, unplaced: Mapping[str, list[int]]) -> None:
    """Add the questions that rows of an outcome wait for, or could be better known by.

    Parameters
    ----------
    outcome : Outcome
    context : Context
    unplaced : mapping of str to list of int
        The rows that have no more of a place than a name, by that name.
    """
    numbers: dict[str, list[int]] = {}
    for waiting in outcome.waiting:
        for identity in waiting.questions:
            numbers.setdefault(identity, []).append(waiting.row)
    if rows := numbers.get(SWAPPED):
        text = (
            f"Are latitude and longitude swapped in {format_rows(rows)}? As they are, the places "
            "lie outside the story's bounds or no place on Earth; swapped they would fit."
        )
        choices = (
            Choice("yes", "exchange them in these rows"),
            Choice("no", "leave them as they are"),
        )
        outcome.questions.append(Question(SWAPPED, text, choices, tuple(rows)))
    if rows := numbers.get(BEYOND):
        text = (
            f"Longitudes of {format_rows(rows)} are beyond 180 degrees. Are they counted on "
            "eastwards, so that 181.5 is read as -178.5?"
        )
        choices = (
            Choice("yes", "read 181.5 as -178.5"),
            Choice("no", "reject these rows"),
        )
        outcome.questions.append(Question(BEYOND, text, choices, tuple(rows)))
    if rows := numbers.get(METRES):
        text = (
            f"In which coordinate system are the metres of {format_rows(rows)}? "
            "Such as EPSG:32638; metres are never read as degrees."
        )
        outcome.questions.append(Question(METRES, text, (), tuple(rows)))
    for identity, rows in numbers.items():
        if identity.startswith("zone:"):
            name = identity.partition(":")[2]
            text = (
                f"Which time zone is {name!r} ({format_rows(rows)})? Such as Pacific/Auckland, or "
                "an offset such as +13:00."
            )
            outcome.questions.append(Question(identity, text, (), tuple(rows)))
    _ask_about_places(outcome, context, unplaced)


def _ask_about_places(
    outcome: Outcome, context: Context, unplaced: Mapping[str, list[int]]
) -> None:
    for name, rows in islice(unplaced.items(), _MOST_NAMES):
        identity = f"place:{name}"
        towns = find_towns(name)
        answer = context.answers.get(identity, "")
        has_failed = bool(answer) and not is_place_answer(answer)
        if (identity in context.answers and not has_failed) or not (towns or has_failed):
            continue
        text = f"Is {name[:80]!r} ({format_rows(rows)}) this town?"
        if len(towns) > 1:
            text = f"Which town is {name[:80]!r} ({format_rows(rows)})?"
        if has_failed:
            text = f"{text} {answer[:40]!r} was answered, which is not a place."
        choices = [
            Choice(f"{town.lat:.4f},{town.lon:.4f},{town.radius_m}", str(town))
            for town in towns[:_MOST_TOWNS]
        ]
        choices.append(Choice("unknown", "none of these: the place stays unknown"))
        question = Question(identity, text, tuple(choices), tuple(rows), is_blocking=False)
        outcome.questions.append(question)
