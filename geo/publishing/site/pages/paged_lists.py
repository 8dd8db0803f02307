"""Lists that grow with the record, split into pages that a reader's browser can show."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby
from typing import TypeVar

import pandas as pd
from markupsafe import Markup

from geo.claims.sentences.speakers import count_speakers
from geo.publishing.export.pieces import Pieces
from geo.publishing.parts.all_statements import ACROSS, count_statements, describe_differences
from geo.publishing.site.folder.file import File
from geo.publishing.site.pages.claims_links import list_filters
from geo.publishing.site.pages.head import describe_page
from geo.publishing.site.pages.listed_events import describe_rows, link_event
from geo.publishing.site.pages.render import render_page, render_part
from geo.publishing.site.paths import CLAIMS, CORRECTIONS, EVENTS, INDEX
from geo.publishing.site.plan.plan import Plan
from geo.story.corrections.sentences import CorrectionWords, describe_corrections
from geo.times import describe_date

Row = TypeVar("Row")

# 500 events in a list are 170 kB of HTML, and 12 kB on the way.
MOST_ROWS = 500


@dataclass(frozen=True)
class ListPage:
    """A page of a list that has several.

    Attributes
    ----------
    path : str
        Within the site.
    number : int
        Counted from 1.
    words : str
        What its rows are, for the links that lead to it.
    """

    path: str
    number: int
    words: str


def write_events_pages(plan: Plan, pieces: Pieces | None = None) -> Iterator[File]:
    """Yield the pages that list all events, the latest first, by month.

    Parameters
    ----------
    plan : Plan
    pieces : Pieces, optional
        The rows of lists as they were written before.
    """
    count, subtitle = len(plan.events), plan.view.story.subtitle
    parts = [plan.events.iloc[list(part)] for part in split_rows(range(count))]
    pages = [
        ListPage(_name_page(EVENTS, "list", number), number, _name_months(part))
        for number, part in enumerate(parts, 1)
    ]
    for page, part in zip(pages, parts, strict=True):
        up = "../" * page.path.count("/")
        ids = part.index.tolist()
        write = partial(_write_rows, plan, part, up)
        kind = "\n".join(["list", up, *map(plan.event_path, ids)])
        rows = pieces.find_or_write(kind, ids, write) if pieces else write()
        title = _title_page("All events", page)
        words = f"{title} of the record, by month, each with who says what. {subtitle}"
        head = describe_page(plan, title, page.path, words)
        values = {"rows": Markup(rows.decode()), "events": count, "pages": pages, "page": page}
        yield page.path, render_page(plan, "events.html", head, **values)


def _write_rows(plan: Plan, events: pd.DataFrame, up: str) -> bytes:
    """Return the rows of a list of events, by month."""
    rows = describe_rows(plan, events)
    months = [(month, list(of)) for month, of in groupby(rows, key=lambda row: row["month"])]
    return render_part(plan, "months.html", {"months": months, "up": up}).encode()


def write_claims_pages(plan: Plan, pieces: Pieces | None = None) -> Iterator[File]:
    """Yield the pages of all statements: how many on what, and where record and rule differ.

    Parameters
    ----------
    plan : Plan
    pieces : Pieces, optional
        What was found and written before.
    """
    events, story = plan.view.record.events, plan.view.story
    claims = list(chain.from_iterable(events["claims"]))
    by_stance, by_side = (count_statements(claims, story, across) for across in ACROSS)
    rows = [
        row
        for part in split_rows(events.index.tolist())
        for row in _find_differences(plan, part, pieces)
    ]
    parts = split_rows(rows)
    pages = [
        ListPage(_name_page(CLAIMS, "claims", number), number, _name_places(number, part))
        for number, part in enumerate(parts, 1)
    ]
    counts = {
        "by_stance": render_part(plan, "claims/counts.html", by_stance),
        "by_side": render_part(plan, "claims/counts.html", by_side),
        "events": len(events),
        "statements": len(claims),
        "speakers": count_speakers(claim.actor for claim in claims),
    }
    for page, part in zip(pages, parts, strict=True):
        up = "../" * page.path.count("/")
        shown = [row | {"link": f"{up}{row['link']}"} for row in part]
        found = {"events": len(events), "differing": len(rows), "rows": shown}
        write = partial(_write_differences, plan, found)
        kind = f"differences {json.dumps(found)}"
        differences = pieces.find_or_write(kind, (), write) if pieces else write()
        title = _title_page("Who says what", page)
        words = f"{title} of the record, counted by topic, stance and side. {story.subtitle}"
        # Links of the app lead to the first page.
        filters = list_filters() if page.number == 1 else []
        head = describe_page(plan, title, page.path, words, has_scripts=bool(filters))
        values = {**counts, "differences": Markup(differences.decode()), "filters": filters}
        values |= {"pages": pages, "page": page}
        yield page.path, render_page(plan, "claims.html", head, **values)


def _find_differences(
    plan: Plan, ids: Sequence[str], pieces: Pieces | None
) -> list[dict[str, object]]:
    """Return the rows of `describe_differences` that are of some events."""
    record = plan.view.record

    def write() -> bytes:
        about = {*ids, *chain.from_iterable(record.reported_under.get(one, ()) for one in ids)}
        events = record.events[record.events.index.isin(about)]
        found = describe_differences(events, plan.view.story, plan.event_path, among=ids)
        return json.dumps(found["rows"]).encode()

    kind = "\n".join(["differing", *map(plan.event_path, ids)])
    rows: list[dict[str, object]] = json.loads(
        pieces.find_or_write(kind, ids, write) if pieces else write()
    )
    return rows


def _write_differences(plan: Plan, found: dict[str, object]) -> bytes:
    return render_part(plan, "claims/differences.html", found).encode()


def write_corrections_pages(plan: Plan) -> Iterator[File]:
    """Yield the pages of all corrections, the newest first, by day."""
    described = describe_corrections(plan.corrections[::-1], plan.view.story, plan.events)
    # Each event has many corrections.
    links = {event: link_event(plan, event) for event in {one.event for one in plan.corrections}}
    parts = split_rows(described)
    pages = [
        ListPage(_name_page(CORRECTIONS, "corrections", number), number, _name_days(part))
        for number, part in enumerate(parts, 1)
    ]
    for page, part in zip(pages, parts, strict=True):
        days = [
            (day, [(one, *links[one.correction.event]) for one in each])
            for day, each in groupby(part, key=lambda one: one.correction.date)
        ]
        title = _title_page("Corrections", page)
        words = f"{title} of the record, each with its reason. {plan.view.story.subtitle}"
        head = describe_page(plan, title, page.path, words)
        values = {"days": days, "count": len(described), "pages": pages, "page": page}
        yield page.path, render_page(plan, "corrections.html", head, **values)


def split_rows(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """Return rows in parts of at most `MOST_ROWS`; one empty part without rows.

    Examples
    --------
    >>> split_rows(range(1_002)), split_rows("")
    ([range(0, 500), range(500, 1000), range(1000, 1002)], [''])
    """
    starts = range(0, max(len(rows), 1), MOST_ROWS)
    return [rows[start : start + MOST_ROWS] for start in starts]


def _name_page(first: str, folder: str, number: int) -> str:
    """Return where a page of a list lies; below ``events/`` an event may have any name."""
    return first if number == 1 else f"{folder}/{number}/{INDEX}"


def _title_page(name: str, page: ListPage) -> str:
    return name if page.number == 1 else f"{name}, page {page.number}"


def _name_months(events: pd.DataFrame) -> str:
    """Return the months of some events, the latest first."""
    starts = events["start_local"]
    ends = dict.fromkeys(f"{one:%B %Y}" for one in (*starts[:1], *starts[-1:]))
    return " to ".join(ends)


def _name_days(corrections: Sequence[CorrectionWords]) -> str:
    """Return the days of some corrections, the newest first."""
    days = dict.fromkeys(str(one.correction.date) for one in (*corrections[:1], *corrections[-1:]))
    return " to ".join(map(describe_date, days))


def _name_places(number: int, rows: Sequence[object]) -> str:
    """Return the places of some rows in the whole list."""
    before = (number - 1) * MOST_ROWS
    return f"differences {before + 1:,} to {before + len(rows):,}"
