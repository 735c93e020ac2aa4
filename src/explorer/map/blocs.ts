import { spanOf } from "../app/day.ts";
import type { BlocsShownFragment } from "../generated/operations.ts";

/** A bloc and who belonged to it on a day. */
export interface Bloc {
  readonly id: string;
  readonly name: string;
  /** Whether it has one tariff towards the rest of the world. */
  readonly isUnion: boolean;
  readonly members: ReadonlySet<string>;
}

/** The blocs of a day. What the dates of a membership leave open is kept, as the server does. */
export function blocsOn(answer: BlocsShownFragment, day: string): readonly Bloc[] {
  return answer.nodes.map(({ id, name, kind, members }) => ({
    id,
    name,
    isUnion: kind === "CUSTOMS_UNION",
    members: new Set(
      members.edges
        .filter(({ since, until }) => (!since || spanOf(since).first <= day) && (!until || day <= spanOf(until).last))
        .map(({ node }) => node.id),
    ),
  }));
}
