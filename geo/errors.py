"""The errors that this library raises for input from outside."""


class GeoError(Exception):
    """Input that cannot be used; the message says where, what was found and what was wanted."""


class EventFileError(GeoError):
    """An event file without an event that can be read."""


class BorderFileError(GeoError):
    """A border file without a polygon to measure from."""


class StoryFileError(GeoError):
    """A story folder that lacks its story file, or a story file that cannot be used."""


class ExportError(GeoError):
    """A file that cannot be written: an unknown kind, or a place where nothing can be written."""


class LinkError(GeoError):
    """A query with a part that cannot be used, asked where no part may be ignored."""
