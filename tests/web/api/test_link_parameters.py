"""Parameters of a link in requests of programs: lists with commas, and the one of pages alone."""

from starlette.testclient import TestClient

from tests.web.api.reading_pages import read_csv
from tests.web.api.serving import ITEMS, RECORDS, ids


def test_a_list_with_commas_is_several_words_in_every_form(client: TestClient) -> None:
    assert len(ids(client, "group=south,north&time_precision=day,minute")) == len(RECORDS)
    rows = read_csv(client.get(f"{ITEMS}?f=csv&group=south,north").text)
    assert len(rows) == len(RECORDS)


def test_a_moment_at_which_claims_are_known_is_refused(client: TestClient) -> None:
    response = client.get(f"{ITEMS}?known=2023-05-03T12:00")
    assert response.status_code == 400
    assert response.json()["detail"] == (
        "known: found '2023-05-03T12:00', wanted nothing: only pages have this parameter; "
        "answers and files hold all claims, each with said_at"
    )
    assert len(ids(client, "known=")) == len(RECORDS)
