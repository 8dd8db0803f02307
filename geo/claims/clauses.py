"""The clause: a statement in words that name its speaker, never a bare statement."""

import re
from itertools import pairwise

from geo.claims.ledger import Entry
from geo.claims.speakers import join, lower, plain, voice
from geo.claims.words import Words, read_words

_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=\w)")
# Up to its comma, and the word after it.
_ASIDE = re.compile(r"[^,;:]*, (\w+)")
# A clause stays readable on a phone; what is cut was set apart by the editor.
_LONG = 160


def split_sentences(text: str) -> list[tuple[int, str]]:
    """Return the sentences of a text, each with where it starts.

    >>> split_sentences("St. Petersburg was quiet. Moscow was not.")
    [(0, 'St. Petersburg was quiet.'), (26, 'Moscow was not.')]
    """
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(text))]
    ends = [*(match.start() for match in _SENTENCE_END.finditer(text)), len(text)]
    return [(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]


def _content(summary: str, words: Words) -> str:
    """Return a summary as one clause, without a sentence end or a semicolon of its own.

    What follows a semicolon goes into brackets, or is left out where that gets long.

    >>> from geo.claims.words import read_words
    >>> _content("A drone hit power lines; no victims. He named nobody.", read_words())
    'A drone hit power lines (no victims, he named nobody)'
    """
    parts = re.split(r";\s+", _SENTENCE_END.sub("; ", plain(summary)))
    head, *tail = (part.rstrip(".!?;: ") for part in parts)
    tail = [lower(part, words) for part in tail if part]
    whole = f"{head} ({', '.join(tail)})"
    return whole if tail and len(whole) <= _LONG else head


def _predicate(content: str, words: Words) -> str | None:
    """Return the content as it reads on after a speaker's name; None if it does not.

    >>> from geo.claims.words import read_words
    >>> _predicate("Later that day said it was a drill", read_words())
    'later that day said it was a drill'
    >>> _predicate("First posts came at 22:09", read_words()) is None
    True
    >>> _predicate("At 14:00 residents heard two blasts", read_words()) is None
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


def _is_sentence(content: str, words: Words) -> bool:
    """Return whether a bare statement is a whole sentence, as far as its first clause tells.

    >>> from geo.claims.words import read_words
    >>> for content in ("A drone crashed near the village", "Air defence downed a drone",
    ...                 "Another drone downed in western Crimea"):
    ...     print(_is_sentence(content, read_words()))
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


def _topics(entry: Entry, words: Words) -> str:
    named = [words.topics[topic].phrase for topic in entry.claim.about if topic in words.topics]
    return join(named, words.conjunction) or words.topics["occurrence"].phrase


def says(entry: Entry, words: Words) -> str:
    """Return what follows the speaker: the summary as a predicate, or after a colon."""
    stance = words.stances.get(entry.claim.stance, words.stances["asserts"])
    content = _content(entry.claim.summary or "", words)
    predicate = _predicate(content, words) if content else None
    if predicate is not None:
        seen = predicate.partition(" ")[0] in words.perceptions
        own = seen and entry.claim.basis == "witnessed"
        return f"{words.own_account} {predicate}" if own else predicate
    if not content or entry.claim.stance == "neither_confirms_nor_denies":
        about = entry.claim.about[0] if entry.claim.about else "occurrence"
        topic = words.topics.get(about, words.topics["occurrence"])
        return stance.plain.format(topics=_topics(entry, words), denied=topic.denied)
    colon = "" if stance.lead.endswith(words.saying) and _is_sentence(content, words) else ":"
    return f"{stance.lead}{colon} {lower(content, words)}"


def spoken(actor: str, said: str, words: Words, opens: bool = False) -> str:
    """Return a speaker and what they said as one clause."""
    named = voice(actor, words, opens)
    # An explanation set off by a comma needs its second comma before the verb.
    closed = "," if re.search(r", (?!.*, and )", named) and not said.startswith(",") else ""
    return f"{named}{closed}{'' if said.startswith(',') else ' '}{said}"


def clause(entry: Entry, language: str = "en", opens: bool = True) -> str:
    """Return a statement as a clause that names its speaker, without a full stop.

    Parameters
    ----------
    entry : Entry
    language : str
        Language of the words around the summary; the summary stays as the editor wrote it.
    opens : bool
        Whether it opens a sentence.

    Examples
    --------
    A summary that is a bare statement is never let stand alone:

    >>> from types import SimpleNamespace
    >>> claim = SimpleNamespace(
    ...     id="c1", stance="asserts", about=("occurrence",), side="russia", also_about=(),
    ...     actor="Alexander Bogomaz, governor of Bryansk Region",
    ...     summary="A drone hit power facilities; no victims.",
    ... )
    >>> clause(Entry("trubchevsk", claim, None, None, False, None, None))
    'Alexander Bogomaz, governor of Bryansk Region, said: a drone hit power facilities (no victims)'
    """
    words = read_words(language)
    return spoken(entry.claim.actor, says(entry, words), words, opens)
