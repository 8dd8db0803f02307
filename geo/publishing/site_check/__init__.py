"""Whether a published site is complete: its own links lead somewhere, and it loads only its own."""

from geo.publishing.site_check.browser import count_visits, visit_pages
from geo.publishing.site_check.files import check_files
from geo.publishing.site_check.site_files import SiteFiles, SiteProblem, read_site

__all__ = [
    "SiteFiles",
    "SiteProblem",
    "check_files",
    "count_visits",
    "read_site",
    "visit_pages",
]
