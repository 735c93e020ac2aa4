import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from "graphql";

/** Why a text is not a value of a scalar, or null where it is one. */
type Check = (text: string) => string | null;

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && !leap ? 28 : (DAYS[month - 1] ?? 0);
}

const partialDate: Check = (text) => {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return "must be a date as precise as it is known: 2025, 2025-06 or 2025-06-05";
  const [, year = "", month, day] = match;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return `has no month ${month}: months run from 01 to 12`;
  if (month === undefined || day === undefined) return null;
  const last = daysIn(Number(year), Number(month));
  return Number(day) < 1 || Number(day) > last ? `is no day of the calendar: ${year}-${month} has ${last} days` : null;
};

const date: Check = (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? partialDate(text) : "must be a day of the calendar: 2025-06-05");

const hsCode: Check = (text) =>
  /^(?:\d{2}|\d{4}|\d{6}|\d{8}|\d{10}|X?(?:IX|IV|V?I{0,3})|XXI?)$/.test(text) && text !== ""
    ? null
    : "must be an HS code without dots: 85, 8505, 850511, 8 or 10 digits of a national tariff, or a section's Roman numeral (XVI)";

/** The years in which editions of the Harmonized System began or begin. */
export const HS_EDITIONS: readonly string[] = ["1988", "1992", "1996", "2002", "2007", "2012", "2017", "2022", "2028"];

const hsEdition: Check = (text) =>
  HS_EDITIONS.includes(text)
    ? null
    : `is no edition of the Harmonized System: these are ${HS_EDITIONS.join(", ")}, by the year in which each began`;

const countryCode: Check = (text) =>
  /^[A-Z][A-Z0-9+]{1,11}$/.test(text) ? null : "must be an ISO 3166-1 code or a bloc's code, in capitals: CN, CHN, EU, G7";

const url: Check = (text) => {
  const address = URL.canParse(text) ? new URL(text) : null;
  return address && (address.protocol === "http:" || address.protocol === "https:")
    ? null
    : "must be an address that starts with http:// or https://";
};

const CHECKS: Readonly<Record<string, Check>> = {
  PartialDate: partialDate,
  Date: date,
  HsCode: hsCode,
  HsEdition: hsEdition,
  CountryCode: countryCode,
  URL: url,
};

/** Why `value` is not a value of the scalar `type` ("must be …", to follow the value), or null where it is one. */
export function validateScalar(type: string, value: unknown): string | null {
  if (type === "Boolean") return typeof value === "boolean" ? null : "must be true or false";
  if (type === "Float") return typeof value === "number" && Number.isFinite(value) ? null : "must be a number";
  if (type === "Int") return Number.isInteger(value) ? null : "must be a whole number";
  if (typeof value !== "string") return "must be a text";
  if (value === "" || value.trim() !== value) return "must not be empty, nor start or end with a space";
  return CHECKS[type]?.(value) ?? null;
}

function scalar(name: string, check: Check, description: string | null | undefined): GraphQLScalarType<string, string> {
  const refusal = (shown: string, reason: string, nodes?: ValueNode) =>
    new GraphQLError(`${name}: ${shown} ${reason}.`, { nodes: nodes ?? null, extensions: { code: "BAD_USER_INPUT" } });
  const parse = (value: unknown, node?: ValueNode): string => {
    if (typeof value !== "string") throw refusal(node ? print(node) : JSON.stringify(value), "must be a text, in quotes", node);
    const reason = check(value);
    if (reason !== null) throw refusal(JSON.stringify(value), reason, node);
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description: description ?? null,
    parseValue: (value) => parse(value),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined, node),
  });
}

/** Replaces the parsing of a scalar that was built from SDL by the validating one; leaves others alone. */
export function validatingScalar(type: GraphQLScalarType): GraphQLScalarType {
  const check = CHECKS[type.name];
  return check ? scalar(type.name, check, type.description) : type;
}
