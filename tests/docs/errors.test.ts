import { readdirSync, readFileSync } from "node:fs";
import { ApolloServerErrorCode } from "@apollo/server/errors";
import { describe, expect, it } from "vitest";
import { ERROR_CODES } from "../../src/model/index.ts";

/** The rooms that speak to clients. */
const ROOMS = ["model", "compile", "trade", "resolvers", "server"];

/** The rows of the tables of a page whose first cell is a code: its other cells. */
function rowsOf(page: string): Map<string, string[]> {
  const rows = [...readFileSync(page, "utf8").matchAll(/^\| `([A-Z_]+)` \|(.+)\|$/gm)];
  return new Map(rows.map(([, code = "", cells = ""]) => [code, cells.split(" | ").map((text) => text.trim())]));
}

/** The codes that the sources of a room write. */
function codesIn(room: string): string[] {
  const files = readdirSync(`src/${room}`, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  return files.flatMap((path) => {
    const source = readFileSync(`src/${room}/${path}`, "utf8");
    const written = [/\bcode: "([A-Z_]+)"/g, /"(BAD_[A-Z_]+)"/g, /\brefusal\([^;]*?"([A-Z_]+)"\)/g];
    return written.flatMap((pattern) => [...source.matchAll(pattern)].map(([, code = ""]) => code));
  });
}

describe("codes of errors", () => {
  const documented = rowsOf("docs/errors.md");
  const warnings = rowsOf("docs/warnings.md");
  const written = new Set(ROOMS.flatMap(codesIn));

  it("docs/errors.md has every code that there is and no other, each with its status, a cause and a remedy", () => {
    expect([...documented].map(([code, [status]]) => [code, Number(status)]).sort()).toEqual(Object.entries(ERROR_CODES).sort());
    for (const cells of documented.values()) {
      expect(cells).toHaveLength(3);
      for (const cell of cells) expect(cell).not.toBe("");
    }
  });

  it("the sources write no code that is neither an error of the list nor a warning of docs/warnings.md", () => {
    expect([...written].filter((code) => !documented.has(code) && !warnings.has(code))).toEqual([]);
  });

  it("each code of the list is written by the sources, or is Apollo's, and all of Apollo's are in it", () => {
    const apollo = Object.values(ApolloServerErrorCode) as string[];
    expect([...documented.keys()].filter((code) => !written.has(code) && !apollo.includes(code))).toEqual([]);
    expect(apollo.filter((code) => !documented.has(code))).toEqual([]);
  });
});
