/**
 * Writes a file of random entries in the format of the Consolidated Screening List (JSON), to load at scale:
 * `npx tsx tests/importers/generate-csl.ts COUNT FILE [SEED]`.
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { randomOf } from "../support/random.ts";

const COUNTRIES = ["CN", "RU", "IR", "AE", "TR", "HK", "PK", "BY"] as const;
const EL = "Entity List (EL) - Bureau of Industry and Security";
const SDN = "Specially Designated Nationals (SDN) - Treasury Department";

/** The entries one by one: of three, two are of the SDN list, one is of the Entity List. */
export function* cslEntries(count: number, seed = 1): Generator<object> {
  const { below, pick } = randomOf(seed);
  const address = (at: number) => ({
    address: `${at} Long Street`,
    city: "Some Town",
    state: null,
    postal_code: String(at),
    country: pick(COUNTRIES),
  });
  const info = "https://www.example.gov/list";
  for (let at = 0; at < count; at++) {
    const addresses = [address(at), ...(below(4) === 0 ? [address(at + 1)] : [])];
    const common = { addresses, source_list_url: info, source_information_url: info, remarks: "Linked to others." };
    if (at % 3 === 0) {
      const volume = 70 + below(20);
      yield {
        ...{ ...common, id: `e${at}`, source: EL, name: `Firm ${at} Co., Ltd.`, alt_names: [`Other name ${at}`, `Third name ${at}`] },
        ...{ federal_register_notice: `${volume} FR ${below(900)}`, start_date: `20${volume - 65}-0${1 + below(9)}-12`, end_date: null },
        ...{ license_requirement: "For all items subject to the EAR. (See §744.11 of the EAR).", license_policy: "Presumption of denial." },
      };
      continue;
    }
    const isPerson = below(2) === 0;
    yield {
      ...{
        ...common,
        id: String(at),
        entity_number: String(at),
        source: SDN,
        type: isPerson ? "Individual" : "Entity",
        name: `NAME ${at}, Some`,
      },
      ...{
        alt_names: [`ALIAS ${at}`, `ALIAS ${at} TWO`],
        programs: [`PROGRAMME-${below(70)}`],
        dates_of_birth: isPerson ? ["17 May 1960"] : [],
      },
      ids: [{ type: "Registration Number", number: String(1_000_000 + at), country: "RU", issue_date: null, expiration_date: null }],
    };
  }
}

/** Writes the entries to a file as they come, as the list's own file has them. */
export async function writeCsl(file: string, count: number, seed = 1): Promise<void> {
  function* text(): Generator<string> {
    let before = '{"results":[\n';
    for (const entry of cslEntries(count, seed)) {
      yield `${before}${JSON.stringify(entry)}`;
      before = ",\n";
    }
    yield '\n],"search_performed_at":"2026-09-25T04:15:00+00:00"}\n';
  }
  await pipeline(Readable.from(text()), createWriteStream(file));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [count, file, seed] = process.argv.slice(2);
  if (count === undefined || file === undefined) throw new Error("npx tsx tests/importers/generate-csl.ts COUNT FILE [SEED]");
  await writeCsl(file, Number(count), Number(seed ?? 1));
}
