import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** A question with its query, and the exact answer beside it. */
export interface GoldenOperation {
  /** The folder of tests/operations that it stands in. */
  readonly theme: string;
  /** Its file's name without the ending; no two themes have the same. */
  readonly name: string;
  /** The question in words: the first line of the file. */
  readonly question: string;
  /** The file as it is, question included. */
  readonly source: string;
  /** The answer as JSON. Throws where it was never recorded. */
  readonly answer: () => string;
  /** Writes the answer. */
  readonly record: (data: unknown) => void;
}

const FOLDER = new URL("../operations/", import.meta.url);

/** All golden operations, by theme and name. */
export function goldenOperations(): GoldenOperation[] {
  return readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .flatMap((path) => {
      const [, theme, name] = /^([a-z-]+)\/([a-z0-9-]+)\.graphql$/.exec(path) ?? [];
      if (theme === undefined || name === undefined) return [];
      const source = readFileSync(new URL(path, FOLDER), "utf8");
      const answers = new URL(`${theme}/${name}.json`, FOLDER);
      return [
        {
          theme,
          name,
          question: source.slice(0, source.indexOf("\n")).replace(/^# /, ""),
          source,
          answer: () => readFileSync(answers, "utf8"),
          record: (data: unknown) => writeFileSync(answers, `${JSON.stringify(data, null, 2)}\n`),
        },
      ];
    });
}
