import { expect, test } from "vitest";
import { ftm } from "../../src/importers/index.ts";
import { asked, besideSeed, bring, lookUpIn, texts } from "./beside-seed.ts";
import { fixture } from "./support.ts";

const graph = besideSeed();
const importer = () => ftm({ ...lookUpIn(graph.engine), index: fixture("ftm-index.json") });

test("try", async () => {
  const first = await bring(graph.engine, importer(), fixture("ftm.jsonl"));
  console.log(JSON.stringify({ did: first.did, counts: first.counts, rejected: first.rejected, missing: [...first.report.missing] }, null, 1));
  const after = new Set(await texts(graph.engine));
  console.log([...graph.before].filter((row) => !after.has(row)).slice(0, 5));
  console.log([...after].filter((row) => !graph.before.has(row)).join("\n"));
  const second = await bring(graph.engine, importer(), fixture("ftm.jsonl"));
  console.log(second.did, second.report.unchanged, second.report.bundles);
  console.log(JSON.stringify(await asked(graph.engine, `{ firm(id: "ftm-NK-daughter") { name lei aliases targetedBy { edges { since until note certainty node { title kind imposedBy { nodes { id } } partOf { nodes { title aliases } } } } } parents { edges { since note node { name } } } headquarters { edges { note certainty node { id } } } officeHolders { edges { title since until node { name summary } } } claims { nodes { statement source { title publisher licence url } } } } }`), null, 1));
});
