"""The format of an answer: what `f` names, else what a client accepts."""

import pytest
from starlette.requests import Request

from geo.errors import LinkError
from web.api.formats import (
    CSV,
    HTML,
    ITEM_FORMATS,
    JSON,
    PAGE_FORMATS,
    choose_accepted,
    choose_format,
)


def ask(query: str = "", accept: str = "") -> Request:
    return Request(
        {
            "type": "http",
            "query_string": query.encode(),
            "headers": [(b"accept", accept.encode())] if accept else [],
        }
    )


@pytest.mark.parametrize(
    ("query", "accept", "format_"),
    [
        ("", "", JSON),
        ("f=html", "application/json", HTML),
        ("f=geojson", "text/html", JSON),
        ("f=json&f=csv", "", CSV),
        ("", "text/csv", CSV),
        ("", "text/csv;q=0.4, text/html;q=0.5", HTML),
        ("", "text/*", HTML),
        ("", "image/png", JSON),
        ("", "text/html;q=much, text/csv", CSV),
        ("", "TEXT/HTML", HTML),
        ("", "text/html;q=0, */*;q=0.1", JSON),
    ],
)
def test_a_named_format_comes_before_an_accepted_one(query: str, accept: str, format_: str) -> None:
    assert choose_format(ask(query, accept), ITEM_FORMATS) == format_


@pytest.mark.parametrize("query", ["f=xml", "f=", "f=json&f=pdf"])
def test_a_format_that_there_is_not_is_refused_with_those_that_there_are(query: str) -> None:
    with pytest.raises(LinkError, match="wanted json, geojson, html or csv"):
        choose_format(ask(query), ITEM_FORMATS)


def test_a_resource_without_csv_refuses_it_by_name_and_passes_over_it_where_accepted() -> None:
    with pytest.raises(LinkError, match="f: found 'csv', wanted json, geojson or html"):
        choose_format(ask("f=csv"), PAGE_FORMATS)
    assert choose_accepted("text/csv, text/html;q=0.1") == HTML
