"""The feed of the site (Atom): new events, changed events and corrections, the newest first."""

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from geo.publishing.site.history import Change
from geo.publishing.site.plan import Plan
from geo.publishing.site.sentences import title_event
from geo.story.correction_sentences import describe_corrections, join_sentences

PATH = "feed.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_MOST = 100
# Where no day is known: a feed cannot be without one.
_UNDATED = "1970-01-01"


@dataclass(frozen=True)
class _Entry:
    key: str
    day: str
    title: str
    words: str
    path: str


def write_feed(plan: Plan) -> bytes:
    """Return the feed as Atom (RFC 4287).

    Names are made from the story, the event and the version, so that they stay when the site
    moves. Links are relative to the feed where the address of the site is not known.

    Parameters
    ----------
    plan : Plan
    """
    story, about = plan.view.story, plan.view.record.about
    entries = sorted(
        [*_list_changed(plan), *_list_corrected(plan)],
        key=lambda entry: (entry.day, entry.key),
        reverse=True,
    )[:_MOST]
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": story.language or "en"})
    _add(root, "id", _name(plan, ""))
    _add(root, "title", story.title)
    if story.subtitle:
        _add(root, "subtitle", story.subtitle)
    newest = max([plan.day or _UNDATED, *(entry.day for entry in entries)])
    _add(root, "updated", _instant(newest))
    _add(ET.SubElement(root, "author"), "name", about.get("attribution") or story.title)
    if about.get("licence"):
        _add(root, "rights", about["licence"])
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=_link(plan, PATH))
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=_link(plan, "index.html"))
    for entry in entries:
        _add_entry(root, plan, entry)
    ET.indent(root)
    text: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"


def _list_changed(plan: Plan) -> list[_Entry]:
    events = plan.view.record.events
    return [
        _Entry(
            key=f"{one.event}/{one.version}",
            day=one.date,
            title=f"{_name_change(one)}: " + title_event(events.loc[one.event], plan.view.story),
            words=_say_change(one),
            path=plan.event_path(one.event),
        )
        for one in plan.changes
        if one.event in plan.folders
    ]


def _name_change(one: Change) -> str:
    if one.is_new:
        return "New"
    return "Reworded" if one.is_reworded else "Changed"


def _say_change(one: Change) -> str:
    if one.is_new:
        return "New in the record."
    parts = ", ".join(one.parts)
    if one.is_reworded:
        return f"Only the wording has changed, in: {parts}."
    return f"Changed: {parts}."


def _list_corrected(plan: Plan) -> list[_Entry]:
    events, story = plan.view.record.events, plan.view.story
    described = describe_corrections(plan.corrections, story, events)
    return [
        _Entry(
            key=f"{one.event}/correction/{at}",
            day=one.date.isoformat(),
            title=f"Correction: {title_event(events.loc[one.event], story)}",
            words=join_sentences(words),
            path=plan.event_path(one.event),
        )
        for at, (one, words) in enumerate(zip(plan.corrections, described, strict=True))
        if one.event in plan.folders
    ]


def _add_entry(root: ET.Element, plan: Plan, entry: _Entry) -> None:
    node = ET.SubElement(root, "entry")
    _add(node, "id", _name(plan, entry.key))
    _add(node, "title", entry.title)
    _add(node, "updated", _instant(entry.day))
    ET.SubElement(node, "link", rel="alternate", type="text/html", href=_link(plan, entry.path))
    _add(node, "summary", entry.words)


def _add(parent: ET.Element, name: str, text: str) -> None:
    # Characters that XML cannot hold, which a text of several lines may.
    ET.SubElement(parent, name).text = "".join(
        char for char in text if char in "\t\n" or (char >= " " and char not in "\ufffe\uffff")
    )


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"


def _name(plan: Plan, key: str) -> str:
    return uuid5(NAMESPACE_URL, f"{plan.view.story.title}\n{key}").urn


def _link(plan: Plan, path: str) -> str:
    return plan.whole_address(path) or path
