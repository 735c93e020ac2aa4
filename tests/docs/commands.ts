import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Where the options of our commands are declared. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  load: ["src/cli/load.ts"],
  import: ["src/cli/import.ts", ...readdirSync("src/intake").map((name) => `src/intake/${name}`)],
  export: ["src/cli/export.ts"],
  "release-data": ["src/cli/release-data.ts"],
  mcp: ["src/cli/mcp.ts"],
  backup: ["src/cli/backup.ts"],
  restore: ["src/cli/restore.ts"],
  keys: ["src/cli/keys.ts"],
  duplicates: ["src/cli/duplicates.ts"],
  merge: ["src/cli/merge.ts"],
  unmerge: ["src/cli/merge.ts"],
  bench: ["tests/bench/options.ts", "tests/bench/main.ts"],
  soak: readdirSync("tests/bench/soak")
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `tests/bench/soak/${name}`),
  fuzz: ["tests/outside/fuzz.ts"],
};

/** Programs of others that pages may name, and that are not run here. */
const OTHERS: ReadonlySet<string> = new Set(["docker", "printf", "pip", "cd", "git", "pyshacl"]);

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly scripts: Readonly<Record<string, string>> };

/** The commands of a block of shell, comments off, lines that go on joined. */
export const commandsOf = (text: string): string[] =>
  text
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .map((line) => line.replace(/\s+#\s.*$|^#\s.*$/, "").trim())
    .filter((line) => line !== "");

/** What is wrong with a command that is not run: a script, an option or a file that does not exist; null where nothing is. */
export function faultOf(command: string): string | null {
  const words = command.replace(/^(?:[A-Z_0-9]+=\S+\s+)+/, "").split(/\s+/);
  const [program = "", ...rest] = words;
  if (program === "npm") return npmFault(rest);
  if (program === "npx" && rest[0] === "tsx") return existsSync(rest[1] ?? "") ? null : `no file ${rest[1]}`;
  if (program === "node" || program === "tsx") return existsSync(rest[0] ?? "") ? null : `no file ${rest[0]}`;
  return OTHERS.has(program) ? null : `what is ${program}?`;
}

function npmFault(words: readonly string[]): string | null {
  if (words[0] === "install" || words[0] === "ci") return null;
  const [script = ""] = words.filter((word) => word !== "run" && word !== "-s");
  if (scripts[script] === undefined) return `no npm script ${script}`;
  const options = words
    .slice(words.indexOf("--") + 1)
    .flatMap((word) => (word.startsWith("--") && word !== "--" ? [word.replace(/=.*$/, "")] : []));
  const declared = (SOURCES[script] ?? []).map((path) => readFileSync(path, "utf8")).join("\n");
  const strange = options.find((option) => !new RegExp(`"${option}[" ]|"${option.slice(2)}"|\\b${option.slice(2)}: \\{`).test(declared));
  return strange === undefined ? null : `npm run ${script} has no option ${strange}`;
}
