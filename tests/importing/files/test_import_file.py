"""Tables in any language, delimiter, encoding and style of dates give the same events, or ask."""

import csv
import io
from dataclasses import dataclass
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.importing.reading import import_text, members_of

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre "
    "noviembre diciembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
HEADERS = {
    "en": ("Title", "Date", "Latitude", "Longitude"),
    "fr": ("Titre", "Date", "Latitude", "Longitude"),
    "de": ("Titel", "Datum", "Breite", "Länge"),
    "es": ("Título", "Fecha", "Latitud", "Longitud"),
    "ru": ("Название", "Дата", "Широта", "Долгота"),
    "uk": ("Назва", "Дата", "Широта", "Довгота"),
}
TITLES = {
    "en": ["A fire was reported", "Smoke was seen over the harbour"],
    "fr": ["Un incendie a été signalé à l'aube", "Une explosion près du château"],
    "de": ["Ein Brand wurde gemeldet", "Über dem Hafen wurde Rauch gesehen"],
    "es": ["Se informó de una explosión", "El año de la señal"],
    "ru": ["Сообщили о пожаре на складе", "Над портом видели дым"],
    "uk": ["Повідомили про пожежу на складі", "Над портом бачили дим і вогонь"],
}
ENCODINGS = {
    "en": ["utf-8", "utf-8-sig", "utf-16", "cp1252", "ascii"],
    "fr": ["utf-8", "utf-8-sig", "utf-16", "cp1252"],
    "de": ["utf-8", "utf-8-sig", "utf-16", "cp1252"],
    "es": ["utf-8", "utf-8-sig", "utf-16", "cp1252"],
    "ru": ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"],
    "uk": ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-u"],
}
# Two rows of a sheet may be the same.
EACH = {"repeated": "each"}
STYLES = ("iso", "dots", "slashes", "american", "words", "short year")


@dataclass(frozen=True)
class Row:
    title: str
    day: date
    lat: float
    lon: float


@dataclass(frozen=True)
class Sheet:
    language: str
    delimiter: str
    encoding: str
    style: str
    has_commas: bool
    rows: list[Row]

    def write(self) -> bytes:
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=self.delimiter)
        writer.writerow(HEADERS[self.language])
        for row in self.rows:
            numbers = (f"{row.lat:.4f}", f"{row.lon:.4f}")
            cells = [one.replace(".", ",") if self.has_commas else one for one in numbers]
            writer.writerow([row.title, self.write_date(row.day), *cells])
        return out.getvalue().encode(self.encoding)

    def write_date(self, day: date) -> str:
        month = MONTHS[self.language].split()[day.month - 1]
        return {
            "iso": day.isoformat(),
            "dots": f"{day.day}.{day.month}.{day.year}",
            "slashes": f"{day:%d/%m/%Y}",
            "american": f"{day.month}/{day.day}/{day.year}",
            "words": f"{day.day} {month} {day.year}",
            "short year": f"{day.day} {month} {day:%y}",
        }[self.style]


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    language = draw(st.sampled_from(sorted(HEADERS)))
    coordinate = st.floats(-89, 89, allow_nan=False).filter(lambda number: abs(number) > 0.1)
    rows = draw(
        st.lists(
            st.builds(
                Row,
                title=st.sampled_from(TITLES[language]),
                day=st.dates(date(1990, 1, 1), date(2029, 12, 31)),
                lat=coordinate,
                lon=coordinate,
            ),
            min_size=1,
            max_size=6,
        )
    )
    return Sheet(
        language,
        draw(st.sampled_from(",;\t|")),
        draw(st.sampled_from(ENCODINGS[language])),
        draw(st.sampled_from(STYLES)),
        draw(st.booleans()),
        rows,
    )


@given(sheets())
def test_any_table_gives_the_same_events_or_asks(sheet: Sheet) -> None:
    outcome = import_text(sheet.write(), EACH)
    assert [one.reason for one in outcome.rejected] == []
    waiting = {one.row for one in outcome.waiting}
    members = members_of(outcome)
    assert set(members) | waiting == set(range(2, len(sheet.rows) + 2))
    if waiting:
        assert sheet.style in ("slashes", "american")
        assert [one.id.partition(":")[0] for one in outcome.questions] == ["order"]
    for made in outcome.made:
        row = sheet.rows[made.row - 2]
        geometry = made.feature["geometry"]
        assert isinstance(geometry, dict)
        assert geometry["coordinates"] == [round(row.lon, 4), round(row.lat, 4)]
        assert members[made.row]["when"] == row.day.isoformat()
        guessed = any("most likely encoding" in text for text in outcome.remarks)
        assert members[made.row]["title"] == row.title or guessed


@given(sheets())
def test_with_its_order_answered_nothing_is_asked(sheet: Sheet) -> None:
    order = "mdy" if sheet.style == "american" else "dmy"
    column = HEADERS[sheet.language][1]
    outcome = import_text(sheet.write(), EACH | {f"order:{column}": order})
    assert outcome.waiting == []
    found = [members["when"] for members in members_of(outcome).values()]
    assert found == [row.day.isoformat() for row in sheet.rows]
