"""The whole story as a folder of plain files that any web server serves; see docs/publishing.md."""

from geo.publishing.site.build import build_site
from geo.publishing.site.plan import Plan, plan_site
from geo.publishing.site.publish import SiteChoices, Written, publish_story
from geo.publishing.site.write import write_site

__all__ = [
    "Plan",
    "SiteChoices",
    "Written",
    "build_site",
    "plan_site",
    "publish_story",
    "write_site",
]
