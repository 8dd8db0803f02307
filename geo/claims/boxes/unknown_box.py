"""The last of the four boxes: what is open, unchecked, or mentioned by nobody."""

from geo.claims.boxes.box_sentence import EXPECTED_TOPICS, BoxSentence, collect_keys, format_topics
from geo.claims.ledger.entry import Ledger
from geo.claims.origins.independent_origins import find_independent_origins
from geo.claims.sentences.clauses import format_clause
from geo.claims.sentences.sentence_words import SentenceWords
from geo.claims.sentences.texts import capitalise, end_sentence
from geo.claims.sides import Sides
from geo.claims.stances.stance_classes import OPEN, select_affirming, select_opposing

_CORE = ("occurrence", "perpetrator", "intent")


def describe_left_open(entries: Ledger, known: tuple[str, ...]) -> tuple[BoxSentence, ...]:
    """Return what speakers left open and nobody else has established."""
    return tuple(
        BoxSentence(end_sentence(format_clause(entry)), open_topics, (entry.key,))
        for entry in entries
        if entry.claim.stance in OPEN
        and (open_topics := tuple(topic for topic in entry.claim.about if topic not in known))
    )


def describe_unchecked(
    entries: Ledger, known: tuple[str, ...], sides: Sides, words: SentenceWords
) -> tuple[BoxSentence, ...]:
    """Return the main topics for which there is no witness, picture or document."""
    sentences = []
    for topic in _CORE:
        statements = (*select_affirming(entries, {topic}), *select_opposing(entries, topic))
        origins = find_independent_origins(entries, sides, {topic})
        if topic in known or not statements or any(origin.checkable for origin in origins):
            continue
        template = words.boxes["unchecked_one" if len(statements) == 1 else "unchecked"]
        topics = capitalise(words.topics[topic].phrase)
        text = template.format(topics=topics, count=len(statements))
        sentences.append(BoxSentence(text, (topic,), collect_keys(statements)))
    return tuple(sentences)


def describe_silent(entries: Ledger, words: SentenceWords) -> tuple[BoxSentence, ...]:
    """Return the topics that nobody spoke about, in one sentence; empty if there are none."""
    spoken = {topic for entry in entries for topic in entry.claim.about}
    silent = tuple(topic for topic in EXPECTED_TOPICS if topic not in spoken)
    if not silent:
        return ()
    topics = format_topics(silent, words, words.alternative)
    return (BoxSentence(words.boxes["silent"].format(topics=topics), silent, ()),)
