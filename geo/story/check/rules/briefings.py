"""Rules of briefings and lead: sentences rest on the record and state no claim as a fact."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from geo.claims.wording.guard import find_wording_warnings
from geo.claims.wording.language import choose_language
from geo.errors import quote
from geo.story.briefings.briefing import Briefing, Step, read_step_link
from geo.story.briefings.references import find_reference
from geo.story.check.finding import Finding, Grade
from geo.story.parts.annotation import Annotation
from geo.story.parts.sentence import Sentence
from geo.story.record import Record
from geo.story.story_file import Story

_BACKING = "a claim, source or event of the record"
_SPEAKER = "the words of the speaker"


@dataclass(frozen=True)
class TextContext:
    """What texts of a story are checked against, their language, and the whole of them."""

    file: str
    record: Record
    story: Story
    language: str | None
    text: str

    @classmethod
    def of_briefing(cls, briefing: Briefing, record: Record, story: Story, file: str) -> Self:
        """Return that of the texts of a briefing."""
        texts = [briefing.title, *(text for step in briefing.steps for text in _list_texts(step))]
        return cls(file, record, story, briefing.language or story.language, " ".join(texts))

    @classmethod
    def of_story(cls, texts: Iterable[str], record: Record, story: Story) -> Self:
        """Return that of texts in story.json that belong together."""
        return cls("story.json", record, story, story.language, " ".join(texts))


def check_briefing(
    briefing: Briefing, record: Record, story: Story, file: str = "briefing"
) -> tuple[Finding, ...]:
    """Return what is wrong with a briefing, checked against its story and record.

    A briefing must not be shown where a sentence rests on what the record does not hold; where a
    sentence, a headline or the title states as fact what the ledger of one of its events holds as
    a claim only; nor where a text is not in the language that is stated, so that nothing has read
    it. A language without word lists is named and shown: the desk has to read it.

    Parameters
    ----------
    briefing : Briefing
    record : Record
        Of published events.
    story : Story
    file : str
        Name of the briefing's file, for the findings.
    """
    context = TextContext.of_briefing(briefing, record, story, file)
    about = {event for step in briefing.steps for event in _find_events(step, record)}
    of_steps = (finding for step in briefing.steps for finding in _check_step(step, context))
    return (*_check_wording(briefing.title, "title", about, context), *of_steps)


def check_lead(story: Story, record: Record, briefings: Collection[str]) -> tuple[Finding, ...]:
    """Return what is wrong with the lead of a story; it is shown only where nothing must change.

    Parameters
    ----------
    story : Story
    record : Record
        Of published events.
    briefings : collection of str
        Names of the story's briefings.
    """
    lead = story.lead
    if lead is None:
        return ()
    texts = [lead.question, *(sentence.text for sentence in lead.sentences)]
    context = TextContext.of_story(texts, record, story)
    findings = [*_check_texts(lead.question, lead.sentences, "lead", context)]
    if lead.briefing is not None and lead.briefing not in briefings:
        wanted = ", ".join(sorted(briefings)) or "no briefing: the story has none"
        findings.append(
            Finding("must", "story.json", "lead, briefing", quote(lead.briefing), wanted)
        )
    return tuple(findings)


def check_annotation(annotation: Annotation, story: Story, record: Record) -> tuple[Finding, ...]:
    """Return what is wrong with a note on the axes of time; it is shown only without any.

    Parameters
    ----------
    annotation : Annotation
    story : Story
    record : Record
        Of published events.
    """
    context = TextContext.of_story([annotation.text], record, story)
    where = f"annotations, {annotation.from_}"
    # It is its own headline: what is wrong with it is said once.
    return tuple(dict.fromkeys(_check_texts(annotation.text, [annotation], where, context)))


def _check_step(step: Step, context: TextContext) -> Iterator[Finding]:
    where = f"step {step.id}"
    for part in read_step_link(step, context.record)[1]:
        yield Finding("should", context.file, *part.within(f"{where}, view"))
    yield from _check_texts(step.headline, step.all_sentences, where, context)


def _check_texts(
    headline: str, sentences: Iterable[Sentence], where: str, context: TextContext
) -> Iterator[Finding]:
    """Check sentences against what each rests on, and their headline against all of that."""
    known: set[str] = set()
    for sentence in sentences:
        own = set()
        for address in sentence.rests_on:
            reference = find_reference(address, context.record.events)
            if reference is None:
                yield Finding("must", context.file, f"{where}, rests_on", quote(address), _BACKING)
            else:
                own.add(reference.event)
        yield from _check_wording(sentence.text, where, own, context)
        known |= own
    yield from _check_wording(headline, where, known, context)


def _check_wording(
    text: str, where: str, about: set[str], context: TextContext
) -> Iterator[Finding]:
    """Check a text against each event alone: corroboration of one does not count for another."""
    choice = choose_language(text, context.language, context.text)
    if choice.problem:
        # A wrong language can be corrected; in one without word lists the desk must read the text.
        grade: Grade = "must" if choice.is_misstated else "should"
        yield Finding(grade, context.file, where, f"{quote(text)}: {choice.problem}", "")
        return
    found = {
        (warning.start, warning.found): warning.reason
        for event in sorted(about)
        for warning in find_wording_warnings(
            text,
            context.record.ledgers.build(event),
            context.story.declared_sides,
            choice.language,
        )
    }
    for (_, words), reason in sorted(found.items()):
        yield Finding(
            "must", context.file, where, f"{quote(words)} in {text!r}", f"{_SPEAKER}. {reason}"
        )


def _find_events(step: Step, record: Record) -> Iterator[str]:
    """Yield the events that the sentences of a step rest on."""
    for sentence in step.all_sentences:
        for address in sentence.rests_on:
            if reference := find_reference(address, record.events):
                yield reference.event


def _list_texts(step: Step) -> Iterator[str]:
    yield step.headline
    yield from (sentence.text for sentence in step.all_sentences)
