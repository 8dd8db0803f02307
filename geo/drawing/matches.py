"""In which event rows a text is found: the browser holds no text to search."""

from geo.drawing.drawn_record import DrawnRecord
from geo.drawing.rows.encode_mask import encode_mask
from geo.drawing.store import Store, store_json
from geo.link.search.text_search import find_text, fold
from geo.story.record import Record


def store_matches(text: str, record: Record, drawn: DrawnRecord, store: Store) -> str | None:
    """Return the address of the rows in which a text is found; None if it says nothing.

    The browser searches no text itself: the text of 10,000 events would be 19 MB.
    """
    if not fold(text).strip():
        return None
    found = find_text(record.searched["search_text"], text).mask[drawn.order]
    return store_json(encode_mask(found), "matches.json", store)
