"""Which colour a group or a type gets."""

from geo.drawing.colours.event_colours import colour_by_group, colour_by_type
from geo.drawing.colours.palette import LIGHT
from geo.story.story_file import Group, Story

STORY = Story(
    title="A strait", groups=(Group(id="ferry", label="The ferry"), Group(id="other", label="Rest"))
)


def test_groups_keep_the_order_of_the_story() -> None:
    colouring = colour_by_group(["other", "ferry", "other"], STORY, LIGHT)
    assert [(shade.id, shade.label) for shade in colouring.shades] == [
        ("ferry", "The ferry"),
        ("other", "Rest"),
    ]
    assert [shade.colour for shade in colouring.shades] == [LIGHT.hues[0], LIGHT.grey]


def test_a_group_that_the_story_does_not_name_still_has_a_shade() -> None:
    colouring = colour_by_group(["паром"], STORY, LIGHT)
    assert colouring.shades[-1].id == colouring.shades[-1].label == "паром"
    assert colouring.shades[-1].colour == LIGHT.hues[1]


def test_the_most_frequent_type_comes_first_and_ties_go_by_name() -> None:
    colouring = colour_by_type(["sea_drone", "crash", "sea_drone", "measure"], STORY, LIGHT)
    assert [shade.id for shade in colouring.shades] == ["sea_drone", "crash", "measure"]
    assert colouring.shades[0].label == "Sea drone"


def test_beyond_seven_types_the_rarest_share_the_grey() -> None:
    types = [f"kind_{i}" for i in range(9) for _ in range(20 - i)]
    colours = [shade.colour for shade in colour_by_type(types, STORY, LIGHT).shades]
    assert len(set(colours[:7])) == 7
    assert colours[7:] == [LIGHT.grey] * 2
    assert LIGHT.grey not in colours[:7]


def test_no_events_have_no_types() -> None:
    assert colour_by_type([], STORY, LIGHT).shades == ()
