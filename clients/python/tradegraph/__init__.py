"""Ask a trade-graph server: `Client(url).frame(query, **variables)`."""

from .client import Client
from .errors import TradeGraphError, TradeGraphWarning

__all__ = ["Client", "TradeGraphError", "TradeGraphWarning"]
__version__ = "0.1.0"
