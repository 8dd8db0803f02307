"""The base of models of files that a desk writes: a member with an unknown name is an error."""

from pydantic import BaseModel, ConfigDict


class StrictModel(BaseModel):
    """A model that never changes and has no members but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
