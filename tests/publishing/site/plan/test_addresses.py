"""Addresses of a site: invalid ones are refused, and pages write all others in ASCII."""

from pathlib import Path

import pytest

from geo.errors import GeoError
from geo.publishing.site.plan.addresses import read_address
from tests.publishing.site.sites import plan_example


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ("", ""),
        ("https://news.example", "https://news.example/"),
        ("https://news.example/story", "https://news.example/story/"),
        ("https://news.example/story/", "https://news.example/story/"),
        ("HTTP://News.Example:8080/Story", "http://news.example:8080/Story/"),
        ("https://news.example:443/", "https://news.example/"),
        ("http://[::1]:8000/a", "http://[::1]:8000/a/"),
        ("https://news.example/a b", "https://news.example/a%20b/"),
        ("https://news.example/%d0%b0%20b", "https://news.example/%d0%b0%20b/"),
        ("https://news.example/100%", "https://news.example/100%25/"),
        ('https://news.example/"><x>', "https://news.example/%22%3E%3Cx%3E/"),
        ("https://news.example/a|b^{}`[]", "https://news.example/a%7Cb%5E%7B%7D%60%5B%5D/"),
        ("https://news.example/@desk/it's", "https://news.example/@desk/it's/"),
        ("https://bücher.example/é", "https://xn--bcher-kva.example/%C3%A9/"),
    ],
)
def test_an_address_is_named_in_ascii_and_ends_with_a_slash(given: str, named: str) -> None:
    assert read_address("--base-url", given) == named
    assert read_address("--base-url", named) == named


@pytest.mark.parametrize(
    "given",
    [
        "news.example/story/",
        "ftp://news.example/",
        "https://",
        "https:///story/",
        "https:news.example",
        "https://[::1",
        "https://[::1]x/",
        "https://news.example:99999/",
        "https://news.example:port/",
        "https://news example/",
        'https://news"example/',
        "https://news.example;x/",
        "https://../",
        "https://news.example/?page=1",
        "https://news.example/?",
        "https://news.example/#top",
        "https://news.example/a\nb",
        "https://news.example/a\r\nSet-Cookie: b",
        "https://news.example/a\tb",
        "https://news.example/\x00",
        "https://news.example/\x7f",
        "https://news.example/\u2028",
        "https://news.example/\u202etxt",
        "https://news.example/\udcff",
        "javascript:alert(1)",
        "https://news.example/" + "a" * 3_000,
    ],
)
def test_anything_but_an_address_is_refused_with_what_was_found(given: str) -> None:
    with pytest.raises(GeoError) as refused:
        read_address("--app-url", given)
    message = str(refused.value)
    is_long = len(given) > 60
    shown = repr(f"{given[:60]}...") + f" ({len(given):,} characters)" if is_long else repr(given)
    assert message.startswith(f"--app-url: found {shown}, wanted an address")
    assert "https://news.example/story/" in message
    assert message.isprintable()


@pytest.mark.parametrize(
    "given",
    [
        "https://anna:pass-word@news.example/",
        "https://pass-word@news.example",
        "https://a:pass-word@[::1",
        "https:///anna:pass-word@news.example/",
        "https:/anna:pass-word@news.example/",
        "https:anna:pass-word@news.example/",
        "https:\\\\anna:pass-word@news.example/",
        " https://anna:pass-word@news.example/",
        "anna:pass-word@news.example/",
    ],
)
def test_an_address_with_a_password_is_refused_and_not_repeated(given: str) -> None:
    with pytest.raises(GeoError, match="--base-url: found a user name or a password") as refused:
        read_address("--base-url", given)
    assert "pass-word" not in str(refused.value)


def test_both_addresses_of_a_site_are_read(tmp_path: Path) -> None:
    plan = plan_example(tmp_path, "https://news.example/a b", "https://app.example/c d")
    assert (plan.base_url, plan.app_url) == (
        "https://news.example/a%20b/",
        "https://app.example/c%20d/",
    )
    for addresses in (("https://[::1", ""), ("", "https://[::1")):
        with pytest.raises(GeoError, match=r"^--(base|app)-url: found 'https://\[::1'"):
            plan_example(tmp_path, *addresses)
