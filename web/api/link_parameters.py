"""The parameters of a link in requests of programs: which there are, and lists with commas."""

from geo.errors import LinkError, quote
from geo.link.parameter import KnownWords
from geo.link.parameters import ON_PAGES, list_parameters
from geo.link.query_reader import Query


def list_link_parameters() -> list[str]:
    """Return the parameters of a link that programs may use; the others are of pages only."""
    return [row.name for row in list_parameters() if row.name not in ON_PAGES]


def split_lists(query: Query, known_words: KnownWords) -> dict[str, list[str]]:
    """Return a query with a part for each word of a list with commas.

    A word that has a comma itself stays whole. `known_words` are the record's own words.

    Raises
    ------
    LinkError
        If the query has `known`, which hides claims on a page and in nothing that a program reads.
    """
    if moments := [text for text in query.get("known", ()) if text]:
        raise LinkError(
            f"known: found {quote(moments[0])}, wanted nothing: only pages have this parameter; "
            "answers and files hold all claims, each with said_at"
        )
    split = {name: list(texts) for name, texts in query.items() if name != "known"}
    for row in list_parameters():
        if row.repeated and row.name in split:
            words = row.words(known_words) or ()
            split[row.name] = [
                word
                for text in split[row.name]
                for word in ([text] if text in words else text.split(","))
            ]
    return split
