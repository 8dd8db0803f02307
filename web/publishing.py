"""Sites that this server writes: for a desk alone."""

from pathlib import Path

from geo.errors import GeoError
from geo.publishing.site.publish import Progress, SiteChoices, Written, publish_story
from web.settings import settings


def find_site_folder() -> Path:
    """Return the folder that a desk publishes to: SITE, or the folder `site` of the story."""
    chosen = settings()
    return chosen.site or chosen.files.folder / "site"


def publish_at_desk(choices: SiteChoices, on_progress: Progress) -> Written:
    """Write the site of the story that is served.

    Raises
    ------
    GeoError
        If no desk works here, another run is writing that site, or the story must not be published.
    """
    if not settings().desk:
        raise GeoError("found a server for readers, wanted one of a desk (DESK=1) to publish from")
    return publish_story(settings().files, choices, on_progress)
