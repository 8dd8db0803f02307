"""Distances of CSV as people keep it: nothing shifts, nothing is guessed."""

from pathlib import Path

import pytest

from geo.errors import EventFileError
from tests.cli.measuring import (
    ADDED_COLUMNS,
    HALF_A_DEGREE_M,
    measure,
    read_rows,
    refuse_file,
    write_border,
)
from tests.importing.reading import import_text


@pytest.mark.parametrize("end", ["", "\n"])
def test_an_empty_field_at_the_end_of_rows_shifts_no_column(tmp_path: Path, end: str) -> None:
    rows = read_rows(measure(f"name,lon,lat,alt\nA,9.5,0,12,\nB,9.5,0,20,{end}".encode(), tmp_path))
    assert rows[0] == ["name", "lon", "lat", "alt", *ADDED_COLUMNS]
    assert [row[:4] for row in rows[1:]] == [["A", "9.5", "0", "12"], ["B", "9.5", "0", "20"]]
    assert [float(row[4]) for row in rows[1:]] == pytest.approx([HALF_A_DEGREE_M] * 2, abs=0.01)


def test_rows_of_another_width_are_refused_by_number(tmp_path: Path) -> None:
    with pytest.raises(EventFileError, match="row 3 with 2, row 6 with 4, wanted 3 fields"):
        measure(b"id,lon,lat\n1,9.5,0\n2,9.5\n\n3,9.5,0\n4,9.5,0,extra\n", tmp_path)
    assert not (tmp_path / "out.csv").exists()


def test_many_rows_of_another_width_are_counted(tmp_path: Path) -> None:
    with pytest.raises(EventFileError, match="row 6 with 1 and 995 more, wanted 2"):
        measure(b"lon,lat\n" + b"9\n" * 1000, tmp_path)


@pytest.mark.parametrize("lon", ["lon", "Longitude", "LNG", " long "])
@pytest.mark.parametrize("lat", ["lat", "Latitude"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_and_usual_names_are_read(
    tmp_path: Path, lon: str, lat: str, delimiter: str
) -> None:
    lines = [delimiter.join(["at", lat, lon]), delimiter.join(['"a,b"', "0", "9.5"])]
    rows = read_rows(measure("\n".join(lines).encode(), tmp_path), delimiter)
    assert float(rows[1][3]) == pytest.approx(HALF_A_DEGREE_M, abs=0.01)


def test_a_decimal_comma_is_read_and_written(tmp_path: Path) -> None:
    rows = read_rows(measure(b"lat;lon\n0,0;9,5\n", tmp_path), ";")
    assert float(rows[1][2].replace(",", ".")) == pytest.approx(HALF_A_DEGREE_M, abs=0.01)
    assert "." not in "".join(rows[1])


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        (
            "9.5,0",
            '"9,6",0',
            "row 3: found lon '9,6', wanted a decimal point as in row 2",
        ),
        ('"9,5",0', '9,"0.25"', "row 3: found lat '0.25', wanted a decimal comma as in row 2"),
    ],
)
def test_decimal_commas_beside_points_are_refused_with_their_row(
    tmp_path: Path, first: str, second: str, wanted: str
) -> None:
    with pytest.raises(EventFileError, match=wanted):
        measure(f"lon,lat\n{first}\n{second}\n".encode(), tmp_path)
    assert not (tmp_path / "out.csv").exists()


def test_a_whole_number_has_neither_comma_nor_point(tmp_path: Path) -> None:
    rows = read_rows(measure(b'lon,lat\n9,0\n"9,5",0\n', tmp_path))
    assert all("." not in row[2] and "," in row[2] for row in rows[1:])


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_mark_encoding_and_line_ends_stay(
    tmp_path: Path, mark: str, encoding: str, line_end: str
) -> None:
    if encoding != "utf-8" and not mark:
        pytest.skip("UTF-16 is known by its mark alone")
    text = f'{mark}"place",lon,lat{line_end}Ἀθῆναι,9.5,0{line_end}'
    written = measure(text.encode(encoding), tmp_path).decode(encoding)
    assert written.startswith(f'{mark}"place",lon,lat,distance_m')
    lines = written.split(line_end)
    assert len(lines) == 3
    assert not set("\r\n") & set("".join(lines))
    assert lines[1].startswith("Ἀθῆναι,9.5,0,5")


def test_bytes_of_another_encoding_are_written_as_they_were(tmp_path: Path) -> None:
    assert (
        measure(b"place,lon,lat\nCaf\xe9,9.5,0\n", tmp_path)
        .splitlines()[1]
        .startswith(b"Caf\xe9,9.5,0,5")
    )


def test_two_encodings_are_never_mixed_in_one_file(tmp_path: Path) -> None:
    write_border(tmp_path, "Carré")
    content = b"place,lon,lat\nCaf\xe9,9.5,0\n"
    with pytest.raises(EventFileError, match="--encoding"):
        measure(content, tmp_path)
    assert b"Carr\xe9" in measure(content, tmp_path, ".csv", "--encoding", "cp1252")
    write_border(tmp_path, "Квадрат")
    with pytest.raises(EventFileError, match="cannot write the border's name"):
        measure(content, tmp_path, ".csv", "--encoding", "cp1252")


@pytest.mark.parametrize("content", [b'lon,lat,x\n1,2,"a\n', b'lon,lat,x\n1,2,"a"b\n'])
def test_a_quoted_field_without_an_end_is_named(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(EventFileError, match="quoted field"):
        measure(content, tmp_path)


def test_bytes_that_are_no_text_are_not_shown_as_names_of_columns(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9)
    assert refuse_file(path) == "in.csv: found a file that is not text, wanted a table"


def test_the_name_of_a_border_is_no_formula(tmp_path: Path) -> None:
    write_border(tmp_path, "=HYPERLINK(1)")
    rows = read_rows(measure(b"lon,lat\n9.5,0\n", tmp_path))
    assert rows[1][rows[0].index("border_name")] == "'=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("lat", "degrees"),
    [
        ("0 30 0 S", -0.5),
        ("0.5 с.ш.", 0.5),
        ("0 deg 30 min", 0.5),
        ("0:30:00", 0.5),
        ("s0.5", -0.5),
        ("5e-1", 0.5),
        (" 0.5 ", 0.5),
    ],
)
def test_degrees_are_read_as_an_import_reads_them(tmp_path: Path, lat: str, degrees: float) -> None:
    content = f"title,date,lat,lon\nA fire,2023-05-03,{lat},9.5\n".encode()
    rows = read_rows(measure(content, tmp_path))
    # South of the equator as far away as north of it, at the same latitude.
    assert float(rows[1][6]) == pytest.approx(degrees, abs=0.01)
    [made] = import_text(content).made
    place = made.feature["geometry"]
    assert isinstance(place, dict)
    assert place["coordinates"] == [9.5, degrees]


def test_an_abbreviation_with_full_stops_is_no_decimal_point(tmp_path: Path) -> None:
    rows = read_rows(measure('lat;lon\n1 с.ш.;9\n"0,5";9\n'.encode(), tmp_path), ";")
    assert all("," in row[2] for row in rows[1:])


@pytest.mark.parametrize("lat", ["95.1", "12 E", "13'", "nan", "1e999", "n/a"])
def test_a_row_has_the_number_that_an_import_gives_it(tmp_path: Path, lat: str) -> None:
    lines = ["title,date,lat,lon", "A fire,2023-05-03,1,9.5", "", f"B fire,2023-05-03,{lat},9.5"]
    content = "\n".join([*lines, ""]).encode()
    with pytest.raises(EventFileError, match=r"^in\.csv, row 4: found lat .*, wanted degrees from"):
        measure(content, tmp_path)
    outcome = import_text(content)
    assert [one.row for one in outcome.made][:1] == [2]
    assert outcome.table.numbers[1] == 4
