"""The wording guard: it reports where a text states as fact what only somebody claims."""

from collections.abc import Iterable
from dataclasses import dataclass

from geo.claims.clauses import format_clause, split_sentences
from geo.claims.ledger import Ledger
from geo.claims.voices import NO_VOICES, Voices
from geo.claims.wording.context import is_attributed, is_negated, split_segments
from geo.claims.wording.standing import describe_standing, find_closest, select_open_topics
from geo.claims.wording.word_lists import WordLists, list_languages, load_word_lists

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
    text: str, entries: Ledger, voices: Voices = NO_VOICES, language: str = "en"
) -> tuple[WordingWarning, ...]:
    """Return where a text states as fact what the ledger holds only as somebody's word.

    Parameters
    ----------
    text : str
        A title, a caption, a paragraph.
    entries : tuple of Entry
        The ledger of the event the text is about, as known at whatever moment.
    voices : Voices
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

    Examples
    --------
    >>> [warning.found for warning in find_wording_warnings("Drones attacked the palace.", ())]
    ['attacked']
    >>> find_wording_warnings("The mayor said drones attacked the palace.", ())
    ()

    An attribution does not cover what a sentence takes for granted:

    >>> [warning.found for warning in find_wording_warnings(
    ...     "The mayor said the parade would go ahead despite the attack.", ())]
    ['attack']
    """
    lists = load_word_lists().get(language)
    if lists is None:
        known = ", ".join(list_languages())
        raise ValueError(f"wording: found language {language!r}, wanted one of {known}")
    warnings: list[WordingWarning] = []
    for start, sentence in split_sentences(text):
        for offset, segment in split_segments(sentence, lists):
            warnings += _find_contested(segment, start + offset, entries, voices, lists)
            warnings += _find_factive(segment, start + offset, entries, voices, lists)
    return tuple(sorted(warnings, key=lambda warning: warning.start))


def _find_contested(
    segment: str, start: int, entries: Ledger, voices: Voices, lists: WordLists
) -> Iterable[WordingWarning]:
    reported: list[range] = []
    for listed in lists.contested:
        for match in listed.regex.finditer(segment):
            span = range(*match.span())
            if any(span.start < other.stop and other.start < span.stop for other in reported):
                continue
            topics = select_open_topics(listed.topics, entries, voices)
            if not topics or is_attributed(segment, match, lists):
                continue
            reported.append(span)
            entry = find_closest(segment, topics, entries)
            standing = describe_standing(match[0], entry, topics, entries, lists.messages)
            yield WordingWarning(
                start + match.start(),
                start + match.end(),
                match[0],
                lists.messages["contested"].format(
                    found=match[0], reason=listed.reason, standing=standing
                ),
                entry.key if entry else None,
                f"{format_clause(entry)}." if entry else lists.messages["offer_unsaid"],
            )


def _find_factive(
    segment: str, start: int, entries: Ledger, voices: Voices, lists: WordLists
) -> Iterable[WordingWarning]:
    for listed in lists.factive:
        for match in listed.regex.finditer(segment):
            entry = find_closest(segment, _FACTIVE_TOPICS, entries)
            about = entry.claim.about if entry else ("occurrence",)
            if not select_open_topics(about, entries, voices) or is_negated(segment, match):
                continue
            yield WordingWarning(
                start + match.start(),
                start + match.end(),
                match[0],
                lists.messages["factive"].format(found=match[0], reason=listed.reason),
                entry.key if entry else None,
                lists.messages["offer_said"].format(offer=listed.offer, found=match[0]),
            )
