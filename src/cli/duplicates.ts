import { Command, Option } from "commander";
import { execute, parse } from "graphql";
import { type Ask, candidatesOf, type Proposal, proposalsOf } from "../duplicates/index.ts";
import type { GraphEngine } from "../engine/port.ts";
import { InputError } from "../load/index.ts";
import { type Model, type NodeType, oneOf, readModel } from "../model/index.ts";
import { executableSchema } from "../resolvers/index.ts";
import { readSettings } from "../settings.ts";
import { engineOrServer } from "./at-server.ts";
import { exitCodeOf, isProgram, type Output, PROCESS_OUTPUT } from "./command.ts";
import { askGraphql } from "./remote.ts";

interface Options {
  readonly type?: string;
  readonly least: string;
  readonly format: "text" | "jsonl";
  readonly url?: string;
}

/** Types that registers name, each in its own way. */
const TYPES = ["Firm", "Agency", "Person"];

const HELP = `
  npm run duplicates                                    firms, agencies and people that may be one
  npm run duplicates -- --type Firm --least 0.6         also what is less likely
  npm run duplicates -- --format jsonl | jq .from.id    a line of JSON a pair

Names are compared in Latin letters whatever their script, legal forms (Ltd, GmbH, 有限公司) apart; LEI, Wikidata item, numbers, countries and kinds speak for a
pair or against it. Two different LEIs are never one. Nothing is written: each pair comes with the command that would merge it. docs/duplicates.md has the points.

The database is the server's own; while a server has the embedded one open, its answers are read, from HOST and PORT or --url.`;

/** `duplicates [--type …] [--least …]`. Returns the exit code: 0 when all was compared, 1 when it can't be. */
export async function duplicatesCommand(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  const command = new Command("duplicates")
    .description("Proposes nodes of the graph that may be one.")
    .option("--type <types>", "types to look at, such as Firm,Agency; firms, agencies and people when left out")
    .option("--least <score>", "the least score of a pair, 0 to 1", "0.8")
    .addOption(new Option("--format <format>", "how it is written").choices(["text", "jsonl"]).default("text"))
    .option("--url <address>", "ask the server at this address")
    .addHelpText("after", HELP)
    .parse([...args], { from: "user" });
  try {
    await run(command.opts<Options>(), env, output);
    return 0;
  } catch (error) {
    return exitCodeOf(error, output);
  }
}

async function run(options: Options, env: NodeJS.ProcessEnv, output: Output): Promise<void> {
  const model = readModel();
  const types = (options.type?.split(",") ?? TYPES).map((name) => typeNamed(model, name.trim()));
  const least = Number(options.least);
  if (options.least.trim() === "" || !(least >= 0 && least <= 1))
    throw new InputError(`--least ${options.least} is no score: a number from 0 to 1, such as 0.8.`);
  const { engine, url } = await engineOrServer(readSettings(env), options, false);
  const ask: Ask = engine ? askEngine(engine, model) : (query, variables) => askGraphql(url, {}, query, variables);
  try {
    for (const type of types) {
      const candidates = await candidatesOf(ask, model, type);
      const { proposals, looked, left } = proposalsOf(candidates, least);
      for (const proposal of proposals)
        output.stdout(options.format === "jsonl" ? `${JSON.stringify({ type: type.name, ...proposal })}\n` : inWords(proposal));
      output.stderr(
        `${type.name}: ${count(candidates.length)} nodes, ${count(looked)} pairs compared, ${count(proposals.length)} proposed.\n`,
      );
      if (left.length > 0)
        output.stderr(
          `${count(left.length)} words and parts of names that many nodes have led to no comparison by themselves: ${left.slice(0, 5).join(", ")}${left.length > 5 ? " …" : ""}\n`,
        );
    }
  } finally {
    await engine?.close();
  }
}

const count = (number: number) => number.toLocaleString("en");

function typeNamed(model: Model, name: string): NodeType {
  const type = model.nodes.get(name);
  const named = [...model.nodes.values()].filter(({ properties }) => properties.has("name")).map((node) => node.name);
  if (!type?.properties.has("name")) throw new InputError(`--type ${name}: write ${oneOf(named)}.`);
  return type;
}

/** Questions answered by the engine in this process, as the server would. */
function askEngine(engine: GraphEngine, model: Model): Ask {
  const schema = executableSchema(model);
  return async (query, variableValues) => {
    const { data, errors } = await execute({ schema, document: parse(query), variableValues, contextValue: { engine } });
    if (errors) throw new InputError(errors.map(({ message }) => message).join("\n"));
    return data;
  };
}

/** A pair as people read it. */
function inWords({ score, from, into, reasons, doubts }: Proposal): string {
  const lines = [
    `${score.toFixed(2)}  ${from.label} (${from.id}) = ${into.label} (${into.id})`,
    `      for: ${reasons.join("; ")}`,
    ...(doubts.length > 0 ? [`      against: ${doubts.join("; ")}`] : []),
    `      npm run merge -- ${from.id} INTO ${into.id}`,
  ];
  return `${lines.join("\n")}\n`;
}

if (isProgram(import.meta.url)) process.exitCode = await duplicatesCommand(process.argv.slice(2), process.env, PROCESS_OUTPUT);
