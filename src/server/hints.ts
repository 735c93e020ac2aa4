/*
 * Words of other query languages, and what is written here instead: graphql-js says only that there is no such field. It proposes fields that are
 * spelt alike, which `gte` and `from` are not.
 */

/** A bound that a date or a number must not pass, by the words of others. */
const LEAST = ["gt", "gte", "ge", "after", "since", "greaterThan", "greaterThanOrEqual", "greaterThanOrEqualTo", "start", "begin", "lower"];
const MOST = ["lt", "lte", "le", "before", "until", "lessThan", "lessThanOrEqual", "lessThanOrEqualTo", "end", "upper"];
const EQUAL = ["eq", "equals", "equal", "equalTo", "in", "oneOf", "value"];
const ABSENT = ["isNull", "null", "isSet", "isDefined", "present"];
const WITHIN = [
  "like",
  "ilike",
  "includes",
  "include",
  "matches",
  "match",
  "regex",
  "regexp",
  "search",
  "fulltext",
  "icontains",
  "endsWith",
];
const BEGINS = ["beginsWith", "prefix", "startswith", "istartswith"];
const UNEQUAL = ["ne", "neq", "nin", "not", "notIn", "notEqual", "notEquals", "notEqualTo"];

type Words = readonly (readonly [words: readonly string[], instead: string])[];

const COMMON: Words = [
  [EQUAL, "is, with a list: { is: [ … ] }"],
  [ABSENT, "exists: true or false"],
  [UNEQUAL, "not around the field: { not: { … } }"],
];

/** What is written instead, by the type of the filter. */
const INSTEAD: Readonly<Record<string, Words>> = {
  DateFilter: [[[...LEAST, "min"], "from (on or after)"], [[...MOST, "max"], "to (on or before)"], ...COMMON],
  NumberFilter: [[[...LEAST, "from"], "min (this or more)"], [[...MOST, "to"], "max (this or less)"], ...COMMON],
  TextFilter: [[WITHIN, "contains, or the root field search"], [BEGINS, "startsWith"], ...COMMON],
};

/** Of the filter of a type itself. */
const OF_FILTERS: Words = [
  [["and", "AND", "_and"], "all: [ … ]"],
  [["or", "OR", "_or"], "any: [ … ]"],
  [["NOT", "_not"], "not: { … }"],
];

const UNKNOWN_FIELD = /Field "(\w+)" is not defined by type "(\w+Filter)"\.(?: Did you mean [^?]*\?)?/g;

/** What graphql-js says where it gave up comparing, and nothing else. */
const ABORTED = "Validation aborted.";
const TOO_MUCH =
  "This document has too much to compare: fields of one response key must agree in pairs, in fragments too. Write each field once, give others an alias, or ask in several requests.";

/**
 * A message about an unknown field of a filter, with what is written instead where it is a word of another language; one that says nothing, in words; any
 * other as it is.
 */
export function hinted(message: string): string {
  if (message === ABORTED) return TOO_MUCH;
  return message.replace(UNKNOWN_FIELD, (whole: string, field: string, type: string) => {
    const instead = insteadOf(field, type);
    return instead === null ? whole : `Field "${field}" is not defined by type "${type}". Write ${instead}.`;
  });
}

function insteadOf(field: string, type: string): string | null {
  const known = INSTEAD[type];
  if (known) return lookUp(known, field);
  const [, name, test] = /^(\w+?)_(\w+)$/.exec(field) ?? [];
  const joined =
    name === undefined || test === undefined
      ? null
      : lookUp(
          Object.values(INSTEAD).flat(),
          test.replace(/_(\w)/g, (_, c: string) => c.toUpperCase()),
        );
  return joined === null ? lookUp(OF_FILTERS, field) : `a filter of its own for ${name}, in which stands ${joined}`;
}

/** What is written for a word, in whichever letters and with whichever mark before it others write it. */
function lookUp(words: Words, word: string): string | null {
  const plain = word.replace(/^[_$]+/, "").toLowerCase();
  return words.find(([others]) => others.some((other) => other === word || other.toLowerCase() === plain))?.[1] ?? null;
}
