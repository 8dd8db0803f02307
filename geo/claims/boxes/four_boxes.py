"""Four boxes: what we know, what is claimed, what is disputed, what we do not know."""

from collections.abc import Iterable
from dataclasses import dataclass

from geo.claims.boxes.box_sentence import EXPECTED_TOPICS, BoxSentence, collect_keys, format_topics
from geo.claims.boxes.unknown_box import describe_left_open, describe_silent, describe_unchecked
from geo.claims.ledger.build import sort_by_certainty
from geo.claims.ledger.entry import Entry, Ledger
from geo.claims.origins.corroboration import find_counted_origins, is_corroborated
from geo.claims.sentences.clauses import format_clause
from geo.claims.sentences.sentence_words import SentenceWords, load_sentence_words
from geo.claims.sentences.speakers import format_label, format_speaker
from geo.claims.sentences.texts import capitalise, end_sentence, join_list
from geo.claims.sides import Sides
from geo.claims.stances.perpetrators import PERPETRATOR, find_rivals
from geo.claims.stances.stance_classes import (
    CHECKABLE,
    TOPICS,
    counts_as_voice,
    select_affirming,
    select_opposing,
)
from geo.events import Actor


@dataclass(frozen=True)
class Boxes:
    """The four boxes; each may be empty."""

    known: tuple[BoxSentence, ...]
    claimed: tuple[BoxSentence, ...]
    disputed: tuple[BoxSentence, ...]
    unknown: tuple[BoxSentence, ...]


def build_boxes(entries: Ledger, sides: Sides) -> Boxes:
    """Return what is known, claimed, disputed and unknown, derived from a ledger by rule.

    Parameters
    ----------
    entries : tuple of Entry
        A ledger, as known at whatever moment.
    sides : Sides
        The sides of the story.

    Returns
    -------
    Boxes
        Every sentence names who says it. A ledger without claims fills the last box alone.

    Notes
    -----
    A topic is known where two origins affirm it, one of them open to check (`is_corroborated`);
    else disputed where somebody affirms and somebody else opposes, or where accounts of who did
    it name different perpetrators; else claimed. Unknown is
    what nobody spoke about, what speakers left open while it was not known, and what has only
    words for it: no witness, picture or document from outside the parties.
    """
    words = load_sentence_words()
    entries = sort_by_certainty(entries)
    known = tuple(topic for topic in EXPECTED_TOPICS if is_corroborated(entries, topic, sides))
    disputed = tuple(
        topic for topic in TOPICS if topic not in known and _is_disputed(entries, topic)
    )
    return Boxes(
        known=_write_known(entries, known, sides, words),
        claimed=_write_claimed(entries, {*known, *disputed}),
        disputed=tuple(_write_disputed(entries, topic, sides, words) for topic in disputed),
        unknown=(
            *describe_left_open(entries, known),
            *describe_unchecked(entries, known, sides, words),
            *describe_silent(entries, words),
        ),
    )


def _is_disputed(entries: Ledger, topic: str) -> bool:
    if topic == PERPETRATOR and find_rivals(entries):
        return True
    affirming = {entry.claim.actor for entry in select_affirming(entries, {topic})}
    opposing = {entry.claim.actor for entry in select_opposing(entries, topic)}
    return bool(affirming and opposing) and len(affirming | opposing) > 1


def _write_known(
    entries: Ledger, topics: tuple[str, ...], sides: Sides, words: SentenceWords
) -> tuple[BoxSentence, ...]:
    # Topics that rest on the same statements share a sentence.
    shared: dict[Ledger, dict[str, int]] = {}
    for topic in topics:
        origins = find_counted_origins(entries, topic, sides)
        open_to_check = [origin for origin in origins if origin.checkable] or origins
        quoted = tuple(_choose_clearest(origin.entries, sides) for origin in open_to_check)
        shared.setdefault(quoted + select_opposing(entries, topic), {})[topic] = len(origins)
    return tuple(
        BoxSentence(
            words.boxes["known" if len(set(counts.values())) == 1 else "known_least"].format(
                topics=capitalise(format_topics(counts, words, words.conjunction)),
                clauses="; ".join(format_clause(entry, opens=False) for entry in quoted),
                count=min(counts.values()),
            ),
            tuple(counts),
            collect_keys(quoted),
        )
        for quoted, counts in shared.items()
    )


def _choose_clearest(entries: Ledger, sides: Sides) -> Entry:
    """Return the statement of an origin that shows best why it is more than a word."""
    return max(
        entries,
        key=lambda entry: (
            counts_as_voice(entry, sides),
            entry.claim.side not in sides.parties,
            entry.claim.basis in CHECKABLE,
            entry.claim.stance == "corroborates",
        ),
    )


def _write_claimed(entries: Ledger, decided: set[str]) -> tuple[BoxSentence, ...]:
    statements = {entry.key for entry in select_affirming(entries, TOPICS)}
    statements |= {entry.key for topic in TOPICS for entry in select_opposing(entries, topic)}
    sentences = []
    for entry in entries:
        topics = tuple(topic for topic in entry.claim.about if topic not in decided)
        if topics and entry.key in statements:
            sentences.append(BoxSentence(end_sentence(format_clause(entry)), topics, (entry.key,)))
    return tuple(sentences)


def _write_disputed(entries: Ledger, topic: str, sides: Sides, words: SentenceWords) -> BoxSentence:
    taking_part = (*select_affirming(entries, {topic}), *select_opposing(entries, topic))
    by_position: dict[str, dict[Actor, None]] = {}
    for entry in taking_part:
        position = _describe_position(entry, topic, sides, words)
        by_position.setdefault(position, {})[entry.claim.actor] = None
    positions = (
        f"{_name_speakers(actors, entries, words)} {position}"
        for position, actors in by_position.items()
    )
    text = words.boxes["disputed"].format(
        topics=capitalise(words.topics[topic].phrase), positions="; ".join(positions)
    )
    return BoxSentence(text, (topic,), collect_keys(taking_part))


def _describe_position(entry: Entry, topic: str, sides: Sides, words: SentenceWords) -> str:
    """Return what a speaker did, and whom it names where the topic is who did it."""
    took = words.stances[entry.claim.stance].took
    if topic != PERPETRATOR or not entry.claim.accuses:
        return took
    return f"{took} (naming {', '.join(sides.label(name) for name in entry.claim.accuses)})"


def _name_speakers(actors: Iterable[Actor], entries: Ledger, words: SentenceWords) -> str:
    names = [_name_speaker(actor, entries) for actor in actors]
    listed = join_list([name.rstrip(",") for name in names], words.conjunction)
    return f"{listed}," if names[-1].endswith(",") else listed


def _name_speaker(actor: Actor, entries: Ledger) -> str:
    """Return a speaker without explanation; with one where two share the name, or it holds one."""
    others = {entry.claim.actor for entry in entries} - {actor}
    label = format_label(actor)
    is_shared = label in map(format_label, others)
    is_explained = actor.short is None and "," in label
    return format_speaker(actor) if is_shared or is_explained else label
