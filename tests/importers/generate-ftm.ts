/**
 * Writes a file of random entities of FollowTheMoney, one a line and in no order, to load at scale:
 * `npx tsx tests/importers/generate-ftm.ts COUNT FILE [SEED]`. Of a hundred, 34 are firms, 20 people, 1 is a public body, 10 are addresses, 15 sanctions,
 * 10 ownerships, 10 directorships.
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { randomOf } from "../support/random.ts";

export interface GenerateOptions {
  /** How many entities. */
  readonly count: number;
  /** The same seed gives the same entities. */
  readonly seed?: number;
}

const COUNTRIES = ["ru", "cn", "ir", "ae", "cy", "tr", "de", "us", "gb", "by"] as const;
const DATASETS = ["us_list", "eu_list", "gb_list", "register"] as const;
const PROGRAMMES = Array.from({ length: 60 }, (_, i) => `PROGRAMME-${i}`);

/** Of each hundred entities, by number, what they are. */
const SCHEMATA = [
  ...Array<string>(34).fill("Company"),
  ...Array<string>(20).fill("Person"),
  "PublicBody",
  ...Array<string>(10).fill("Address"),
  ...Array<string>(15).fill("Sanction"),
  ...Array<string>(10).fill("Ownership"),
  ...Array<string>(10).fill("Directorship"),
];

/** The entities one by one. What joins others names any of the file's, before it or behind it. */
export function* ftmEntities({ count, seed = 1 }: GenerateOptions): Generator<object> {
  const { below, pick } = randomOf(seed);
  const hundreds = Math.max(1, Math.floor(count / 100));
  const idOf = (at: number) => `NK-${at}`;
  const firm = () => idOf(100 * below(hundreds) + below(34));
  const person = () => idOf(100 * below(hundreds) + 34 + below(20));
  const day = () => `20${10 + below(15)}-0${1 + below(9)}-${10 + below(18)}`;
  const names = (at: number) => ({ name: [`Name ${at}`, `Имя ${at}`], alias: [`Alias ${at} of a party`] });
  const made = new Map<string, (at: number) => object>([
    [
      "Company",
      (at) => ({
        ...names(at),
        jurisdiction: [pick(COUNTRIES)],
        address: [`${at} Long Street, Some Town`],
        registrationNumber: [String(1_000_000 + at)],
        addressEntity: [idOf(100 * below(hundreds) + 55 + below(10))],
        topics: ["sanction"],
      }),
    ],
    ["Person", (at) => ({ ...names(at), birthDate: [day()], nationality: [pick(COUNTRIES)], position: ["Member of the board"] })],
    ["PublicBody", (at) => ({ ...names(at), country: [pick(COUNTRIES)] })],
    ["Address", (at) => ({ full: [`${at} Broad Street, Another Town`], country: [pick(COUNTRIES)] })],
    [
      "Sanction",
      () => ({
        entity: [below(3) > 0 ? firm() : person()],
        authority: ["Office of Foreign Assets Control"],
        country: ["us"],
        program: [pick(PROGRAMMES)],
        startDate: [day()],
        reason: ["For what the record says that it did"],
      }),
    ],
    ["Ownership", () => ({ owner: [firm()], asset: [firm()], percentage: [String(1 + below(100))], startDate: [day()] })],
    ["Directorship", () => ({ director: [person()], organization: [firm()], role: ["Director"], startDate: [day()] })],
  ]);
  for (let at = 0; at < count; at++) {
    const schema = SCHEMATA[at % 100] ?? "Company";
    const properties = made.get(schema)?.(at) ?? {};
    const datasets = below(3) === 0 ? [pick(DATASETS), "register"] : [pick(DATASETS)];
    yield {
      id: idOf(at),
      caption: `Name ${at}`,
      schema,
      datasets,
      referents: [`ext-${at}`],
      first_seen: "2024-01-01T00:00:00",
      target: true,
      properties,
    };
  }
}

/** Writes the entities to a file as they come. */
export async function writeFtm(file: string, options: GenerateOptions): Promise<void> {
  function* lines(): Generator<string> {
    for (const entity of ftmEntities(options)) yield `${JSON.stringify(entity)}\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [count, file, seed] = process.argv.slice(2);
  if (count === undefined || file === undefined) throw new Error("npx tsx tests/importers/generate-ftm.ts COUNT FILE [SEED]");
  await writeFtm(file, { count: Number(count), seed: Number(seed ?? 1) });
}
