"""What a page says to search engines: no event, and no judgement of a claim."""

from tests.publishing.site.sites import BASE, structured_of


def test_structured_data_name_the_licence_by_its_address(pages: dict[str, bytes]) -> None:
    address = "https://creativecommons.org/licenses/by/4.0/"
    assert structured_of(pages["events/port/index.html"])["license"] == address
    dataset = structured_of(pages["index.html"])["hasPart"]
    assert isinstance(dataset, dict)
    assert dataset["license"] == address


def test_the_language_is_that_of_our_sentences(pages: dict[str, bytes]) -> None:
    for path in ("index.html", "events/port/index.html"):
        assert structured_of(pages[path])["inLanguage"] == "en"


def test_structured_data_state_no_event_and_judge_no_claim(pages: dict[str, bytes]) -> None:
    for path in pages:
        text = str(structured_of(pages[path]))
        assert "'Event'" not in text
        assert "ClaimReview" not in text
        assert "NewsArticle" not in text
    found = structured_of(pages["events/port/index.html"])
    assert found["@type"] == "WebPage"
    assert found["url"] == f"{BASE}events/port/"
    assert found["mentions"] == [
        {
            "@type": "Claim",
            "text": "The governor (accuses): Said that saboteurs had killed a guard.",
            "appearance": found["citation"][0],  # type: ignore[index]
        }
    ]
    about = found["about"]
    assert isinstance(about, dict)
    # Known to within 5 km: a circle, and no point.
    assert about["geo"]["@type"] == "GeoCircle"
    assert about["geo"]["geoRadius"] == "5000"
    assert about["geo"]["geoMidpoint"]["longitude"] == 2
