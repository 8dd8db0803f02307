"""Events as CSV, page by page."""

from pathlib import Path
from urllib.parse import urljoin

from starlette.testclient import TestClient

from geo.publishing.export.csv import write_events_csv
from geo.publishing.export.selection import prepare_export
from geo.story.view import open_view
from tests.web.api.reading_pages import read_csv
from tests.web.api.serving import ITEMS, RECORDS


def test_csv_is_what_the_export_writes(folder: Path, client: TestClient) -> None:
    response = client.get(ITEMS, headers={"accept": "text/csv"})
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    exported = b"".join(write_events_csv(prepare_export(open_view(folder), "http://testserver/")))
    wanted, found = read_csv(exported.decode("utf-8")), read_csv(response.text)
    assert [one.pop("record_link") for one in found] == [f"http://testserver{ITEMS}"] * len(RECORDS)
    for one in wanted:
        del one["record_link"]
    assert found == wanted


def test_csv_names_what_was_requested_and_where_it_goes_on(client: TestClient) -> None:
    query = "f=csv&group=south&filter=id > 'a'&sortby=-id&limit=1"
    first = client.get(f"{ITEMS}?{query}")
    [row] = read_csv(first.text)
    assert (row["id"], row["record_rows"]) == ("fiji-west", "1")
    assert row["record_filter"].startswith("group: The south; filter=id > 'a'; sortby=-id")
    _, following = first.headers["link"].split(", <")
    address = following.split(">")[0]
    assert following.endswith('rel="next"')
    [row] = read_csv(client.get(urljoin("http://testserver/", address)).text)
    assert row["id"] == "fiji-east"
    assert client.get(f"{ITEMS}?f=csv&properties=title").status_code == 400
