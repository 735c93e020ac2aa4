"""What schemathesis (fuzz.ts) is told of this API: values of its own scalars, how lists are paged, and what an answer must never be."""

import schemathesis
from graphql import IntValueNode, Visitor, print_ast, visit
from hypothesis import strategies as st
from schemathesis.graphql import nodes

DAYS = ["2025-06-05", "2024-02-29", "2025-02-29", "0000-00-00"]
# As they are, and as they may not be.
TEXTS = {
    "Date": DAYS,
    "DateTime": ["2025-06-05T10:00:00.000Z", "yesterday"],
    "PartialDate": [*DAYS, "2025", "2025-06", "25"],
    "HsCode": ["85", "8505", "850511", "XVI", "8505.11"],
    "HsEdition": ["2022", "2017", "2023"],
    "CountryCode": ["CN", "USA", "EU", "cn"],
    "URL": ["https://example.org/a", "example.org"],
    "ID": ["country:CN", "firm:ford-motor", "commodity:hs-8505", "measure:cn-2025-announcement-18", "event:none", "agency:us-bis", "CN", ":"],
}

for name, texts in TEXTS.items():
    strategy = st.one_of(st.sampled_from(texts), st.sampled_from(texts), st.text(max_size=12))
    schemathesis.graphql.scalar(name, strategy.map(nodes.String))


# A node of the seed for each field that gives one by its id.
NODES = {
    "agency": "us-bis",
    "agreement": "2025-06-london-framework",
    "country": "CN",
    "event": "2025-05-ford-explorer-stop",
    "firm": "ford-motor",
    "measure": "cn-2025-announcement-18",
}


class Answerable(Visitor):
    """
    Makes most operations some that can be answered: else nearly every list would be refused, for paging both ways at once or for a page of millions,
    and nearly every node be one that there is none of. The others stay as they were drawn.
    """

    def __init__(self, draw):
        super().__init__()
        self.draw = draw

    def enter_field(self, node, *_):
        names = {argument.name.value for argument in node.arguments}
        gone = set()
        if {"first", "last"} <= names and self.draw % 8:
            gone |= {"last"} if self.draw % 2 else {"first"}
        if self.draw % 5:
            gone |= {"after", "before"}
        node.arguments = tuple(self.argument(node, argument) for argument in node.arguments if argument.name.value not in gone)
        return node

    def argument(self, field, argument):
        name = argument.name.value
        if name in ("first", "last") and self.draw % 7 and isinstance(argument.value, IntValueNode):
            argument.value = IntValueNode(value=str(abs(int(argument.value.value)) % 200))
        if name == "id" and self.draw % 3 and field.name.value in NODES:
            argument.value = nodes.String(NODES[field.name.value])
        return argument


@schemathesis.hook
def map_body(context, body):
    if not hasattr(body, "definitions"):
        return body
    # Drawn from the operation itself, so that one seed gives the same operations each time.
    return visit(body, Answerable(len(print_ast(body))))


@schemathesis.check
def no_fault(ctx, response, case):
    """Whatever is asked: an answer or a refusal, never a fault of the server's, a question that ran out of time, or an error without a code."""
    if response.status_code >= 500:
        raise AssertionError(f"HTTP {response.status_code}")
    codes = [error.get("extensions", {}).get("code") for error in response.json().get("errors", [])]
    if None in codes or "INTERNAL_SERVER_ERROR" in codes:
        raise AssertionError(f"errors {codes}")
