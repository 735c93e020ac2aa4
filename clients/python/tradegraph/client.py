"""The client: questions as frames, nodes, and the graph as of a day."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from graphql import GraphQLSchema, build_schema, get_named_type, is_leaf_type, is_object_type, is_required_argument, print_ast

from . import documents
from .errors import TradeGraphError
from .table import columns_of, frame_of, rows_of
from .transport import Transport

Day = str | date | None


class Client:
    """A trade-graph server.

    `url` is its root, such as http://127.0.0.1:4000. `key` is needed where only registered operations are answered. `timeout` is that of one request, in
    seconds. What may pass (no connection, 429, 502, 503, 504) is asked again, `retries` times, after as long as the server says.
    """

    def __init__(self, url: str = "http://127.0.0.1:4000", *, key: str | None = None, timeout: float = 60.0, retries: int = 3) -> None:
        self._transport = Transport(url, key=key, timeout=timeout, retries=retries)
        self._valid: str | None = None
        self._known: str | None = None
        self._kept: dict[str, Any] = {}

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes its connections; those of clients that `as_of` made of it too."""
        self._transport.close()

    def as_of(self, valid: Day = None, known: Day = None) -> Client:
        """The same server as it stood on one day (`valid`), and as it was known on another (`known`); None: as it is, with all that is known.

        An operation that says its own `@asOf` keeps it.
        """
        other = Client.__new__(Client)
        other._transport, other._kept = self._transport, self._kept
        other._valid = str(valid) if valid is not None else None
        other._known = str(known) if known is not None else None
        return other

    def query(self, query: str, **variables: Any) -> dict[str, Any]:
        """The `data` of an answer, as it came. Raises TradeGraphError; warnings of the server become TradeGraphWarning."""
        return self._ask(print_ast(self._read(query)), variables)["data"]

    def frame(self, query: str, *, backend: Literal["pandas", "polars"] = "pandas", **variables: Any) -> Any:
        """An answer as a frame: a row for each entry of its list, all pages of it unless the query says `first` or `last` itself.

        Columns are named by the way to a value (`imposedBy.name`) and typed by the schema: whole numbers, numbers, truth values, days; dates that may be
        a month or a year stay texts. A list inside an entry is a list in its column (`explode` makes rows of it); it has the 20 entries that
        a list has unless `first` asks for more, and a TradeGraphWarning says where it goes on.
        """
        document = self._read(query)
        columns = columns_of(document, self.schema)
        paged = documents.paged(document)
        rows: list[dict[str, Any]] = []
        after: str | None = None
        while True:
            data = self._ask(paged.text, {**variables, **({documents.AFTER: after} if paged.key else {})})["data"]
            for value in data.values() if len(data) == 1 else [data]:
                rows.extend(rows_of(value, columns))
            info = data[paged.key]["pageInfo"] if paged.key else {"hasNextPage": False}
            if not info["hasNextPage"]:
                return frame_of(rows, columns, backend)
            if info["endCursor"] == after:
                raise TradeGraphError("The server gave the same page twice.", "BAD_PAGE")
            after = info["endCursor"]

    def node(self, id: str) -> dict[str, Any] | None:
        """A node with all it says of itself, its `citation` and `page`, and how many edges it has by the field that lists them; None where no node has the id."""
        found = self._ask(print_ast(self._read("query ($id: ID!) { node(id: $id) { __typename } }")), {"id": id})["data"]["node"]
        if found is None:
            return None
        own = " ".join(self._plain_fields(found["__typename"]))
        query = f"query ($id: ID!) {{ node(id: $id) {{ __typename ... on {found['__typename']} {{ {own} neighbours(first: 1) {{ field totalCount }} }} }} }}"
        node = self._ask(print_ast(self._read(query)), {"id": id})["data"]["node"]
        return {**node, "neighbours": {group["field"]: group["totalCount"] for group in node["neighbours"]}}

    def cite(self, query: str, format: Literal["TEXT", "BIBTEX", "CSL_JSON", "RIS"] = "TEXT", **variables: Any) -> dict[str, Any]:
        """How to cite the answer to a query: `citation`, `sources` with theirs, `dataVersion`, `days`, `address` (docs/citing.md)."""
        return self._ask(print_ast(self._read(query)), variables, {"citation": format})["extensions"]["citation"]

    @property
    def schema(self) -> GraphQLSchema:
        """The server's schema, read once."""
        if "schema" not in self._kept:
            self._kept["schema"] = build_schema(self._transport.text("/schema.graphql"), assume_valid=True, no_location=True)
        return self._kept["schema"]

    def _read(self, query: str):
        return documents.as_of(documents.read(query), self._valid, self._known)

    def _ask(self, query: str, variables: dict[str, Any], extensions: dict[str, Any] | None = None) -> dict[str, Any]:
        return self._transport.ask(query, variables, extensions)

    def _plain_fields(self, type_name: str) -> list[str]:
        type_ = self.schema.get_type(type_name)
        fields = type_.fields if is_object_type(type_) else {}
        return [name for name, field in fields.items() if is_leaf_type(get_named_type(field.type)) and not any(is_required_argument(argument) for argument in field.args.values())]

