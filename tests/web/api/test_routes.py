"""Routes, methods, tags and problems of the API."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.event_texts import record
from tests.story_folders import write_story
from tests.web.api.serving import ITEMS, serving
from web.settings import settings


def test_head_says_what_get_would(client: TestClient) -> None:
    for path in ("/api/", "/api/conformance", ITEMS, f"{ITEMS}/day", "/api/openapi.json"):
        got, head = client.get(path), client.head(path)
        assert (head.status_code, head.content) == (200, b"")
        for name in ("content-type", "etag", "content-length"):
            assert head.headers[name] == got.headers[name]
        assert client.head(path, headers={"if-none-match": got.headers["etag"]}).status_code == 304


@pytest.mark.parametrize("path", ["/api", "/api/conformance", "/api/collections", f"{ITEMS}/day"])
def test_a_parameter_where_none_is_known_is_refused(client: TestClient, path: str) -> None:
    assert client.get(f"{path}?foo=1").status_code == 400
    assert client.get(f"{path}?utm_source=letter&gclid=1").status_code == 200


def test_methods_are_as_http_wants_them(client: TestClient) -> None:
    head = client.head(f"{ITEMS}?limit=1")
    assert (head.status_code, head.headers["content-type"]) == (200, "application/geo+json")
    assert client.head("/api/export/xlsx").headers["content-disposition"]
    plain = client.options(ITEMS)
    assert (plain.status_code, plain.headers["allow"]) == (204, "GET, HEAD, OPTIONS")
    for path in ("/api", "/api/", ITEMS, "/api/export/csv"):
        for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY"):
            refused = client.request(method, path)
            assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
            assert refused.headers["content-type"] == "application/problem+json"
    asked = {"origin": "https://x.example", "access-control-request-method": "GET"}
    assert client.options(ITEMS, headers=asked).headers["access-control-allow-origin"] == "*"
    got = client.get(ITEMS, headers={"origin": "https://x.example"})
    assert got.headers["access-control-allow-origin"] == "*"


def test_files_and_links_name_the_public_address(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for stated in ("https://maps.news.example/events", "https://maps.news.example/events/"):
        monkeypatch.setenv("PUBLIC_ADDRESS", stated)
        settings.cache_clear()
        content = client.get("/api/export/geojson?group=south").json()
        query = f"?group=south&data={content['data_version']}"
        assert content["link"] == f"https://maps.news.example/events/{query}"
        [here] = [one for one in client.get("/api/").json()["links"] if one["rel"] == "self"]
        assert here["href"] == "https://maps.news.example/events/api/"


def test_any_page_may_read_that_there_is_no_such_resource(client: TestClient) -> None:
    answer = client.get("/api/nothing", headers={"origin": "https://x.example"})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (404, "*")
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_server_without_data_says_so(tmp_path: Path) -> None:
    with serving(tmp_path) as client:
        response = client.get(ITEMS)
    assert response.status_code == 503
    detail = response.json()["detail"]
    assert detail == "The story cannot be read. The server's log and `geo check` say why."


@pytest.mark.parametrize("name", ["story.json", "events.geojson", "border.geojson"])
def test_no_content_of_a_broken_file_is_shown(
    tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    folder = write_story(tmp_path / "story", record("a"))
    (folder / name).write_text("root:x:0:0:secret of another file", "utf-8")
    with serving(folder) as client:
        response = client.get(ITEMS)
    assert response.status_code == 503
    for inside in ("root", "secret", name, str(tmp_path)):
        assert inside not in response.text
    # The log says which file it is.
    assert name.partition(".")[0] in caplog.text
