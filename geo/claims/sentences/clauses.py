"""A statement as a clause that names its speaker."""

import re

from geo.claims.ledger.entry import Entry
from geo.claims.sentences.sentence_words import SentenceWords, load_sentence_words
from geo.claims.sentences.speakers import format_speaker
from geo.claims.sentences.texts import collapse_spaces, join_list, split_sentences

# A clause stays readable on a phone; only what the editor put after a semicolon is cut.
_LONGEST = 160


def _read_content(summary: str) -> str:
    """Return a summary as one clause, without a sentence end or a semicolon of its own.

    What follows a semicolon goes into brackets, or is left out where that gets long.

    >>> _read_content("A drone hit power lines; no victims. He named nobody.")
    'A drone hit power lines (no victims, He named nobody)'
    """
    sentences = (text for _, text in split_sentences(collapse_spaces(summary)))
    parts = re.split(r";\s+", "; ".join(sentences))
    head, *tail = (part.rstrip(".!?;: ") for part in parts)
    tail = [part for part in tail if part]
    whole = f"{head} ({', '.join(tail)})"
    return whole if tail and len(whole) <= _LONGEST else head


def format_predicate(entry: Entry, words: SentenceWords) -> str:
    """Return what follows the speaker: a summary that reads on, or one set after a colon."""
    claim = entry.claim
    stance = words.stances.get(claim.stance, words.stances["asserts"])
    content = _read_content(claim.summary or "")
    if content and claim.reads_on:
        return content[0].lower() + content[1:]
    if content and claim.stance != "neither_confirms_nor_denies":
        return f"{stance.lead}: {content}"
    about = claim.about[0] if claim.about else "occurrence"
    topic = words.topics.get(about, words.topics["occurrence"])
    return stance.plain.format(topics=_format_topics(entry, words), denied=topic.denied)


def _format_topics(entry: Entry, words: SentenceWords) -> str:
    named = [words.topics[topic].phrase for topic in entry.claim.about if topic in words.topics]
    return join_list(named, words.conjunction) or words.topics["occurrence"].phrase


def format_brief_predicate(entry: Entry, words: SentenceWords) -> str:
    """Return what follows the speaker in a line: the brief form where the claim has one."""
    return collapse_spaces(entry.claim.brief) or format_predicate(entry, words)


def format_clause(entry: Entry, opens: bool = True) -> str:
    """Return a statement as a clause that names its speaker, without a full stop.

    Parameters
    ----------
    entry : Entry
    opens : bool
        Whether the clause opens a sentence.

    Examples
    --------
    A summary that is a bare statement is set after its speaker, one that reads on continues:

    >>> from types import SimpleNamespace
    >>> from geo.events import Actor
    >>> claim = SimpleNamespace(
    ...     stance="asserts", about=("occurrence",), reads_on=False,
    ...     actor=Actor(name="Ben Marsh", role="governor of North Region"),
    ...     summary="A drone hit power facilities; no victims.",
    ... )
    >>> format_clause(Entry("substation-fire", claim, None, None, False, None, None))
    'Ben Marsh, governor of North Region: A drone hit power facilities (no victims)'
    >>> claim.summary, claim.reads_on = "Said nobody was hurt.", True
    >>> format_clause(Entry("substation-fire", claim, None, None, False, None, None))
    'Ben Marsh, governor of North Region, said nobody was hurt'
    """
    predicate = format_predicate(entry, load_sentence_words())
    return join_clause(format_speaker(entry.claim.actor, opens), predicate)


def join_clause(speaker: str, predicate: str) -> str:
    """Return a speaker and what follows as one clause; a colon needs neither comma nor space."""
    is_quoted = predicate.startswith(":")
    return f"{speaker.rstrip(',')}{predicate}" if is_quoted else f"{speaker} {predicate}"
