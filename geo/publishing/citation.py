"""How to cite a view: what was counted, with which filter, in which version of which data."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from unicodedata import category
from urllib.parse import quote

from geo.publishing.export.provenance import Provenance, describe_provenance
from geo.story.view import View
from geo.times import day_words, describe_date

# What TeX would read as a command.
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # A brace counts for BibTeX even after a backslash.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    **{char: f"\\{char}" for char in "$&%#_"},
}
_TEX_CHARACTERS = re.compile("|".join(map(re.escape, _TEX)))
# Characters that an address keeps as they are; all others, such as braces and spaces, are encoded.
_ADDRESS_CHARACTERS = "%/:?#[]@!$&'()*+,;=~"


@dataclass(frozen=True)
class Citation:
    """A view as it is cited: `str()` gives plain text, `bibtex()` an entry for biblatex."""

    about: Provenance
    read_on: date | None

    def __str__(self) -> str:
        """The citation as one paragraph of plain text."""
        about = self.about
        author = f"{about.attribution}. " if about.attribution else ""
        licence = f" Licence: {about.licence}." if about.licence else ""
        address = f" {about.link}" if about.link else ""
        read = ""
        if self.read_on:
            read = f" Read on {day_words(datetime.combine(self.read_on, time()))}."
        return f"{author}{about.title}. {self._edition()}. {self._note()}{licence}{read}{address}"

    def bibtex(self) -> str:
        """Return the citation as an entry of a .bib file; its texts are text, never TeX."""
        about = self.about
        stated = re.match(r"\d{4}\b", about.as_of)
        # A query alone, without a host, cannot be followed.
        address = "" if about.link.startswith("?") else about.link
        fields = {
            "author": _tex(about.attribution),
            "title": _tex(about.title),
            "year": stated[0] if stated else str(self.read_on.year) if self.read_on else "",
            # Styles of bibliographies write "Version" themselves.
            "version": _tex(self._edition().removeprefix("Version ")),
            "note": _tex(self._note()),
            "url": quote(address, safe=_ADDRESS_CHARACTERS),
            "urldate": self.read_on.isoformat() if self.read_on else "",
        }
        # A second pair of braces keeps capitals, and an author with "and" in its name in one piece.
        braced = {"author", "title"}
        lines = [
            f"  {name} = {{{{{text}}}}}," if name in braced else f"  {name} = {{{text}}},"
            for name, text in fields.items()
            if text
        ]
        return "\n".join([f"@misc{{{self._key()},", *lines, "}"]) + "\n"

    def _edition(self) -> str:
        about = self.about
        # A file may say "version 3" or "v3" itself.
        number = re.sub(r"(?i)^v(ersion)?[\s.:]*(?=\d)", "", about.version)
        version = f"Version {number}, " if number else ""
        as_of = f"as of {describe_date(about.as_of)}, " if about.as_of else ""
        edition = f"{version}{as_of}data {about.data_version}"
        return edition[0].upper() + edition[1:]

    def _note(self) -> str:
        about = self.about
        version = f" ({about.border_version})" if about.border_version else ""
        border = f" Distances to: {about.border}{version}." if about.border else ""
        old = f" {about.data_note}" if about.data_note else ""
        rejected = f" {about.rejected[:1].upper()}{about.rejected[1:]}." if about.rejected else ""
        return f"{about.counted}; filter: {about.filter}.{rejected}{border}{old}"

    def _key(self) -> str:
        """Return a key that is different for each data version and filter."""
        choice = hashlib.sha256(self.about.filter.encode()).hexdigest()[:6]
        return f"events-{self.about.data_version}-{choice}"


def cite(view: View, read_on: date | None = None, *, address: str | None = "") -> Citation:
    """Return how to cite a view.

    Parameters
    ----------
    view : View
    read_on : date, optional
        The day on which it was read, by the reader's clock; left out if that is not known.
    address : str or None
        Where the app is served; "" gives only the part of the link from the question mark on, and
        no address in BibTeX; None gives no link.

    Raises
    ------
    LinkError
        If the view is of what was known at a moment: `describe_provenance`.
    """
    return Citation(describe_provenance(view, address), read_on)


def _tex(text: str) -> str:
    # TeX does not accept control characters, and some end the file.
    visible = "".join(char for char in " ".join(text.split()) if category(char) != "Cc")
    return _TEX_CHARACTERS.sub(lambda found: _TEX[found[0]], visible)
