import { GraphQLError, isScalarType, parseValue } from "graphql";
import { describe, expect, it } from "vitest";
import { readModel, validateScalar } from "../../src/model/index.ts";

const { schema } = readModel();

/** Values that are some scalar's, and values that are not. */
const VALUES: Readonly<Record<string, { readonly valid: readonly string[]; readonly invalid: readonly string[] }>> = {
  Date: {
    valid: ["2025-06-05", "2024-02-29", "2000-02-29", "2025-01-01", "2025-12-31", "1947-10-30"],
    invalid: [
      "2025",
      "2025-06",
      "2023-02-29",
      "1900-02-29",
      "2025-04-31",
      "2025-00-01",
      "2025-01-00",
      "2025-13-01",
      "25-06-05",
      "2025-6-5",
      "2025/06/05",
      "20250605",
      "2025-06-05T00:00:00Z",
      "5 June 2025",
      "２０２５-06-05",
    ],
  },
  PartialDate: {
    valid: ["2025", "2025-06", "2025-06-05", "2024-02-29", "2025-12", "1947"],
    invalid: [
      "2025-13",
      "2025-00",
      "2023-02-29",
      "2025-06-31",
      "2025-6",
      "25",
      "20250",
      "2025-",
      "2025-06-",
      "2025-Q2",
      "spring 2025",
      "-2025",
      "2025-06-05-01",
    ],
  },
  HsCode: {
    valid: ["85", "01", "8505", "850511", "85051110", "8505111000", "I", "IV", "V", "IX", "X", "XIV", "XVI", "XIX", "XX", "XXI"],
    invalid: [
      "8",
      "850",
      "85051",
      "8505111",
      "850511100",
      "85051110000",
      "85.05",
      "8505.11",
      "85 05",
      "IIII",
      "VV",
      "VIV",
      "IXX",
      "XXX",
      "L",
      "xvi",
      "HS85",
      "８５",
    ],
  },
  CountryCode: {
    valid: ["CN", "CHN", "US", "EU", "G7", "G20", "ASEAN", "BRICS+", "MERCOSUR"],
    invalid: ["C", "cn", "Cn", "7G", "E U", "EU-27", "稀土", "ABCDEFGHIJKLM"],
  },
  URL: {
    valid: ["https://example.org", "http://example.org/a?b=c#d", "https://example.org:8443/", "https://例え.jp/稀土"],
    invalid: [
      "example.org",
      "/a",
      "//example.org",
      "ftp://example.org/a",
      "javascript:alert(1)",
      "data:text/html,a",
      "mailto:a@example.org",
      "https://",
      "http",
    ],
  },
};

/** Invalid for all of them. */
const NEVER = ["", " ", "\n", "'", "$p0", "null"];

function scalar(name: string) {
  const type = schema.getType(name);
  if (!isScalarType(type)) throw new Error(`The schema has no scalar ${name}.`);
  return type;
}

describe.each(Object.entries(VALUES))("%s", (name, { valid, invalid }) => {
  it.each(valid)("accepts %j as a value of the scalar, in seed files, variables and operations", (value) => {
    expect(validateScalar(name, value)).toBeNull();
    expect(scalar(name).parseValue(value)).toBe(value);
    expect(scalar(name).parseLiteral(parseValue(JSON.stringify(value)))).toBe(value);
  });

  it.each([...invalid, ...NEVER])("refuses %j as a value of the scalar everywhere, and says what it must be", (value) => {
    expect(validateScalar(name, value)).toMatch(/^(must (be|not be)|has no month|is no day)/);
    for (const parse of [() => scalar(name).parseValue(value), () => scalar(name).parseLiteral(parseValue(JSON.stringify(value)))]) {
      expect(parse).toThrow(GraphQLError);
      expect(parse).toThrow(`${name}: ${JSON.stringify(value)} `);
    }
  });

  it.each([2025, true, null, [], ["2025"], {}])("refuses %j as a value of the scalar, which is not a text", (value) => {
    expect(validateScalar(name, value)).toBe("must be a text");
    expect(() => scalar(name).parseValue(value)).toThrow("must be a text");
  });

  it("refuses a scalar's literal without quotes in an operation", () => {
    for (const literal of ["2025", "CN", "true", "[]", "{}"])
      expect(() => scalar(name).parseLiteral(parseValue(literal))).toThrow(`${name}: ${literal} must be a text, in quotes.`);
  });

  it("refuses a scalar's valid value with space around it", () => {
    for (const value of [` ${valid[0]}`, `${valid[0]} `, `${valid[0]}\n`]) {
      expect(validateScalar(name, value)).toBe("must not be empty, nor start or end with a space");
    }
  });
});

describe("values of seed files of GraphQL's own types", () => {
  it.each<[string, unknown]>([
    ["String", "a"],
    ["String", "稀土"],
    ["Int", 0],
    ["Int", -3],
    ["Float", 1],
    ["Float", -0.25],
    ["Boolean", false],
  ])("%s accepts %j", (type, value) => {
    expect(validateScalar(type, value)).toBeNull();
  });

  it.each<[string, unknown, string]>([
    ["String", 1, "must be a text"],
    ["String", "", "must not be empty, nor start or end with a space"],
    ["Int", 1.5, "must be a whole number"],
    ["Int", "1", "must be a whole number"],
    ["Float", "1", "must be a number"],
    ["Float", Number.NaN, "must be a number"],
    ["Float", Number.POSITIVE_INFINITY, "must be a number"],
    ["Boolean", "true", "must be true or false"],
    ["Boolean", 0, "must be true or false"],
  ])("%s refuses %j: %s", (type, value, reason) => {
    expect(validateScalar(type, value)).toBe(reason);
  });
});
