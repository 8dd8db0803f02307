"""The grammar of CQL2 Text, and how what it finds becomes the tree that CQL2 JSON has."""

import re
from functools import cache
from pathlib import Path

import shapely
from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedInput, UnexpectedToken, VisitError
from pydantic_core import from_json

from geo.errors import LinkError
from geo.link.cql2.tree import Tree, refuse

_ESCAPES = {"a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "'": "'"}
_ESCAPED = re.compile(r"''|\\(.)", re.DOTALL)


def parse_text(text: str) -> Tree:
    """Return the tree of a filter, as `parse_cql2_text` does."""
    try:
        tree: Tree = _parser().parse(text)
    except UnexpectedInput as error:
        ends = isinstance(error, UnexpectedToken) and error.token.type == "$END"
        if ends and _is_condition(f"{text} IS NULL"):
            raise refuse(
                text, "a condition such as title = 'x': a property or a value alone is none"
            ) from error
        at = error.pos_in_stream or 0
        where = "the end" if ends else f"at character {at + 1} {text[at : at + 40]!r}"
        raise LinkError(f"filter: found {where}, wanted CQL2 Text such as title = 'x'") from error
    except VisitError as error:
        if isinstance(error.orig_exc, LinkError):
            raise error.orig_exc from error
        raise
    return tree


def _is_condition(text: str) -> bool:
    try:
        _parser().parse(text)
    except (UnexpectedInput, VisitError):
        return False
    return True


@cache
def _parser() -> Lark:
    grammar = Path(__file__).with_name("grammar.lark").read_text("utf-8")
    return Lark(grammar, parser="lalr", transformer=_ToJson(), maybe_placeholders=False)


def _operation(op: str, *args: Tree) -> dict[str, Tree]:
    return {"op": op, "args": list(args)}


def _read_string(token: str) -> str:
    # A backslash before anything else stays: LIKE reads \% and \_.
    return _ESCAPED.sub(
        lambda found: "'" if found[0] == "''" else _ESCAPES.get(found[1], found[0]), token[1:-1]
    )


class _ToJson(Transformer[Token, Tree]):
    """Turns each rule of the grammar into its part of the tree, from the leaves up."""

    def or_(self, args: list[Tree]) -> Tree:
        return _operation("or", *args)

    def and_(self, args: list[Tree]) -> Tree:
        return _operation("and", *args)

    def not_(self, args: list[Tree]) -> Tree:
        return _operation("not", *args)

    def compare(self, args: list[Tree]) -> Tree:
        left, comparison, right = args
        return _operation(str(comparison), left, right)

    def like(self, args: list[Tree]) -> Tree:
        return _operation("like", *args)

    def not_like(self, args: list[Tree]) -> Tree:
        return self.not_([self.like(args)])

    def between(self, args: list[Tree]) -> Tree:
        return _operation("between", *args)

    def not_between(self, args: list[Tree]) -> Tree:
        return self.not_([self.between(args)])

    def in_(self, args: list[Tree]) -> Tree:
        return _operation("in", args[0], args[1:])

    def not_in(self, args: list[Tree]) -> Tree:
        return self.not_([self.in_(args)])

    def is_null(self, args: list[Tree]) -> Tree:
        return _operation("isNull", *args)

    def not_null(self, args: list[Tree]) -> Tree:
        return self.not_([self.is_null(args)])

    def number(self, args: list[str]) -> Tree:
        return float(args[0])

    def text(self, args: list[str]) -> Tree:
        return _read_string(args[0])

    def boolean(self, args: list[str]) -> Tree:
        return args[0].casefold() == "true"

    def property(self, args: list[str]) -> Tree:
        return {"property": args[0].strip('"')}

    def call(self, args: list[Tree]) -> Tree:
        name, *given = args
        word = str(name).casefold()
        if word in ("date", "timestamp", "interval", "bbox"):
            return {word: given if word in ("interval", "bbox") else given[0] if given else ""}
        return _operation(word, *given)

    def position(self, args: list[str]) -> str:
        return " ".join(args)

    def numbers(self, args: list[str]) -> str:
        return f"({', '.join(args)})"

    def shape(self, args: list[str]) -> Tree:
        try:
            shape = shapely.from_wkt(" ".join(args))
        except shapely.errors.ShapelyError as error:
            raise refuse(" ".join(args), "a shape in WKT such as POINT(1 2)") from error
        tree: Tree = from_json(shapely.to_geojson(shape))
        return tree

    def collection(self, args: list[Tree]) -> Tree:
        return {"type": "GeometryCollection", "geometries": args[1:]}
