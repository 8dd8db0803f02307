"""What is chosen in a picture, said in words."""

from geo.drawing.picture.paper import HALF_A4
from tests.drawing.picture.reading import draw, read_words
from tests.shipped_record import DATA, open_shipped


def test_an_svg_says_in_words_what_is_chosen_and_what_it_rests_on() -> None:
    said = read_words(draw(DATA, "region=Moscow&to=2023-05-03", format="svg", paper=HALF_A4))
    view = open_shipped("region=Moscow&to=2023-05-03")
    for words in (
        "region: Moscow",
        f"{len(view.kept)} of {len(view.record.events)} events",
        "outside the dates",
        view.record.version,
        "Natural Earth",
        "OpenStreetMap",
        " km",
        # The map goes to what was found.
        "Kaluga",
    ):
        assert words in said, words
