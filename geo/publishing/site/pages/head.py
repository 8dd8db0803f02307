"""What a page of the site says of itself: its title, its words for previews, its picture."""

from dataclasses import dataclass

from geo.publishing.parts.words import shorten
from geo.publishing.site.plan.plan import Plan
from geo.summaries.count import format_count


@dataclass(frozen=True)
class Head:
    """What a page says of itself to search engines and to those it is shared with.

    Attributes
    ----------
    title, description : str
        Never a contested thing as a fact.
    path : str
        Of the page within the site.
    picture : str
        Path of the picture that previews show; "" for none.
    picture_words : str
        What that picture shows.
    structured : mapping
        What it is by the words of schema.org.
    kind : str
        "website" or "article", as Open Graph names them.
    has_scripts : bool
        Whether it runs scripts of the site.
    first_script : str
        Code that runs before anything is shown; the policy of the page names its hash.
    style : str
        The style sheet, in a page whose words are to wait for no other file; "" for the shared
        one. The policy of the page names its hash.
    """

    title: str
    description: str
    path: str
    picture: str = ""
    picture_words: str = ""
    structured: dict[str, object] | None = None
    kind: str = "website"
    has_scripts: bool = False
    first_script: str = ""
    style: str = ""


def describe_page(
    plan: Plan,
    name: str,
    path: str,
    words: str,
    *,
    kind: str = "website",
    has_scripts: bool = False,
) -> Head:
    """Return what a page about more than one event says of itself.

    Parameters
    ----------
    plan : Plan
    name : str
        Of the page; "" for that of the story itself.
    path : str
        Of the page within the site.
    words : str
        Nothing contested: what is longer than a preview shows is cut.
    kind, has_scripts
        As in `Head`.
    """
    return Head(
        title=" \u00b7 ".join(filter(None, (name, plan.view.story.title))),
        description=shorten(words),
        path=path,
        picture=plan.picture_path(),
        picture_words=_describe_map(plan),
        kind=kind,
        has_scripts=has_scripts,
    )


def _describe_map(plan: Plan) -> str:
    count = len(plan.events)
    if not count:
        return "Map of a record that has no events"
    return f"Map of the {'one event' if count == 1 else format_count(count)} of the record"
