"""The stories that browser tests run on, and what shows them: the app, or a published site.

The explorer is one, though served in two ways. A test that uses `story` or `visit` runs on
`SURFACES`: on the app with the shipped story, and on the site of another story, so that what is
shown depends neither on the story nor on how it is served. A test is marked

- `only_app` where the site has no such thing, with the reason beside it;
- `only_shipped` where it is about the contents of the shipped story, in the app;
- `every_story` where an app may show one story well and another not.

One that opens pages of its own may name a few.
"""

from dataclasses import dataclass
from functools import cache

import pytest
from geopandas import GeoDataFrame

from geo.story.view import View, open_view
from tests.browser.running_app import ROOT

FOLDERS = {
    "shipped": ROOT / "data",
    "fiji": ROOT / "tests/data/fiji",
    "ships": ROOT / "tests/data/ships",
}
"""The shipped story; one across 180 degrees with a file of borders; one with a bundled border."""

SITE = "site of "
"""Starts the name of a story that a site shows."""

SURFACES = ("shipped", f"{SITE}fiji")

only_app = only_shipped = pytest.mark.parametrize("story", ["shipped"], indirect=True)
every_story = pytest.mark.parametrize("story", FOLDERS, indirect=True)


@cache
def _open_view(name: str) -> View:
    return open_view(FOLDERS[name])


@dataclass(frozen=True)
class ServedStory:
    """A story that an app or a site shows.

    Attributes
    ----------
    name : str
        Of `FOLDERS`.
    address : str
        Of the app or the site, to which a path or a query is added.
    is_site : bool
    """

    name: str
    address: str
    is_site: bool = False

    @property
    def served_as(self) -> str:
        """The name that `serve` has for it."""
        return f"{SITE}{self.name}" if self.is_site else self.name

    @property
    def view(self) -> View:
        """All of the story."""
        return _open_view(self.name)

    @property
    def events(self) -> GeoDataFrame:
        """Its events."""
        return self.view.record.events

    @property
    def groups(self) -> dict[str, str]:
        """The label of each group that has events, by its id."""
        labels = self.view.story.group_labels
        return {name: labels[name] for name in labels if (self.events["group"] == name).any()}

    @property
    def first_group(self) -> str:
        """The id of the first of them."""
        return next(iter(self.groups))

    @property
    def fullest_event(self) -> str:
        """The id of the event with most claims."""
        return str(self.events["claims"].map(len).idxmax())

    def count(self, group: str) -> int:
        """Return how many events a group has."""
        return int((self.events["group"] == group).sum())
