"""The wording guard: it reports where a text states as fact what only somebody claims."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.claims.ledger.entry import Ledger
from geo.claims.sentences.clauses import format_clause
from geo.claims.sentences.texts import end_sentence, split_sentences
from geo.claims.sides import NO_SIDES, Sides
from geo.claims.wording.context import is_attributed, is_negated, split_segments
from geo.claims.wording.on_record import describe_on_record, find_closest, select_open_topics
from geo.claims.wording.perpetrators import find_perpetrators_in_segment
from geo.claims.wording.word_lists import (
    WordLists,
    list_languages,
    load_messages,
    load_word_lists,
)

_FACTIVE_TOPICS = ("occurrence", "perpetrator", "damage")


@dataclass(frozen=True)
class WordingWarning:
    """One place in a text that states a claim as fact.

    Attributes
    ----------
    start, end : int
        Its position in the text in characters, end exclusive.
    found : str
        The words.
    reason : str
        Why these words take a side here, and whose word it is.
    claim : str or None
        Key of the statement on record that comes closest; None if nobody is on record.
    offer : str
        An attributed wording, or how to find one.
    """

    start: int
    end: int
    found: str
    reason: str
    claim: str | None
    offer: str


def find_wording_warnings(
    text: str, entries: Ledger, sides: Sides = NO_SIDES, language: str = "en"
) -> tuple[WordingWarning, ...]:
    """Return where a text states as fact what the ledger holds only as somebody's word.

    Parameters
    ----------
    text : str
        A title, a caption, a paragraph.
    entries : tuple of Entry
        The ledger of the event the text is about, as known at whatever moment.
    sides : Sides
        The sides of the story.
    language : str
        Code of the language of the text.

    Returns
    -------
    tuple of WordingWarning
        In the order of the text. Empty where every loaded word is attributed, hedged, or
        corroborated on record. It does not read: a text without warnings may still be untrue.

    Raises
    ------
    ValueError
        If there are no word lists for the language; silence would look like approval.
        `geo.claims.wording.language.choose_language` says which there is for a text.

    Examples
    --------
    >>> [warning.found for warning in find_wording_warnings("Boats attacked the harbour.", ())]
    ['attacked']
    >>> find_wording_warnings("The mayor said boats attacked the harbour.", ())
    ()

    An attribution does not cover what a sentence takes for granted:

    >>> [warning.found for warning in find_wording_warnings(
    ...     "The mayor said the parade would go ahead despite the attack.", ())]
    ['attack']
    """
    lists = _get_lists(language)
    warnings: list[WordingWarning] = []
    for start, segment in _split(text, lists):
        found = list(_find_contested(segment, entries, sides, lists))
        reported = [range(warning.start, warning.end) for warning in found]
        found += _find_perpetrators(segment, entries, sides, lists, reported)
        found += _find_factive(segment, entries, sides, lists)
        warnings += [
            replace(warning, start=start + warning.start, end=start + warning.end)
            for warning in found
        ]
    return tuple(sorted(warnings, key=lambda warning: warning.start))


def _get_lists(language: str) -> WordLists:
    lists = load_word_lists().get(language)
    if lists is None:
        known = ", ".join(list_languages())
        raise ValueError(f"wording: found language {language!r}, wanted one of {known}")
    return lists


def _split(text: str, lists: WordLists) -> Iterator[tuple[int, str]]:
    """Yield the parts of a text within which an attribution holds, with their positions."""
    for start, sentence in split_sentences(text):
        for offset, segment in split_segments(sentence, lists):
            yield start + offset, segment


def _find_contested(
    segment: str, entries: Ledger, sides: Sides, lists: WordLists
) -> Iterator[WordingWarning]:
    reported: list[range] = []
    for listed in lists.contested:
        for match in listed.regex.finditer(segment):
            span = range(*match.span())
            if any(_overlap(span, other) for other in reported):
                continue
            topics = select_open_topics(listed.topics, entries, sides)
            if not topics or is_attributed(segment, match, lists):
                continue
            reported.append(span)
            yield _warn(span, segment, listed.reason, topics, entries)


def _find_perpetrators(
    segment: str, entries: Ledger, sides: Sides, lists: WordLists, reported: list[range]
) -> Iterator[WordingWarning]:
    """Yield parties stated to have done it, also where what happened is corroborated."""
    for perpetrator in find_perpetrators_in_segment(segment, sides, lists):
        if not any(_overlap(range(*perpetrator.verb), span) for span in reported):
            span = range(perpetrator.start, perpetrator.end)
            yield _warn(span, segment, lists.doing.reason, ("perpetrator",), entries)


def _warn(
    span: range, segment: str, reason: str, topics: tuple[str, ...], entries: Ledger
) -> WordingWarning:
    found, messages = segment[span.start : span.stop], load_messages()
    entry = find_closest(segment, topics, entries)
    on_record = describe_on_record(found, entry, topics, entries, messages)
    return WordingWarning(
        span.start,
        span.stop,
        found,
        messages["contested"].format(found=found, reason=reason, on_record=on_record),
        entry.key if entry else None,
        end_sentence(format_clause(entry)) if entry else messages["offer_unsaid"],
    )


def _find_factive(
    segment: str, entries: Ledger, sides: Sides, lists: WordLists
) -> Iterator[WordingWarning]:
    messages = load_messages()
    for listed in lists.factive:
        for match in listed.regex.finditer(segment):
            entry = find_closest(segment, _FACTIVE_TOPICS, entries)
            about = entry.claim.about if entry else ("occurrence",)
            if not select_open_topics(about, entries, sides) or is_negated(segment, match, lists):
                continue
            yield WordingWarning(
                match.start(),
                match.end(),
                match[0],
                messages["factive"].format(found=match[0], reason=listed.reason),
                entry.key if entry else None,
                messages["offer_said"].format(offer=listed.offer, found=match[0]),
            )


def _overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop
