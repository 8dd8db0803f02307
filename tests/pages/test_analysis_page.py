"""What the analysis page says and counts, without a browser."""

import json
import re
from collections import Counter
from functools import cache
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from geo.link.analysis import FIGURES, PAGE_FIGURES, order_figures
from geo.publishing.export import FORMATS
from tests.pages.opening import ROOT, open_app, words_of
from tests.shipped_record import RECORD, open_shipped

RECORDS = RECORD["features"]
# What several tests look at; where the map was left changes nothing on this page.
KREMLIN = {"group": "kremlin", "view": "37,55,9"}


def opened(**query: str | list[str]) -> AppTest:
    app = open_app("analysis", query)
    assert not app.exception
    return app


@cache
def page_of(**query: str) -> AppTest:
    """The page under a link, opened once for tests that only look at it."""
    return opened(**query)


def charts_of(app: AppTest) -> list[str]:
    """What each chart is called for those who do not see it."""
    return [element.proto.alt for element in app.get("vega_lite_chart")]


def test_the_numbers_add_up_to_the_record() -> None:
    said = re.sub(r"<[^>]+>|\s+", " ", words_of(page_of(**KREMLIN)))
    kremlin = sum(record["properties"]["group"] == "kremlin" for record in RECORDS)
    found = re.search(r"(\d+) +definite.*?(\d+) +possible.*?(\d+) +outside.*?(\d+) +hidden", said)
    assert found
    counts = [int(number) for number in found.groups()]
    assert counts == [kremlin, 0, 0, len(RECORDS) - kremlin]
    assert "Found in open sources; not a census" in said


def test_each_chart_says_what_it_shows_and_its_basis() -> None:
    charts = charts_of(opened(figure="hours"))
    # Two figures of the page are tables; the one that was asked for comes first.
    assert len(charts) == len(PAGE_FIGURES) - 2 + 1
    assert all("." in words and len(words) > 40 for words in charts)
    assert sum(f"Based on {len(RECORDS)} events." in words for words in charts) == 4
    timed = sum(r["properties"]["time_precision"] in ("minute", "hour") for r in RECORDS)
    assert f"Based on {timed} of {len(RECORDS)} events. Left out:" in charts[0]


# In which order the others come is shown in tests/link/test_analysis.py, and that each is there in
# tests/publishing/figures/test_figure.py: here a table, a chart on demand, and one of two views.
@pytest.mark.parametrize("name", ["regions", "by-group", "beside-1-distances"])
def test_a_link_leads_to_the_page_with_its_figure_first(name: str) -> None:
    app = opened(figure=name, compare="group:moscow_region", group="kremlin")
    order = re.findall(r'<div class="figure-head" id="([^"]+)"', words_of(app))
    figures = [each for each in order if each in FIGURES]
    assert len(figures) == len(set(figures)) <= 12
    beside = [each for each in FIGURES if each.startswith("beside-")]
    assert figures == [*order_figures(name), *beside]
    assert app.query_params["figure"] == name


def test_the_rest_comes_on_demand_and_goes_again() -> None:
    app = opened(group="kremlin")
    app.pills(key="figure").set_value("cumulative").run()
    assert app.query_params["figure"] == "cumulative"
    assert "Events found up to each moment" in words_of(app)
    app.pills(key="figure").set_value(None).run()
    assert "figure" not in app.query_params


def test_a_rate_of_a_night_says_what_it_wants() -> None:
    said = words_of(opened(figure="rate", **{"from": "2023-05-02T21:00", "to": "2023-05-03T06:00"}))
    assert "Rate per week: choose a range of two weeks or more" in said


def test_each_figure_has_files_a_link_and_an_embed() -> None:
    version = open_shipped().record.version
    said = words_of(opened(group="kremlin", figure="rate", stack="verification"))
    feet = re.findall(r'<div class="figure-foot">.*?</details>', said, re.DOTALL)
    assert len(feet) == len(PAGE_FIGURES) + 1
    asked = "?group=kremlin&amp;stack=verification"
    for kind in ("png", "svg", "csv"):
        assert f'href="./api/figures/rate.{kind}{asked}" download' in feet[0]
    assert f'href="./analysis{asked}&amp;figure=rate" target="_self"' in feet[0]
    pinned = f"group=kremlin&amp;data={version}&amp;stack=verification"
    # What is copied is HTML within HTML.
    code = unescape(unescape(re.findall(r"<code>(.*?)</code>", feet[0], re.DOTALL)[0]))
    assert f"api/figures/rate.svg?{unescape(pinned)}" in code
    assert f"analysis?{unescape(pinned)}&figure=rate" in code


def test_a_cell_leads_to_the_map_of_its_events() -> None:
    said = words_of(opened(cross="group,verification"))
    cells = re.findall(r'<a href="(\./\?[^"]*)" target="_self">(\d+)', said)
    counts = {}
    for address, number in cells:
        query = parse_qs(urlsplit(address.replace("&amp;", "&")).query)
        if "verification" in query:
            counts[query["group"][0], query["verification"][0]] = int(number)
    shown = (r["properties"] for r in RECORDS)
    assert counts == Counter((each["group"], each["verification"]) for each in shown)


def test_choosing_the_other_field_swaps_rows_and_columns() -> None:
    app = opened()
    app.selectbox(key="cross_rows").select("verification").run()
    assert app.query_params["cross"] == "verification,type"


def test_what_bars_are_split_by_is_part_of_the_link() -> None:
    app = opened()
    app.segmented_control(key="stack").set_value("verification").run()
    assert app.query_params["stack"] == "verification"
    assert "Partly verified" in words_of(app)


def test_two_views_stand_beside_each_other_by_a_link() -> None:
    app = opened(compare="group:moscow_region", group="kremlin")
    said = words_of(app)
    moscow = sum(record["properties"]["group"] == "moscow_region" for record in RECORDS)
    assert f"{moscow} of {len(RECORDS)} events" in said
    assert "No event is on both sides" in said
    assert len(charts_of(app)) == len(PAGE_FIGURES) - 2 + 4


def test_the_days_of_another_range_are_written_in_words() -> None:
    app = opened(compare="2022-05-01..2022-05-10")
    ends = [app.text_input(key=f"compare_{name}").value for name in ("start", "end")]
    assert ends == ["1 May 2022", "10 May 2022"]
    app.text_input(key="compare_start").set_value("2 June 2022").run()
    # A start after the end takes the end with it.
    assert app.query_params["compare"] == "2022-06-02..2022-06-02"
    app.text_input(key="compare_end").set_value("06/30/2022").run()
    assert app.query_params["compare"] == "2022-06-02..2022-06-02"
    assert "Not understood. Enter a day such as 15 May 2024." in [one.value for one in app.caption]


def test_a_view_beside_a_range_of_another_length_says_that_numbers_are_not_rates() -> None:
    app = opened(compare="2022-05-01..2022-05-10")
    assert "their totals cannot be compared" in words_of(app)
    app.segmented_control(key="compare_kind").set_value("none").run()
    assert "compare" not in app.query_params


def test_another_range_starts_with_the_days_just_before() -> None:
    app = opened(**{"from": "2023-05-01", "to": "2023-05-10"})
    app.segmented_control(key="compare_kind").set_value("range").run()
    assert app.query_params["compare"] == "2023-04-21..2023-04-30"


def test_a_selected_event_is_the_one_before_and_after_which_is_counted() -> None:
    event = "ostrov-veretye-2022-10-30"
    app = opened(event=event, span="30")
    assert app.session_state["around"] == event
    assert "30 days before and after" in words_of(app)
    app.selectbox(key="span").select(7).run()
    assert app.query_params["span"] == "7"


def test_every_kind_of_file_of_this_view_is_offered_by_address() -> None:
    [files] = (
        json.loads(element.proto.json)["files"]
        for element in page_of(**KREMLIN).get("bidi_component")
        if "mountDownloads" in element.proto.js_content
    )
    assert {file["label"]: file["path"] for file in files} == {
        format_.label: f"api/export/{kind}?group=kremlin" for kind, format_ in FORMATS.items()
    }


def test_a_citation_names_the_filter_and_the_count() -> None:
    kremlin = sum(record["properties"]["group"] == "kremlin" for record in RECORDS)
    text, bibtex = (element.value for element in page_of(**KREMLIN).code)
    assert f"{kremlin} of {len(RECORDS)} events" in text
    assert "group: The Kremlin" in text
    assert bibtex.startswith("@misc{")


def test_every_address_of_the_page_leads_to_the_data_that_are_shown() -> None:
    """Files, cells and addresses for programs of an old version would else be of the newest."""
    version = min(path.stem for path in (ROOT / "data" / "versions").glob("*.json"))
    app = opened(data=version)
    [files] = (
        json.loads(element.proto.json)["files"]
        for element in app.get("bidi_component")
        if "mountDownloads" in element.proto.js_content
    )
    said = words_of(app)
    addresses = [file["path"] for file in files] + re.findall(r'href="(\./\?[^"]*)"', said)
    assert all(f"data={version}" in address for address in addresses)
    assert f"api/collections/events/items?data={version}" in said


def test_a_legend_names_only_what_its_chart_shows() -> None:
    said = words_of(page_of(**KREMLIN))
    legends = re.findall(r'<ul class="keys".*?</ul>', said, re.DOTALL)
    assert legends
    assert all("The Kremlin" in legend for legend in legends)
    assert not any("Moscow" in legend or "Other" in legend for legend in legends)
    # Each of them is in the view for certain; only in distance and hour may one be in two bars.
    assert any("Faded: possible" not in legend for legend in legends)
    assert "Faded: possible" in words_of(page_of())


def test_an_address_for_programs_asks_for_this_view() -> None:
    said = words_of(opened(q="дрон", group="kremlin", event="kremlin-2023-05-03-drone-1"))
    assert "api/collections/events/items?group=kremlin&amp;q=%D0%B4%D1%80%D0%BE%D0%BD" in said
    assert "openapi.json" in said


def test_an_address_with_a_box_and_days_is_of_the_story_that_is_shown() -> None:
    box_and_days = "bbox=22,43.5,49,60.2&amp;datetime=2022-02-24/2023-08-23"
    assert f"api/collections/events/items?{box_and_days}" in words_of(page_of())


def test_an_empty_view_has_no_charts_of_it_and_a_way_back() -> None:
    app = opened(q="no such words anywhere")
    assert "No event matches these filters" in words_of(app)
    # Before and after, which the dates and nothing else leave empty here, is still shown.
    assert len(charts_of(app)) == 1
    assert app.button(key="show_all")


@pytest.mark.parametrize("span", ["2000-01-01..2000-02-01", "2900-01-01..2999-12-31"])
def test_a_range_beside_the_record_is_shown_as_empty(span: str) -> None:
    start, end = span.split("..")
    app = opened(**{"from": start, "to": end}, compare=span)
    assert "No event matches these filters" in words_of(app)


def test_a_chart_is_built_once_for_all_readers_of_a_view(monkeypatch: pytest.MonkeyPatch) -> None:
    first = charts_of(page_of(**KREMLIN))

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("built again")

    monkeypatch.setattr("geo.drawing.charts.distance_chart", refuse)
    assert charts_of(opened(group="kremlin")) == first
    assert open_app("analysis", {"group": "moscow_region"}).exception
