"""What a server refuses, and what it warns of."""

from __future__ import annotations

from typing import Any


class TradeGraphError(Exception):
    """A question that was not answered.

    `code` is the server's (`BAD_ID`, `QUERY_TOO_EXPENSIVE`, `TIMEOUT` …) or `HTTP_<status>` where the answer is no GraphQL; `path` leads to the field by
    response keys, empty where it is of the whole; `errors` has all that the server said.
    """

    def __init__(self, message: str, code: str, path: list[str | int] | None = None, errors: list[dict[str, Any]] | None = None) -> None:
        super().__init__(message if code in message else f"{code}: {message}")
        self.code = code
        self.path = path or []
        self.errors = errors or []

    @classmethod
    def of(cls, errors: list[dict[str, Any]]) -> TradeGraphError:
        """The first of several errors, with all of them beside."""
        first = errors[0]
        code = str((first.get("extensions") or {}).get("code", "UNKNOWN"))
        return cls(str(first.get("message", "")), code, first.get("path"), errors)


class TradeGraphWarning(UserWarning):
    """What an answer does not show by itself: a list that goes on, an id that nothing has. Make it an error with `warnings.simplefilter("error", TradeGraphWarning)`."""
