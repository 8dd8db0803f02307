"""Pictures: what stands where on them is computed here another way, and read from the file."""

import io
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdfium2 import PdfDocument
from pyproj import Transformer

from geo.cli.main import main
from geo.drawing.palette import DARK, LIGHT
from geo.drawing.picture.compose import frame_map
from geo.drawing.picture.draw import _pictures, draw_picture
from geo.drawing.picture.frame import Frame, fit
from geo.drawing.picture.ink import shorten, wrap
from geo.drawing.picture.paper import CARD, HALF_A4, PLATE, Picture
from geo.link.camera import Camera
from geo.story.view import View, open_view
from tests.event_texts import record
from tests.story_folders import point, write_story

DATA = Path(__file__).parent.parent / "data"
FIJI = Path(__file__).parent / "data/fiji"
DRONE = "kremlin-2023-05-03-drone-1"
HOSTILE = '$\\frac{1}{0}$ <script>alert(1)</script> & "quoted" ]]> {x} Кремль 火'
SVG = "{http://www.w3.org/2000/svg}"
TO_MERCATOR = Transformer.from_crs(4326, 3857, always_xy=True)
HALF_WORLD_M = 20_037_508.342789244  # EPSG:3857, half of its width.


def drawn(folder: Path, link: str = "", **wanted: object) -> bytes:
    view = open_view(folder, link)
    return draw_picture(view, Picture(**wanted))


def pixels(content: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB")).astype(int)


def words_of(svg: bytes) -> str:
    texts = ElementTree.fromstring(svg).iter(f"{SVG}text")
    return " ".join("".join(text.itertext()) for text in texts)


def place_by_hand(view: View, picture: Picture, lon: float, lat: float) -> tuple[float, float]:
    """Return a position in pixels of a PNG, by PROJ instead of the picture's own projection."""
    frame = frame_map(view, picture)
    camera = view.link.camera
    assert camera is not None
    per_px = 2 * HALF_WORLD_M / 512 / 2**camera.zoom
    (x, y), (x0, y0) = (TO_MERCATOR.transform(*at) for at in ((lon, lat), (camera.lon, camera.lat)))
    right = frame.left + frame.width / 2 + (x - x0) / per_px
    down = frame.top + frame.height / 2 - (y - y0) / per_px
    scale = picture.paper.scale * picture.density
    return right * scale, down * scale


@pytest.fixture(scope="module")
def of_the_drone() -> bytes:
    """The shipped record with an event selected, as SVG: with base map, letters and legend."""
    return drawn(DATA, f"event={DRONE}", format="svg")


@pytest.fixture(scope="module")
def lone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story with one verified event in a place known well, and one in a place known badly."""
    return write_story(
        tmp_path_factory.mktemp("lone"),
        record("pin", geometry=point(0.5, 3), verification="verified", radius_m=200),
        record(
            "disc",
            geometry=point(4, 3),
            location_precision="region",
            radius_m=60_000,
            group="south",
        ),
    )


@pytest.mark.parametrize(
    ("paper", "density", "size"),
    [
        (CARD, 1, (1200, 630)),
        (CARD, 2, (2400, 1260)),
        (PLATE, 3, (840, 750)),
        # 210 by 148 mm at 192 pixels to an inch of 25.4 mm.
        (HALF_A4, 2, (1587, 1118)),
    ],
)
def test_a_png_has_the_size_of_its_paper(
    lone: Path, paper: object, density: float, size: tuple[int, int]
) -> None:
    content = drawn(lone, paper=paper, density=density)
    assert Image.open(io.BytesIO(content)).size == size


@pytest.mark.parametrize(("dark", "palette"), [(False, LIGHT), (True, DARK)])
def test_a_mark_is_where_the_projection_says_in_the_colour_of_its_group(
    lone: Path, dark: bool, palette: object
) -> None:
    view, picture = open_view(lone, "view=2,2,6.5"), Picture(paper=CARD, dark=dark)
    image = pixels(draw_picture(view, picture))
    x, y = place_by_hand(view, picture, 0.5, 3)
    assert tuple(image[round(y), round(x)]) == palette.hues[0]
    reds = np.argwhere((image == palette.hues[0]).all(axis=2))
    # The legend and the accent have the same colour: only what lies near the mark counts.
    near = reds[(abs(reds[:, 1] - x) < 40) & (abs(reds[:, 0] - y) < 40)]
    assert near.mean(axis=0) == pytest.approx([y - 0.5, x - 0.5], abs=0.6)


def test_a_plate_shows_what_a_screen_shows_and_no_words_beside_it() -> None:
    # The window of the map on a screen is wider than the sheet: its edges must not be lost.
    link = f"event={DRONE}&view=36,52.4,3.5&to=2023-05-02"
    view = open_view(DATA, link)
    words = words_of(draw_picture(view, Picture("svg", PLATE)))
    assert "500 km" in words
    assert "First of two" not in words
    frame = frame_map(view, Picture("svg", PLATE))
    screen = Frame(0, 0, 640, 360, view.link.camera)
    west, south, east, north = screen.bounds()
    shown = frame.bounds()
    assert shown[0] <= west
    assert shown[1] <= south
    assert shown[2] >= east
    assert shown[3] >= north


def test_an_indexed_png_looks_the_same_for_a_third_of_the_bytes() -> None:
    full, small = (drawn(DATA, paper=CARD, density=1, indexed=indexed) for indexed in (False, True))
    assert len(small) < len(full) / 2
    assert Image.open(io.BytesIO(small)).mode == "P"
    assert abs(pixels(full) - pixels(small)).mean() < 2


def test_what_no_picture_shows_makes_no_other_picture(lone: Path) -> None:
    first = drawn(lone, "group=south")
    held = len(_pictures)
    for link in ("known=2023-05-04", "step=2", "stack=type", "span=30", "cross=group,region"):
        assert drawn(lone, f"group=south&{link}") is first
    assert len(_pictures) == held


def test_a_disc_has_its_true_size(lone: Path) -> None:
    view, picture = open_view(lone, "view=4,3,7&group=south"), Picture(paper=HALF_A4)
    image = pixels(draw_picture(view, picture))
    x, y = place_by_hand(view, picture, 4, 3)
    row = image[round(y)]
    inside = np.flatnonzero((row[int(x) - 500 : int(x) + 500] != LIGHT.sea).any(axis=1))
    edge = Geodesic.WGS84.Direct(3, 4, 90, 60_000)
    by_geodesic = place_by_hand(view, picture, edge["lon2"], edge["lat2"])[0] - x
    # One pixel for the line; half a percent for the sphere on which the map draws discs.
    assert (inside[-1] - inside[0] + 1) / 2 == pytest.approx(by_geodesic, rel=0.005, abs=2)


def test_an_event_that_is_filtered_away_is_not_drawn(lone: Path) -> None:
    view, picture = open_view(lone, "view=2,2,6.5&group=south"), Picture(paper=CARD)
    image = pixels(draw_picture(view, picture))
    x, y = place_by_hand(view, picture, 0.5, 3)
    assert tuple(image[round(y), round(x)]) == LIGHT.sea


def test_an_event_that_only_possibly_belongs_is_paler(tmp_path: Path) -> None:
    part = {"start": "2023-05-03T00:00:00+03:00", "end": "2023-05-04T00:00:00+03:00"}
    event = record(geometry=point(0.5, 3), verification="verified", time_precision="day", **part)
    folder = write_story(tmp_path, event)
    link = "view=0.5,3,7&from=2023-05-03T06:00&to=2023-05-05"
    view, picture = open_view(folder, link), Picture(paper=CARD)
    image = pixels(draw_picture(view, picture))
    x, y = place_by_hand(view, picture, 0.5, 3)
    red, sea = np.array(LIGHT.hues[0]), np.array(LIGHT.sea)
    share = (image[round(y), round(x)] - sea)[1] / (red - sea)[1]
    assert share == pytest.approx(0.45, abs=0.05)
    said = words_of(draw_picture(view, Picture("svg", CARD)))
    assert "only possibly" in said
    assert "1 event, 1 of them only possibly" in said


def test_a_selected_event_has_its_distance_and_its_line(of_the_drone: bytes) -> None:
    said = words_of(of_the_drone)
    for words in ("451 km", "Partly verified; who did it: contested", "shortest way to it"):
        assert words in said, words


def test_an_svg_says_in_words_what_is_chosen_and_what_it_rests_on() -> None:
    said = words_of(drawn(DATA, "region=Moscow&to=2023-05-03", format="svg", paper=HALF_A4))
    view = open_view(DATA, "region=Moscow&to=2023-05-03")
    for words in (
        "region: Moscow",
        f"{len(view.kept)} of {len(view.record.events)} events",
        "outside the dates",
        view.record.version,
        "Natural Earth",
        "OpenStreetMap",
        " km",
        "Kyiv",
    ):
        assert words in said, words


def test_hostile_titles_are_plain_words_in_an_svg(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record(title=HOSTILE))
    content = drawn(folder, "event=bridge", format="svg", paper=HALF_A4)
    tree = ElementTree.fromstring(content)
    assert not [one for one in tree.iter() if one.tag.rpartition("}")[2] == "script"]
    assert HOSTILE.replace(" ", "") in words_of(content).replace(" ", "")
    assert b"<script" not in content


def test_a_title_of_a_thousand_letters_stays_in_its_column(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record(title="Sehr" * 70))
    said = words_of(drawn(folder, "event=bridge", format="svg"))
    assert "…" in said
    assert "1 event" in said


def test_a_pdf_has_one_sheet_of_half_an_a4_with_words_in_it() -> None:
    document = PdfDocument(drawn(DATA, f"event={DRONE}", format="pdf", paper=HALF_A4))
    assert len(document) == 1
    mm = [side / 72 * 25.4 for side in document[0].get_size()]
    assert mm == pytest.approx([210, 148], abs=0.1)
    said = document[0].get_textpage().get_text_range()
    assert "First of two drones" in said
    assert "451 km" in said


def test_cyrillic_is_text_in_svg_and_pdf(tmp_path: Path) -> None:
    folder = write_story(tmp_path, record(title="Взрыв на мосту: стороны спорят"))
    assert "Взрыв" in words_of(drawn(folder, "event=bridge", format="svg"))
    page = PdfDocument(drawn(folder, "event=bridge", format="pdf"))[0]
    assert "Взрыв" in page.get_textpage().get_text_range()


def test_an_svg_carries_the_letters_that_it_uses(of_the_drone: bytes) -> None:
    content = of_the_drone.decode()
    for family in ("Source Sans 3", "Source Sans 3 Semibold", "Source Serif 4"):
        assert f'@font-face{{font-family:"{family}"' in content
    assert content.count("http") == content.count("http://www.w3.org") + content.count(
        "http://purl.org"
    ) + content.count("http://creativecommons.org") + content.count("https://matplotlib.org")


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_one_content_has_the_same_bytes_each_time(lone: Path, kind: str) -> None:
    first = drawn(lone, format=kind)
    _pictures.clear()
    assert drawn(lone, format=kind) == first


def test_many_threads_get_the_same_picture(lone: Path) -> None:
    view = open_view(lone)
    alone = {kind: draw_picture(view, Picture(kind)) for kind in ("png", "svg")}
    _pictures.clear()
    with ThreadPoolExecutor(8) as threads:
        together = threads.map(
            lambda kind: (kind, draw_picture(view, Picture(kind))), ["png", "svg"] * 6
        )
        assert all(content == alone[kind] for kind, content in together)


def test_no_event_no_border_and_no_base_map_still_give_a_picture(tmp_path: Path) -> None:
    folder = write_story(tmp_path)
    (folder / "story.json").write_text(json.dumps({"title": "Nothing yet"}))
    said = words_of(drawn(folder, format="svg"))
    assert "Nothing yet" in said
    assert "This dataset has no events" in said


@pytest.mark.parametrize("link", ["", "event=light-west", "event=light-east", "view=179.99,-17,8"])
def test_events_on_both_sides_of_180_degrees_stand_side_by_side(link: str) -> None:
    view, picture = open_view(FIJI, link), Picture(paper=CARD)
    frame = frame_map(view, picture)
    events = view.record.events
    across = events[abs(events["lon"]) > 179]
    assert set(np.sign(across["lon"])) == {-1, 1}
    places = frame.place(across["lon"].to_numpy(), across["lat"].to_numpy())
    assert np.ptp(places[:, 0]) < 2 / 360 * frame.world_px
    assert draw_picture(view, picture).startswith(b"\x89PNG")


cameras = st.builds(Camera, st.floats(-180, 180), st.floats(-80, 80), st.floats(0, 12))


@given(cameras, st.floats(-180, 180), st.floats(-84, 84))
def test_positions_project_as_proj_says(camera: Camera, lon: float, lat: float) -> None:
    frame = Frame(100, 20, 500, 400, camera)
    per_px = 2 * HALF_WORLD_M / 512 / 2**camera.zoom
    x, y = TO_MERCATOR.transform(lon, lat)
    x0, y0 = TO_MERCATOR.transform(camera.lon, camera.lat)
    # The sphere of EPSG:3857 has its map's latitude; PROJ gives the same to a millimetre.
    by_proj = (350 + (x - x0) / per_px, 220 - (y - y0) / per_px)
    assert frame.project(lon, lat)[0] == pytest.approx(by_proj, abs=1e-3, rel=1e-6)


@given(
    st.floats(-180, 180),
    st.floats(-60, 60),
    st.floats(0.5, 100),
    st.floats(0.5, 20),
)
def test_a_fitted_frame_holds_its_bounds(
    west: float, south: float, width: float, height: float
) -> None:
    east = (west + width + 180) % 360 - 180
    north = south + height
    frame = Frame(0, 0, 500, 400, fit((west, south, east, north), 500, 400))
    corners = frame.place(np.array([west, east]), np.array([south, north]))
    assert frame.contains(corners, margin=1e-6).all()


@pytest.mark.parametrize(("lat", "zoom"), [(0, 3), (52, 5), (-17, 9), (80, 2)])
def test_the_scale_bar_is_true_in_the_middle_of_the_map(lat: float, zoom: float) -> None:
    frame = Frame(0, 0, 500, 400, Camera(30, lat, zoom))
    metres, wide = frame.scale_bar(90)
    assert 20 < wide <= 90
    degrees = wide / frame.world_px * 360
    pieces = 1000  # Along the parallel, which no geodesic follows for long.
    piece = Geodesic.WGS84.Inverse(lat, 0, lat, degrees / pieces)["s12"]
    assert metres == pytest.approx(piece * pieces, rel=1e-4)
    assert str(metres)[0] in "125"


@given(st.text(max_size=200), st.floats(30, 400))
def test_wrapped_words_lose_no_letter(words: str, width: float) -> None:
    lines = wrap(words, width, 12)
    kept = "".join("".join(lines).split())
    shown = "".join("".join(sign if sign.isprintable() else " " for sign in words).split())
    assert kept == shown


def test_lines_that_are_left_out_are_told() -> None:
    assert shorten(["one", "two", "three"], 2) == ["one", "tw…"]
    assert shorten(["one"], 2) == ["one"]
    assert shorten(["one", "two"], 0) == []


@pytest.mark.parametrize(
    ("name", "starts"), [("a.png", b"\x89PNG"), ("a.SVG", b"<?xml"), ("a.pdf", b"%PDF")]
)
def test_the_command_writes_the_kind_that_the_name_asks_for(
    lone: Path, tmp_path: Path, name: str, starts: bytes
) -> None:
    out = tmp_path / name
    link = "https://news.example/?group=north&view=0.5,3,6"
    assert main(["picture", link, "--out", str(out), "--story", str(lone)]) == 0
    assert out.read_bytes().startswith(starts)


def test_a_link_to_a_step_of_a_briefing_draws_the_map_of_the_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "step.svg"
    step = "http://news.example/briefing?briefing=kremlin&step="
    assert main(["picture", f"{step}6", "--out", str(out)]) == 0
    assert "451 km" in words_of(out.read_bytes())
    assert "2 of 137 events" in words_of(out.read_bytes())
    assert main(["picture", f"{step}11", "--out", str(out)]) == 1
    assert "step 11, wanted 1 to 10" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--out", "map.gif"], "map.gif: wanted a name that ends in .png, .svg or .pdf"),
        (["group=mars", "--out", "map.png"], "group: 'mars', wanted one of"),
        (["--out", "no-such-folder/map.png"], "map.png: cannot be written there"),
    ],
)
def test_the_command_says_what_is_wrong(
    lone: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["picture", *arguments, "--story", str(lone)]) == 1
    assert told in capsys.readouterr().err
