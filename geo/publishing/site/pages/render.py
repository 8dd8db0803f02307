"""One page of the site as HTML: its frame, its links to the top, and its content policy."""

from functools import cache
from pathlib import Path

from markupsafe import Markup

from geo.drawing.marks.marks import write_css
from geo.publishing.inline import embed_json, embed_script, embed_style, write_hash_source
from geo.publishing.parts.ledger import name_statements
from geo.publishing.site import paths
from geo.publishing.site.pages.head import Head
from geo.publishing.site.plan.plan import Plan
from geo.publishing.templates import PARTS_FOLDER, load_templates
from geo.story.parts.basis import format_caveat, format_footnote

_FOLDER = Path(__file__).parent
_TEMPLATES = _FOLDER.parent / "templates"
# The last ones change what comes before them.
_SHARED_STYLES = ("card", "claims", "method")


def render_page(plan: Plan, template: str, head: Head, **values: object) -> bytes:
    """Return a page of the site as HTML.

    Parameters
    ----------
    plan : Plan
    template : str
        A file of `templates`, which extends `frame.html`.
    head : Head
    **values
        What the template shows; each is escaped.
    """
    up = "../" * head.path.count("/")
    structured = embed_json(head.structured) if head.structured else ""
    first_script, style = embed_script(head.first_script), embed_style(head.style)
    text = (
        load_templates(_TEMPLATES)
        .get_template(template)
        .render(
            plan=plan,
            story=plan.view.story,
            note=format_footnote(plan.view.story.basis),
            caveat=format_caveat(plan.view.story.basis),
            about=plan.view.record.about,
            version=plan.view.record.version,
            credits=plan.view.credits,
            head=head,
            up=up,
            paths=paths,
            address=plan.whole_address(head.path),
            picture_address=plan.whole_address(head.picture) if head.picture else "",
            structured=structured,
            policy=_write_policy(
                structured, first_script, has_scripts=head.has_scripts, style=style
            ),
            first_script=first_script,
            style=style,
            **values,
        )
    )
    return text.encode()


@cache
def read_site_style() -> bytes:
    """Return the style sheet of all pages of the site."""
    shared = [PARTS_FOLDER / "styles" / f"{name}.css" for name in _SHARED_STYLES]
    sheets = [_FOLDER / paths.STYLE, *shared, _FOLDER / "narrow_and_print.css"]
    return b"".join(path.read_bytes() for path in sheets) + write_css().encode() + b"\n"


def render_part(plan: Plan, template: str, values: dict[str, object]) -> Markup:
    """Return a part that the app shows too, as HTML that a page may hold."""
    found = load_templates(_TEMPLATES).get_template(template)
    return Markup(found.render({"draws_svg": True} | name_statements(plan.view.story) | values))


def _write_policy(*inline: str, has_scripts: bool, style: str) -> str:
    """Return the content policy of a page: its own files, and what it holds.

    Parameters
    ----------
    *inline : str
        The blocks of data in it, which some readers of policies take for scripts.
    has_scripts : bool
        Whether it runs scripts of the site.
    style : str
        The style sheet in it.
    """
    styles = write_hash_source(style) if style else "'self'"
    hashes = [write_hash_source(text) for text in inline if text]
    scripts = ["'self'", *hashes] if has_scripts else hashes or ["'none'"]
    # The drawing library reads the pictures of its marks from data: and blob: addresses.
    # A worker of our own makes a visited site readable offline.
    drawing = ["connect-src data: blob:", "worker-src 'self' blob:"] if has_scripts else []
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(scripts)}",
            f"style-src {styles}",
            f"img-src 'self' data:{' blob:' if has_scripts else ''}",
            *drawing,
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
