"""Who says what about an event, with sources, to be pasted elsewhere: as text and as HTML."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from geo.claims import Entry, sort_officials_first
from geo.events.vocabulary import label
from geo.publishing.parts.card import group_by_stance
from geo.publishing.parts.ledger import Case, describe_head
from geo.story.parts.basis import format_footnote
from geo.times import describe_date


@dataclass(frozen=True)
class CopiedText:
    """One content for the clipboard: plain text, and HTML with links."""

    text: str
    html: str


def copy_statements(case: Case, address: str) -> CopiedText:
    """Return who says what about an event at a moment, each with its source.

    Parameters
    ----------
    case : Case
    address : str
        Where readers find it, with the version of the data.

    Returns
    -------
    CopiedText
        Without statements it says that none is on record.
    """
    opening = list(_list_opening(case))
    ordered = sort_officials_first(case.statements, case.view.story.declared_sides)
    story, note = case.view.story.title, format_footnote(case.view.story.basis)
    text = ["\n".join([str(case.event.title), *opening])]
    html = [Markup("<h2>{}</h2>").format(case.event.title)]
    html += [Markup("<p>{}</p>").format(line) for line in opening]
    for heading, entries in group_by_stance(ordered):
        if entries:
            text.append("\n".join([heading, *(f"- {_write_text(entry)}" for entry in entries)]))
            items = Markup("").join(_write_item(entry) for entry in entries)
            html.append(Markup("<h3>{}</h3><ul>{}</ul>").format(heading, items))
    text.append(f"{note}\n{story}: {address}")
    html.append(Markup('<p>{}<br><a href="{}">{}</a></p>').format(note, address, story))
    return CopiedText("\n\n".join(text) + "\n", str(Markup("\n").join(html)))


def _list_opening(case: Case) -> Iterator[str]:
    event, head = case.event, describe_head(case, "")
    zone = event.tz.replace("_", " ")
    yield f"{head['when']} ({zone}), {head['where']}"
    aspects = f" ({head['aspects']})" if head["aspects"] else ""
    verified = label("verification", event.verification) + aspects
    yield f"{verified}; attribution: {label('attribution', event.attribution)}"
    if case.moment:
        yield f"As known at {case.moment} ({head['zone']})"
    yield str(head["line"])


def _describe(entry: Entry) -> tuple[str, str, str]:
    """Return who speaks, with which stance and when, and what is said."""
    claim = entry.claim
    said = describe_date(claim.said_at) if claim.said_at else "undated"
    return str(claim.actor), f"{label('stance', claim.stance)}, {said}", claim.summary or ""


def _write_text(entry: Entry) -> str:
    speaker, how, words = _describe(entry)
    return f"{speaker} ({how}): {words} [{_name_source(entry, with_address=True)}]"


def _write_item(entry: Entry) -> Markup:
    speaker, how, words = _describe(entry)
    source: str = escape(_name_source(entry))
    if entry.source and entry.source.url:
        source = Markup('<a href="{}">{}</a>').format(entry.source.url, source)
    return Markup("<li><b>{}</b> ({}): {} [{}]</li>").format(speaker, how, words, source)


def _name_source(entry: Entry, with_address: bool = False) -> str:
    source = entry.source
    if source is None:
        return "no source named"
    parts = [source.publisher, describe_date(source.date) if source.date else None]
    if with_address:
        parts.append(source.url)
    return ", ".join(part for part in parts if part)
