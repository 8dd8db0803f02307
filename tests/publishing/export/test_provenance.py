"""What a file says of where its events come from."""

from dataclasses import replace
from pathlib import Path

from geo.publishing.export.provenance import describe_provenance
from geo.story.basis import Basis
from geo.story.view import open_view

SHIPS = Path(__file__).parents[2] / "data/ships"


def test_the_accuracy_is_stated_in_exports() -> None:
    assert "The border is true to about 1000 m" in describe_provenance(open_view(SHIPS)).method


def test_the_method_says_what_the_story_says_its_record_is_made_from() -> None:
    view = open_view(SHIPS)
    assert describe_provenance(view).method.startswith("Not a census. start and end (not included)")
    basis = Basis(found_in="logs of the harbour")
    own = replace(view.current, story=view.story.model_copy(update={"basis": basis}))
    method = describe_provenance(replace(view, current=own)).method
    assert method.startswith("Found in logs of the harbour; not a census. start and end")
