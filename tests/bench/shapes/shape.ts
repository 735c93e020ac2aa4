import type { randomOf } from "../../support/random.ts";
import type { Size } from "../sizes.ts";

export type Parameters = Readonly<Record<string, string>>;

/** The sides by name, in the order of the tables. */
export const SIDES = ["ours-neo4j", "neo4j-graphql", "dataloader", "cypher-idiomatic", "cypher-best", "ours-embedded"] as const;
export type SideName = (typeof SIDES)[number];

/**
 * One question that every side answers. Each text has its answer under the key `answer`: the alias of the root field, or the statement's only column.
 */
export interface Shape {
  readonly name: string;
  /** The question in a few words. */
  readonly title: string;
  /** Values of the texts' variables for one request. */
  readonly parameters: (size: Size, random: ReturnType<typeof randomOf>) => Parameters;
  /** How many different ones there are to draw; a few dozen unless it says otherwise. */
  readonly pool?: number;
  /** Lists whose order counts, by key; all others are sets. */
  readonly ordered: readonly string[];
  /** GraphQL for this project. */
  readonly ours: string;
  /** For @neo4j/graphql, and for the resolvers with DataLoader; left out where they have nothing to ask it with. */
  readonly peer?: string;
  readonly dataloader?: string;
  /** Cypher as Neo4j's manual shows it, and the fastest that we could write, where that is another. */
  readonly idiomatic: string;
  readonly best?: string;
  /** Why the lists of this shape can't be compared one by one; then each id of the others has to be among ours. */
  readonly ranked?: string;
  /** Where a side can't answer, or not alike, and why. */
  readonly without?: Partial<Readonly<Record<SideName, string>>>;
}

/** The text with which a side asks a shape; null where it can't. */
export function textOf(shape: Shape, side: SideName): string | null {
  const texts: Readonly<Record<SideName, string | undefined>> = {
    "ours-neo4j": shape.ours,
    "ours-embedded": shape.ours,
    "neo4j-graphql": shape.peer,
    dataloader: shape.dataloader,
    "cypher-idiomatic": shape.idiomatic,
    "cypher-best": shape.best,
  };
  return shape.without?.[side] === undefined ? (texts[side] ?? null) : null;
}
