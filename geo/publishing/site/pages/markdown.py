"""The story's own Markdown as HTML: without HTML of its own, and without pictures."""

from markupsafe import Markup


def render_markdown(text: str) -> Markup:
    """Return Markdown as HTML; a picture, which another host might serve, becomes a link.

    Its headings start at the second level, since a page has a title of its own.

    Examples
    --------
    >>> str(render_markdown("![map](https://maps.example/a.png) <b>x</b>")).strip()
    '<p><a href="https://maps.example/a.png">map</a> &lt;b&gt;x&lt;/b&gt;</p>'
    >>> str(render_markdown("# How")).strip()
    '<h2>How</h2>'
    """
    # Loaded with the first text: many stories have none.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(text.replace("![", "["))
    for token in tokens:
        if token.type in ("heading_open", "heading_close") and token.tag == "h1":
            token.tag = "h2"
    # Escaped by the parser: HTML in the text is text.
    return Markup(parser.renderer.render(tokens, parser.options, {}))
