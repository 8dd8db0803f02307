"""The scripts of the page of claims, by which links of the app find the page of an event."""

from collections.abc import Iterator
from pathlib import Path

from geo.link.parameters import list_parameters
from geo.publishing.site.folder.file import File
from geo.publishing.site.pages.scripts import assign, join_classic_script
from geo.publishing.site.plan.plan import Plan

_FOLDER = Path(__file__).parent / "claims"


def write_claims_links(plan: Plan) -> Iterator[File]:
    """Yield the script that reads a link, and the folders of the events, which it loads if asked.

    Parameters
    ----------
    plan : Plan
    """
    yield "claims/old_links.js", join_classic_script(_FOLDER / "old_links.js")
    yield "claims/folders.js", assign("SITE_FOLDERS", dict(plan.folders))


def list_filters() -> list[str]:
    """Return the parameters of links that ask for a part of the record; the zone alone does not."""
    return [row.name for row in list_parameters() if row.hides_by_itself]
