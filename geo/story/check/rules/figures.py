"""Rules of figures: no text gives a distance, a day or a number that its record does not have.

Only English texts are read, and of these only what is certain: see `geo.story.check.stated`. A
figure may be that of something else than the event, so that all of this only should be looked at.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from geopandas import GeoDataFrame

from geo.claims.wording.language import choose_language
from geo.errors import quote
from geo.story.briefings.briefing import Briefing
from geo.story.briefings.references import find_reference
from geo.story.check.finding import Finding
from geo.story.check.remark import Checked, Remark
from geo.story.check.rules.briefings import TextContext
from geo.story.check.stated.contradictions import Figures, find_contradictions, read_figures
from geo.story.check.stated.on_record import OnRecord
from geo.story.parts.sentence import Sentence
from geo.story.record import Record
from geo.story.story_file import Story

_READ_LANGUAGE = "en"


def find_strange_figures(checked: Checked) -> Iterator[Remark]:
    """Yield days and numbers in titles and summaries that the event's own record does not have.

    Its distances are measured later: see `check_own_distances`.
    """
    for event, member, figures in _read_events(checked.events, checked.story, ""):
        row = checked.events.loc[event]
        held = [OnRecord(event, row, checked.ledgers[event], checked.story.zone)]
        for found, wanted in find_contradictions(figures, held, held):
            yield Remark(event, member, quote(found), wanted)


def check_own_distances(story: Story, record: Record, file: str) -> Iterator[Finding]:
    """Yield distances in titles and summaries that are neither measured nor stated by a claim.

    Parameters
    ----------
    story : Story
    record : Record
        Of published events: those of drafts are not measured.
    file : str
        Name of the file of events, for the findings.
    """
    if not record.borders:
        return
    for event, member, figures in _read_events(record.events, story, record.borders[0].name):
        if not figures.distances:
            continue
        row, ledger = record.events.loc[event], record.ledgers.build(event)
        held = [OnRecord(event, row, ledger, story.zone)]
        for found, wanted in find_contradictions(replace(figures, days=(), counts=()), held, held):
            yield Finding("should", file, member, quote(found), wanted, id=event)


def check_briefing_figures(
    briefing: Briefing, record: Record, story: Story, file: str
) -> Iterator[Finding]:
    """Yield figures of a briefing that the events of their step do not have.

    A sentence is about the events that it rests on, a headline about all of its step, the title
    about all of the briefing. No figure is named that another event of the step may have.

    Parameters
    ----------
    briefing : Briefing
    record : Record
        Of published events.
    story : Story
    file : str
        Name of the briefing's file, for the findings.
    """
    steps = [(f"step {one.id}", one.headline, one.all_sentences) for one in briefing.steps]
    every = [sentence for _, _, sentences in steps for sentence in sentences]
    context = _Context.of_briefing(briefing, record, story, file)
    about = _list_events(every, record)
    yield from _check_text(briefing.title, "title", about, about, context)
    for where, headline, sentences in steps:
        yield from _check_texts(headline, sentences, where, context)


def check_story_figures(story: Story, record: Record) -> Iterator[Finding]:
    """Yield figures of the lead and of the notes that the events they rest on do not have."""
    if lead := story.lead:
        texts = [lead.question, *(sentence.text for sentence in lead.sentences)]
        context = _Context.of_story(texts, record, story)
        yield from _check_texts(lead.question, lead.sentences, "lead", context)
    for note in story.annotations:
        about = _list_events([note], record)
        context = _Context.of_story([note.text], record, story)
        yield from _check_text(note.text, f"annotations, {note.from_}", about, about, context)


@dataclass(frozen=True)
class _Context(TextContext):
    """With what was looked up already."""

    held: dict[str, OnRecord] = field(default_factory=dict)

    def find_held(self, event: str) -> OnRecord:
        """Return what the record holds of an event."""
        if event not in self.held:
            row, ledger = self.record.events.loc[event], self.record.ledgers.build(event)
            own = tuple(text for text in (row.title, row.summary) if text)
            self.held[event] = OnRecord(event, row, ledger, self.story.zone, own)
        return self.held[event]


def _check_texts(
    headline: str, sentences: Iterable[Sentence], where: str, context: _Context
) -> Iterator[Finding]:
    sentences = tuple(sentences)
    around = _list_events(sentences, context.record)
    for sentence in sentences:
        own = _list_events([sentence], context.record)
        yield from _check_text(sentence.text, where, own, around, context)
    yield from _check_text(headline, where, around, around, context)


def _check_text(
    text: str, where: str, own: list[str], around: list[str], context: _Context
) -> Iterator[Finding]:
    borders = context.record.borders
    figures = read_figures(text, borders[0].name if borders else "")
    if figures.is_empty or not _is_read(text, context.language, context.text):
        return
    events = [[context.find_held(event) for event in listed] for listed in (own, around)]
    for found, wanted in find_contradictions(figures, *events):
        yield Finding("should", context.file, where, f"{quote(found)} in {text!r}", wanted)


def _list_events(sentences: Iterable[Sentence], record: Record) -> list[str]:
    """Return the events that sentences rest on, each once."""
    addresses = (address for sentence in sentences for address in sentence.rests_on)
    found = (find_reference(address, record.events) for address in addresses)
    return list(dict.fromkeys(one.event for one in found if one is not None))


def _read_events(
    events: GeoDataFrame, story: Story, border: str
) -> Iterator[tuple[str, str, Figures]]:
    """Yield each title and summary with figures: the event, the member, and what it gives."""
    for event, title, summary in events[["title", "summary"]].itertuples():
        around = f"{title} {summary or ''}"
        for member, text in (("title", title), ("summary", summary)):
            figures = read_figures(text or "", border)
            if not figures.is_empty and _is_read(text, story.language, around):
                yield event, member, figures


def _is_read(text: str, stated: str | None, around: str) -> bool:
    """Return whether a text is in the language whose figures are read."""
    return choose_language(text, stated, around).language == _READ_LANGUAGE
