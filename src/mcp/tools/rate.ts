import { z } from "zod";
import { rowsAfter, type Told } from "../answer.ts";
import { Refusal } from "../ask.ts";
import type { Call } from "../call.ts";
import { McpRateDocument, McpRatesDocument } from "../generated/operations.ts";
import { goodsCodeIn } from "../names.ts";
import { after, day, first, known, name, on, tool } from "../tool.ts";

const input = {
  importer: name("the country or bloc that charges the duties"),
  exporter: name("the country or bloc that the goods are from"),
  goods: z.string().min(2).max(40).describe("code of the Harmonized System, 2 to 10 digits: 850511; `search` finds codes by words"),
  edition: z
    .string()
    .regex(/^\d{4}$/, "write the year of the edition, such as 2022")
    .default("2022")
    .describe("edition of the Harmonized System that the code is of"),
  on,
  from: day("first day of a span, instead of `on`").optional(),
  to: day("last day of the span").optional(),
  known,
  first: first(10),
  after,
};

/** The arguments as they are checked, and what they name. */
interface Asked extends z.infer<z.ZodObject<typeof input>> {
  readonly ids: { readonly importer: string; readonly exporter: string; readonly goods: string };
}

/** The duties on goods between two countries. */
export const effectiveRate = tool({
  name: "effective_rate",
  title: "Effective rate",
  description:
    "The duties on a line of goods from one country into another on a day (`on`), layer by layer: which count, which do not and why, their sum, what the graph does not hold, and what each layer rests on. With `from` and `to`: the sum along time.",
  input,
  answer: async (args, call) => {
    const goods = goodsCodeIn(args.goods.replace(/^commodity:(hs-)?/, ""));
    if (goods === null)
      throw new Refusal(
        `${args.goods} is no code of goods: give 2, 4, 6, 8 or 10 digits, such as 850511. \`search\` with types ["COMMODITY"] finds codes by words.`,
      );
    const [importer, exporter] = await Promise.all([call.node(args.importer, ["COUNTRY"]), call.node(args.exporter, ["COUNTRY"])]);
    const asked = { ...args, ids: { importer: importer.id, exporter: exporter.id, goods } };
    if ((args.from === undefined) !== (args.to === undefined))
      throw new Refusal("A span has two days: give both `from` and `to`, or `on` alone.");
    return args.from === undefined ? onDay(asked, call) : alongTime(asked, call);
  },
});

async function onDay(asked: Asked, call: Call): Promise<Told> {
  const { effectiveRate: found } = await call.data(McpRateDocument, {
    ...asked.ids,
    edition: asked.edition,
    on: asked.on ?? call.today,
    known: asked.known ?? null,
  });
  if (!found) throw new Refusal(noGoods(asked));
  const { layers, ...answer } = found;
  // What counts comes first.
  const ordered = [...layers].sort((a, b) => Number(b.state === "COUNTS") - Number(a.state === "COUNTS"));
  return {
    days: call.days(asked, true),
    answer: { ...answer, unit: "per cent of the value, all layers that COUNT added up" },
    ...rowsAfter(ordered, asked.after, asked.first),
    total: layers.length,
  };
}

async function alongTime(asked: Asked, call: Call): Promise<Told> {
  const { from = "", to = "", known: as } = asked;
  const { effectiveRates } = await call.data(McpRatesDocument, { ...asked.ids, edition: asked.edition, from, to, known: as ?? null });
  if (effectiveRates.length === 0) throw new Refusal(noGoods(asked));
  const [{ notHeld }] = effectiveRates as [(typeof effectiveRates)[number]];
  const rows = effectiveRates.map(({ notHeld: _, ...row }) => row);
  return {
    days: { world: `${from} to ${to}`, known: call.known(as) },
    answer: { notHeld },
    ...rowsAfter(rows, asked.after, asked.first),
    total: rows.length,
  };
}

const noGoods = ({ ids, edition }: Asked): string =>
  `The graph has no goods of the code ${ids.goods} in the edition of ${edition}: give the code of 6, 4 or 2 digits above it, or find it with \`search\`.`;
