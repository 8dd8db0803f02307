"""The address of a figure has all that the figure depends on, and nothing else."""

from geo.publishing.figures import link_to_figure
from tests.shipped_record import open_shipped


def test_the_address_of_a_figure_keeps_what_it_depends_on() -> None:
    view = open_shipped("group=kremlin&stack=verification&colour=type&figure=rate")
    assert link_to_figure(view, "hours", "analysis", "https://maps.example/") == (
        f"https://maps.example/analysis?group=kremlin&data={view.record.version}"
        "&stack=verification&figure=hours"
    )
