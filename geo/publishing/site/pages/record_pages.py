"""The pages about the whole record that are one each: method, and page not found."""

from geo.publishing.parts.method import describe_record, list_explained_words
from geo.publishing.site.pages.head import Head, describe_page
from geo.publishing.site.pages.markdown import render_markdown
from geo.publishing.site.pages.render import render_page, render_part
from geo.publishing.site.paths import LOST, METHOD
from geo.publishing.site.plan.plan import Plan
from geo.story.files.method_file import read_method


def write_method_page(plan: Plan) -> bytes:
    """Return the page that says how the record is made and measured, and what its words mean.

    Raises
    ------
    StoryFileError
        If method.md cannot be used.
    """
    view = plan.view
    own = read_method(view.folder)
    measuring: dict[str, object] = {"borders": view.record.borders, "example": None, "measured": []}
    about = f"Method of the record, sources, measurement, words, limits. {view.story.subtitle}"
    head = describe_page(plan, "Method", METHOD, about)
    return render_page(
        plan,
        "method.html",
        head,
        record=render_part(plan, "method/record.html", describe_record(view)),
        own=render_markdown(own) if own else "",
        measuring=render_part(plan, "method/measuring.html", measuring),
        words=render_part(plan, "method/words.html", {"fields": list_explained_words(view.story)}),
    )


def write_lost_page(plan: Plan) -> bytes:
    """Return the page that a server sends for unknown addresses: it needs no other file."""
    head = Head("Page not found", "", LOST)
    return render_page(plan, "lost.html", head)
