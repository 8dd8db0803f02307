"""Figures by address: pictures that are complete by themselves, and their numbers."""

import csv
import html
import io
import re
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image
from starlette.testclient import TestClient

from geo.link.analysis import FIGURES
from geo.link.link import from_query, read_query
from geo.link.parameters import list_parameters
from tests.pages.opening import ROOT
from tests.web.api.serving import serving

BESIDE = "compare=group:moscow_region"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """The shipped story: it has groups, regions and distances."""
    with serving(ROOT / "data") as client:
        yield client


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_is_a_picture_and_a_table(client: TestClient, name: str) -> None:
    asked = f"?{BESIDE}" if name.startswith("beside-") else ""
    drawn = client.get(f"/api/figures/{name}.svg{asked}", headers={"origin": "https://a.example"})
    assert drawn.headers["content-type"] == "image/svg+xml"
    assert drawn.headers["access-control-allow-origin"] == "*"
    said = " ".join(re.findall(r">([^<]+)<", drawn.text))
    assert "found in open sources; not a census" in said
    assert "data " in said
    # Only the namespaces are addresses of another host, and nothing asks them.
    assert not re.search(r'(href|src)="https?:', drawn.text)
    numbers = client.get(f"/api/figures/{name}.csv{asked}")
    rows = list(csv.DictReader(io.StringIO(numbers.content.decode("utf-8-sig"))))
    assert rows
    assert "not a census" in rows[0]["record_method"]
    assert numbers.headers["content-disposition"].startswith(f'attachment; filename="{name}-')


@pytest.mark.parametrize("kind", ["svg", "csv"])
@pytest.mark.parametrize("name", ["by-group", "before-after", "beside-1-over-time"])
def test_the_link_in_a_file_of_a_figure_comes_back_to_it(
    client: TestClient, name: str, kind: str
) -> None:
    asked = f"q=drone&stack=verification&span=30&{BESIDE}"
    address = f"/api/figures/{name}.{kind}?{asked}"
    content = html.unescape(client.get(address).text)
    written = re.search(r"http://testserver/analysis\?([^\s<,]*)", content)
    assert written
    link = from_query(read_query(written[1]))[0]
    assert link.data
    assert (link.analysis.figure, link.analysis.stack) == (name, "verification")
    again = client.get(f"/api/figures/{name}.{kind}?{written[1]}")
    assert html.unescape(again.text) == content


def test_a_note_of_the_story_is_numbered_and_dated(client: TestClient) -> None:
    said = client.get("/api/figures/cumulative.svg").text
    assert "Note 1, 8 October 2022: Russian officials said" in said


def test_a_picture_has_words_and_marks_in_ink(client: TestClient) -> None:
    response = client.get("/api/figures/over-time.png")
    picture = np.array(Image.open(io.BytesIO(response.content)).convert("L"))
    assert picture.shape[1] > 1_400
    # Title above, chart in the middle, origin below: none of them is blank.
    for part in np.array_split(picture, 3):
        assert (part < 110).sum() > 300


def test_the_filter_of_the_link_is_that_of_the_figure(client: TestClient) -> None:
    whole, part = (
        csv.DictReader(
            io.StringIO(client.get(f"/api/figures/regions.csv{asked}").content.decode("utf-8-sig"))
        )
        for asked in ("", "?group=kremlin")
    )
    counts = [
        sum(int(row["definite"]) + int(row["possible"]) for row in rows) for rows in (whole, part)
    ]
    assert counts[0] > counts[1] > 0


@pytest.mark.parametrize("file", ["over-time.gif", "over-time", "nothing.svg", ".svg", "a.b.png"])
def test_another_file_is_not_found(client: TestClient, file: str) -> None:
    response = client.get(f"/api/figures/{file}")
    assert response.status_code == 404
    assert "wanted one of over-time, " in response.json()["detail"]


def test_what_cannot_be_drawn_says_so(client: TestClient) -> None:
    night = "from=2023-05-02T21:00&to=2023-05-03T06:00"
    for address in (f"rate.svg?{night}", "beside-0-over-time.svg", "over-time.svg?group=mars"):
        assert client.get(f"/api/figures/{address}").status_code == 400


def test_an_unchanged_picture_is_not_drawn_again(client: TestClient) -> None:
    first = client.get("/api/figures/hours.csv")
    again = client.get("/api/figures/hours.csv", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head("/api/figures/hours.png")
    assert (head.status_code, head.headers["content-type"]) == (200, "image/png")


def test_a_figure_names_the_parameters_that_it_takes(client: TestClient) -> None:
    refused = client.get("/api/figures/over-time.svg?spam=30")
    assert refused.status_code == 400
    wanted = ", ".join(sorted(row.name for row in list_parameters()))
    assert refused.json()["detail"] == (
        f"spam: found an unknown parameter, wanted one of {wanted} (did you mean 'span'?)"
    )
