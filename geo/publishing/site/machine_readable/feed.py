"""The feed of the site (Atom): new events, changed events and corrections, the newest first."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from markupsafe import escape

from geo.publishing.parts.words import title_event
from geo.publishing.site.paths import CORRECTIONS, FEED, START
from geo.publishing.site.plan.history import News, list_news
from geo.publishing.site.plan.plan import Plan
from geo.story.corrections.sentences import describe_corrections, join_sentences
from geo.times import DAY

_ATOM = "http://www.w3.org/2005/Atom"
# After so many entries no further day is added. A day is always complete, so that no event is left
# out only because of its place in the alphabet.
_ENOUGH = 100
# A feed is requested every hour by each who follows it.
_MOST = 500
_MOST_LINES = 20
# Where no day is known: a feed cannot be without one.
_UNDATED = "1970-01-01"


def write_feed(plan: Plan) -> bytes:
    """Return the feed as Atom (RFC 4287), with one entry for each event and day.

    Names are made from the address of the site, the event and the day, so that they stay when the
    story is renamed, and whatever else is added or removed; without an address, from the title of
    the story in its place. Links are relative to the feed where the address is not known.

    Parameters
    ----------
    plan : Plan
    """
    story, about = plan.view.story, plan.view.record.about
    news = list(_choose_latest(list_news(plan.changes, plan.corrections, plan.folders)))
    # Our own sentences are English; a story's language is only that of the names on its map.
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(root, "id", _name(plan, ""))
    _add(root, "title", story.title)
    if story.subtitle:
        _add(root, "subtitle", story.subtitle)
    _add(root, "updated", max([_instant(_find_day(plan)), *map(_date_news, news)]))
    _add(ET.SubElement(root, "author"), "name", about.get("attribution") or story.title)
    if about.get("licence"):
        _add(root, "rights", about["licence"])
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=_link(plan, FEED))
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=_link(plan, START))
    for one, corrected in zip(news, _describe_corrections(plan, news), strict=True):
        _add_entry(root, plan, one, [*_describe_changes(one), *corrected])
    ET.indent(root)
    text: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"


def _find_day(plan: Plan) -> str:
    """Return the day of the data: as they say, else of their last version, else of an event."""
    record = plan.view.record
    versions = record.history.versions
    last = record.extents["utc"]
    if plan.day or versions:
        return plan.day or versions[-1].date
    return f"{last.end - DAY:%Y-%m-%d}" if last else _UNDATED


def _choose_latest(news: Iterable[News]) -> Iterator[News]:
    """Yield the news of the latest days, whole days as long as a feed can hold them."""
    count = 0
    for _, of_day in groupby(news, key=lambda one: one.day):
        if count >= _ENOUGH:
            return
        for one in of_day:
            if count < _MOST:
                count += 1
                yield one


def _describe_changes(one: News) -> Iterator[str]:
    """Yield what each version of the day changed; a later one reads as such."""
    said: set[str] = set()
    for change in one.changes:
        again = " again" if change.kind in said else ""
        said.add(change.kind)
        parts = ", ".join(change.parts)
        if change.is_withdrawn:
            yield "No longer in the record, or under another name: see the page of corrections."
        elif change.is_new:
            yield "New in the record."
        elif change.is_reworded:
            yield f"Only the wording has changed{again}, in: {parts}."
        else:
            yield f"Changed{again}: {parts}."


def _describe_corrections(plan: Plan, news: list[News]) -> Iterator[list[str]]:
    """Yield the corrections of each of the news in words, and how many more there are."""
    story, events = plan.view.story, plan.view.record.events
    corrections = [each for one in news for each in one.corrections[:_MOST_LINES]]
    described = iter(describe_corrections(corrections, story, events))
    for one in news:
        lines = [join_sentences(next(described)) for _ in one.corrections[:_MOST_LINES]]
        more = len(one.corrections) - len(lines)
        yield [*lines, f"And {more} more, on the page of the event."] if more else lines


def _name_kind(one: News) -> str:
    if one.changes and not one.changes[-1].parts:
        return one.changes[-1].kind.capitalize()
    if one.is_new:
        return "New"
    if one.corrections:
        return "Correction" if len(one.corrections) == 1 else "Corrections"
    return "Reworded" if one.is_reworded else "Changed"


def _add_entry(root: ET.Element, plan: Plan, one: News, lines: Iterable[str]) -> None:
    # A withdrawn event is shown by its name only.
    title, path = one.event, CORRECTIONS
    if one.event in plan.folders:
        title = title_event(plan.view.record.events.loc[one.event], plan.view.story)
        path = plan.event_path(one.event)
    node = ET.SubElement(root, "entry")
    _add(node, "id", _name(plan, f"{one.event}/{one.day}"))
    _add(node, "title", f"{_name_kind(one)}: {title}")
    _add(node, "updated", _date_news(one))
    page = _link(plan, path)
    ET.SubElement(node, "link", rel="alternate", type="text/html", href=page)
    content = "".join(f"<li>{escape(line)}</li>" for line in lines)
    _add(node, "content", f"<ul>{content}</ul>").set("type", "html")


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    node = ET.SubElement(parent, name)
    # Characters that XML cannot hold, which a text of several lines may.
    node.text = "".join(
        char for char in text if char in "\t\n" or (char >= " " and char not in "\ufffe\uffff")
    )
    return node


def _date_news(one: News) -> str:
    """Return the moment of an entry: a second later for whatever comes after on the same day.

    Changes have a day and no clock; a reader of the feed looks at an entry again if it is later.
    """
    return _instant(one.day, len(one.changes) + len(one.corrections) - 1)


def _instant(day: str, seconds: int = 0) -> str:
    minutes, second = divmod(min(seconds, 24 * 60 * 60 - 1), 60)
    hour, minute = divmod(minutes, 60)
    return f"{day}T{hour:02}:{minute:02}:{second:02}Z"


def _name(plan: Plan, key: str) -> str:
    return uuid5(NAMESPACE_URL, f"{plan.base_url or plan.view.story.title}\n{key}").urn


def _link(plan: Plan, path: str) -> str:
    return plan.whole_address(path) or path
