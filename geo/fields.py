"""Two kinds of field that pydantic lacks: a word of a closed list, and an instant."""

from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from geo.vocabulary import VOCABULARY

INSTANT_WANTED = (
    "a date and time of the years 1000 to 2999 with its offset, such as 2023-05-03T02:27:00+03:00"
)
# Unix seconds, dates without a time, and fractions that would be cut off are not let through.
_INSTANT = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}"
    r"(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})$"
)


@dataclass(frozen=True)
class Words:
    """Mark a text as one word of a field of the vocabulary."""

    field: str

    def __get_pydantic_core_schema__(
        self, source: type[str], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.literal_schema(list(VOCABULARY[self.field]))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        words = VOCABULARY[self.field].items()
        return {
            "type": "string",
            "oneOf": [
                {"const": name, "title": word.label, "description": word.meaning}
                for name, word in words
            ],
        }


@dataclass(frozen=True)
class Instant:
    """Mark a datetime as an instant: ISO 8601 with an offset, years 1000 to 2999 in UTC."""

    def __get_pydantic_core_schema__(
        self, source: type[datetime], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def aware(strict: bool) -> CoreSchema:
            return core_schema.datetime_schema(
                strict=strict,
                tz_constraint="aware",
                ge=datetime(1000, 1, 1, tzinfo=UTC),
                lt=datetime(3000, 1, 1, tzinfo=UTC),
            )

        text = core_schema.str_schema(strict=True, max_length=40, pattern=_INSTANT)
        return core_schema.json_or_python_schema(
            json_schema=core_schema.chain_schema([text, aware(strict=False)]),
            python_schema=aware(strict=True),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "format": "date-time", "pattern": _INSTANT}
