"""The whole story as a folder of plain files that any web server serves; see docs/publishing.md."""

from geo.publishing.site.build import build_site
from geo.publishing.site.plan import Plan, plan_site
from geo.publishing.site.write import write_site

__all__ = ["Plan", "build_site", "plan_site", "write_site"]
