"""The sheet of forty rows as newsrooms keep them, and the values that a person gave them."""

import csv

from tests.importing.reading import SAMPLES

NAME = "incidents-google.csv"
ANSWERS = {"order:Date": "dmy", "year:Date": "2023", "midnight:Time (local)": "unknown"}


def read_right() -> dict[int, dict[str, str]]:
    text = (SAMPLES / "incidents-google.right.csv").read_text("utf-8")
    return {int(row["row"]): row for row in csv.DictReader(text.splitlines())}
