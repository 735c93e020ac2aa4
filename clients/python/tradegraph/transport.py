"""One question over HTTP, asked again where that may help."""

from __future__ import annotations

import time
import warnings
from typing import Any

import httpx

from .errors import TradeGraphError, TradeGraphWarning

#: Statuses after which the same question may be answered later: too many, overloaded, too late.
PASSING = frozenset({429, 502, 503, 504})


class Transport:
    """Sends operations to one server."""

    def __init__(self, url: str, *, key: str | None, timeout: float, retries: int) -> None:
        self.url = url.rstrip("/")
        self._retries = retries
        headers = {"accept": "application/graphql-response+json, application/json", "user-agent": "tradegraph-python"}
        if key is not None:
            headers["authorization"] = f"Bearer {key}"
        self._http = httpx.Client(timeout=timeout, headers=headers)

    def close(self) -> None:
        self._http.close()

    def ask(self, query: str, variables: dict[str, Any], extensions: dict[str, Any] | None = None) -> dict[str, Any]:
        """The answer, with `data` and `extensions`. Raises TradeGraphError; what the server warns of becomes a TradeGraphWarning."""
        body = {"query": query, "variables": variables, **({"extensions": extensions} if extensions else {})}
        answer = self._json(self._sent("POST", "/graphql", json=body))
        if answer.get("errors"):
            raise TradeGraphError.of(answer["errors"])
        for warning in (answer.get("extensions") or {}).get("warnings") or []:
            path = ".".join(str(step) for step in warning.get("path") or [])
            warnings.warn(f"{warning.get('code')} at {path}: {warning.get('message')}", TradeGraphWarning, stacklevel=4)
        return answer

    def text(self, path: str) -> str:
        """A page of the server as text."""
        response = self._sent("GET", path)
        if response.status_code != 200:
            raise TradeGraphError(f"{self.url}{path} answered {response.status_code}", f"HTTP_{response.status_code}")
        return response.text

    def _sent(self, method: str, path: str, **options: Any) -> httpx.Response:
        for attempt in range(self._retries + 1):
            last = attempt == self._retries
            try:
                response = self._http.request(method, f"{self.url}{path}", **options)
            except httpx.TransportError as error:
                if last:
                    raise TradeGraphError(f"{self.url} can't be reached: {error}", "UNREACHABLE") from error
                response = None
            if response is not None and (last or response.status_code not in PASSING):
                return response
            time.sleep(_wait(response, attempt))
        raise AssertionError("the last attempt returns or raises")

    def _json(self, response: httpx.Response) -> dict[str, Any]:
        try:
            answer = response.json()
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or not ("data" in answer or "errors" in answer):
            start = response.text[:200].strip()
            raise TradeGraphError(f"{self.url}/graphql answered {response.status_code} with what is no answer: {start}", f"HTTP_{response.status_code}")
        return answer


def _wait(response: httpx.Response | None, attempt: int) -> float:
    """For how many seconds to wait: as the server says, a minute at most, else half a second, doubled each time."""
    said = response.headers.get("retry-after", "") if response is not None else ""
    return min(float(said), 60.0) if said.isdigit() else 0.5 * 2**attempt
