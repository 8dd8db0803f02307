"""Who on record says what a text states, who opposes it, and who uses its words."""

import re
from collections.abc import Collection, Iterable, Mapping

from geo.claims.ledger.build import sort_by_certainty
from geo.claims.ledger.entry import Entry, Ledger
from geo.claims.origins.corroboration import is_corroborated
from geo.claims.sentences.speakers import format_label
from geo.claims.sides import Sides
from geo.claims.stances.stance_classes import select_affirming, select_opposing


def select_open_topics(topics: Iterable[str], entries: Ledger, sides: Sides) -> tuple[str, ...]:
    """Return the topics that are claimed but not corroborated; all if nobody speaks of any."""
    topics = tuple(topics)
    spoken = tuple(
        topic for topic in topics if any(topic in entry.claim.about for entry in entries)
    )
    return tuple(topic for topic in spoken or topics if not is_corroborated(entries, topic, sides))


def find_closest(segment: str, topics: Collection[str], entries: Ledger) -> Entry | None:
    """Return the affirming statement on the topics that shares most words with a text."""
    wanted = _collect_long_words(segment)

    def rank_closeness(entry: Entry) -> tuple[int, int]:
        shared = len(wanted & _collect_long_words(entry.claim.summary or ""))
        return shared, len(set(topics) & set(entry.claim.about))

    affirming = select_affirming(sort_by_certainty(entries), topics)
    return max(affirming, key=rank_closeness, default=None)


def describe_on_record(
    found: str,
    entry: Entry | None,
    topics: Iterable[str],
    entries: Ledger,
    messages: Mapping[str, str],
) -> str:
    """Return whose word it is, who opposes it, and whether anybody on record uses the words."""
    if entry is None:
        return messages["unsaid"]
    opposing = [other for topic in topics for other in select_opposing(entries, topic)]
    speaker = format_label(entry.claim.actor)
    if opposing:
        opponent = format_label(opposing[0].claim.actor)
        said = messages["disputed"].format(speaker=speaker, opponent=opponent)
    else:
        said = messages["party"].format(speaker=speaker)
    is_used = any(found.casefold() in (other.claim.summary or "").casefold() for other in entries)
    return said if is_used else f"{said} {messages['unused']}"


def _collect_long_words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3}
