"""Files that were made to harm end with a message, and no formula is ever run."""

import gzip
import io
import json
import zipfile
from concurrent.futures import ProcessPoolExecutor

import pyarrow as pa
import pytest
from pyarrow import parquet

from geo.importing.tables.limits import FREE_BYTES, LONGEST_LINE, MOST_TIMES, TableFileError
from tests.importing.reading import members_of, only, read_text

BOMB = """<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><kml><Placemark><name>&b;</name></Placemark></kml>"""


def refuse(content: bytes | str, name: str = "table.csv") -> str:
    with pytest.raises(TableFileError) as refused:
        read_text(content, name=name)
    assert str(refused.value).startswith(name)
    return str(refused.value)


def zip_of(content: bytes, name: str = "a.csv") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def test_xml_with_entities_of_its_own_is_refused() -> None:
    assert "found XML with entities of its own" in refuse(BOMB, "a.kml")
    outside = BOMB.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/passwd"')
    assert "found XML with entities of its own" in refuse(outside, "a.kml")


@pytest.mark.parametrize("wrap", [gzip.compress, zip_of])
def test_what_unfolds_beyond_measure_is_refused(wrap: object) -> None:
    assert callable(wrap)
    zeros = b"0" * (FREE_BYTES + (1 << 20))
    compressed = wrap(zeros)
    assert len(compressed) * MOST_TIMES < len(zeros)
    assert "unfold" in refuse(compressed, "a.csv.zip")


def test_a_workbook_that_unfolds_beyond_measure_is_refused() -> None:
    bomb = zip_of(b" " * (FREE_BYTES + (1 << 20)), "[Content_Types].xml")
    assert "unfold" in refuse(bomb, "a.xlsx")


def test_a_line_without_an_end_is_refused() -> None:
    line = b"title,date\n" + b"a" * (2 * LONGEST_LINE)
    assert "found a line of more than 16 MB" in refuse(line)


def test_a_cell_without_an_end_is_refused_by_its_row() -> None:
    text = 'title,date\nfire,2023-05-03\n"open quote,2023-05-03\n' + "more\n" * 400_000
    assert "row 3: found 'field larger than field limit" in refuse(text)


def test_archives_inside_archives_are_refused() -> None:
    content = b"title,date\nfire,2023-05-03\n"
    for _ in range(4):
        content = gzip.compress(content)
    assert "archives inside archives" in refuse(content, "a.gz")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (b"\x00\x01\x02\x03" * 100, "an empty file|no text|no row"),
        (b"PK\x03\x04 broken", "a broken zip file"),
        (b"\x1f\x8b broken", "a broken gzip file"),
        (b"\xd0\xcf\x11\xe0 broken", "no workbook"),
        (b"PAR1 broken PAR1", "no readable Parquet"),
        (b"SQLite format 3\x00 broken", "no readable layer"),
        (b"fgb\x03 broken", "no readable layer|no row"),
        (b"<html><body></body></html>", "XML of another kind"),
        (b"<kml><Placemark>", "broken XML"),
        (b'{"a": ', "wanted JSON"),
        (b'{"a": 1}', "other JSON"),
        (b"[1, 2, 3]", "other JSON"),
        (b"[" * 100_000, "wanted JSON|nested"),
        (b"title,date\n", "no row"),
    ],
)
def test_what_is_no_table_is_refused_with_what_was_found(content: bytes, found: str) -> None:
    with pytest.raises(TableFileError, match=found):
        read_text(content, name="table")


def test_no_formula_is_run_and_none_is_lost() -> None:
    formula = "=cmd|'/C calc'!A0"
    members = only(read_text(f"title,date,source,memo\n=1+1,2023-05-03,{formula},@SUM(A1)\n"))
    assert members["title"] == "=1+1"
    assert "memo: @SUM(A1)" in members["note"]
    assert "sources" not in members
    assert formula in members["note"]


def test_odd_letters_are_kept() -> None:
    text = "title,date,memo\n\u202eright to left,2023-05-03,👩‍👩‍👧 \ufeffx\n"
    members = only(read_text(text))
    assert members["title"] == "\u202eright to left"
    assert members["note"] == "memo: 👩‍👩‍👧 \ufeffx"


def test_a_thousand_columns_are_read_and_too_many_refused() -> None:
    names = [f"c{number}" for number in range(1_000)]
    text = ",".join(["title", "date", *names]) + "\nfire,2023-05-03" + ",x" * 1_000 + "\n"
    outcome = read_text(text)
    assert len(members_of(outcome)) == 1
    many = ",".join(f"c{number}" for number in range(3_000)) + "\n"
    assert "wanted at most 2,000" in refuse(many * 2)


def test_deep_coordinates_are_refused_without_a_crash() -> None:
    deep = "[" * 150 + "1" + "]" * 150
    text = json.dumps({"type": "FeatureCollection", "features": []}).replace(
        "[]",
        '[{"type":"Feature","properties":{"title":"x","date":"2023-05-03"},'
        '"geometry":{"type":"Point","coordinates":' + deep + "}}]",
    )
    outcome = read_text(text, name="a.geojson")
    from geo.importing.canonical import check_made

    check_made(outcome, "UTC")
    assert len(outcome.rejected) == 1


def workbook_of(*cells: str) -> bytes:
    """Return a workbook with a word in each of these cells."""
    book, main = "http://schemas.openxmlformats.org", "spreadsheetml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    rows = "".join(
        f'<row><c r="{cell}" t="inlineStr"><is><t>title</t></is></c></row>' for cell in cells
    )
    relation = (
        '<Relationship Id="r1" Type="{0}/officeDocument/2006/relationships/{1}" Target="{2}"/>'
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{book}/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{book}/package/2006/relationships">'
        f"{relation.format(book, 'officeDocument', 'xl/workbook.xml')}</Relationships>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{book}/package/2006/relationships">'
        f"{relation.format(book, 'worksheet', 'worksheets/sheet1.xml')}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{book}/{main}" '
        f'xmlns:r="{book}/officeDocument/2006/relationships"><sheets>'
        '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{book}/{main}"><sheetData>{rows}'
        "</sheetData></worksheet>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def test_a_workbook_of_two_cells_far_apart_ends_no_process() -> None:
    assert "no row" in refuse(workbook_of("A1", "A2"), "a.xlsx")
    assert "more memory" in refuse(workbook_of("A1", "XFD1048576"), "a.xlsx")


@pytest.mark.parametrize("part", ["&lt;a ", "&lt;", "&lt;a href='https://a.example'&gt;"])
def test_a_description_of_many_broken_tags_is_read_in_time(part: str) -> None:
    text = (
        f"<kml><Placemark><name>A</name><description>{part * 5_000}</description></Placemark></kml>"
    )
    with ProcessPoolExecutor(1) as other:
        assert len(other.submit(read_text, text, name="a.kml").result(timeout=60).rejected) == 1


@pytest.mark.parametrize(
    "row", ["9999-12-31T23:59,1,2,1", f"2023-05-03,1,2,{'9' * 5_000}", "2023-05-03,nan,inf,1"]
)
def test_a_row_beyond_all_measure_is_rejected_alone(row: str) -> None:
    outcome = read_text(f"title,date,lat,lon,killed\nA,{row}\nB,2023-05-03,1,2,3\n")
    assert len(outcome.made) + len(outcome.waiting) + len(outcome.rejected) == 2
    assert len(outcome.made) >= 1


def test_a_place_that_is_no_number_is_rejected() -> None:
    text = (
        "<kml><Placemark><name>A</name><TimeStamp><when>2023-05-03</when></TimeStamp>"
        "<Point><coordinates>nan,inf</coordinates></Point></Placemark></kml>"
    )
    assert len(read_text(text, name="a.kml").rejected) == 1


@pytest.mark.parametrize("letter", ["(", "(a", "1 ", " "])
@pytest.mark.parametrize("column", ["date", "time", "summary", "killed", "coordinates", "place"])
def test_a_long_cell_is_read_in_time(column: str, letter: str) -> None:
    row = {"title": "A", "date": "2023-05-03", "time": "12:00"} | {column: letter * 20_000}
    text = f"{','.join(row)}\n{','.join(row.values())}\n"
    with ProcessPoolExecutor(1) as other:
        assert len(other.submit(read_text, text).result(timeout=60).table) == 1


def test_a_text_that_parquet_repeats_in_all_rows_is_refused_before_it_fills_the_memory() -> None:
    texts = pa.DictionaryArray.from_arrays(pa.array([0] * 200_000), ["a" * 1_000])
    out = io.BytesIO()
    parquet.write_table(pa.table({"title": texts}), out, compression="zstd")
    assert "made to fill a memory" in refuse(out.getvalue(), "a.parquet")


def test_shapes_within_shapes_end_no_process() -> None:
    text = "GEOMETRYCOLLECTION(" * 40_000 + "POINT(1 2)" + ")" * 40_000
    outcome = read_text(f'title,date,wkt\nA,2023-05-03,"{text}"\n')
    assert len(outcome.rejected) == 1 or len(outcome.made) == 1
    deep = b"\x01\x07\x00\x00\x00\x01\x00\x00\x00" * 100_000
    geo = (
        '{"version":"1.0.0","primary_column":"geometry",'
        '"columns":{"geometry":{"encoding":"WKB","geometry_types":[]}}}'
    )
    for shapes in (
        pa.array([deep]),
        pa.array([deep], pa.large_binary()),
        pa.array([deep], pa.binary_view()),
        pa.array([deep]).dictionary_encode(),
        pa.array([deep.hex()]),
    ):
        table = pa.table({"title": ["A"], "geometry": shapes}).replace_schema_metadata({"geo": geo})
        out = io.BytesIO()
        parquet.write_table(table, out)
        assert "nested too deeply" in refuse(out.getvalue(), "a.parquet")
