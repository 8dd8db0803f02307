"""What pages are by the words of schema.org, without a word that the record does not support.

An event's page is a page about a place and about claims, each with who makes it. It is neither an
`Event`, which would state that it happened, nor a `ClaimReview`: that rates one claim, and the
record verifies the event, not each statement on it.
"""

import pandas as pd

from geo.claims import Entry
from geo.events import Source
from geo.events.sparse.defaults import PLACE_UNKNOWN, PLACE_UNNAMED
from geo.publishing.parts.ledger import Case
from geo.publishing.site.machine_readable.licence_address import find_licence_address
from geo.publishing.site.paths import DOWNLOADS, START
from geo.publishing.site.plan.plan import Plan
from geo.story.story_file import Story

_CONTEXT = "https://schema.org"
# Our own sentences are English; a story's language is only that of the names on its map.
_LANGUAGE = "en"


def describe_event_page(plan: Plan, case: Case, title: str, description: str) -> dict[str, object]:
    """Return the page of an event as a `WebPage`: its place, its claims, its sources."""
    event = case.event
    return _without_empty(
        {
            "@context": _CONTEXT,
            "@type": "WebPage",
            "name": title,
            "description": description,
            "inLanguage": _LANGUAGE,
            "url": plan.whole_address(plan.event_path(case.id)),
            "dateModified": plan.last_changed[case.id],
            "license": _find_licence(plan),
            "isPartOf": _describe_site(plan),
            "about": _place(event),
            "mentions": [_describe_claim(entry, plan.view.story) for entry in case.statements],
            "citation": [_describe_source(source) for source in event.sources],
        }
    )


def describe_start_page(plan: Plan) -> dict[str, object]:
    """Return the site as a `WebSite` that holds a `Dataset`."""
    about, story = plan.view.record.about, plan.view.story
    return _describe_site(plan) | _without_empty(
        {
            "@context": _CONTEXT,
            "description": story.subtitle,
            "inLanguage": _LANGUAGE,
            "hasPart": _without_empty(
                {
                    "@type": "Dataset",
                    "name": about.get("title", story.title),
                    "description": "What is said about contested events, by whom, and how far each "
                    "is verified. Not a census: what was found, not how often it happened."
                    + (f" {story.subtitle}." if story.subtitle else ""),
                    "version": about.get("version", ""),
                    "identifier": plan.view.record.version,
                    "dateModified": plan.latest_change,
                    "license": _find_licence(plan),
                    "creator": _without_empty({"@type": "Organization", "name": _find_maker(plan)}),
                    "url": plan.whole_address(DOWNLOADS),
                }
            ),
        }
    )


def _describe_site(plan: Plan) -> dict[str, object]:
    url = plan.whole_address(START)
    return _without_empty({"@type": "WebSite", "name": plan.view.story.title, "url": url})


def _find_maker(plan: Plan) -> str:
    return plan.view.record.about.get("attribution", "")


def _find_licence(plan: Plan) -> str:
    return find_licence_address(plan.view.record.about.get("licence", ""))


def _place(event: pd.Series) -> dict[str, object] | None:
    """Return where it is said to have been: a circle where the place is not known to the point."""
    name = "" if event.place in (PLACE_UNKNOWN, PLACE_UNNAMED) else str(event.place)
    place = _without_empty({"@type": "Place", "name": name})
    if pd.isna(event.lon):
        return place if name else None
    middle = {"@type": "GeoCoordinates", "latitude": event.lat, "longitude": event.lon}
    if pd.isna(event.radius_m) or not event.radius_m:
        return place | {"geo": middle}
    radius = f"{event.radius_m:g}"
    return place | {"geo": {"@type": "GeoCircle", "geoMidpoint": middle, "geoRadius": radius}}


def _describe_claim(entry: Entry, story: Story) -> dict[str, object]:
    claim, source = entry.claim, entry.source
    return _without_empty(
        {
            "@type": "Claim",
            # The stance: a denial must not read as what it denies.
            "text": f"{claim.actor} ({story.label('stance', claim.stance).lower()}): "
            f"{claim.summary}",
            "appearance": _describe_source(source) if source else None,
        }
    )


def _describe_source(source: Source) -> dict[str, object]:
    return _without_empty(
        {
            "@type": "CreativeWork",
            "name": source.title or source.publisher,
            "url": source.url,
            "publisher": {"@type": "Organization", "name": source.publisher},
            "datePublished": source.date,
        }
    )


def _without_empty(members: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in members.items() if value not in (None, "", [], ())}
