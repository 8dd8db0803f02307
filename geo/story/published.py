"""What of a desk's file may leave the desk: published events, without the desk's own notes."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd
from geopandas import GeoDataFrame

from geo.events import Claim
from geo.events.columns.shared_values import find_shared
from geo.story.versions.changes import Version

# What of an event stays at the desk.
DESK_MEMBERS = ("note", "checked")


def keep_published(events: GeoDataFrame) -> GeoDataFrame:
    """Return the published events as everybody outside the desk may see them.

    Parameters
    ----------
    events : GeoDataFrame, n rows
        As `read_events` gives them: drafts and withdrawn events among them.

    Returns
    -------
    GeoDataFrame, at most n rows
        Without `note` and `checked`, and without references to events that are not published:
        not even the id of a draft is shown.
    """
    is_published = events["workflow"] == "published"
    # Most large files hold nothing else, and need not be copied.
    published = events if is_published.all() else events[is_published]
    shared = find_shared(published, ["claims"])
    few = published["claims"].iloc[shared.first]
    claims = shared.spread(
        tuple(_drop_unpublished(one, published.index) for one in each) for each in few
    )
    return published.assign(
        claims=pd.Series(claims, published.index, dtype=object), **dict.fromkeys(DESK_MEMBERS)
    )


def list_unpublished(events: GeoDataFrame, versions: Iterable[Version]) -> frozenset[str]:
    """Return the ids of events that stay at the desk.

    One that was withdrawn is not among them if a version had it: that it is gone, and why, is no
    secret. A version has only what was published then.
    """
    ids = events.index[events["workflow"] != "published"]
    return frozenset(ids) - list_withdrawn(events, versions)


def list_withdrawn(events: GeoDataFrame, versions: Iterable[Version]) -> frozenset[str]:
    """Return the ids of events that the desk has withdrawn after a version had them."""
    versions = tuple(versions)
    ids = events.index[events["workflow"] == "withdrawn"]
    return frozenset(one for one in ids if any(one in each.fingerprints for each in versions))


def _drop_unpublished(claim: Claim, published: pd.Index) -> Claim:
    if not claim.also_about:
        return claim
    known = tuple(one for one in claim.also_about if one in published)
    return claim if known == claim.also_about else replace(claim, also_about=known)
