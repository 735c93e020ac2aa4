"""Queries as documents: which list goes page by page, and as of which days."""

from __future__ import annotations

from dataclasses import dataclass

from graphql import (
    ArgumentNode,
    DirectiveNode,
    DocumentNode,
    FieldNode,
    GraphQLSyntaxError,
    NameNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    StringValueNode,
    parse,
    print_ast,
)

from .errors import TradeGraphError

#: The variable that holds where a page begins.
AFTER = "tradegraphAfter"
#: How many entries a page has: the most that a server gives.
PAGE = 200


@dataclass(frozen=True)
class Paged:
    """A query whose one list at the root comes page by page: its text, and the response key of the list; None where it has no such list."""

    text: str
    key: str | None


def read(query: str) -> DocumentNode:
    """A query as a document with one operation. Raises TradeGraphError."""
    try:
        document = parse(query)
    except GraphQLSyntaxError as error:
        raise TradeGraphError(str(error), "GRAPHQL_PARSE_FAILED") from error
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    if len(operations) != 1 or operations[0].operation is not OperationType.QUERY:
        raise TradeGraphError("This takes a document with one query in it.", "BAD_USER_INPUT")
    return document


def operation_of(document: DocumentNode) -> OperationDefinitionNode:
    """Its only operation."""
    return next(node for node in document.definitions if isinstance(node, OperationDefinitionNode))


def as_of(document: DocumentNode, valid: str | None, known: str | None) -> DocumentNode:
    """The same as of days, unless its operation says its own."""
    operation = operation_of(document)
    given = [(name, day) for name, day in (("valid", valid), ("known", known)) if day is not None]
    if not given or any(directive.name.value == "asOf" for directive in operation.directives or ()):
        return document
    arguments = tuple(ArgumentNode(name=NameNode(value=name), value=StringValueNode(value=day)) for name, day in given)
    directive = DirectiveNode(name=NameNode(value="asOf"), arguments=arguments)
    return _with_operation(document, directives=(*(operation.directives or ()), directive))


def paged(document: DocumentNode) -> Paged:
    """The same with the arguments and the page info by which its list goes on. Raises TradeGraphError where several lists would have to."""
    operation = operation_of(document)
    fields = [field for field in operation.selection_set.selections if isinstance(field, FieldNode)]
    lists = [field for field in fields if _is_connection(field)]
    if not lists:
        return Paged(print_ast(document), None)
    if len(fields) > 1:
        raise TradeGraphError("A frame has one list: ask for each in a query of its own.", "BAD_USER_INPUT")
    field = lists[0]
    given = {argument.name.value for argument in field.arguments or ()}
    if given & {"first", "last", "after", "before"}:
        return Paged(print_ast(document), None)
    selected = field.selection_set
    assert selected is not None
    page = _PAGE.selection_set.selections[0]
    assert isinstance(page, FieldNode) and page.selection_set is not None
    more = _copy(
        field,
        arguments=(*(field.arguments or ()), *(page.arguments or ())),
        selection_set=SelectionSetNode(selections=(*selected.selections, *page.selection_set.selections)),
    )
    document = _with_operation(
        document,
        variable_definitions=(*(operation.variable_definitions or ()), *(_PAGE.variable_definitions or ())),
        selection_set=SelectionSetNode(selections=(more,)),
    )
    return Paged(print_ast(document), field.alias.value if field.alias else field.name.value)


#: What a list takes and says so that it goes on page by page.
_PAGE = operation_of(parse(f"query (${AFTER}: String) {{ list(first: {PAGE}, after: ${AFTER}) {{ pageInfo {{ hasNextPage endCursor }} }} }}"))


def _is_connection(field: FieldNode) -> bool:
    selected = field.selection_set.selections if field.selection_set else ()
    return any(isinstance(part, FieldNode) and part.name.value in ("nodes", "edges") for part in selected)


def _copy(node, **changed):
    """A node with some parts changed: nodes of a document are shared."""
    return type(node)(**{**{key: getattr(node, key, None) for key in node.keys}, **changed})


def _with_operation(document: DocumentNode, **changed) -> DocumentNode:
    operation = operation_of(document)
    return DocumentNode(definitions=tuple(_copy(node, **changed) if node is operation else node for node in document.definitions))
