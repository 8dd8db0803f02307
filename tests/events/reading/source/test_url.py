"""Whether a name is a URL, and what messages may say of one: never what may be a key."""

import pytest

from geo.events.reading.source.url import is_url, shorten_url


@pytest.mark.parametrize("name", ["http://a.example", "HTTPS://a.example/b", "https://"])
def test_a_name_that_begins_with_http_is_a_url(name: str) -> None:
    assert is_url(name)


@pytest.mark.parametrize("name", ["", "events.geojson", "https", "ftp://a.example", "C:/https://a"])
def test_any_other_name_is_a_path(name: str) -> None:
    assert not is_url(name)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://news.example/events.geojson", "news.example/.../events.geojson"),
        ("https://news.example/", "news.example"),
        ("https://news.example", "news.example"),
        ("https://desk:secret@news.example/a/b.json?key=secret#secret", "news.example/.../b.json"),
        ("https://news.example:8443/secret/a.json", "news.example/.../a.json"),
        ("https:///a.json", "URL/.../a.json"),
        ("https://[::1/secret", "URL"),
        ("https://news.example/события.json", "news.example/.../события.json"),
        ("https://news.example/a\u202eb\x07.json", "news.example/.../a?b?.json"),
    ],
)
def test_a_url_is_shown_by_its_host_and_file_alone(url: str, shown: str) -> None:
    assert shorten_url(url) == shown


def test_a_long_name_is_cut() -> None:
    assert len(shorten_url(f"https://news.example/{'я' * 1000}")) == 100
