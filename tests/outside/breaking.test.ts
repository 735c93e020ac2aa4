import { readFileSync } from "node:fs";
import { type Change, CriticalityLevel, diff } from "@graphql-inspector/core";
import { type ASTNode, buildSchema, Kind, parse, print, visit } from "graphql";
import { describe, expect, it } from "vitest";
import { testNeo4j } from "../support/engine.ts";

const released = buildSchema(readFileSync("api/released.graphql", "utf8"));
const current = readFileSync("api/schema.graphql", "utf8");
const changelog = readFileSync("CHANGELOG.md", "utf8");

/** The words in code under a heading of what is not released yet. */
function wordsUnder(heading: string, text: string): ReadonlySet<string> {
  const [, unreleased = ""] = text.split(/^## /m);
  const parts = unreleased.split(/^### /m).filter((part) => part.startsWith(heading));
  return new Set(
    parts
      .join("\n")
      .match(/`[^`]+`/g)
      ?.flatMap((code) => code.match(/\w+/g) ?? []),
  );
}

/** What breaks clients of the last release, as the inspector says it. */
async function breaking(schema: string): Promise<readonly Change[]> {
  const changes = await diff(released, buildSchema(schema));
  return changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
}

/**
 * Those changes of which no line of the changelog tells: told is one whose field, argument, member or type stands there in code, or the field that a
 * filter's `…Where` is of.
 */
function untold(changes: readonly Change[], log: string): string[] {
  const words = wordsUnder("Breaking: the API", log);
  const isTold = ({ path = "" }: Change) => {
    const [type = "", ...inner] = path.split(".");
    const names = inner.length > 0 ? inner : [type];
    return names.some((name) => words.has(name) || words.has(name.replace(/Where$/, "")));
  };
  return changes.filter((change) => !isTold(change)).map(({ message }) => message);
}

/** Members that no client of today may miss, and what is said where they are gone. */
const GONE: Readonly<Record<string, string>> = {
  "Country.iso3": "Field 'iso3' was removed from object type 'Country'",
  "Certainty.CONFIRMED": "Enum value 'CONFIRMED' was removed from enum 'Certainty'",
  "CountryFilter.iso2": "Input field 'iso2' was removed from input object type 'CountryFilter'",
  "Query.search.types": "Argument 'types: [NodeType!]' was removed from field 'Query.search'",
};

/** The schema of today without those. */
function withoutThem(): string {
  const nameOf = (node: ASTNode) => ("name" in node && node.name?.kind === Kind.NAME ? node.name.value : undefined);
  return print(
    visit(parse(current), {
      enter: (node, _key, _parent, _path, ancestors) => {
        const names = [...ancestors.flatMap((one) => ("kind" in one ? one : [])), node].flatMap((one) => nameOf(one) ?? []);
        return nameOf(node) !== undefined && GONE[names.join(".")] !== undefined ? null : undefined;
      },
    }),
  );
}

describe.skipIf(testNeo4j())("changes since the last release, by @graphql-inspector", () => {
  it("are told in the changelog, under `Breaking: the API`, where they break clients", async () => {
    expect(untold(await breaking(current), changelog)).toEqual([]);
  });

  it("are found where nobody told of them, and told only by code under that heading, of what is not released yet", async () => {
    const changes = await breaking(withoutThem());
    expect(untold(changes, changelog).sort()).toEqual(Object.values(GONE).sort());
    const log = (heading: string, text: string) => `# Changelog\n\n## ${heading}\n\n- ${text}\n\n## 0.0.9\n`;
    const missing = (text: string) => untold(changes, text).filter((message) => message.includes("iso3"));
    const heading = "### Breaking: the API";
    expect(missing(log(`Unreleased\n\n${heading}`, "`Country.iso3` is gone: write `code`."))).toEqual([]);
    expect(missing(log(`Unreleased\n\n${heading}`, "The codes iso3 are gone."))).toHaveLength(1);
    expect(missing(log("Unreleased\n\n### New", "`Country.iso3`"))).toHaveLength(1);
    expect(missing(`## Unreleased\n\n${log(`0.0.10\n\n${heading}`, "`Country.iso3`")}`)).toHaveLength(1);
  });
});
