"""A statement as a clause that names its speaker."""

import re
from itertools import pairwise

from geo.claims.entry import Entry
from geo.claims.sentence_words import SentenceWords, load_sentence_words
from geo.claims.speakers import format_speaker
from geo.claims.texts import collapse_spaces, join_list, lower_first_word

_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=\w)")
# An opening up to its comma, and the word after it.
_ASIDE = re.compile(r"[^,;:]*, (\w+)")
# A clause stays readable on a phone; only what the editor put after a semicolon is cut.
_LONGEST = 160


def split_sentences(text: str) -> list[tuple[int, str]]:
    """Return the sentences of a text, each with the position of its first character.

    >>> split_sentences("St. Albert was quiet. Brightwater was not.")
    [(0, 'St. Albert was quiet.'), (22, 'Brightwater was not.')]
    """
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(text))]
    ends = [*(match.start() for match in _SENTENCE_END.finditer(text)), len(text)]
    return [(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]


def _read_content(summary: str, words: SentenceWords) -> str:
    """Return a summary as one clause, without a sentence end or a semicolon of its own.

    What follows a semicolon goes into brackets, or is left out where that gets long.

    >>> from geo.claims.sentence_words import load_sentence_words
    >>> words = load_sentence_words()
    >>> _read_content("A drone hit power lines; no victims. He named nobody.", words)
    'A drone hit power lines (no victims, he named nobody)'
    """
    parts = re.split(r";\s+", _SENTENCE_END.sub("; ", collapse_spaces(summary)))
    head, *tail = (part.rstrip(".!?;: ") for part in parts)
    tail = [lower_first_word(part, words) for part in tail if part]
    whole = f"{head} ({', '.join(tail)})"
    return whole if tail and len(whole) <= _LONGEST else head


def _find_predicate(content: str, words: SentenceWords) -> str | None:
    """Return the content as the predicate of a speaker's name; None if it is not one.

    >>> from geo.claims.sentence_words import load_sentence_words
    >>> _find_predicate("Later that day said it was a drill", load_sentence_words())
    'later that day said it was a drill'
    >>> _find_predicate("First posts came at 22:09", load_sentence_words()) is None
    True
    >>> _find_predicate("At 14:00 residents heard two blasts", load_sentence_words()) is None
    True
    """
    uncapitalised = content[0].lower() + content[1:]
    opener, *rest = (word.rstrip(",") for word in uncapitalised.split()[:4])
    if opener in words.opening_verbs:
        return uncapitalised
    if opener in words.opening_adverbs and rest:
        verb_at = 2 if rest[0] in words.opening_fillers else 0
        if rest[verb_at:] and rest[verb_at] in words.opening_verbs:
            return uncapitalised
    aside = _ASIDE.match(uncapitalised)
    if aside and opener in words.opening_asides and aside[1] in words.opening_verbs:
        return f", {uncapitalised}"
    return None


def _is_sentence(content: str, words: SentenceWords) -> bool:
    """Return whether a bare statement is a whole sentence, judged by its first clause.

    >>> from geo.claims.sentence_words import load_sentence_words
    >>> for content in ("A drone crashed near the village", "Air defence downed a drone",
    ...                 "Another drone downed in the west"):
    ...     print(_is_sentence(content, load_sentence_words()))
    True
    True
    False
    """
    tokens = [token.casefold() for token in re.split(r"[,:(]", content)[0].split()]
    articles = {words.article, *words.indefinite.values()}
    return any(
        token in words.finite or (token in words.transitive and after in articles)
        for token, after in pairwise([*tokens[1:], ""])
    )


def _format_topics(entry: Entry, words: SentenceWords) -> str:
    named = [words.topics[topic].phrase for topic in entry.claim.about if topic in words.topics]
    return join_list(named, words.conjunction) or words.topics["occurrence"].phrase


def format_predicate(entry: Entry, words: SentenceWords) -> str:
    """Return what follows the speaker: the summary as a predicate, or set after a colon."""
    stance = words.stances.get(entry.claim.stance, words.stances["asserts"])
    content = _read_content(entry.claim.summary or "", words)
    predicate = _find_predicate(content, words) if content else None
    if predicate is not None:
        perceived = predicate.partition(" ")[0] in words.perceptions
        is_own = perceived and entry.claim.basis == "witnessed"
        return f"{words.own_account} {predicate}" if is_own else predicate
    if not content or entry.claim.stance == "neither_confirms_nor_denies":
        about = entry.claim.about[0] if entry.claim.about else "occurrence"
        topic = words.topics.get(about, words.topics["occurrence"])
        return stance.plain.format(topics=_format_topics(entry, words), denied=topic.denied)
    colon = "" if stance.lead.endswith(words.saying) and _is_sentence(content, words) else ":"
    return f"{stance.lead}{colon} {lower_first_word(content, words)}"


def join_speaker(actor: str, predicate: str, words: SentenceWords, opens: bool = False) -> str:
    """Return a speaker and a predicate as one clause."""
    named = format_speaker(actor, words, opens)
    # An explanation set off by a comma needs its second comma before the verb.
    closed = "," if re.search(r", (?!.*, and )", named) and not predicate.startswith(",") else ""
    return f"{named}{closed}{'' if predicate.startswith(',') else ' '}{predicate}"


def format_clause(entry: Entry, opens: bool = True) -> str:
    """Return a statement as a clause that names its speaker, without a full stop.

    Parameters
    ----------
    entry : Entry
    opens : bool
        Whether the clause opens a sentence.

    Examples
    --------
    A summary that is a bare statement is set after its speaker:

    >>> from types import SimpleNamespace
    >>> claim = SimpleNamespace(
    ...     id="c1", stance="asserts", about=("occurrence",), side="north", also_about=(),
    ...     actor="Ben Marsh, governor of North Region",
    ...     summary="A drone hit power facilities; no victims.",
    ... )
    >>> format_clause(Entry("substation-fire", claim, None, None, False, None, None))
    'Ben Marsh, governor of North Region, said: a drone hit power facilities (no victims)'
    """
    words = load_sentence_words()
    return join_speaker(entry.claim.actor, format_predicate(entry, words), words, opens)
