"""A licence that a record names, as an address that programs read."""

import pytest

from geo.publishing.site.machine_readable.licence_address import find_licence_address

LICENCES = "https://creativecommons.org/licenses"


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC BY 4.0", f"{LICENCES}/by/4.0/"),
        ("CC-BY-4.0", f"{LICENCES}/by/4.0/"),
        ("cc by-sa 3.0", f"{LICENCES}/by-sa/3.0/"),
        (" CC  BY-NC-ND 2.5 ", f"{LICENCES}/by-nc-nd/2.5/"),
        ("CC BY 4.0 International", f"{LICENCES}/by/4.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("https://news.example/licence", "https://news.example/licence"),
    ],
)
def test_a_known_licence_or_an_address_has_one(licence: str, address: str) -> None:
    assert find_licence_address(licence) == address


@pytest.mark.parametrize(
    "licence",
    [
        "",
        "All rights reserved",
        "CC BY",
        "CC BY 9.0",
        "CC BY-ND-SA 4.0",
        "CC BY 4.0, but for pictures",
        "javascript:alert(1)",
        "see https://news.example/licence",
    ],
)
def test_any_other_text_has_none(licence: str) -> None:
    assert find_licence_address(licence) == ""
