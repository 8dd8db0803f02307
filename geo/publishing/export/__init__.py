"""The events of a view as files that say where they come from."""

from geo.publishing.export.files import export_view, write_file
from geo.publishing.export.formats import FORMATS, Format, file_name, stream_view
from geo.publishing.export.geojson import features_with_computed
from geo.publishing.export.provenance import METHOD, Provenance, provenance
from geo.publishing.export.tables import Taken, take, with_computed

__all__ = [
    "FORMATS",
    "METHOD",
    "Format",
    "Provenance",
    "Taken",
    "export_view",
    "features_with_computed",
    "file_name",
    "provenance",
    "stream_view",
    "take",
    "with_computed",
    "write_file",
]
