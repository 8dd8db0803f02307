"""The credits of a map: whole, each maker named once."""

import pytest

from geo.border.country import OSM_CREDIT
from geo.drawing.basemap.credits import ROADS_CREDIT, STREETS_CREDIT, TOWNS_CREDIT, join_credits

OSM = "© OpenStreetMap contributors, ODbL 1.0"


@pytest.mark.parametrize(
    ("credits", "ours", "joined"),
    [
        ([], [], []),
        (["Photos: A"], [], ["Photos: A"]),
        ([], [ROADS_CREDIT], [f"Roads, rail: {OSM}"]),
        (
            [f"Border: {OSM}", "Base map: Natural Earth"],
            [ROADS_CREDIT, TOWNS_CREDIT, STREETS_CREDIT],
            [
                f"Border, roads, rail, street map: {OSM}",
                "Base map: Natural Earth",
                "Towns: GeoNames, CC BY 4.0",
            ],
        ),
        # Another licence, another line; a story's own words stay as they are.
        (
            ["Border: © OpenStreetMap contributors", "Grenze", "Straßen: X"],
            [ROADS_CREDIT, "roads: X"],
            [
                "Border: © OpenStreetMap contributors",
                "Grenze",
                "Straßen, roads: X",
                f"Roads, rail: {OSM}",
            ],
        ),
    ],
)
def test_each_maker_is_named_once_with_all_that_it_made(
    credits: list[str], ours: list[str], joined: list[str]
) -> None:
    assert list(join_credits(credits, ours)) == joined


def test_a_bundled_border_and_roads_share_one_credit() -> None:
    assert join_credits([f"Border: {OSM_CREDIT}"], [ROADS_CREDIT]) == (
        f"Border, roads, rail: {OSM}",
    )
