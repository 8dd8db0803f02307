"""A sheet with merged cells, and what is read of such sheets, for tests."""

from geo.importing import Outcome
from tests.importing.reading import import_text

ODS_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
# A date and a place over two rows each; row 4 has a title alone of its own.
ROWS: list[list[object]] = [
    ["Date", "Place", "Title"],
    ["2023-05-03", "Aden", "Smoke was reported"],
    [None, None, "A fire was reported"],
    ["2023-05-04", "Mokha", "A siren was heard"],
]


def read(content: bytes, answer: str = "", name: str = "a.xlsx") -> Outcome:
    """Return what a sheet gives, with an answer to the question about merged cells."""
    return import_text(content, {"merged": answer} if answer else {}, name=name)
