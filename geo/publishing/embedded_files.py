"""Files that a page without a server brings along."""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256

from pydantic_core import from_json


@dataclass(frozen=True)
class EmbeddedFiles:
    """What the page would ask a server for, by address."""

    by_address: dict[str, object]

    def store(self, content: bytes, media_type: str, name: str) -> str:
        """Return an address that the page itself answers; a picture is its own address."""
        if media_type.startswith("image/"):
            return f"data:{media_type};base64,{b64encode(content).decode()}"
        address = f"answers/{sha256(content).hexdigest()[:8]}/{name}"
        # The same shapes serve every colouring, and are large.
        if address not in self.by_address:
            self.by_address[address] = from_json(content)
        return address
