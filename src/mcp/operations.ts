import { type DocumentNode, Kind, print } from "graphql";
import * as documents from "./generated/operations.ts";

/** Every operation that the tools ask, by its name: what a server that answers registered operations only has to know. */
export function operationTexts(): Readonly<Record<string, string>> {
  const all = Object.values(documents).filter(
    (value): value is typeof value & DocumentNode => typeof value === "object" && "definitions" in value,
  );
  return Object.fromEntries(
    all.flatMap((document) =>
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [[definition.name.value, print(document)] as const] : [],
      ),
    ),
  );
}
