"""Links as they are found in emails, articles and messages: what others have added is dropped."""

from collections.abc import Iterator, Mapping, Sequence

# Parameters that track clicks, none of them ours: browsers that drop them have similar lists
# (Firefox's query stripping, Brave's query filter).
_TRACKING_STARTS = ("utm_", "mtm_", "matomo_", "piwik_", "pk_", "hsa_", "sfmc_", "__hs")
_TRACKING = frozenset(
    {
        *("fbclid", "igsh", "igshid", "mibextid"),  # Meta
        *("gclid", "gclsrc", "gbraid", "wbraid", "dclid", "srsltid", "_ga", "_gl"),  # Google
        *("gad_source", "gad_campaignid"),
        *("msclkid", "yclid", "ysclid", "_openstat"),  # Microsoft, Yandex
        *("twclid", "ref_src", "ref_url", "ttclid", "li_fat_id", "rdt_cid", "sccid", "epik"),
        *("mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "hsctatracking"),  # letters
        *("vero_id", "oly_anon_id", "oly_enc_id", "rb_clickid", "wickedid", "_branch_match_id"),
    }
)
# Characters that a sentence, quotation or formatting adds after a link.
_AFTER_A_LINK = frozenset(".,;:!?…()[]{}<>'\"’”»›“*_`| \t\r\n\u00a0\u200b")
_AMPERSAND = "amp;"
_MOST_TRIMMED = 8


def list_tracking() -> tuple[list[str], list[str]]:
    """Return the names of parameters that count clicks, and how others of them start."""
    return sorted(_TRACKING), sorted(_TRACKING_STARTS)


def is_tracking(name: str) -> bool:
    """Return whether a parameter counts clicks, and says nothing of the view.

    Examples
    --------
    >>> is_tracking("utm_source"), is_tracking("fbclid"), is_tracking("from")
    (True, True, False)
    """
    folded = name.casefold()
    return folded in _TRACKING or folded.startswith(_TRACKING_STARTS)


def clean_query(query: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return a query without tracking, and with ``&`` where the source of a page writes ``&amp;``.

    Examples
    --------
    >>> clean_query({"from": ["2024-05-13"], "amp;to": ["2024-05-15"], "fbclid": ["IwAR0"]})
    {'from': ['2024-05-13'], 'to': ['2024-05-15']}
    """
    cleaned: dict[str, list[str]] = {}
    for name, texts in query.items():
        while name.casefold().startswith(_AMPERSAND):
            name = name[len(_AMPERSAND) :]
        if not is_tracking(name):
            cleaned.setdefault(name, []).extend(texts)
    return cleaned


def trim(text: str) -> Iterator[str]:
    """Yield a text as it is, and then without its last punctuation, character by character.

    Examples
    --------
    >>> list(trim("2024-05-15)."))
    ['2024-05-15).', '2024-05-15)', '2024-05-15']
    """
    yield text
    for _ in range(_MOST_TRIMMED):
        if len(text) < 2 or text[-1] not in _AFTER_A_LINK:
            return
        text = text[:-1]
        yield text
