import { conditionOf, type Property } from "../../model/index.ts";
import { highest, lowest, overhang } from "../cypher/dates.ts";
import { Condition, cypher, type Fragment, Stored } from "../cypher/fragment.ts";
import type { Site } from "../request/site.ts";

/** The conditions that a filter puts on one property, as its kind of filter says; `site` is the filter, `expression` the property's value. */
export function propertyConditions(property: Property, expression: Fragment, site: Site): Condition[] {
  const condition = conditionOf(property);
  if (!condition) return [];
  const { name } = property;
  // ID and enum lists: any of these values.
  if (condition.list) return [other(someMember(property, expression, (value) => cypher`${value} IN ${site.texts(name)}`))];
  if (condition.type === "Boolean") return [other(cypher`${expression} = ${site.parameter((args) => args.value(name))}`)];
  const inner = site.under(name);
  return inner.args.names.flatMap((test) => TESTS[test]?.(property, expression, inner) ?? []);
}

/** The tests of TextFilter, NumberFilter and DateFilter, by the names of their fields. */
const TESTS: Readonly<Record<string, (property: Property, expression: Fragment, site: Site) => Condition>> = {
  is: (property, expression, site) => other(someMember(property, expression, (value) => cypher`${value} IN ${raw(site, "is")}`)),
  contains: (property, expression, site) =>
    other(someMember(property, expression, (value) => cypher`toLower(${value}) CONTAINS toLower(${site.text("contains")})`)),
  startsWith: (property, expression, site) =>
    other(someMember(property, expression, (value) => cypher`${value} STARTS WITH ${site.text("startsWith")}`)),
  from: (_, expression, site) => bound(expression, cypher`${expression} >= ${site.parameter((args) => lowest(args.text("from")))}`),
  to: (_, expression, site) => {
    const last = site.parameter((args) => highest(args.text("to")));
    const over = site.parameter((args) => overhang(args.text("to")));
    return bound(expression, cypher`(${expression} <= ${last} AND NOT ${expression} IN ${over})`);
  },
  min: (_, expression, site) => bound(expression, cypher`${expression} >= ${raw(site, "min")}`),
  max: (_, expression, site) => bound(expression, cypher`${expression} <= ${raw(site, "max")}`),
  exists: ({ list }, expression, site) => {
    const has = list ? cypher`size(coalesce(${expression}, [])) > 0` : cypher`${expression} IS NOT NULL`;
    return site.args.flag("exists") ? other(has) : new Condition(cypher`NOT (${has})`, "absence");
  },
};

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

function bound(expression: Fragment, fragment: Fragment): Condition {
  return new Condition(fragment, expression instanceof Stored ? "bound" : "other");
}
