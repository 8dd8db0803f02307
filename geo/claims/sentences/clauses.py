"""A statement as a clause that names its speaker."""

import re

from geo.claims.ledger.entry import Entry
from geo.claims.sentences.sentence_words import SentenceWords, load_sentence_words
from geo.claims.sentences.speakers import format_speaker
from geo.claims.sentences.texts import (
    collapse_spaces,
    find_quoted,
    find_sentence_ends,
    join_list,
)
from geo.events import Claim

# A line stays readable on a phone; longer summaries need a brief form.
_LONGEST_IN_LINE = 300
_SEMICOLON = re.compile(r";\s+")


def _read_content(summary: str) -> str:
    """Return a summary as one clause, without a sentence end or a semicolon of its own.

    What follows goes into brackets, all of it: the denial often comes last. What stands in
    quotation marks or brackets stays as it is.

    >>> _read_content("A drone hit power lines; no victims. He named nobody.")
    'A drone hit power lines (no victims, He named nobody)'
    >>> _read_content("The sheet has “Army; denied. Rebels” in it; nobody is named.")
    'The sheet has “Army; denied. Rebels” in it (nobody is named)'
    """
    head, *tail = _split_parts(collapse_spaces(summary)) or [""]
    return f"{head} ({', '.join(tail)})" if tail else head


def _split_parts(text: str) -> list[str]:
    """Return the parts between sentence ends and semicolons; a question keeps its mark.

    >>> _split_parts("A drone fell; was it theirs? He did not say.")
    ['A drone fell', 'was it theirs?', 'He did not say']
    """
    quoted = find_quoted(text)
    spans = [*find_sentence_ends(text), *(match.span() for match in _SEMICOLON.finditer(text))]
    breaks = sorted(
        span for span in spans if not any(start < span[0] < end for start, end in quoted)
    )
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    parts = [text[start:end].rstrip(".!;: ") for start, end in zip(starts, ends, strict=True)]
    return [part for part in parts if part.strip("? ")]


def has_room_in_line(claim: Claim) -> bool:
    """Return whether a line has room for the words of a claim: its brief form or all it says."""
    return bool(claim.brief) or len(_read_content(claim.summary or "")) <= _LONGEST_IN_LINE


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
    """Return what follows the speaker in a line: the brief form where the claim has one.

    Empty where a line has no room for all that the summary says: what is left out could say the
    opposite.
    """
    if not has_room_in_line(entry.claim):
        return ""
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
