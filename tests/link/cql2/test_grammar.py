"""Letters of a text, escaped as the standard wants, and where a text stops being a filter."""

import pytest

from geo.errors import LinkError
from geo.link.cql2 import parse_cql2_text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r"'it\'s'", "it's"),
        ("'it''s'", "it's"),
        (r"'\a\b\t\n\v\f\r'", "\a\b\t\n\v\f\r"),
        (r"'100\%'", r"100\%"),
        ("'Дамба 🌊'", "Дамба 🌊"),
        ("''", ""),
        ("'two\nlines'", "two\nlines"),
    ],
)
def test_characters_are_escaped_as_the_standard_wants(text: str, value: str) -> None:
    """OGC 21-065r2, /req/cql2-text/escaping."""
    assert parse_cql2_text(f"title = {text}") == {"op": "=", "args": [{"property": "title"}, value]}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("THIS IS NOT A FILTER", "at character 13 'A FILTER'"),
        ("", "the end"),
        ("title =", "the end"),
        ("title = 'open", "at character 9 "),
        ("title = 'a' 'b'", "at character 13 "),
        ("title", "'title', wanted a condition such as "),
        ("(title = 'a'", "the end"),
        ("title = 'a')", "at character 12 ')'"),
        ("title == 'a'", "at character 8 "),
        ("title = 'a'; DROP TABLE events", "at character 12 "),
        ("POINT(1 2)", "at character 9 '2)'"),
    ],
)
def test_anything_but_a_filter_is_refused_where_it_stops_being_one(text: str, where: str) -> None:
    with pytest.raises(LinkError) as caught:
        parse_cql2_text(text)
    assert str(caught.value).startswith(f"filter: found {where}")
    assert "\n" not in str(caught.value)
