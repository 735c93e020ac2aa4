/*
 * What an operation costs, in one unit: an object of the answer. A node, a connection, an edge, a page info, a row, a value with fields is one object
 * each; a scalar is none. An object took 3 to 5 µs on both sides of the engine's door (200 nodes with 50 neighbours each, with their edges or without).
 *
 * Work that shows in no object has a price in the same unit. Measured as processor time on the embedded engine, with 5,000 interventions of Global Trade
 * Alert (34,000 nodes, 280,000 edges), where an object took 4 µs. A price is what something may take, not what it takes at its best.
 */

/**
 * A subquery of the statement, once however many nodes it runs for: it is written and planned. 0.3 ms each on the embedded engine up to 250 of them, 0.7
 * ms where 300 stand side by side; 2,000 took 0.6 s and 300,000 characters. Neo4j plans each for some 50 ms the first time: by that it is too cheap, but
 * an honest page of forty lists must pass.
 */
export const SUBQUERY = 1_000;
/** A status: 2,300 characters and 1.6 ms once for the statement. */
export const STATUS = 4_000;
/** A node's timeline: its statement has a branch for each type of act. */
export const AROUND = 4_000;
/** An edge that is looked at where a list is ordered, filtered or counted: 0.05 µs to count it, 0.3 to order by a property or filter by one. */
export const SCANNED_EDGE = 1 / 10;
/**
 * The edges that a list with `reach` looks at, for each node it starts from: this part of all of the type. A hub above all others took all of them (74,000
 * edges: 51 ms), 100 countries together twice that.
 */
export const REACHED_PART = 1 / 20;
/** A node of a type whose root list is ordered or filtered: 0.3 to 0.9 µs. */
export const SCANNED_NODE = 1 / 5;
/** An edge that a filter walks, once for the statement: 0.3 to 0.4 µs with a condition on its end, 2.8 where it is compared with a long list of ids. */
export const FILTERED_EDGE = 1 / 4;
/** A node that `meta { counts }` counts: 0.25 to 0.75 µs. */
export const COUNTED_NODE = 1 / 10;
/** A node whose bundle `meta { bundles }` looks at: 1.4 µs, and up to 3 where there are half as many bundles as nodes. */
export const BUNDLED_NODE = 1 / 2;
/** A measure whose status a filter wants: 14 µs. */
export const FILTERED_STATUS = 4;
/**
 * A measure of which it is asked on which days it stands, and each of these days: 23 µs and 1.2 µs where acts reach an eighth of all measures (0.2 s for 5,000 on 15
 * days, 0.75 on 108).
 */
export const STANDING = 8;
export const STANDING_DAY = 1 / 2;
/**
 * A node of the graph where something is searched for: 0.05 to 0.14 µs where all of them hold a word or what begins so, for each of a few words; nearly none where
 * few do. Its hits are paid apart.
 */
export const SEARCHED_NODE = 1 / 20;
/** A node about which something may be at odds, where disagreements are looked for in the whole graph: 40 to 50 µs for a page, 20 to count them. */
export const DISPUTED_NODE = 10;
/** A claim about such a node: 3.5 µs. */
export const DISPUTED_CLAIM = 1;
/** An edge that joins an act with what a timeline is asked for: 14 µs for a page, 37 where all entries are counted as well (a country that 2,000 measures name). */
export const JOINED_EDGE = 4;
export const JOINED_EDGE_COUNTED = 9;
/** A dated edge where the timeline of a node looks at all that it may stand for: 0.3 µs. */
export const TIMELINE_EDGE = 1 / 10;
/** An act where a page of the whole timeline is made: 4 to 8 µs, from the day on at which the page ends. */
export const TIMELINE_ACT = 2;
/** The same where each has to be looked at closely: of some kinds, as of a day, or to be counted. 15 to 25 µs. */
export const TIMELINE_ACT_CLOSELY = 6;
/** A node that a list of edges or changes takes in its turn, or passes over by the days that it keeps of its edges: 0.5 to 1 µs. */
export const WALKED_NODE = 1 / 4;
/** A dated edge that is looked at and left out, or counted: 0.3 to 0.5 µs. */
export const PASSED_EDGE = 1 / 8;
/** A dated edge where relationships of the whole graph are ordered by a day, which not all of them may have, or its changes counted: 3 to 4 µs. */
export const WHOLE_GRAPH_EDGE = 1;
/** An edge by which an act reaches a measure whose statuses along time are asked: 0.07 to 0.12 ms, where not all reach it at once. */
export const REACHING_EFFECT = 25;
/** A measure where changes of statuses are looked for: its status on two days. */
export const CHANGED_STATUS = 4;
/**
 * An edge that a search for paths walks: 6 µs to read it and weigh its far end, and up to 6 of JavaScript to compare what leads along it (283,000 edges on the
 * embedded engine, levels of 12,000 to 20,000).
 */
export const WALKED_EDGE = 3;
/** Walking the ways among what a search for paths has gathered: up to 0.1 s. */
export const COMPARED_PATHS = 25_000;
/** An edge of an act that a chain looks at: 2 to 4 µs. */
export const CHAINED_EDGE = 1;
/**
 * An object of introspection: 4 µs of graphql-js on the event loop, where everyone else waits for it. The full query of the usual tools may hold 40,000
 * by its bounds, held 9,700 and took 37 ms: three of them in one operation pass.
 */
export const INTROSPECTED = 4;

/** What an operation may cost unless the settings say otherwise: some two seconds of one processor. */
export const MAX_COST = 500_000;
/** How many levels of fields an operation may have, `edges` and `nodes` counted: eight hops through `edges { node { … } }` and the fields at their ends. */
export const MAX_DEPTH = 26;
/** Tokens of a request's text. */
export const MAX_TOKENS = 5_000;
/** Members of one list in an input. */
export const MAX_MEMBERS = 500;
/** Values of a request's variables, all together, at whatever depth: as many as its text may have tokens. 50,000 empty filters took 0.9 s to compile. */
export const MAX_VALUES = 5_000;
