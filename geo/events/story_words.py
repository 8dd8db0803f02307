"""Events that were rejected for words which a newsroom's story may declare."""

from collections.abc import Iterable

from geo.errors import quote
from geo.events.rejections import Rejection, count_records

EXTENSIBLE = {"event_type": "event_types", "target_type": "targets"}
"""Fields to which a story may add words, and the members of story.json that hold these."""
_MOST_SHOWN = 6


def find_story_words(rejected: Iterable[Rejection]) -> dict[str, tuple[str, ...]]:
    """Return the words for which events were rejected, by their fields; each word once."""
    words: dict[str, dict[str, None]] = {}
    for one in rejected:
        if one.word:
            words.setdefault(one.field, {})[one.word] = None
    return {field: tuple(found) for field, found in words.items()}


def describe_story_words(rejected: Iterable[Rejection]) -> str:
    """Return in a sentence what is missing where words of a story are not known; "" if none is.

    Examples
    --------
    >>> one = Rejection(1, "a", "event_type", "'blockade'", "one of ...", "blockade")
    >>> said = describe_story_words([one])
    >>> said.partition(": ")[0]
    "1 record has words that no story declares here (event_type 'blockade')"
    """
    rejected = list(rejected)
    words = find_story_words(rejected)
    if not words:
        return ""
    number = len({one.number for one in rejected if one.field in words})
    shown = [f"{field} {quote(word)}" for field, found in words.items() for word in found]
    more = f" and {len(shown) - _MOST_SHOWN:,} more" if len(shown) > _MOST_SHOWN else ""
    members = " and ".join(EXTENSIBLE[field] for field in words)
    return (
        f"{count_records(number)} {'has' if number == 1 else 'have'} words that no story declares "
        f"here ({', '.join(shown[:_MOST_SHOWN])}{more}): open the file with the story that it is "
        f"of, or declare them in {members} of its story.json"
    )
