"""The address that shows a figure again, written into each of its files."""

from dataclasses import replace

from geo.link.link import Link, build_address
from geo.story.view import View


def link_to_figure(view: View, name: str, page: str, base: str) -> str:
    """Return the address that shows a figure first, with all that it depends on.

    Parameters
    ----------
    view : View
        The one that is asked for; its figures may be of the view beside it.
    name : str
        Of the figure.
    page : str
        The page of the figures, such as "analysis".
    base : str
        Where the app or the site is, with a slash at its end.
    """
    link, analysis = view.link, replace(view.link.analysis, figure=name)
    asked = Link(link.filters, event=link.event, data=view.record.version, analysis=analysis)
    return build_address(asked, page, base)
