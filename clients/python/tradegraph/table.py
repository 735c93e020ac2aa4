"""An answer as a table: a row for each entry of its list, a column for each value, typed as the schema says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
    get_named_type,
    is_list_type,
    is_non_null_type,
)

from .documents import operation_of

#: What Relay puts around a list: no name in a column.
WRAPPERS = frozenset({"edges", "nodes", "node"})
#: Where a list has its entries: in the first of these that is asked for.
ENTRIES = ("nodes", "edges")
#: What no column is made of.
NO_COLUMN = frozenset({"pageInfo", "cursor"})


@dataclass(frozen=True)
class Column:
    """A column: its name (`imposedBy.name`), the way to it by response keys, the schema's type of its values, and whether it holds lists."""

    name: str
    keys: tuple[str, ...]
    type: str
    is_list: bool


def columns_of(document: DocumentNode, schema: GraphQLSchema) -> list[Column]:
    """The columns of a query, in the order of its selection: the same whatever the answer holds."""
    fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
    found: dict[str, Column] = {}

    def fields(selected: SelectionSetNode, owner: GraphQLNamedType) -> Iterator[tuple[FieldNode, GraphQLNamedType]]:
        for part in selected.selections:
            if isinstance(part, FieldNode):
                yield part, owner
            elif isinstance(part, FragmentSpreadNode):
                fragment = fragments[part.name.value]
                yield from fields(fragment.selection_set, schema.get_type(fragment.type_condition.name.value) or owner)
            elif isinstance(part, InlineFragmentNode):
                condition = part.type_condition.name.value if part.type_condition else owner.name
                yield from fields(part.selection_set, schema.get_type(condition) or owner)

    def walk(selected: SelectionSetNode, owner: GraphQLNamedType, keys: tuple[str, ...], path: str, depth: int) -> None:
        parts = list(fields(selected, owner))
        # Of a list at the root, its entries make the rows: what is said of the list as a whole is no part of them.
        wrapper = next((name for name in ENTRIES if any(field.name.value == name for field, _ in parts)), None) if depth == 0 else None
        for field, of in parts:
            if wrapper is not None and field.name.value != wrapper:
                continue
            key = field.alias.value if field.alias else field.name.value
            if field.name.value in NO_COLUMN:
                continue
            name = path if field.name.value in WRAPPERS else f"{path}.{key}" if path else key
            definition = getattr(of, "fields", {}).get(field.name.value)
            type_ = definition.type if definition else None
            is_list = _is_list(type_)
            named = get_named_type(type_) if type_ else None
            # The list of the root makes the rows; one below it is the value of a column.
            if field.selection_set and named and not (is_list and depth > 0):
                walk(field.selection_set, named, (*keys, key), name, depth + (1 if is_list else 0))
            else:
                found.setdefault(name, Column(name, (*keys, key), named.name if named else "String", is_list))

    operation = operation_of(document)
    assert schema.query_type is not None
    for field, _ in fields(operation.selection_set, schema.query_type):
        definition = schema.query_type.fields.get(field.name.value)
        if definition and field.selection_set:
            root = get_named_type(definition.type)
            path = "" if len(operation.selection_set.selections) == 1 else (field.alias.value if field.alias else field.name.value)
            walk(field.selection_set, root, (), path, 1 if _is_list(definition.type) else 0)
    return list(found.values())


def _is_list(type_: Any) -> bool:
    return is_list_type(type_.of_type if is_non_null_type(type_) else type_) if type_ else False


def rows_of(value: Any, columns: list[Column]) -> Iterator[dict[str, Any]]:
    """The rows of what a root field answered: of its list, an entry each; of one thing, one; of null, none."""
    for entry, depth in _entries(value):
        yield {column.name: _at(entry, column.keys[depth:]) for column in columns}


def _entries(value: Any) -> Iterable[tuple[Any, int]]:
    if value is None:
        return []
    if isinstance(value, list):
        return [(entry, 0) for entry in value if entry is not None]
    for key in ENTRIES:
        if isinstance(value.get(key), list):
            return [(entry, 1) for entry in value[key] if entry is not None]
    return [(value, 0)]


def _at(value: Any, keys: tuple[str, ...]) -> Any:
    for i, key in enumerate(keys):
        if isinstance(value, list):
            return [_plain(_at(entry, keys[i:])) for entry in value]
        value = value.get(key) if isinstance(value, dict) else None
    return [_plain(entry) for entry in value] if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    """An entry of a list: its value alone where it has but one."""
    while isinstance(value, dict) and len(value) == 1:
        value = next(iter(value.values()))
    return value


#: The types of pandas for those of the schema; all others are texts.
PANDAS = {"Int": "Int64", "Float": "Float64", "Boolean": "boolean", "Date": "datetime64[s]", "DateTime": "datetime64[s, UTC]"}


def frame_of(rows: list[dict[str, Any]], columns: list[Column], backend: Literal["pandas", "polars"]) -> Any:
    """The rows as a frame. A date that may be a month or a year (`PartialDate`) stays a text: nothing is made more precise than its source."""
    if backend == "polars":
        return _polars(rows, columns)
    import pandas as pd

    frame = pd.DataFrame(rows, columns=[column.name for column in columns])
    for column in columns:
        if column.is_list:
            continue
        values = frame[column.name]
        kind = PANDAS.get(column.type, "string")
        frame[column.name] = pd.to_datetime(values, utc=column.type == "DateTime").astype(kind) if kind.startswith("datetime") else values.astype(kind)
    return frame


def _polars(rows: list[dict[str, Any]], columns: list[Column]) -> Any:
    import polars as pl

    kinds = {"Int": pl.Int64, "Float": pl.Float64, "Boolean": pl.Boolean}
    frame = pl.DataFrame(
        [[row[column.name] for row in rows] for column in columns],
        schema=[(column.name, None if column.is_list else kinds.get(column.type, pl.String)) for column in columns],
        orient="col",
        strict=False,
    )
    dates = [pl.col(column.name).str.to_date() for column in columns if column.type == "Date" and not column.is_list]
    times = [pl.col(column.name).str.to_datetime(time_zone="UTC") for column in columns if column.type == "DateTime" and not column.is_list]
    return frame.with_columns(dates + times)
