"""The wording guard: a sentence that tells as fact what only somebody claims is pointed out."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from geo.claims import Entry, Ledger, clause
from geo.claims.clauses import split_sentences
from geo.claims.corroboration import corroborated
from geo.claims.ledger import surest_first
from geo.claims.origins import affirming, opposing
from geo.claims.speakers import short_name, voice
from geo.claims.wording.lists import WordLists, languages, read_lists
from geo.claims.words import Words, read_words


@dataclass(frozen=True)
class WordingWarning:
    """One place in a text that tells a claim as fact.

    Attributes
    ----------
    start, end : int
        Where it stands in the text, end exclusive.
    found : str
        The words.
    reason : str
        Why they are no plain words here, and whose word it is.
    claim : str or None
        Key of the statement on record that comes closest; None if nobody is on record.
    offer : str
        An attributed wording, or how to come to one.
    """

    start: int
    end: int
    found: str
    reason: str
    claim: str | None
    offer: str


def wording_warnings(
    text: str, entries: Ledger, parties: Collection[str] = (), language: str = "en"
) -> tuple[WordingWarning, ...]:
    """Return where a text states as fact what the ledger holds only as somebody's word.

    Parameters
    ----------
    text : str
        A title, a caption, a paragraph.
    entries : tuple of Entry
        The ledger of the event the text is about, as known at whatever moment.
    parties : collection of str
        Sides that are parties to the conflict.
    language : str
        Code of the language of the text.

    Returns
    -------
    tuple of WordingWarning
        In the order of the text. Empty where every loaded word is attributed, hedged, or
        corroborated on record. It does not read: a text without warnings is not thereby true.

    Raises
    ------
    ValueError
        If there are no word lists for the language; silence would look like approval.

    Examples
    --------
    >>> [warning.found for warning in wording_warnings("Drones attacked the Kremlin.", ())]
    ['attacked']
    >>> wording_warnings("Moscow said drones attacked the Kremlin.", ())
    ()

    An attribution does not cover what a sentence takes for granted:

    >>> [warning.found for warning in wording_warnings(
    ...     "Peskov said the parade would go ahead despite the attack.", ())]
    ['attack']
    """
    lists = read_lists().get(language)
    if lists is None:
        raise ValueError(f"wording: language {language!r}, wanted one of {', '.join(languages())}")
    warnings: list[WordingWarning] = []
    for start, sentence in split_sentences(text):
        for offset, segment in _segments(sentence, lists):
            at = start + offset
            warnings += _contested(segment, at, entries, parties, lists, language)
            warnings += _factive(segment, at, entries, parties, lists)
    return tuple(sorted(warnings, key=lambda warning: warning.start))


def _segments(sentence: str, lists: WordLists) -> list[tuple[int, str]]:
    """Return the parts of a sentence that an attribution reaches across, with their offsets."""
    ends = [match.end() for match in re.finditer(";", sentence)]
    ends += [match.start() for match in lists.breaks.found.finditer(sentence)]
    cuts = [0, *sorted(ends), len(sentence)]
    return [(a, sentence[a:b]) for a, b in pairwise(cuts) if sentence[a:b].strip()]


def _is_attributed(segment: str, match: re.Match[str], lists: WordLists) -> bool:
    before, after = segment[: match.start()], segment[match.end() :]
    granted = list(lists.presupposing.found.finditer(before))
    if granted:
        # "despite the alleged attack" is hedged where it counts.
        return bool(lists.hedges.found.search(before, granted[-1].end()))
    if lists.attributes.search(before) or lists.hedges.found.search(before):
        return True
    return bool(lists.ends.search(after) or lists.resting.found.search(after))


def _contested(
    segment: str,
    at: int,
    entries: Ledger,
    parties: Collection[str],
    lists: WordLists,
    language: str,
) -> Iterable[WordingWarning]:
    taken: list[range] = []
    words = read_words(language)
    for listed in lists.contested:
        for match in listed.found.finditer(segment):
            span = range(*match.span())
            if any(span.start < other.stop and other.start < span.stop for other in taken):
                continue
            topics = _open_topics(listed.topics, entries, parties)
            if not topics or _is_attributed(segment, match, lists):
                continue
            taken.append(span)
            entry = _closest(segment, topics, entries)
            yield WordingWarning(
                at + match.start(),
                at + match.end(),
                match[0],
                lists.messages["contested"].format(
                    found=match[0],
                    reason=listed.reason,
                    standing=_standing(match[0], entry, topics, entries, lists.messages, words),
                ),
                entry.key if entry else None,
                f"{clause(entry, language)}." if entry else lists.messages["offer_unsaid"],
            )


def _factive(
    segment: str, at: int, entries: Ledger, parties: Collection[str], lists: WordLists
) -> Iterable[WordingWarning]:
    for listed in lists.factive:
        for match in listed.found.finditer(segment):
            entry = _closest(segment, ("occurrence", "perpetrator", "damage"), entries)
            about = entry.claim.about if entry else ("occurrence",)
            if not _open_topics(about, entries, parties) or _negated(segment, match):
                continue
            yield WordingWarning(
                at + match.start(),
                at + match.end(),
                match[0],
                lists.messages["factive"].format(found=match[0], reason=listed.reason),
                entry.key if entry else None,
                lists.messages["offer_said"].format(offer=listed.offer, found=match[0]),
            )


def _negated(segment: str, match: re.Match[str]) -> bool:
    return bool(
        re.search(
            r"(?:\b(?:not|never|nor|neither|nobody|nothing|to)|n't)\s+(?:\w+\s+)?$",
            segment[: match.start()],
        )
    )


def _open_topics(
    topics: Iterable[str], entries: Ledger, parties: Collection[str]
) -> tuple[str, ...]:
    """Return the topics on which the ledger holds words only; all where it holds nothing."""
    topics = tuple(topics)
    spoken = tuple(
        topic for topic in topics if any(topic in entry.claim.about for entry in entries)
    )
    return tuple(topic for topic in spoken or topics if not corroborated(entries, topic, parties))


def _closest(segment: str, topics: Collection[str], entries: Ledger) -> Entry | None:
    """Return the affirming statement on the topics that shares most words with a text."""
    wanted = _long_words(segment)

    def closeness(entry: Entry) -> tuple[int, int]:
        shared = len(wanted & _long_words(entry.claim.summary or ""))
        return shared, len(set(topics) & set(entry.claim.about))

    return max(affirming(surest_first(entries), topics), key=closeness, default=None)


def _long_words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3}


def _standing(
    found: str,
    entry: Entry | None,
    topics: Iterable[str],
    entries: Ledger,
    messages: Mapping[str, str],
    words: Words,
) -> str:
    if entry is None:
        return messages["unsaid"]
    against = [other for topic in topics for other in opposing(entries, topic)]
    speaker = voice(short_name(entry.claim.actor), words)
    if against:
        opponent = voice(short_name(against[0].claim.actor), words)
        standing = messages["disputed"].format(speaker=speaker, opponent=opponent)
    else:
        standing = messages["party"].format(speaker=speaker)
    used = any(found.casefold() in (other.claim.summary or "").casefold() for other in entries)
    return standing if used else f"{standing} {messages['unused']}"
