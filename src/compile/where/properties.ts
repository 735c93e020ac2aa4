import { conditionOf, type Property, requestError, validateScalar } from "../../model/index.ts";
import type { Bounds } from "../cypher/bounds.ts";
import { highest, lowest, overhang } from "../cypher/dates.ts";
import { Condition, cypher, type Fragment, join, Stored } from "../cypher/fragment.ts";
import type { Arguments } from "../request/arguments.ts";
import type { Site } from "../request/site.ts";
import { inOrder, inOrderOfDays } from "./ranges.ts";

/** The conditions that a filter puts on one property, as its kind of filter says; `site` is the filter, `expression` the property's value. */
export function propertyConditions(property: Property, expression: Fragment, site: Site): Condition[] {
  const condition = conditionOf(property);
  if (!condition) return [];
  const { name } = property;
  // Enums: any of these values.
  if (condition.list) return [other(someMember(property, expression, (value) => cypher`${value} IN ${site.texts(name)}`))];
  if (condition.type === "Boolean") return [other(cypher`${expression} = ${site.parameter((args) => args.value(name))}`)];
  const inner = site.under(name);
  const asked = inner.args.names;
  const existence = asked.includes("exists") ? [exists(property, expression, inner)] : [];
  if (!property.list) return [...asked.flatMap((test) => TESTS[test]?.(expression, inner, property) ?? []), ...existence];
  // Of a list, one member must pass them all.
  const tests = (value: Fragment) => asked.flatMap((test) => TESTS[test]?.(value, inner, property) ?? []);
  const isTested = asked.some((test) => TESTS[test]);
  return [...(isTested ? [other(someMember(property, expression, (value) => join(tests(value), " AND ")))] : []), ...existence];
}

/** The tests of TextFilter, NumberFilter and DateFilter on one value, by the names of their fields. */
const TESTS: Readonly<Record<string, (value: Fragment, site: Site, property: Property) => Condition>> = {
  is: (value, site, property) => other(cypher`${value} IN ${readIs(site, property)}`),
  contains: (value, site) => other(cypher`toLower(${value}) CONTAINS ${site.parameter((args) => small(args.text("contains")))}`),
  startsWith: (value, site) => other(cypher`${value} STARTS WITH ${site.text("startsWith")}`),
  from: (value, site) => {
    const first = site.parameter((args) => lowest(inOrderOfDays(args).text("from")));
    return bound(value, cypher`${value} >= ${first}`, { lower: [first], upper: [] });
  },
  to: (value, site) => {
    const last = site.parameter((args) => highest(args.text("to")));
    const over = site.parameter((args) => overhang(args.text("to")));
    return bound(value, cypher`(${value} <= ${last} AND NOT ${value} IN ${over})`, { lower: [], upper: [last] });
  },
  min: (value, site) => bound(value, cypher`${value} >= ${site.parameter((args) => inOrder(args, "min", "max").value("min"))}`),
  max: (value, site) => bound(value, cypher`${value} <= ${raw(site, "max")}`),
};

/**
 * In small letters. Once here and not in the statement, where engines make them for each row anew: 60,000 letters took 1 ms for each. JavaScript's small
 * letters are those of the embedded engine, and of Neo4j but for nine capitals that came to Unicode in 2021 and later, which Java 17 does not know.
 */
const small = (text: string): string => text.toLowerCase();

function readIs(site: Site, property: Property): Fragment {
  const isText = conditionOf(property)?.type === "TextFilter";
  return site.parameter((args) => (isText ? inForm(property, args) : args).value("is"));
}

/**
 * The same arguments, once every value of `is` is known to be one that the property can have: a code with dots, or an address without its scheme, is
 * none, and what it finds looks like an answer. Dates and numbers were checked with the request; any text may be a title. Throws BAD_FILTER.
 */
function inForm({ name, type }: Property, args: Arguments): Arguments {
  if (type === "String") return args;
  for (const value of args.texts("is")) {
    const reason = validateScalar(type, value);
    if (reason !== null) throw requestError("BAD_FILTER", `${name}: ${JSON.stringify(value)} ${reason}.`);
  }
  return args;
}

function exists({ list }: Property, expression: Fragment, site: Site): Condition {
  const has = list ? cypher`size(coalesce(${expression}, [])) > 0` : cypher`${expression} IS NOT NULL`;
  return site.args.flag("exists") ? other(has) : new Condition(cypher`NOT (${has})`, "absence");
}

/** A test of a value; of a property that is a list, that some member passes. */
function someMember({ list }: Property, expression: Fragment, test: (value: Fragment) => Fragment): Fragment {
  return list ? cypher`any(v IN ${expression} WHERE ${test(cypher`v`)})` : test(expression);
}

function raw(site: Site, name: string): Fragment {
  return site.parameter((args) => args.value(name));
}

function other(fragment: Fragment): Condition {
  return new Condition(fragment, "other");
}

function bound(expression: Fragment, fragment: Fragment, bounds: Bounds | null = null): Condition {
  return expression instanceof Stored ? new Condition(fragment, "bound", bounds) : other(fragment);
}
