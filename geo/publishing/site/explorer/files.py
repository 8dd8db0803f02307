"""The explorer of a site: the app's own JavaScript and what it would ask a server for, as files.

Data are scripts, and all code in one classic script: from disk a browser loads no module and
fetches no file.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pydeck import Layer

from geo.drawing.basemap.labels import TextLayerRow
from geo.drawing.browser import module as browser
from geo.drawing.colours.event_colours import choose_colouring
from geo.drawing.colours.legend import list_legend_words
from geo.drawing.colours.palette import THEMES
from geo.drawing.drawn_record import DrawnRecord, draw_layers, draw_record, draw_selection
from geo.drawing.map_style import store_map_style
from geo.link.fields import COLOURS, ColourField
from geo.link.grammar import build_grammar
from geo.link.link import Link, write_texts
from geo.link.parameters import list_parameters
from geo.link.search.roman_letters import list_roman_letters
from geo.link.search.text_search import list_searched
from geo.publishing.embedded_files import EmbeddedFiles
from geo.publishing.export.pieces import Pieces
from geo.publishing.inline import embed_json, strip_comments, strip_style
from geo.publishing.one_file.map_content import simplify_basemap
from geo.publishing.parts.card import describe_card
from geo.publishing.site.explorer.pieces import find_cameras, find_names
from geo.publishing.site.folder.file import File
from geo.publishing.site.pages.render import read_site_style, render_part
from geo.publishing.site.pages.scripts import SCRIPTS, assign, join_classic_script
from geo.publishing.site.paths import EXPLORER, METHOD
from geo.publishing.site.pictures.stills import write_still_styles
from geo.publishing.site.plan.plan import Plan
from geo.story.view import list_known_words
from geo.times import ZONES, Range, milliseconds

_FOLDER = Path(__file__).parent


def draw_explorer(plan: Plan, embedded: EmbeddedFiles) -> DrawnRecord:
    """Return the record as the explorer draws it, over a lighter base map.

    Raises
    ------
    StoryFileError
        If a file of the base map cannot be read.
    """
    drawn = draw_record(plan.view.current, embedded.store)
    return replace(drawn, basemap=simplify_basemap(drawn.basemap))


def write_explorer(
    plan: Plan, drawn: DrawnRecord, embedded: EmbeddedFiles, pieces: Pieces | None = None
) -> Iterator[File]:
    """Yield the files of the explorer: code, styles, and data.

    Parameters
    ----------
    plan : Plan
    drawn : DrawnRecord
        Of `draw_explorer`.
    embedded : EmbeddedFiles
        What was stored with it.
    pieces : Pieces, optional
        What the data held before.
    """
    content = _describe(plan, drawn, embedded, pieces)
    named = list(embedded.by_address)
    base = {address: embedded.by_address[address] for address in named if _is_base(address)}
    content["later"] = list(base)
    content["answers"] = {
        address: embedded.by_address[address] for address in named if address not in base
    }
    yield SCRIPTS["deck"], browser.read_bundle()
    yield f"{EXPLORER}/deck-licences.txt", browser.read_licences()
    yield SCRIPTS["explorer"], join_classic_script(_FOLDER / "explorer.js")
    yield SCRIPTS["data"], assign("SITE", content)
    yield SCRIPTS["base"], assign("SITE_BASE", base)
    yield SCRIPTS["search"], assign("SITE_SEARCH", _search(plan, drawn))


def _describe(
    plan: Plan, drawn: DrawnRecord, embedded: EmbeddedFiles, pieces: Pieces | None
) -> dict[str, object]:
    record, story = plan.view.record, plan.view.story
    wholes = {zone: record.whole_range(zone) for zone in ZONES}
    names = find_names(drawn, pieces)
    looks = {
        theme: {column: _look(plan, drawn, embedded, theme, column, names) for column in COLOURS}
        for theme in THEMES
    }
    return {
        "grammar": {
            zone: build_grammar(list_known_words(record), whole) for zone, whole in wholes.items()
        },
        "title": story.title,
        "version": record.version,
        "total": len(record.events),
        "app": plan.app_url,
        "briefings": bool(plan.briefings),
        "rows": drawn.address,
        "facets": drawn.facets,
        "looks": looks,
        "wholes": {
            zone: [milliseconds(whole.start), milliseconds(whole.end)]
            for zone, whole in wholes.items()
        },
        "presets": {id_: _write_range(range_) for id_, range_ in story.ranges.items()},
        "legend": list_legend_words(record),
        "cameras": find_cameras(record.events, pieces),
        "folders": dict(plan.folders),
        "hashes": {event: _shorten_hash(plan, event) for event in plan.folders},
    }


def _shorten_hash(plan: Plan, event: str) -> str:
    """Return which version of an event its row and its card are of."""
    return plan.row_hashes[event][:6]


def _is_base(address: str) -> bool:
    """Return whether an answer belongs to the base map, which at first is a still picture."""
    return address.endswith(("/basemap.geojson", "/names.json"))


def _look(
    plan: Plan,
    drawn: DrawnRecord,
    embedded: EmbeddedFiles,
    theme: str,
    column: ColourField,
    names: Sequence[TextLayerRow],
) -> dict[str, object]:
    """Return the style of the map and the layers of its events, in a theme and colouring."""
    view, palette = plan.view, THEMES[theme]
    colouring = choose_colouring(Link(colour=column), view.record, view.story, palette)
    style = store_map_style(view, colouring, palette, embedded.store)
    layers = _write(draw_layers(drawn, colouring, palette, embedded.store, names=names))
    return {"style": embedded.by_address[style], "layers": layers}


def _write_range(range_: Range) -> dict[str, list[str]]:
    """Return a range as a link writes it."""
    link = Link(replace(Link().filters, range=range_))
    return {
        row.name: write_texts(link, row) for row in list_parameters() if row.name in ("from", "to")
    }


def write_selected(plan: Plan, drawn: DrawnRecord, event_id: str) -> File:
    """Return a script that says what is shown of an event that is selected."""
    event = plan.view.record.events.loc[event_id]
    images = EmbeddedFiles({})
    id_ = str(event.name)
    links = {"method": f"{METHOD}#distance", "all_statements": plan.event_path(id_)}
    shown = {
        "card": render_part(plan, "map/card.html", links | describe_card(plan.view, event)),
        **{
            theme: _write(draw_selection(event, drawn, palette, images.store))
            for theme, palette in THEMES.items()
        },
    }
    values = ", ".join(map(embed_json, (id_, _shorten_hash(plan, id_), shown)))
    content = f"SITE.receive({values});\n".encode()
    return f"events/{plan.folders[id_]}/selected.js", content


def _search(plan: Plan, drawn: DrawnRecord) -> dict[str, object]:
    """Return the texts of the events in the order of the rows, and letters of other alphabets."""
    events = plan.view.record.events.iloc[drawn.order]
    return {"texts": list(list_searched(events)), "letters": list_roman_letters()}


def join_explorer_style(plan: Plan) -> str:
    """Return the style sheet of the page with the explorer, which is written into that page."""
    own = [(_FOLDER / name).read_bytes() for name in ("explorer.css", "still.css")]
    sheets = [read_site_style(), browser.read_style(), *own, write_still_styles(plan.view)]
    return strip_style(b"".join(sheets).decode())


def read_start_script() -> str:
    """Return the script that is written into that page and starts the others."""
    return strip_comments((_FOLDER / "start.js").read_text("utf-8"))


def _write(layers: list[Layer]) -> list[object]:
    return [json.loads(layer.to_json()) for layer in layers]
