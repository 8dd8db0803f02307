"""Files by address, with their progress, and what breaks off."""

import json
from contextlib import closing
from http.client import HTTPConnection, IncompleteRead

import pytest
from starlette.testclient import TestClient

from geo.publishing.export import FORMATS
from web.api.downloads import DownloadProgress


@pytest.mark.parametrize("kind", list(FORMATS))
def test_every_kind_of_file_can_be_fetched(client: TestClient, kind: str) -> None:
    response = client.get(f"/api/export/{kind}?group=south")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith(FORMATS[kind].media_type)
    assert FORMATS[kind].extension in response.headers["content-disposition"]
    assert response.content
    assert client.get(f"/api/export/{kind}?group=mars").status_code == 400


def test_a_ticket_reports_the_progress_of_a_file(client: TestClient) -> None:
    early = client.get("/api/export/progress/not-yet-asked")
    assert early.status_code == 200
    assert early.json() == {"total": 0, "written": 0, "state": "unknown"}
    assert client.get("/api/export/csv?group=south&ticket=ticket-1").status_code == 200
    response = client.get("/api/export/progress/ticket-1")
    assert response.json() == {"total": 2, "written": 2, "state": "sent"}
    assert response.headers["cache-control"] == "no-store"
    for ticket in ("short", "with space", "x" * 65, "ticket-1&ticket=ticket-2"):
        refused = client.get(f"/api/export/csv?ticket={ticket}")
        assert (refused.status_code, "ticket" in refused.json()["detail"]) == (400, True)


@pytest.mark.parametrize("asked", ["filter=radius_m<10", "bbox=1,2,3,4", "sortby=title"])
def test_a_file_refuses_what_only_items_take_and_says_who_takes_it(
    client: TestClient, asked: str
) -> None:
    refused = client.get(f"/api/export/csv?{asked}")
    assert refused.status_code == 400
    assert refused.json()["detail"].startswith(
        f"{asked.partition('=')[0]}: found a parameter of items"
    )
    assert "/api/collections/events/items" in refused.json()["detail"]
    assert client.get(f"/api/collections/events/items?{asked}&f=csv").status_code == 200


def test_a_file_too_long_for_its_kind_is_refused_before_it_starts(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.publishing.export.spreadsheet.MOST_ROWS", 4)
    response = client.get("/api/export/xlsx")
    assert response.status_code == 400
    assert "events: found 5 rows" in response.json()["detail"]


@pytest.mark.parametrize("kind", list(FORMATS))
def test_a_file_that_breaks_off_is_not_a_complete_response(
    address: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def get(path: str) -> bytes:
        with closing(HTTPConnection(address)) as connection:
            connection.request("GET", path)
            with connection.getresponse() as response:
                return response.read()

    def fail(_: DownloadProgress, number: int) -> None:
        raise RuntimeError(number)

    assert get(f"/api/export/{kind}?ticket=whole-{kind}")
    monkeypatch.setattr(DownloadProgress, "advance", fail)
    with pytest.raises(IncompleteRead):
        get(f"/api/export/{kind}?ticket=part-{kind}")
    for ticket, state in ((f"whole-{kind}", "sent"), (f"part-{kind}", "broken off")):
        assert json.loads(get(f"/api/export/progress/{ticket}"))["state"] == state


def test_a_file_leads_back_to_the_app(client: TestClient) -> None:
    content = client.get("/api/export/geojson?group=south&view=1,2,3").json()
    assert content["link"] == f"http://testserver/?group=south&data={content['data_version']}"
