"""What a file says of where its events come from."""

from pathlib import Path

from geo.publishing.export.provenance import describe_provenance
from geo.story.view import open_view

SHIPS = Path(__file__).parents[2] / "data/ships"


def test_the_accuracy_is_stated_in_exports() -> None:
    assert "The border is true to about 1000 m" in describe_provenance(open_view(SHIPS)).method
