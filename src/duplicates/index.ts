/** The door of this room: see README.md. */
export { type Ask, candidatesOf } from "./candidates.ts";
export { type Proposal, type Proposals, proposalsOf } from "./proposals.ts";
