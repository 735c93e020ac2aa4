import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { seedJsonSchema } from "../../src/load/index.ts";
import { model, world } from "./support.ts";

const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(seedJsonSchema(model));
const errorsOf = (text: string) => {
  validate(parse(text));
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
};
const measure = (fields: string) => `{bundle: x, measures: [{id: m, title: M, kind: BAN, effect: UNCLEAR, ${fields}}]}`;

describe("the JSON Schema of seed files", () => {
  test("the JSON Schema accepts a file that loads", () => {
    expect(errorsOf(world.text)).toEqual([]);
  });
  test.each([
    "announcedOn: 2025, inForceFrom: 2025-04, inForceUntil: 2025-04-04",
    "targets: US",
    "targets: [US, {to: CN, since: 2025, certainty: INFERRED, note: all, claims: [a, {id: b, source: s, certainty: REPORTED}]}]",
    "claims: [{id: b, source: s, certainty: REPORTED, field: title, value: 5, contradicts: a}]",
    "covers: [850511]",
  ])("the JSON Schema accepts %s", (fields) => {
    expect(errorsOf(measure(fields))).toEqual([]);
  });
  test.each([
    ["announcedOn: 2025-13-01", "/measures/0/announcedOn"],
    ["kindd: BAN", "/measures/0 must NOT have additional properties"],
    ["recordedOn: 2025", "/measures/0 must NOT have additional properties"],
    ["aliases: A", "/measures/0/aliases must be array"],
    ["covers: country:CN", "/measures/0/covers"],
    ["targets: [{to: US, sinc: 2025}]", "/measures/0/targets/0"],
    ["claims: [{id: b, certainty: REPORTED}]", "/measures/0/claims"],
  ])("the JSON Schema refuses %s", (fields, place) => {
    expect(errorsOf(measure(fields)).join("\n")).toContain(place);
  });
  test("the JSON Schema refuses a file without a name, and unknown sections", () => {
    expect(errorsOf("{measurs: []}")).toEqual([" must have required property 'bundle'", " must NOT have additional properties"]);
  });
  test("the JSON Schema describes every field as the schema does", () => {
    expect(JSON.stringify(seedJsonSchema(model))).toContain("The legal text's own number or citation; null where not recorded.");
  });
});
