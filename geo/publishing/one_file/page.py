"""A briefing as one HTML file that opens from disk, without a network, and asks for nothing.

The map, the time bar and the steps are the app's own code on pydeck's bundle; only the answers to
its requests stand in the page. A content policy forbids every request and every script but these.
"""

import json
import re
from base64 import b64encode
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from hashlib import sha256
from itertools import groupby
from pathlib import Path

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pydeck import Deck, Layer

from geo.border import describe_distance
from geo.drawing.basemap import Basemap
from geo.drawing.browser import module as browser
from geo.drawing.camera import choose_camera, to_view_state
from geo.drawing.colouring import Colouring, choose_colouring
from geo.drawing.drawn_record import DrawnRecord, draw_layers, draw_record, draw_selection
from geo.drawing.map_state import build_map_state
from geo.drawing.map_style import publish_map_style
from geo.drawing.palette import DARK, LIGHT
from geo.events.vocabulary import VOCABULARY, label
from geo.story.briefing import Briefing, Step, read_step_link
from geo.story.corrections import read_corrections
from geo.story.references import collect_references
from geo.story.view import View, build_view
from geo.times import Range, describe_when, milliseconds, time_domain

_FOLDER = Path(__file__).parent
_THEMES = {"light": LIGHT, "dark": DARK}
# The finest drawing of a part that is not larger; the measured line then lies within 400 m.
_MOST_SHEET_BYTES = 150_000
_HEIGHT_PX = 560


@dataclass(frozen=True)
class _Answers:
    """What the page would ask a server for, by address."""

    by_address: dict[str, object]

    def publish(self, content: bytes, media_type: str, name: str) -> str:
        """Return an address that the page answers itself; a picture is its own address."""
        if media_type.startswith("image/"):
            return f"data:{media_type};base64,{b64encode(content).decode()}"
        address = f"held/{sha256(content).hexdigest()[:8]}/{name}"
        self.by_address[address] = json.loads(content)
        return address


def one_file(briefing: Briefing, view: View) -> bytes:
    """Return a briefing as one HTML page.

    Parameters
    ----------
    briefing : Briefing
    view : View
        The story and its record; the steps bring their own links.

    Raises
    ------
    StoryFileError, EventFileError
        If a file of the base map or the corrections cannot be read.
    """
    story, record = view.story, view.record
    answers = _Answers({})
    drawn = draw_record(view.current, answers.publish)
    drawn = replace(drawn, basemap=lighter(drawn.basemap))
    colourings = {
        theme: choose_colouring(view.link, record, story, palette)
        for theme, palette in _THEMES.items()
    }
    content = {
        "steps": [_options(step, view, drawn, answers) for step in briefing.steps],
        "base": {
            theme: _layers(draw_layers(drawn, colourings[theme], palette, answers.publish))
            for theme, palette in _THEMES.items()
        },
        "headlines": [step.headline for step in briefing.steps],
        "answers": answers.by_address,
    }
    bundle, module = _script(browser.bundle()), _script(browser.module() + _read("page.js"))
    style = browser.style().decode() + _read("page.css").decode() + _swatches(colourings)
    page = (
        _environment()
        .get_template("page.html")
        .render(
            policy=content_policy([bundle, module], [style]),
            bundle=Markup(bundle),
            module=Markup(module),
            style=Markup(style),
            content=Markup(_json(content)),
            briefing=briefing,
            steps=[
                (step, collect_references(step.all_sentences, record.events))
                for step in briefing.steps
            ],
            story=story,
            about=record.about,
            version=record.version,
            borders=record.borders,
            shades=colourings["light"].shades,
            shapes=_shapes(view),
            events=[event for _, event in record.events.sort_values("start").iterrows()],
            corrections=_corrections(view.folder / story.corrections),
        )
    )
    return page.encode()


def lighter(basemap: Basemap) -> Basemap:
    """Return a base map with one drawing of each part, for all zooms: the finest of modest size."""
    sheets = []
    for _, drawings in groupby(basemap.sheets, key=lambda sheet: sheet.part):
        coarse, *finer = sorted(drawings, key=lambda sheet: sheet.min_zoom)
        modest = [sheet for sheet in finer if len(sheet.geojson) <= _MOST_SHEET_BYTES]
        chosen = modest[-1] if modest else coarse
        sheets.append(replace(chosen, min_zoom=coarse.min_zoom, max_zoom=24.0))
    return replace(basemap, sheets=tuple(sheets))


def content_policy(scripts: list[str], styles: list[str]) -> str:
    """Return the content policy of the page: these scripts and styles, and no request at all."""
    # The drawing library reads the pictures of its marks from data: and blob: addresses.
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_digest, scripts))}",
            f"style-src {' '.join(map(_digest, styles))}",
            "img-src data: blob:",
            "connect-src data: blob:",
            "worker-src blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _options(step: Step, view: View, drawn: DrawnRecord, answers: _Answers) -> dict[str, object]:
    """Return what the map shows at a step, in the terms of its JavaScript, for both themes."""
    link, _ = read_step_link(step, view.record)
    stepped = build_view(view.current, link)
    whole = view.record.whole_range(link.filters.zone)
    domain, unit = time_domain(link.filters.range, whole)
    options: dict[str, object] = {
        **_bar(domain, unit),
        "whole": _bar(*time_domain(None, whole)),
        "camera": to_view_state(choose_camera(link, view.record)),
        "height": _HEIGHT_PX,
    }
    for theme, palette in _THEMES.items():
        colouring = choose_colouring(link, view.record, view.story, palette)
        style = publish_map_style(view, colouring, palette, answers.publish)
        state = build_map_state(link, drawn, style, domain, matches=None)
        options[theme] = {
            **asdict(state),
            "selection": _layers(draw_selection(stepped.selected, drawn, palette, answers.publish)),
        }
    return options


def _bar(domain: Range, unit: timedelta) -> dict[str, object]:
    return {
        "domain": (milliseconds(domain.start), milliseconds(domain.end)),
        "step": unit // timedelta(milliseconds=1),
    }


def _layers(layers: list[Layer]) -> list[object]:
    written: list[object] = json.loads(Deck(layers, map_provider=None).to_json()).get("layers", [])
    return written


def _corrections(path: Path) -> list[tuple[str, list[str]]]:
    """Return the corrections of each event, each a line, the events in the order of their names."""
    lines: dict[str, list[str]] = {}
    for one in read_corrections(path):
        lines.setdefault(one.event, []).append(f"{one.date}, {one.field}: {one.why}")
    return [(event, list(dict.fromkeys(each))) for event, each in sorted(lines.items())]


def _shapes(view: View) -> list[tuple[str, str]]:
    used = set(view.record.events["verification"])
    words = VOCABULARY["verification"]
    return [(name, word.label) for name, word in words.items() if name in used]


def _distance(event: pd.Series) -> str:
    measured = (event.distance_m, bool(event.inside), event.radius_m, event.location_precision)
    return describe_distance(*measured)


def _swatches(colourings: dict[str, Colouring]) -> str:
    """Return the colours of the legend as rules; the policy allows no style on an element."""
    pairs = zip(colourings["light"].shades, colourings["dark"].shades, strict=True)
    return "".join(
        f"\n.swatch-{at} {{ background: light-dark(rgb{light.colour}, rgb{dark.colour}); }}"
        for at, (light, dark) in enumerate(pairs, start=1)
    )


def _script(code: bytes) -> str:
    """Return code as it may stand in a page: no word of it ends the script."""
    return re.sub(r"<(?=/script|!--)", r"\\x3c", code.decode(), flags=re.IGNORECASE)


def _json(content: object) -> str:
    """Return JSON as it may stand in a page: no sign of it begins markup."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _read(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["label"] = lambda word, field: label(field, word)
    environment.filters["when"] = describe_when
    environment.globals["distance"] = _distance
    return environment
