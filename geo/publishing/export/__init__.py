"""The events of a view as files that say where they come from."""

from geo.publishing.export.computed import add_computed
from geo.publishing.export.files import export_view, write_file
from geo.publishing.export.formats import FORMATS, name_file, stream_view
from geo.publishing.export.geojson import build_features
from geo.publishing.export.provenance import describe_provenance
from geo.publishing.export.selection import prepare_export

__all__ = [
    "FORMATS",
    "add_computed",
    "build_features",
    "describe_provenance",
    "export_view",
    "name_file",
    "prepare_export",
    "stream_view",
    "write_file",
]
