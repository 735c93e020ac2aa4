import { citationIn, type Days, isCitationFormat, nodeCited, sourceCited } from "../citations/index.ts";
import { type ComputedField, labelOf, ORIGIN, type Parameter, type Parameters, stored, type Value } from "../compile/index.ts";
import { nodeTypeOf, SOURCE } from "../model/index.ts";
import { pageOf } from "./label.ts";

/** What the citation of a source is made of, beside its id. */
const OF_SOURCES = ["title", "publisher", "publishedOn", "url"] as const;

/** `citation(format)`: how to cite a node. */
export const citation: ComputedField = {
  select(object, node, owners, field) {
    const { context } = field;
    const { model, asOf } = context;
    const [id, label] = [object.column(stored(node, "id")), object.column(labelOf(context, owners, node))];
    const [title, publisher, publishedOn, url] = OF_SOURCES.map((name) =>
      owners.includes(SOURCE) ? object.column(stored(node, name)) : null,
    );
    const format = field.site(owners[0]).text("format");
    const today = context.today();
    object.reader(field.key, field.types, (row, parameters) => {
      const at = (column: number | null | undefined) => textOf(row[column ?? -1]);
      const [nodeId, accessed] = [String(row[id]), String(parameters[today.name])];
      const type = nodeTypeOf(model, nodeId)?.name ?? "";
      const cited =
        type === SOURCE
          ? sourceCited(
              { id: nodeId, title: at(title) ?? nodeId, publisher: at(publisher), publishedOn: at(publishedOn), url: at(url) },
              accessed,
            )
          : entryCited(
              { id: nodeId, label: String(row[label]), type },
              { valid: day(asOf.valid?.day, parameters), known: day(asOf.known, parameters) },
              parameters,
              accessed,
            );
      const form = parameters[format.name];
      return citationIn(isCitationFormat(form) ? form : "TEXT", cited);
    });
  },
};

function entryCited(
  node: { readonly id: string; readonly label: string; readonly type: string },
  days: Days,
  parameters: Parameters,
  accessed: string,
) {
  const asked = new URLSearchParams({ ...(days.valid && { on: days.valid }), ...(days.known && { known: days.known }) }).toString();
  const url = `${parameters[ORIGIN] ?? ""}${pageOf(node.id)}${asked === "" ? "" : `?${asked}`}`;
  return nodeCited({ ...node, url }, days, accessed);
}

const day = (parameter: Parameter | null | undefined, parameters: Parameters): string | null =>
  parameter ? textOf(parameters[parameter.name]) : null;

const textOf = (value: Value | undefined): string | null => (typeof value === "string" ? value : null);
