"""The API describes itself as OpenAPI 3.0."""

import re
from urllib.parse import unquote

from starlette.testclient import TestClient

from geo.link.parameters import list_parameters
from tests.web.api.serving import ITEMS


def test_the_api_describes_every_parameter_it_takes(client: TestClient) -> None:
    response = client.get("/api/openapi.json")
    assert response.headers["content-type"] == "application/vnd.oai.openapi+json;version=3.0"
    document = response.json()
    assert document["openapi"].startswith("3.0")
    named = document["components"]["parameters"]
    assert {"bbox", "datetime", "limit", "from", "to", "group", "reach", "q"} <= set(named)
    assert named["group"]["schema"]["items"]["enum"] == ["north", "south"]
    client.get("/api/export/csv?ticket=my-own-ticket")
    for path in document["paths"]:
        filled = path.format(
            collectionId="events", featureId="day", kind="csv", ticket="my-own-ticket"
        )
        assert client.get(f"/api{filled}").status_code == 200, path


def test_an_unknown_parameter_is_refused_with_those_that_the_address_takes(
    client: TestClient,
) -> None:
    document = client.get("/api/openapi.json").json()
    for path, methods in document["paths"].items():
        listed = [
            document["components"]["parameters"][one["$ref"].rpartition("/")[2]]["name"]
            for one in methods["get"].get("parameters", ())
            if "$ref" in one
        ]
        filled = path.format(
            collectionId="events", featureId="day", kind="csv", ticket="my-own-ticket"
        )
        refused = client.get(f"/api{filled}?nothing=1")
        wanted = refused.json()["detail"].removeprefix(
            "nothing: found an unknown parameter, wanted "
        )
        assert refused.status_code == 400, path
        assert wanted.removeprefix("one of ") == ", ".join(sorted(listed)) or (
            (wanted, listed) == ("no parameter", [])
        ), path


def test_the_api_describes_no_less_than_the_link_takes(client: TestClient) -> None:
    named = client.get("/api/openapi.json").json()["components"]["parameters"]
    assert set(named) >= {row.name for row in list_parameters()} - {"known"}
    for name, text, fits in (
        ("from", "2023-05-03T02:27", True),
        ("from", "2023-13-01", False),
        ("reach", "-20..450.5", True),
        ("reach", "..", False),
        ("datetime", "2023-05-03T02:27:00Z/..", True),
        ("datetime", "/2023-05-03", True),
        ("datetime", "", False),
        ("datetime", "2023-05-03T02:27:00.5%2B14:00", True),
        ("datetime", "0999-01-01t02:27:00z/2023-05-03", True),
        ("datetime", "2023-05-03T24:00:00Z", False),
        ("datetime", "2023-05-03T02:27:00%2B24:00", False),
        ("datetime", "2023-05-00", False),
        ("datetime", "../../2023-05-03", False),
    ):
        pattern = named[name]["schema"]["pattern"]
        assert bool(re.search(pattern, unquote(text))) == fits, text
        assert (client.get(f"{ITEMS}?{name}={text}").status_code == 200) == fits
