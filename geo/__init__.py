"""Contested events, their claims, times, places and distances: a library without a user interface.

A notebook needs few names; they are imported when they are first used::

    from geo import open_view, export_view, cite
"""

from importlib import import_module

_HOMES = {
    "open_view": "geo.story.view",
    "export_view": "geo.publishing.export",
    "cite": "geo.publishing.citation",
    "ledger": "geo.claims",
    "attribution_line": "geo.claims",
    "read_events": "geo.events",
    "read_border": "geo.border",
    "distance_to_border": "geo.border",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'geo' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*globals(), *_HOMES]
