"""What a page says to search engines: no event, and no judgement of a claim."""

from pathlib import Path

from geo.publishing.site.events.page import write_event_page
from geo.publishing.site.plan.plan import plan_site
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.publishing.site.sites import BASE, Page, structured_of
from tests.story_folders import point, write_story


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


def test_a_place_without_a_name_or_a_point_has_none(tmp_path: Path) -> None:
    unknown = record("unknown", radius_m=None, location_precision=None, geometry=None)
    unknown["properties"].pop("place")
    named = record("named", geometry=None)
    unnamed = record("unnamed", place="place without a name", geometry=point(2.0, 0.5))
    plan = plan_site(open_current(StoryFiles(write_story(tmp_path, unknown, named, unnamed))))
    about = {
        event: structured_of(write_event_page(plan, event)).get("about") for event in plan.folders
    }
    assert about["unknown"] is None
    assert about["named"] == {"@type": "Place", "name": "Bridge"}
    assert isinstance(about["unnamed"], dict)
    assert about["unnamed"].keys() == {"@type", "geo"}


def test_they_hold_the_whole_line_on_who_says_what_where_a_preview_has_no_room(
    tmp_path: Path,
) -> None:
    said = "said that saboteurs had come down the river at night" + " and had gone again" * 12
    place = "The bridge over the river"
    (claim,) = record("bridge")["properties"]["claims"]
    claims = [claim | {"summary": f"{said.capitalize()}.", "reads_on": True}]
    write_story(tmp_path, record("bridge", place=place, claims=claims))
    plan = plan_site(open_current(StoryFiles(tmp_path)), BASE)
    content = write_event_page(plan, "bridge")
    assert str(structured_of(content)["description"]).endswith(f"The governor {said}.")
    assert Page(content).meta("description").endswith("The governor made an accusation.")
