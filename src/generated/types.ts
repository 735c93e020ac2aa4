import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Context } from '../resolvers/run.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** ISO 3166-1 alpha-2 or alpha-3 in capitals (`CN`, `CHN`), or the code of a bloc in this graph (`EU`, `G7`, `ASEAN`). */
  CountryCode: { input: string; output: string; }
  /** A calendar day, `2025-06-05`. */
  Date: { input: string; output: string; }
  /** A code of the Harmonized System: a section's Roman numeral (`XVI`), or 2, 4 or 6 digits (`85`, `8505`, `850511`); longer national codes have 8 or 10. */
  HsCode: { input: string; output: string; }
  /** A date as precise as the source gives it: `2025`, `2025-06` or `2025-06-05`. Compared from left to right. */
  PartialDate: { input: string; output: string; }
  /** An absolute http or https address. */
  URL: { input: string; output: string; }
};

/** Conditions on an edge: all that are given must hold. */
export type AboutEdgeFilter = {
  /** Field of the thing, as this schema names it; null where the claim is about the whole. */
  field?: InputMaybe<TextFilter>;
  /** The day from which the value holds; null where the claim does not say: then, of a field that changes as things go on, from its publication. */
  since?: InputMaybe<DateFilter>;
  /** The value claimed for a field, as text, or the id at the other end of an edge; null where the claim gives none. */
  value?: InputMaybe<TextFilter>;
};

/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type Act = {
  /** Entities it touched, by intent or not. */
  affects: EntityImpactConnection;
  /** Other names in use, in any script; empty where none is known. */
  aliases: Array<Scalars['String']['output']>;
  /** Measures and agreements whose terms it changes. */
  amends: ActConnection;
  /** Acts that brought it about. */
  causedBy: ActConnection;
  /** Acts it brought about. */
  causes: ActConnection;
  /** What sources say about it: about the whole, or one field or edge of it. */
  claims: ClaimAboutConnection;
  /** Acts that confirm it. */
  confirmedBy: ActConnection;
  /** Acts whose existence or content it confirms. */
  confirms: ActConnection;
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  date?: Maybe<Scalars['PartialDate']['output']>;
  /** Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn: ActConnection;
  /** Measures that it makes less strict. */
  eases: MeasureConnection;
  /** Acts that brought it to an end. */
  endedBy: ActConnection;
  /** Acts it brings to an end; `since` is the day of the end. */
  ends: ActConnection;
  /** Measures and agreements it prolongs. */
  extends: ActConnection;
  /** Acts it came after, as a step in the same story. */
  follows: ActConnection;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** Agreements it carries out. */
  implements: AgreementConnection;
  /** Acts that came after it, as steps in the same story. */
  precedes: ActConnection;
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Acts that answer it. */
  respondedToBy: ActConnection;
  /** Acts it answers. */
  respondsTo: ActConnection;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Measures it puts on hold; the edge's dates are those of the pause. */
  suspends: MeasureConnection;
  /** What it is called, or a short description. */
  title: Scalars['String']['output'];
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActAffectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ImpactEdgeFilter>;
  filter?: InputMaybe<EntityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<EntityImpactEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActAmendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActCausedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActCausesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<AboutEdgeFilter>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimAboutEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActConfirmedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActConfirmsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActDiscussedInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActEasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActEndedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActEndsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActExtendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActFollowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActImplementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<AgreementFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<AgreementEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActPrecedesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActRespondedToByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActRespondsToArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something done on a day or over a time: Measure, Agreement, Commitment, Event. */
export type ActSuspendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};

/** A page of a list of Act. */
export type ActConnection = {
  __typename?: 'ActConnection';
  /** The page's edges, each with its node. */
  edges: Array<ActEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Act>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Act. */
export type ActEdge = DatedEdge & {
  __typename?: 'ActEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Act;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Act. */
export type ActEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: ActEdgeOrderField;
};

/** What edges to Act can be ordered by. */
export type ActEdgeOrderField =
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  | 'DATE'
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  | 'RECORDED_ON'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY'
  /** What it is called, or a short description. */
  | 'TITLE';

/** Conditions on Act: all fields that are given must hold; a list means any of its members. */
export type ActFilter = {
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Entities it touched, by intent or not. */
  affects?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  affectsWhere?: InputMaybe<EntityImpactReach>;
  /** Other names in use, in any script; empty where none is known. */
  aliases?: InputMaybe<TextFilter>;
  /** Must pass every one of these. */
  all?: InputMaybe<Array<ActFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures and agreements whose terms it changes. */
  amends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  amendsWhere?: InputMaybe<ActReach>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<ActFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that brought it about. */
  causedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  causedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it brought about. */
  causes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  causesWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What sources say about it: about the whole, or one field or edge of it. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  claimsWhere?: InputMaybe<ClaimAboutReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that confirm it. */
  confirmedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  confirmedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts whose existence or content it confirms. */
  confirms?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  confirmsWhere?: InputMaybe<ActReach>;
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  date?: InputMaybe<DateFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  discussedInWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures that it makes less strict. */
  eases?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  easesWhere?: InputMaybe<MeasureReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that brought it to an end. */
  endedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  endedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it brings to an end; `since` is the day of the end. */
  ends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  endsWhere?: InputMaybe<ActReach>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures and agreements it prolongs. */
  extends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  extendsWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it came after, as a step in the same story. */
  follows?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  followsWhere?: InputMaybe<ActReach>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Agreements it carries out. */
  implements?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  implementsWhere?: InputMaybe<AgreementReach>;
  /** Must not pass this. */
  not?: InputMaybe<ActFilter>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that came after it, as steps in the same story. */
  precedes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  precedesWhere?: InputMaybe<ActReach>;
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  recordedOn?: InputMaybe<DateFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that answer it. */
  respondedToBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  respondedToByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it answers. */
  respondsTo?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  respondsToWhere?: InputMaybe<ActReach>;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures it puts on hold; the edge's dates are those of the pause. */
  suspends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  suspendsWhere?: InputMaybe<MeasureReach>;
  /** What it is called, or a short description. */
  title?: InputMaybe<TextFilter>;
  /** Of any of these types. */
  type?: InputMaybe<Array<NodeType>>;
};

/** A page of a list of Act. */
export type ActImpactConnection = {
  __typename?: 'ActImpactConnection';
  /** The page's edges, each with its node. */
  edges: Array<ActImpactEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Act>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Act. */
export type ActImpactEdge = DatedEdge & {
  __typename?: 'ActImpactEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** Direction of the effect; null where no source says. */
  effect?: Maybe<ImpactEffect>;
  /** The node at the other end. */
  node: Act;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Act. */
export type ActImpactEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: ActImpactEdgeOrderField;
};

/** What edges to Act can be ordered by. */
export type ActImpactEdgeOrderField =
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  | 'DATE'
  /** Direction of the effect; null where no source says. */
  | 'EDGE_EFFECT'
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  | 'RECORDED_ON'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY'
  /** What it is called, or a short description. */
  | 'TITLE';

/** Conditions on an edge to Act and on what it leads to; both must hold for the same edge. */
export type ActImpactReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<ImpactEdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<ActFilter>;
};

/** A page of a list of Act. */
export type ActParticipationConnection = {
  __typename?: 'ActParticipationConnection';
  /** The page's edges, each with its node. */
  edges: Array<ActParticipationEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Act>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Act. */
export type ActParticipationEdge = DatedEdge & {
  __typename?: 'ActParticipationEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Act;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Role in it; null where it was simply a party. */
  role?: Maybe<ParticipationRole>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Act. */
export type ActParticipationEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: ActParticipationEdgeOrderField;
};

/** What edges to Act can be ordered by. */
export type ActParticipationEdgeOrderField =
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  | 'DATE'
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** Role in it; null where it was simply a party. */
  | 'EDGE_ROLE'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  | 'RECORDED_ON'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY'
  /** What it is called, or a short description. */
  | 'TITLE';

/** Conditions on an edge to Act and on what it leads to; both must hold for the same edge. */
export type ActParticipationReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<ParticipationEdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<ActFilter>;
};

/** Conditions on an edge to Act and on what it leads to; both must hold for the same edge. */
export type ActReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<EdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<ActFilter>;
};

/** Who can act: Country, Agency, Firm, Person. */
export type Actor = {
  /** Acts that touched it, by intent or not. */
  affectedBy: ActImpactConnection;
  /** Other names in use, in any script; empty where none is known. */
  aliases: Array<Scalars['String']['output']>;
  /** What sources say about it: about the whole, or one field or edge of it. */
  claims: ClaimAboutConnection;
  /** Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn: ActConnection;
  /** Measures that exempt it by name. */
  exemptedFrom: MeasureConnection;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** The usual English name. */
  name: Scalars['String']['output'];
  /** Events and agreements it took part in. */
  participatesIn: ActParticipationConnection;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Measures aimed at it. */
  targetedBy: MeasureConnection;
};


/** Who can act: Country, Agency, Firm, Person. */
export type ActorAffectedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ImpactEdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActImpactEdgeOrder>>;
};


/** Who can act: Country, Agency, Firm, Person. */
export type ActorClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<AboutEdgeFilter>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimAboutEdgeOrder>>;
};


/** Who can act: Country, Agency, Firm, Person. */
export type ActorDiscussedInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Who can act: Country, Agency, Firm, Person. */
export type ActorExemptedFromArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** Who can act: Country, Agency, Firm, Person. */
export type ActorParticipatesInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ParticipationEdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActParticipationEdgeOrder>>;
};


/** Who can act: Country, Agency, Firm, Person. */
export type ActorTargetedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};

/** A page of a list of Actor. */
export type ActorConnection = {
  __typename?: 'ActorConnection';
  /** The page's edges, each with its node. */
  edges: Array<ActorEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Actor>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Actor. */
export type ActorEdge = DatedEdge & {
  __typename?: 'ActorEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Actor;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Actor. */
export type ActorEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: ActorEdgeOrderField;
};

/** What edges to Actor can be ordered by. */
export type ActorEdgeOrderField =
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on Actor: all fields that are given must hold; a list means any of its members. */
export type ActorFilter = {
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that touched it, by intent or not. */
  affectedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  affectedByWhere?: InputMaybe<ActImpactReach>;
  /** Other names in use, in any script; empty where none is known. */
  aliases?: InputMaybe<TextFilter>;
  /** Must pass every one of these. */
  all?: InputMaybe<Array<ActorFilter>>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<ActorFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What sources say about it: about the whole, or one field or edge of it. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  claimsWhere?: InputMaybe<ClaimAboutReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  discussedInWhere?: InputMaybe<ActReach>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures that exempt it by name. */
  exemptedFrom?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  exemptedFromWhere?: InputMaybe<MeasureReach>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The usual English name. */
  name?: InputMaybe<TextFilter>;
  /** Must not pass this. */
  not?: InputMaybe<ActorFilter>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Events and agreements it took part in. */
  participatesIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  participatesInWhere?: InputMaybe<ActParticipationReach>;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures aimed at it. */
  targetedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  targetedByWhere?: InputMaybe<MeasureReach>;
  /** Of any of these types. */
  type?: InputMaybe<Array<NodeType>>;
};

/** A page of a list of Actor. */
export type ActorOfficeConnection = {
  __typename?: 'ActorOfficeConnection';
  /** The page's edges, each with its node. */
  edges: Array<ActorOfficeEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Actor>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Actor. */
export type ActorOfficeEdge = DatedEdge & {
  __typename?: 'ActorOfficeEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Actor;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Title of the office; null where the source gives none. */
  title?: Maybe<Scalars['String']['output']>;
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Actor. */
export type ActorOfficeEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: ActorOfficeEdgeOrderField;
};

/** What edges to Actor can be ordered by. */
export type ActorOfficeEdgeOrderField =
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Title of the office; null where the source gives none. */
  | 'EDGE_TITLE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on an edge to Actor and on what it leads to; both must hold for the same edge. */
export type ActorOfficeReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<OfficeEdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<ActorFilter>;
};

/** A page of a list of Actor. */
export type ActorParticipationConnection = {
  __typename?: 'ActorParticipationConnection';
  /** The page's edges, each with its node. */
  edges: Array<ActorParticipationEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Actor>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Actor. */
export type ActorParticipationEdge = DatedEdge & {
  __typename?: 'ActorParticipationEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Actor;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Role in it; null where it was simply a party. */
  role?: Maybe<ParticipationRole>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Actor. */
export type ActorParticipationEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: ActorParticipationEdgeOrderField;
};

/** What edges to Actor can be ordered by. */
export type ActorParticipationEdgeOrderField =
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** Role in it; null where it was simply a party. */
  | 'EDGE_ROLE'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on an edge to Actor and on what it leads to; both must hold for the same edge. */
export type ActorParticipationReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<ParticipationEdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<ActorFilter>;
};

/** A page of a list of Actor. */
export type ActorQuantityConnection = {
  __typename?: 'ActorQuantityConnection';
  /** The page's edges, each with its node. */
  edges: Array<ActorQuantityEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Actor>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Actor. */
export type ActorQuantityEdge = DatedEdge & {
  __typename?: 'ActorQuantityEdge';
  /** Amount in `unit`; null where not stated. */
  amount?: Maybe<Scalars['Float']['output']>;
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Actor;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The year or month the figure is for; null where not stated. */
  period?: Maybe<Scalars['PartialDate']['output']>;
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Share of the whole that the note names, between 0 and 1; null where not stated. */
  share?: Maybe<Scalars['Float']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Unit of `amount`; null where there is no amount. */
  unit?: Maybe<Scalars['String']['output']>;
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Actor. */
export type ActorQuantityEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: ActorQuantityEdgeOrderField;
};

/** What edges to Actor can be ordered by. */
export type ActorQuantityEdgeOrderField =
  /** Amount in `unit`; null where not stated. */
  | 'EDGE_AMOUNT'
  /** The year or month the figure is for; null where not stated. */
  | 'EDGE_PERIOD'
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** Share of the whole that the note names, between 0 and 1; null where not stated. */
  | 'EDGE_SHARE'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Unit of `amount`; null where there is no amount. */
  | 'EDGE_UNIT'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on an edge to Actor and on what it leads to; both must hold for the same edge. */
export type ActorQuantityReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<QuantityEdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<ActorFilter>;
};

/** Conditions on an edge to Actor and on what it leads to; both must hold for the same edge. */
export type ActorReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<EdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<ActorFilter>;
};

/** A public body: ministry, regulator, court, international organisation. */
export type Agency = Actor & Authority & Entity & Node & Subject & {
  __typename?: 'Agency';
  /** The usual abbreviation (`MOFCOM`, `BIS`); null where none is in use. */
  acronym?: Maybe<Scalars['String']['output']>;
  /** Acts that touched it, by intent or not. */
  affectedBy: ActImpactConnection;
  /** Agencies that belong to it. */
  agencies: AgencyConnection;
  /** Other names in use, in any script; empty where none is known. */
  aliases: Array<Scalars['String']['output']>;
  /** What sources say about it: about the whole, or one field or edge of it. */
  claims: ClaimAboutConnection;
  /** What it undertook in agreements. */
  commitments: CommitmentConnection;
  /** Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn: ActConnection;
  /** Measures that exempt it by name. */
  exemptedFrom: MeasureConnection;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** Measures it imposed. */
  imposes: MeasureConnection;
  /** What sort of body it is. */
  kind: AgencyKind;
  /** The usual English name. */
  name: Scalars['String']['output'];
  /** Its name in its own language and script; null where not recorded. */
  nativeName?: Maybe<Scalars['String']['output']>;
  /** People who hold or held an office in it. */
  officeHolders: PersonOfficeConnection;
  /** The country or the larger body it belongs to. */
  partOf: AuthorityConnection;
  /** Events and agreements it took part in. */
  participatesIn: ActParticipationConnection;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Measures aimed at it. */
  targetedBy: MeasureConnection;
};


/** A public body: ministry, regulator, court, international organisation. */
export type AgencyAffectedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ImpactEdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActImpactEdgeOrder>>;
};


/** A public body: ministry, regulator, court, international organisation. */
export type AgencyAgenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<AgencyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<AgencyEdgeOrder>>;
};


/** A public body: ministry, regulator, court, international organisation. */
export type AgencyClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<AboutEdgeFilter>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimAboutEdgeOrder>>;
};


/** A public body: ministry, regulator, court, international organisation. */
export type AgencyCommitmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<CommitmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<CommitmentEdgeOrder>>;
};


/** A public body: ministry, regulator, court, international organisation. */
export type AgencyDiscussedInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** A public body: ministry, regulator, court, international organisation. */
export type AgencyExemptedFromArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** A public body: ministry, regulator, court, international organisation. */
export type AgencyImposesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** A public body: ministry, regulator, court, international organisation. */
export type AgencyOfficeHoldersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<OfficeEdgeFilter>;
  filter?: InputMaybe<PersonFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<PersonOfficeEdgeOrder>>;
};


/** A public body: ministry, regulator, court, international organisation. */
export type AgencyPartOfArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<AuthorityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<AuthorityEdgeOrder>>;
};


/** A public body: ministry, regulator, court, international organisation. */
export type AgencyParticipatesInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ParticipationEdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActParticipationEdgeOrder>>;
};


/** A public body: ministry, regulator, court, international organisation. */
export type AgencyTargetedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};

/** A page of a list of Agency. */
export type AgencyConnection = {
  __typename?: 'AgencyConnection';
  /** The page's edges, each with its node. */
  edges: Array<AgencyEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Agency>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Agency. */
export type AgencyEdge = DatedEdge & {
  __typename?: 'AgencyEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Agency;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Agency. */
export type AgencyEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: AgencyEdgeOrderField;
};

/** What edges to Agency can be ordered by. */
export type AgencyEdgeOrderField =
  /** The usual abbreviation (`MOFCOM`, `BIS`); null where none is in use. */
  | 'ACRONYM'
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** What sort of body it is. */
  | 'KIND'
  /** The usual English name. */
  | 'NAME'
  /** Its name in its own language and script; null where not recorded. */
  | 'NATIVE_NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on Agency: all fields that are given must hold; a list means any of its members. */
export type AgencyFilter = {
  /** The usual abbreviation (`MOFCOM`, `BIS`); null where none is in use. */
  acronym?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that touched it, by intent or not. */
  affectedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  affectedByWhere?: InputMaybe<ActImpactReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Agencies that belong to it. */
  agencies?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  agenciesWhere?: InputMaybe<AgencyReach>;
  /** Other names in use, in any script; empty where none is known. */
  aliases?: InputMaybe<TextFilter>;
  /** Must pass every one of these. */
  all?: InputMaybe<Array<AgencyFilter>>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<AgencyFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What sources say about it: about the whole, or one field or edge of it. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  claimsWhere?: InputMaybe<ClaimAboutReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What it undertook in agreements. */
  commitments?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  commitmentsWhere?: InputMaybe<CommitmentReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  discussedInWhere?: InputMaybe<ActReach>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures that exempt it by name. */
  exemptedFrom?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  exemptedFromWhere?: InputMaybe<MeasureReach>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures it imposed. */
  imposes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  imposesWhere?: InputMaybe<MeasureReach>;
  /** Any of these. What sort of body it is. */
  kind?: InputMaybe<Array<AgencyKind>>;
  /** The usual English name. */
  name?: InputMaybe<TextFilter>;
  /** Its name in its own language and script; null where not recorded. */
  nativeName?: InputMaybe<TextFilter>;
  /** Must not pass this. */
  not?: InputMaybe<AgencyFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. People who hold or held an office in it. */
  officeHolders?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  officeHoldersWhere?: InputMaybe<PersonOfficeReach>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. The country or the larger body it belongs to. */
  partOf?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  partOfWhere?: InputMaybe<AuthorityReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Events and agreements it took part in. */
  participatesIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  participatesInWhere?: InputMaybe<ActParticipationReach>;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures aimed at it. */
  targetedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  targetedByWhere?: InputMaybe<MeasureReach>;
};

/** What sort of public body an agency is. */
export type AgencyKind =
  /** A court or tribunal. */
  | 'COURT'
  /** A customs administration. */
  | 'CUSTOMS'
  /** The head of state or government and the office around it, or a cabinet. */
  | 'EXECUTIVE'
  /** An organisation of several states. */
  | 'INTERNATIONAL'
  /** A parliament or one of its bodies. */
  | 'LEGISLATURE'
  /** A department of government led by a minister or secretary. */
  | 'MINISTRY'
  /** A body that makes or enforces rules within a department or beside it. */
  | 'REGULATOR'
  /** A statistical or scientific office. */
  | 'STATISTICS';

/** One step of an order of a list of Agency. */
export type AgencyOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: AgencyOrderField;
};

/** What a list of Agency can be ordered by. */
export type AgencyOrderField =
  /** The usual abbreviation (`MOFCOM`, `BIS`); null where none is in use. */
  | 'ACRONYM'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** What sort of body it is. */
  | 'KIND'
  /** The usual English name. */
  | 'NAME'
  /** Its name in its own language and script; null where not recorded. */
  | 'NATIVE_NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on an edge to Agency and on what it leads to; both must hold for the same edge. */
export type AgencyReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<EdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<AgencyFilter>;
};

/** What parties agreed: a truce, a framework, a treaty. */
export type Agreement = Act & Node & Subject & {
  __typename?: 'Agreement';
  /** Entities it touched, by intent or not. */
  affects: EntityImpactConnection;
  /** Other names in use, in any script; empty where none is known. */
  aliases: Array<Scalars['String']['output']>;
  /** Acts that change its terms. */
  amendedBy: ActConnection;
  /** Measures and agreements whose terms it changes. */
  amends: ActConnection;
  /** Acts that brought it about. */
  causedBy: ActConnection;
  /** Acts it brought about. */
  causes: ActConnection;
  /** What sources say about it: about the whole, or one field or edge of it. */
  claims: ClaimAboutConnection;
  /** What each party undertook. */
  commitments: CommitmentConnection;
  /** What it deals with. */
  concerns: SubjectConnection;
  /** Acts that confirm it. */
  confirmedBy: ActConnection;
  /** Acts whose existence or content it confirms. */
  confirms: ActConnection;
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  date?: Maybe<Scalars['PartialDate']['output']>;
  /** Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn: ActConnection;
  /** Measures that it makes less strict. */
  eases: MeasureConnection;
  /** Acts that brought it to an end. */
  endedBy: ActConnection;
  /** Acts it brings to an end; `since` is the day of the end. */
  ends: ActConnection;
  /** Acts that prolong it. */
  extendedBy: ActConnection;
  /** Measures and agreements it prolongs. */
  extends: ActConnection;
  /** Acts it came after, as a step in the same story. */
  follows: ActConnection;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** Acts that carry it out. */
  implementedBy: ActConnection;
  /** Agreements it carries out. */
  implements: AgreementConnection;
  /** What sort of agreement it is. */
  kind: AgreementKind;
  /** Who agreed. */
  participants: ActorParticipationConnection;
  /** Acts that came after it, as steps in the same story. */
  precedes: ActConnection;
  /** When the parties agreed; null where no source says. */
  reachedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Acts that answer it. */
  respondedToBy: ActConnection;
  /** Acts it answers. */
  respondsTo: ActConnection;
  /** When it was signed; null where it was not, or no source says. */
  signedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** How far it got, by the source published last; as known on a day, by the last one until then. */
  status: AgreementStatus;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Measures it puts on hold; the edge's dates are those of the pause. */
  suspends: MeasureConnection;
  /** What it is called, or a short description. */
  title: Scalars['String']['output'];
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementAffectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ImpactEdgeFilter>;
  filter?: InputMaybe<EntityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<EntityImpactEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementAmendedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementAmendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementCausedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementCausesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<AboutEdgeFilter>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimAboutEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementCommitmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<CommitmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<CommitmentEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementConcernsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<SubjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<SubjectEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementConfirmedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementConfirmsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementDiscussedInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementEasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementEndedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementEndsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementExtendedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementExtendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementFollowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementImplementedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementImplementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<AgreementFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<AgreementEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementParticipantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ParticipationEdgeFilter>;
  filter?: InputMaybe<ActorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActorParticipationEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementPrecedesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementRespondedToByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementRespondsToArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What parties agreed: a truce, a framework, a treaty. */
export type AgreementSuspendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};

/** A page of a list of Agreement. */
export type AgreementConnection = {
  __typename?: 'AgreementConnection';
  /** The page's edges, each with its node. */
  edges: Array<AgreementEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Agreement>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Agreement. */
export type AgreementEdge = DatedEdge & {
  __typename?: 'AgreementEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Agreement;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Agreement. */
export type AgreementEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: AgreementEdgeOrderField;
};

/** What edges to Agreement can be ordered by. */
export type AgreementEdgeOrderField =
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  | 'DATE'
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** What sort of agreement it is. */
  | 'KIND'
  /** When the parties agreed; null where no source says. */
  | 'REACHED_ON'
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  | 'RECORDED_ON'
  /** When it was signed; null where it was not, or no source says. */
  | 'SIGNED_ON'
  /** How far it got, by the source published last; as known on a day, by the last one until then. */
  | 'STATUS'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY'
  /** What it is called, or a short description. */
  | 'TITLE';

/** Conditions on Agreement: all fields that are given must hold; a list means any of its members. */
export type AgreementFilter = {
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Entities it touched, by intent or not. */
  affects?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  affectsWhere?: InputMaybe<EntityImpactReach>;
  /** Other names in use, in any script; empty where none is known. */
  aliases?: InputMaybe<TextFilter>;
  /** Must pass every one of these. */
  all?: InputMaybe<Array<AgreementFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that change its terms. */
  amendedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  amendedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures and agreements whose terms it changes. */
  amends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  amendsWhere?: InputMaybe<ActReach>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<AgreementFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that brought it about. */
  causedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  causedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it brought about. */
  causes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  causesWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What sources say about it: about the whole, or one field or edge of it. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  claimsWhere?: InputMaybe<ClaimAboutReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What each party undertook. */
  commitments?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  commitmentsWhere?: InputMaybe<CommitmentReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What it deals with. */
  concerns?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  concernsWhere?: InputMaybe<SubjectReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that confirm it. */
  confirmedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  confirmedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts whose existence or content it confirms. */
  confirms?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  confirmsWhere?: InputMaybe<ActReach>;
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  date?: InputMaybe<DateFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  discussedInWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures that it makes less strict. */
  eases?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  easesWhere?: InputMaybe<MeasureReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that brought it to an end. */
  endedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  endedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it brings to an end; `since` is the day of the end. */
  ends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  endsWhere?: InputMaybe<ActReach>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that prolong it. */
  extendedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  extendedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures and agreements it prolongs. */
  extends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  extendsWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it came after, as a step in the same story. */
  follows?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  followsWhere?: InputMaybe<ActReach>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that carry it out. */
  implementedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  implementedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Agreements it carries out. */
  implements?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  implementsWhere?: InputMaybe<AgreementReach>;
  /** Any of these. What sort of agreement it is. */
  kind?: InputMaybe<Array<AgreementKind>>;
  /** Must not pass this. */
  not?: InputMaybe<AgreementFilter>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Who agreed. */
  participants?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  participantsWhere?: InputMaybe<ActorParticipationReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that came after it, as steps in the same story. */
  precedes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  precedesWhere?: InputMaybe<ActReach>;
  /** When the parties agreed; null where no source says. */
  reachedOn?: InputMaybe<DateFilter>;
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  recordedOn?: InputMaybe<DateFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that answer it. */
  respondedToBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  respondedToByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it answers. */
  respondsTo?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  respondsToWhere?: InputMaybe<ActReach>;
  /** When it was signed; null where it was not, or no source says. */
  signedOn?: InputMaybe<DateFilter>;
  /** Any of these. How far it got, by the source published last; as known on a day, by the last one until then. */
  status?: InputMaybe<Array<AgreementStatus>>;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures it puts on hold; the edge's dates are those of the pause. */
  suspends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  suspendsWhere?: InputMaybe<MeasureReach>;
  /** What it is called, or a short description. */
  title?: InputMaybe<TextFilter>;
};

/** What sort of agreement it is. */
export type AgreementKind =
  /** A contract that involves a state. */
  | 'CONTRACT'
  /** Principles, with the details to be worked out. */
  | 'FRAMEWORK'
  /** A joint statement of the parties. */
  | 'JOINT_STATEMENT'
  /** A treaty or trade agreement. */
  | 'TREATY'
  /** Measures paused for a time. */
  | 'TRUCE'
  /** An understanding on one matter. */
  | 'UNDERSTANDING';

/** One step of an order of a list of Agreement. */
export type AgreementOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: AgreementOrderField;
};

/** What a list of Agreement can be ordered by. */
export type AgreementOrderField =
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  | 'DATE'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** What sort of agreement it is. */
  | 'KIND'
  /** When the parties agreed; null where no source says. */
  | 'REACHED_ON'
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  | 'RECORDED_ON'
  /** When it was signed; null where it was not, or no source says. */
  | 'SIGNED_ON'
  /** How far it got, by the source published last; as known on a day, by the last one until then. */
  | 'STATUS'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY'
  /** What it is called, or a short description. */
  | 'TITLE';

/** Conditions on an edge to Agreement and on what it leads to; both must hold for the same edge. */
export type AgreementReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<EdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<AgreementFilter>;
};

/** How far an agreement got. */
export type AgreementStatus =
  /** Said to be agreed by one party only. */
  | 'ANNOUNCED'
  /** No longer in effect. */
  | 'ENDED'
  /** Agreed in principle, subject to approval. */
  | 'IN_PRINCIPLE'
  /** Agreed by the parties. */
  | 'REACHED'
  /** Signed by the parties. */
  | 'SIGNED';

/** Who can impose a measure or undertake a commitment: Country, Agency. */
export type Authority = {
  /** Acts that touched it, by intent or not. */
  affectedBy: ActImpactConnection;
  /** Agencies that belong to it. */
  agencies: AgencyConnection;
  /** Other names in use, in any script; empty where none is known. */
  aliases: Array<Scalars['String']['output']>;
  /** What sources say about it: about the whole, or one field or edge of it. */
  claims: ClaimAboutConnection;
  /** What it undertook in agreements. */
  commitments: CommitmentConnection;
  /** Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn: ActConnection;
  /** Measures that exempt it by name. */
  exemptedFrom: MeasureConnection;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** Measures it imposed. */
  imposes: MeasureConnection;
  /** The usual English name. */
  name: Scalars['String']['output'];
  /** People who hold or held an office in it. */
  officeHolders: PersonOfficeConnection;
  /** Events and agreements it took part in. */
  participatesIn: ActParticipationConnection;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Measures aimed at it. */
  targetedBy: MeasureConnection;
};


/** Who can impose a measure or undertake a commitment: Country, Agency. */
export type AuthorityAffectedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ImpactEdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActImpactEdgeOrder>>;
};


/** Who can impose a measure or undertake a commitment: Country, Agency. */
export type AuthorityAgenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<AgencyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<AgencyEdgeOrder>>;
};


/** Who can impose a measure or undertake a commitment: Country, Agency. */
export type AuthorityClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<AboutEdgeFilter>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimAboutEdgeOrder>>;
};


/** Who can impose a measure or undertake a commitment: Country, Agency. */
export type AuthorityCommitmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<CommitmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<CommitmentEdgeOrder>>;
};


/** Who can impose a measure or undertake a commitment: Country, Agency. */
export type AuthorityDiscussedInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Who can impose a measure or undertake a commitment: Country, Agency. */
export type AuthorityExemptedFromArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** Who can impose a measure or undertake a commitment: Country, Agency. */
export type AuthorityImposesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** Who can impose a measure or undertake a commitment: Country, Agency. */
export type AuthorityOfficeHoldersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<OfficeEdgeFilter>;
  filter?: InputMaybe<PersonFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<PersonOfficeEdgeOrder>>;
};


/** Who can impose a measure or undertake a commitment: Country, Agency. */
export type AuthorityParticipatesInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ParticipationEdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActParticipationEdgeOrder>>;
};


/** Who can impose a measure or undertake a commitment: Country, Agency. */
export type AuthorityTargetedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};

/** A page of a list of Authority. */
export type AuthorityConnection = {
  __typename?: 'AuthorityConnection';
  /** The page's edges, each with its node. */
  edges: Array<AuthorityEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Authority>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Authority. */
export type AuthorityEdge = DatedEdge & {
  __typename?: 'AuthorityEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Authority;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Authority. */
export type AuthorityEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: AuthorityEdgeOrderField;
};

/** What edges to Authority can be ordered by. */
export type AuthorityEdgeOrderField =
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on Authority: all fields that are given must hold; a list means any of its members. */
export type AuthorityFilter = {
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that touched it, by intent or not. */
  affectedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  affectedByWhere?: InputMaybe<ActImpactReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Agencies that belong to it. */
  agencies?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  agenciesWhere?: InputMaybe<AgencyReach>;
  /** Other names in use, in any script; empty where none is known. */
  aliases?: InputMaybe<TextFilter>;
  /** Must pass every one of these. */
  all?: InputMaybe<Array<AuthorityFilter>>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<AuthorityFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What sources say about it: about the whole, or one field or edge of it. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  claimsWhere?: InputMaybe<ClaimAboutReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What it undertook in agreements. */
  commitments?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  commitmentsWhere?: InputMaybe<CommitmentReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  discussedInWhere?: InputMaybe<ActReach>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures that exempt it by name. */
  exemptedFrom?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  exemptedFromWhere?: InputMaybe<MeasureReach>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures it imposed. */
  imposes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  imposesWhere?: InputMaybe<MeasureReach>;
  /** The usual English name. */
  name?: InputMaybe<TextFilter>;
  /** Must not pass this. */
  not?: InputMaybe<AuthorityFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. People who hold or held an office in it. */
  officeHolders?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  officeHoldersWhere?: InputMaybe<PersonOfficeReach>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Events and agreements it took part in. */
  participatesIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  participatesInWhere?: InputMaybe<ActParticipationReach>;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures aimed at it. */
  targetedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  targetedByWhere?: InputMaybe<MeasureReach>;
  /** Of any of these types. */
  type?: InputMaybe<Array<NodeType>>;
};

/** Conditions on an edge to Authority and on what it leads to; both must hold for the same edge. */
export type AuthorityReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<EdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<AuthorityFilter>;
};

/** How sure a claim or an edge is. */
export type Certainty =
  /** By an interested party or an unnamed source. */
  | 'ALLEGED'
  /** By the party itself, an official text, or several independent sources. */
  | 'CONFIRMED'
  /** About the future. */
  | 'FORECAST'
  /** Read from the order of events, or by us; no source says it in words. */
  | 'INFERRED'
  /** By a source that does not itself decide or act. */
  | 'REPORTED';

/** One change between two days. */
export type Change = {
  __typename?: 'Change';
  /** The field's value on the last day, as text; null where no field changed. */
  after?: Maybe<Scalars['String']['output']>;
  /** The field's value on the first day, as text; null where no field changed. */
  before?: Maybe<Scalars['String']['output']>;
  /** What says so: the claims of the edge, those that give the field its new value, of a status those of what reached the measure, else those about the node as a whole. */
  claims: Array<Claim>;
  /** The day of the change; of a status, the day asked for up to which it changed. */
  date: Scalars['PartialDate']['output'];
  /** The field that changed, as this schema names it; null where a node or an edge was added or ended. */
  field?: Maybe<Scalars['String']['output']>;
  /** Added, ended or changed. */
  kind: ChangeKind;
  /** The node that changed, or at which the edge begins. */
  node: Node;
  /** The edge that was added or ended; null where the node or a field changed. */
  relationship?: Maybe<Relationship>;
};

/** Which days changes are dated by. */
export type ChangeAxis =
  /** Those on which sources published them. */
  | 'RECORDED'
  /** Those on which things hold in the world. */
  | 'VALID';

/** A page of a list of Change. */
export type ChangeConnection = {
  __typename?: 'ChangeConnection';
  /** The page's edges, each with its node. */
  edges: Array<ChangeEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Change>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Change. */
export type ChangeEdge = {
  __typename?: 'ChangeEdge';
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Change;
};

/** What sort of change it is. */
export type ChangeKind =
  /** A node or edge that was not there before. */
  | 'ADDED'
  /** A field, or the status of a measure, with another value than before. */
  | 'CHANGED'
  /** An edge that no longer holds. */
  | 'ENDED';

/** What one source says about one thing. */
export type Claim = Node & {
  __typename?: 'Claim';
  /** What it is about. */
  about: SubjectAboutConnection;
  /** Whom the source cites for it, in words; null where it speaks for itself. */
  attributedTo?: Maybe<Scalars['String']['output']>;
  /** How sure the source, or our reading of it, is. */
  certainty: Certainty;
  /** Claims it cannot be reconciled with, whichever of the two was recorded first. */
  contradicts: ClaimConnection;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** Where in the source: sentence, paragraph or page; null where not recorded. */
  locator?: Maybe<Scalars['String']['output']>;
  /** The source's own words, under 15 of them; null where none are kept. */
  quote?: Maybe<Scalars['String']['output']>;
  /** The day the source was published; null where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** The document that says it. */
  source: Source;
  /** What is claimed, in plain words of our own; null where the quote or the field says it all. */
  statement?: Maybe<Scalars['String']['output']>;
};


/** What one source says about one thing. */
export type ClaimAboutArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<AboutEdgeFilter>;
  filter?: InputMaybe<SubjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<SubjectAboutEdgeOrder>>;
};


/** What one source says about one thing. */
export type ClaimContradictsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimEdgeOrder>>;
};

/** A page of a list of Claim. */
export type ClaimAboutConnection = {
  __typename?: 'ClaimAboutConnection';
  /** The page's edges, each with its node. */
  edges: Array<ClaimAboutEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Claim>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Claim. */
export type ClaimAboutEdge = {
  __typename?: 'ClaimAboutEdge';
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** Field of the thing, as this schema names it; null where the claim is about the whole. */
  field?: Maybe<Scalars['String']['output']>;
  /** The node at the other end. */
  node: Claim;
  /** The day from which the value holds; null where the claim does not say: then, of a field that changes as things go on, from its publication. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** The value claimed for a field, as text, or the id at the other end of an edge; null where the claim gives none. */
  value?: Maybe<Scalars['String']['output']>;
};

/** One step of an order of edges to Claim. */
export type ClaimAboutEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: ClaimAboutEdgeOrderField;
};

/** What edges to Claim can be ordered by. */
export type ClaimAboutEdgeOrderField =
  /** Whom the source cites for it, in words; null where it speaks for itself. */
  | 'ATTRIBUTED_TO'
  /** How sure the source, or our reading of it, is. */
  | 'CERTAINTY'
  /** Field of the thing, as this schema names it; null where the claim is about the whole. */
  | 'EDGE_FIELD'
  /** The day from which the value holds; null where the claim does not say: then, of a field that changes as things go on, from its publication. */
  | 'EDGE_SINCE'
  /** The value claimed for a field, as text, or the id at the other end of an edge; null where the claim gives none. */
  | 'EDGE_VALUE'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** Where in the source: sentence, paragraph or page; null where not recorded. */
  | 'LOCATOR'
  /** The source's own words, under 15 of them; null where none are kept. */
  | 'QUOTE'
  /** The day the source was published; null where not recorded. */
  | 'RECORDED_ON'
  /** What is claimed, in plain words of our own; null where the quote or the field says it all. */
  | 'STATEMENT';

/** Conditions on an edge to Claim and on what it leads to; both must hold for the same edge. */
export type ClaimAboutReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<AboutEdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<ClaimFilter>;
};

/** A page of a list of Claim. */
export type ClaimConnection = {
  __typename?: 'ClaimConnection';
  /** The page's edges, each with its node. */
  edges: Array<ClaimEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Claim>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Claim. */
export type ClaimEdge = {
  __typename?: 'ClaimEdge';
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Claim;
};

/** One step of an order of edges to Claim. */
export type ClaimEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: ClaimEdgeOrderField;
};

/** What edges to Claim can be ordered by. */
export type ClaimEdgeOrderField =
  /** Whom the source cites for it, in words; null where it speaks for itself. */
  | 'ATTRIBUTED_TO'
  /** How sure the source, or our reading of it, is. */
  | 'CERTAINTY'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** Where in the source: sentence, paragraph or page; null where not recorded. */
  | 'LOCATOR'
  /** The source's own words, under 15 of them; null where none are kept. */
  | 'QUOTE'
  /** The day the source was published; null where not recorded. */
  | 'RECORDED_ON'
  /** What is claimed, in plain words of our own; null where the quote or the field says it all. */
  | 'STATEMENT';

/** Conditions on Claim: all fields that are given must hold; a list means any of its members. */
export type ClaimFilter = {
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What it is about. */
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  aboutWhere?: InputMaybe<SubjectAboutReach>;
  /** Must pass every one of these. */
  all?: InputMaybe<Array<ClaimFilter>>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<ClaimFilter>>;
  /** Whom the source cites for it, in words; null where it speaks for itself. */
  attributedTo?: InputMaybe<TextFilter>;
  /** Any of these. How sure the source, or our reading of it, is. */
  certainty?: InputMaybe<Array<Certainty>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Claims it cannot be reconciled with, whichever of the two was recorded first. */
  contradicts?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  contradictsWhere?: InputMaybe<ClaimReach>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Where in the source: sentence, paragraph or page; null where not recorded. */
  locator?: InputMaybe<TextFilter>;
  /** Must not pass this. */
  not?: InputMaybe<ClaimFilter>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** The source's own words, under 15 of them; null where none are kept. */
  quote?: InputMaybe<TextFilter>;
  /** The day the source was published; null where not recorded. */
  recordedOn?: InputMaybe<DateFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. The document that says it. */
  source?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  sourceWhere?: InputMaybe<SourceReach>;
  /** What is claimed, in plain words of our own; null where the quote or the field says it all. */
  statement?: InputMaybe<TextFilter>;
};

/** One step of an order of a list of Claim. */
export type ClaimOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: ClaimOrderField;
};

/** What a list of Claim can be ordered by. */
export type ClaimOrderField =
  /** Whom the source cites for it, in words; null where it speaks for itself. */
  | 'ATTRIBUTED_TO'
  /** How sure the source, or our reading of it, is. */
  | 'CERTAINTY'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** Where in the source: sentence, paragraph or page; null where not recorded. */
  | 'LOCATOR'
  /** The source's own words, under 15 of them; null where none are kept. */
  | 'QUOTE'
  /** The day the source was published; null where not recorded. */
  | 'RECORDED_ON'
  /** What is claimed, in plain words of our own; null where the quote or the field says it all. */
  | 'STATEMENT';

/** Conditions on an edge to Claim and on what it leads to; both must hold for the same edge. */
export type ClaimReach = {
  /** Conditions on the node at the other end. */
  node?: InputMaybe<ClaimFilter>;
};

/** What one party to an agreement undertook to do. */
export type Commitment = Act & Node & Subject & {
  __typename?: 'Commitment';
  /** Entities it touched, by intent or not. */
  affects: EntityImpactConnection;
  /** The agreement that holds it; null where it stands alone. */
  agreement?: Maybe<Agreement>;
  /** Other names in use, in any script; empty where none is known. */
  aliases: Array<Scalars['String']['output']>;
  /** Measures and agreements whose terms it changes. */
  amends: ActConnection;
  /** Acts that brought it about. */
  causedBy: ActConnection;
  /** Acts it brought about. */
  causes: ActConnection;
  /** What sources say about it: about the whole, or one field or edge of it. */
  claims: ClaimAboutConnection;
  /** What it is about. */
  concerns: SubjectConnection;
  /** Acts that confirm it. */
  confirmedBy: ActConnection;
  /** Acts whose existence or content it confirms. */
  confirms: ActConnection;
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  date?: Maybe<Scalars['PartialDate']['output']>;
  /** Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn: ActConnection;
  /** When it was to be carried out by; null where no date was set. */
  dueOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Measures that it makes less strict. */
  eases: MeasureConnection;
  /** Acts that brought it to an end. */
  endedBy: ActConnection;
  /** Acts it brings to an end; `since` is the day of the end. */
  ends: ActConnection;
  /** Measures and agreements it prolongs. */
  extends: ActConnection;
  /** Acts it came after, as a step in the same story. */
  follows: ActConnection;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** Agreements it carries out. */
  implements: AgreementConnection;
  /** When it was undertaken; null where no source says. */
  pledgedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Acts that came after it, as steps in the same story. */
  precedes: ActConnection;
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Acts that answer it. */
  respondedToBy: ActConnection;
  /** Acts it answers. */
  respondsTo: ActConnection;
  /** How far it is carried out, by the source published last; as known on a day, by the last one until then. */
  status: CommitmentStatus;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Measures it puts on hold; the edge's dates are those of the pause. */
  suspends: MeasureConnection;
  /** What it is called, or a short description. */
  title: Scalars['String']['output'];
  /** Who undertook it. */
  undertakenBy: AuthorityConnection;
};


/** What one party to an agreement undertook to do. */
export type CommitmentAffectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ImpactEdgeFilter>;
  filter?: InputMaybe<EntityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<EntityImpactEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentAmendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentCausedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentCausesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<AboutEdgeFilter>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimAboutEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentConcernsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<SubjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<SubjectEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentConfirmedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentConfirmsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentDiscussedInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentEasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentEndedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentEndsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentExtendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentFollowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentImplementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<AgreementFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<AgreementEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentPrecedesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentRespondedToByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentRespondsToArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentSuspendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** What one party to an agreement undertook to do. */
export type CommitmentUndertakenByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<AuthorityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<AuthorityEdgeOrder>>;
};

/** A page of a list of Commitment. */
export type CommitmentConnection = {
  __typename?: 'CommitmentConnection';
  /** The page's edges, each with its node. */
  edges: Array<CommitmentEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Commitment>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Commitment. */
export type CommitmentEdge = DatedEdge & {
  __typename?: 'CommitmentEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Commitment;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Commitment. */
export type CommitmentEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: CommitmentEdgeOrderField;
};

/** What edges to Commitment can be ordered by. */
export type CommitmentEdgeOrderField =
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  | 'DATE'
  /** When it was to be carried out by; null where no date was set. */
  | 'DUE_ON'
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** When it was undertaken; null where no source says. */
  | 'PLEDGED_ON'
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  | 'RECORDED_ON'
  /** How far it is carried out, by the source published last; as known on a day, by the last one until then. */
  | 'STATUS'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY'
  /** What it is called, or a short description. */
  | 'TITLE';

/** Conditions on Commitment: all fields that are given must hold; a list means any of its members. */
export type CommitmentFilter = {
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Entities it touched, by intent or not. */
  affects?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  affectsWhere?: InputMaybe<EntityImpactReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. The agreement that holds it; null where it stands alone. */
  agreement?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  agreementWhere?: InputMaybe<AgreementReach>;
  /** Other names in use, in any script; empty where none is known. */
  aliases?: InputMaybe<TextFilter>;
  /** Must pass every one of these. */
  all?: InputMaybe<Array<CommitmentFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures and agreements whose terms it changes. */
  amends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  amendsWhere?: InputMaybe<ActReach>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<CommitmentFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that brought it about. */
  causedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  causedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it brought about. */
  causes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  causesWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What sources say about it: about the whole, or one field or edge of it. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  claimsWhere?: InputMaybe<ClaimAboutReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What it is about. */
  concerns?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  concernsWhere?: InputMaybe<SubjectReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that confirm it. */
  confirmedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  confirmedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts whose existence or content it confirms. */
  confirms?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  confirmsWhere?: InputMaybe<ActReach>;
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  date?: InputMaybe<DateFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  discussedInWhere?: InputMaybe<ActReach>;
  /** When it was to be carried out by; null where no date was set. */
  dueOn?: InputMaybe<DateFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures that it makes less strict. */
  eases?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  easesWhere?: InputMaybe<MeasureReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that brought it to an end. */
  endedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  endedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it brings to an end; `since` is the day of the end. */
  ends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  endsWhere?: InputMaybe<ActReach>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures and agreements it prolongs. */
  extends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  extendsWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it came after, as a step in the same story. */
  follows?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  followsWhere?: InputMaybe<ActReach>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Agreements it carries out. */
  implements?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  implementsWhere?: InputMaybe<AgreementReach>;
  /** Must not pass this. */
  not?: InputMaybe<CommitmentFilter>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** When it was undertaken; null where no source says. */
  pledgedOn?: InputMaybe<DateFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that came after it, as steps in the same story. */
  precedes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  precedesWhere?: InputMaybe<ActReach>;
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  recordedOn?: InputMaybe<DateFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that answer it. */
  respondedToBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  respondedToByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it answers. */
  respondsTo?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  respondsToWhere?: InputMaybe<ActReach>;
  /** Any of these. How far it is carried out, by the source published last; as known on a day, by the last one until then. */
  status?: InputMaybe<Array<CommitmentStatus>>;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures it puts on hold; the edge's dates are those of the pause. */
  suspends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  suspendsWhere?: InputMaybe<MeasureReach>;
  /** What it is called, or a short description. */
  title?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Who undertook it. */
  undertakenBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  undertakenByWhere?: InputMaybe<AuthorityReach>;
};

/** One step of an order of a list of Commitment. */
export type CommitmentOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: CommitmentOrderField;
};

/** What a list of Commitment can be ordered by. */
export type CommitmentOrderField =
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  | 'DATE'
  /** When it was to be carried out by; null where no date was set. */
  | 'DUE_ON'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** When it was undertaken; null where no source says. */
  | 'PLEDGED_ON'
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  | 'RECORDED_ON'
  /** How far it is carried out, by the source published last; as known on a day, by the last one until then. */
  | 'STATUS'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY'
  /** What it is called, or a short description. */
  | 'TITLE';

/** Conditions on an edge to Commitment and on what it leads to; both must hold for the same edge. */
export type CommitmentReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<EdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<CommitmentFilter>;
};

/** How far a commitment is carried out. */
export type CommitmentStatus =
  /** Broken. */
  | 'BREACHED'
  /** Carried out. */
  | 'FULFILLED'
  /** Promised; nothing done yet. */
  | 'PLEDGED'
  /** Being carried out. */
  | 'UNDER_WAY';

/** Goods, services or software as trade policy names them: the Harmonized System's tree, and named groups beside it. */
export type Commodity = Entity & Node & Subject & {
  __typename?: 'Commodity';
  /** Acts that touched it, by intent or not. */
  affectedBy: ActImpactConnection;
  /** Other names in use, in any script; empty where none is known. */
  aliases: Array<Scalars['String']['output']>;
  /** What sources say about it: about the whole, or one field or edge of it. */
  claims: ClaimAboutConnection;
  /** Measures that apply to it by name or code; those on what lies above or under it are reached through a filter. */
  coveredBy: MeasureCoverageConnection;
  /** Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn: ActConnection;
  /** Export Control Classification Numbers of the United States (`3D991`) that describe it; empty where none applies. */
  eccn: Array<Scalars['String']['output']>;
  /** Code in the Harmonized System without dots; null for named groups. */
  hsCode?: Maybe<Scalars['HsCode']['output']>;
  /** Edition of the Harmonized System the code belongs to (`2022`); null for named groups. */
  hsEdition?: Maybe<Scalars['String']['output']>;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** Where it stands in the Harmonized System, or GROUP. */
  level: CommodityLevel;
  /** The usual English name. */
  name: Scalars['String']['output'];
  /** What it is a part of: the code above it, or the named groups it belongs to. */
  partOf: CommodityConnection;
  /** What lies directly under it. */
  parts: CommodityConnection;
  /** Countries and firms that make it, with amounts. */
  producers: ActorQuantityConnection;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Countries and firms that use it, with amounts. */
  users: ActorQuantityConnection;
};


/** Goods, services or software as trade policy names them: the Harmonized System's tree, and named groups beside it. */
export type CommodityAffectedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ImpactEdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActImpactEdgeOrder>>;
};


/** Goods, services or software as trade policy names them: the Harmonized System's tree, and named groups beside it. */
export type CommodityClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<AboutEdgeFilter>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimAboutEdgeOrder>>;
};


/** Goods, services or software as trade policy names them: the Harmonized System's tree, and named groups beside it. */
export type CommodityCoveredByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<CoverageEdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureCoverageEdgeOrder>>;
};


/** Goods, services or software as trade policy names them: the Harmonized System's tree, and named groups beside it. */
export type CommodityDiscussedInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Goods, services or software as trade policy names them: the Harmonized System's tree, and named groups beside it. */
export type CommodityPartOfArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<CommodityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<CommodityEdgeOrder>>;
};


/** Goods, services or software as trade policy names them: the Harmonized System's tree, and named groups beside it. */
export type CommodityPartsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<CommodityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<CommodityEdgeOrder>>;
};


/** Goods, services or software as trade policy names them: the Harmonized System's tree, and named groups beside it. */
export type CommodityProducersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<QuantityEdgeFilter>;
  filter?: InputMaybe<ActorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActorQuantityEdgeOrder>>;
};


/** Goods, services or software as trade policy names them: the Harmonized System's tree, and named groups beside it. */
export type CommodityUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<QuantityEdgeFilter>;
  filter?: InputMaybe<ActorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActorQuantityEdgeOrder>>;
};

/** A page of a list of Commodity. */
export type CommodityConnection = {
  __typename?: 'CommodityConnection';
  /** The page's edges, each with its node. */
  edges: Array<CommodityEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Commodity>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A page of a list of Commodity. */
export type CommodityCoverageConnection = {
  __typename?: 'CommodityCoverageConnection';
  /** The page's edges, each with its node. */
  edges: Array<CommodityCoverageEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Commodity>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Commodity. */
export type CommodityCoverageEdge = DatedEdge & {
  __typename?: 'CommodityCoverageEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** Its height under the measure, in `rateUnit`; null where not recorded. */
  newRate?: Maybe<Scalars['Float']['output']>;
  /** The node at the other end. */
  node: Commodity;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** Height of the duty, fee or cap before, in `rateUnit`; null where not recorded. */
  priorRate?: Maybe<Scalars['Float']['output']>;
  /** Unit of both rates; null where not recorded. */
  rateUnit?: Maybe<RateUnit>;
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Commodity. */
export type CommodityCoverageEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: CommodityCoverageEdgeOrderField;
};

/** What edges to Commodity can be ordered by. */
export type CommodityCoverageEdgeOrderField =
  /** Its height under the measure, in `rateUnit`; null where not recorded. */
  | 'EDGE_NEW_RATE'
  /** Height of the duty, fee or cap before, in `rateUnit`; null where not recorded. */
  | 'EDGE_PRIOR_RATE'
  /** Unit of both rates; null where not recorded. */
  | 'EDGE_RATE_UNIT'
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Code in the Harmonized System without dots; null for named groups. */
  | 'HS_CODE'
  /** Edition of the Harmonized System the code belongs to (`2022`); null for named groups. */
  | 'HS_EDITION'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** Where it stands in the Harmonized System, or GROUP. */
  | 'LEVEL'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on an edge to Commodity and on what it leads to; both must hold for the same edge. */
export type CommodityCoverageReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<CoverageEdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<CommodityFilter>;
};

/** One edge to Commodity. */
export type CommodityEdge = DatedEdge & {
  __typename?: 'CommodityEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Commodity;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Commodity. */
export type CommodityEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: CommodityEdgeOrderField;
};

/** What edges to Commodity can be ordered by. */
export type CommodityEdgeOrderField =
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Code in the Harmonized System without dots; null for named groups. */
  | 'HS_CODE'
  /** Edition of the Harmonized System the code belongs to (`2022`); null for named groups. */
  | 'HS_EDITION'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** Where it stands in the Harmonized System, or GROUP. */
  | 'LEVEL'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on Commodity: all fields that are given must hold; a list means any of its members. */
export type CommodityFilter = {
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that touched it, by intent or not. */
  affectedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  affectedByWhere?: InputMaybe<ActImpactReach>;
  /** Other names in use, in any script; empty where none is known. */
  aliases?: InputMaybe<TextFilter>;
  /** Must pass every one of these. */
  all?: InputMaybe<Array<CommodityFilter>>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<CommodityFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What sources say about it: about the whole, or one field or edge of it. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  claimsWhere?: InputMaybe<ClaimAboutReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures that apply to it by name or code; those on what lies above or under it are reached through a filter. */
  coveredBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  coveredByWhere?: InputMaybe<MeasureCoverageReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  discussedInWhere?: InputMaybe<ActReach>;
  /** Export Control Classification Numbers of the United States (`3D991`) that describe it; empty where none applies. */
  eccn?: InputMaybe<TextFilter>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Code in the Harmonized System without dots; null for named groups. */
  hsCode?: InputMaybe<TextFilter>;
  /** Edition of the Harmonized System the code belongs to (`2022`); null for named groups. */
  hsEdition?: InputMaybe<TextFilter>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these. Where it stands in the Harmonized System, or GROUP. */
  level?: InputMaybe<Array<CommodityLevel>>;
  /** The usual English name. */
  name?: InputMaybe<TextFilter>;
  /** Must not pass this. */
  not?: InputMaybe<CommodityFilter>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What it is a part of: the code above it, or the named groups it belongs to. */
  partOf?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  partOfWhere?: InputMaybe<CommodityReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What lies directly under it. */
  parts?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  partsWhere?: InputMaybe<CommodityReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Countries and firms that make it, with amounts. */
  producers?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  producersWhere?: InputMaybe<ActorQuantityReach>;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Countries and firms that use it, with amounts. */
  users?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  usersWhere?: InputMaybe<ActorQuantityReach>;
};

/** The levels of the Harmonized System, and groups outside it. */
export type CommodityLevel =
  /** Two digits. */
  | 'CHAPTER'
  /** A named group that the Harmonized System does not have, such as rare earths. */
  | 'GROUP'
  /** Four digits. */
  | 'HEADING'
  /** One of the 21 sections, a Roman numeral. */
  | 'SECTION'
  /** Six digits. */
  | 'SUBHEADING'
  /** Eight or ten digits, one country's own. */
  | 'TARIFF_LINE';

/** One step of an order of a list of Commodity. */
export type CommodityOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: CommodityOrderField;
};

/** What a list of Commodity can be ordered by. */
export type CommodityOrderField =
  /** Code in the Harmonized System without dots; null for named groups. */
  | 'HS_CODE'
  /** Edition of the Harmonized System the code belongs to (`2022`); null for named groups. */
  | 'HS_EDITION'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** Where it stands in the Harmonized System, or GROUP. */
  | 'LEVEL'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** A page of a list of Commodity. */
export type CommodityQuantityConnection = {
  __typename?: 'CommodityQuantityConnection';
  /** The page's edges, each with its node. */
  edges: Array<CommodityQuantityEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Commodity>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Commodity. */
export type CommodityQuantityEdge = DatedEdge & {
  __typename?: 'CommodityQuantityEdge';
  /** Amount in `unit`; null where not stated. */
  amount?: Maybe<Scalars['Float']['output']>;
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Commodity;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The year or month the figure is for; null where not stated. */
  period?: Maybe<Scalars['PartialDate']['output']>;
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Share of the whole that the note names, between 0 and 1; null where not stated. */
  share?: Maybe<Scalars['Float']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Unit of `amount`; null where there is no amount. */
  unit?: Maybe<Scalars['String']['output']>;
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Commodity. */
export type CommodityQuantityEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: CommodityQuantityEdgeOrderField;
};

/** What edges to Commodity can be ordered by. */
export type CommodityQuantityEdgeOrderField =
  /** Amount in `unit`; null where not stated. */
  | 'EDGE_AMOUNT'
  /** The year or month the figure is for; null where not stated. */
  | 'EDGE_PERIOD'
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** Share of the whole that the note names, between 0 and 1; null where not stated. */
  | 'EDGE_SHARE'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Unit of `amount`; null where there is no amount. */
  | 'EDGE_UNIT'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Code in the Harmonized System without dots; null for named groups. */
  | 'HS_CODE'
  /** Edition of the Harmonized System the code belongs to (`2022`); null for named groups. */
  | 'HS_EDITION'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** Where it stands in the Harmonized System, or GROUP. */
  | 'LEVEL'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on an edge to Commodity and on what it leads to; both must hold for the same edge. */
export type CommodityQuantityReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<QuantityEdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<CommodityFilter>;
};

/** Conditions on an edge to Commodity and on what it leads to; both must hold for the same edge. */
export type CommodityReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<EdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<CommodityFilter>;
};

/** A state, a customs territory, or a bloc of states. */
export type Country = Actor & Authority & Entity & Node & Subject & {
  __typename?: 'Country';
  /** Acts that touched it, by intent or not. */
  affectedBy: ActImpactConnection;
  /** Agencies that belong to it. */
  agencies: AgencyConnection;
  /** Other names in use, in any script; empty where none is known. */
  aliases: Array<Scalars['String']['output']>;
  /** What sources say about it: about the whole, or one field or edge of it. */
  claims: ClaimAboutConnection;
  /** Code of a bloc (`EU`, `G7`); null for states and territories. */
  code?: Maybe<Scalars['CountryCode']['output']>;
  /** What it undertook in agreements. */
  commitments: CommitmentConnection;
  /** Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn: ActConnection;
  /** Measures that exempt it by name. */
  exemptedFrom: MeasureConnection;
  /** Firms with their seat here. */
  firms: FirmConnection;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** Measures it imposed. */
  imposes: MeasureConnection;
  /** ISO 3166-1 alpha-2; null for blocs. */
  iso2?: Maybe<Scalars['CountryCode']['output']>;
  /** ISO 3166-1 alpha-3; null for blocs. */
  iso3?: Maybe<Scalars['CountryCode']['output']>;
  /** What it is in law. */
  kind: CountryKind;
  /** Members of a bloc; the edge's dates are those of the membership. Empty for a state. */
  members: CountryConnection;
  /** The usual English name. */
  name: Scalars['String']['output'];
  /** People who hold or held an office in it. */
  officeHolders: PersonOfficeConnection;
  /** Blocs it belongs or belonged to; the edge's dates are those of the membership. */
  partOf: CountryConnection;
  /** Events and agreements it took part in. */
  participatesIn: ActParticipationConnection;
  /** Commodities it makes, with amounts. */
  produces: CommodityQuantityConnection;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Measures aimed at it. */
  targetedBy: MeasureConnection;
  /** Commodities it uses, with amounts. */
  uses: CommodityQuantityConnection;
};


/** A state, a customs territory, or a bloc of states. */
export type CountryAffectedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ImpactEdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActImpactEdgeOrder>>;
};


/** A state, a customs territory, or a bloc of states. */
export type CountryAgenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<AgencyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<AgencyEdgeOrder>>;
};


/** A state, a customs territory, or a bloc of states. */
export type CountryClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<AboutEdgeFilter>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimAboutEdgeOrder>>;
};


/** A state, a customs territory, or a bloc of states. */
export type CountryCommitmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<CommitmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<CommitmentEdgeOrder>>;
};


/** A state, a customs territory, or a bloc of states. */
export type CountryDiscussedInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** A state, a customs territory, or a bloc of states. */
export type CountryExemptedFromArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** A state, a customs territory, or a bloc of states. */
export type CountryFirmsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<FirmFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<FirmEdgeOrder>>;
};


/** A state, a customs territory, or a bloc of states. */
export type CountryImposesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** A state, a customs territory, or a bloc of states. */
export type CountryMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<CountryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<CountryEdgeOrder>>;
};


/** A state, a customs territory, or a bloc of states. */
export type CountryOfficeHoldersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<OfficeEdgeFilter>;
  filter?: InputMaybe<PersonFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<PersonOfficeEdgeOrder>>;
};


/** A state, a customs territory, or a bloc of states. */
export type CountryPartOfArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<CountryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<CountryEdgeOrder>>;
};


/** A state, a customs territory, or a bloc of states. */
export type CountryParticipatesInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ParticipationEdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActParticipationEdgeOrder>>;
};


/** A state, a customs territory, or a bloc of states. */
export type CountryProducesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<QuantityEdgeFilter>;
  filter?: InputMaybe<CommodityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<CommodityQuantityEdgeOrder>>;
};


/** A state, a customs territory, or a bloc of states. */
export type CountryTargetedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** A state, a customs territory, or a bloc of states. */
export type CountryUsesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<QuantityEdgeFilter>;
  filter?: InputMaybe<CommodityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<CommodityQuantityEdgeOrder>>;
};

/** A page of a list of Country. */
export type CountryConnection = {
  __typename?: 'CountryConnection';
  /** The page's edges, each with its node. */
  edges: Array<CountryEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Country>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Country. */
export type CountryEdge = DatedEdge & {
  __typename?: 'CountryEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Country;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Country. */
export type CountryEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: CountryEdgeOrderField;
};

/** What edges to Country can be ordered by. */
export type CountryEdgeOrderField =
  /** Code of a bloc (`EU`, `G7`); null for states and territories. */
  | 'CODE'
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** ISO 3166-1 alpha-2; null for blocs. */
  | 'ISO2'
  /** ISO 3166-1 alpha-3; null for blocs. */
  | 'ISO3'
  /** What it is in law. */
  | 'KIND'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on Country: all fields that are given must hold; a list means any of its members. */
export type CountryFilter = {
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that touched it, by intent or not. */
  affectedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  affectedByWhere?: InputMaybe<ActImpactReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Agencies that belong to it. */
  agencies?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  agenciesWhere?: InputMaybe<AgencyReach>;
  /** Other names in use, in any script; empty where none is known. */
  aliases?: InputMaybe<TextFilter>;
  /** Must pass every one of these. */
  all?: InputMaybe<Array<CountryFilter>>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<CountryFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What sources say about it: about the whole, or one field or edge of it. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  claimsWhere?: InputMaybe<ClaimAboutReach>;
  /** Code of a bloc (`EU`, `G7`); null for states and territories. */
  code?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What it undertook in agreements. */
  commitments?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  commitmentsWhere?: InputMaybe<CommitmentReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  discussedInWhere?: InputMaybe<ActReach>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures that exempt it by name. */
  exemptedFrom?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  exemptedFromWhere?: InputMaybe<MeasureReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Firms with their seat here. */
  firms?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  firmsWhere?: InputMaybe<FirmReach>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures it imposed. */
  imposes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  imposesWhere?: InputMaybe<MeasureReach>;
  /** ISO 3166-1 alpha-2; null for blocs. */
  iso2?: InputMaybe<TextFilter>;
  /** ISO 3166-1 alpha-3; null for blocs. */
  iso3?: InputMaybe<TextFilter>;
  /** Any of these. What it is in law. */
  kind?: InputMaybe<Array<CountryKind>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Members of a bloc; the edge's dates are those of the membership. Empty for a state. */
  members?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  membersWhere?: InputMaybe<CountryReach>;
  /** The usual English name. */
  name?: InputMaybe<TextFilter>;
  /** Must not pass this. */
  not?: InputMaybe<CountryFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. People who hold or held an office in it. */
  officeHolders?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  officeHoldersWhere?: InputMaybe<PersonOfficeReach>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Blocs it belongs or belonged to; the edge's dates are those of the membership. */
  partOf?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  partOfWhere?: InputMaybe<CountryReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Events and agreements it took part in. */
  participatesIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  participatesInWhere?: InputMaybe<ActParticipationReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Commodities it makes, with amounts. */
  produces?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  producesWhere?: InputMaybe<CommodityQuantityReach>;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures aimed at it. */
  targetedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  targetedByWhere?: InputMaybe<MeasureReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Commodities it uses, with amounts. */
  uses?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  usesWhere?: InputMaybe<CommodityQuantityReach>;
};

/** What a country is in law. */
export type CountryKind =
  /** A union with one tariff towards the rest of the world. */
  | 'CUSTOMS_UNION'
  /** Any other group of states. */
  | 'GROUP'
  /** A sovereign state. */
  | 'STATE'
  /** A territory with an ISO 3166-1 code of its own that is no sovereign state. */
  | 'TERRITORY';

/** One step of an order of a list of Country. */
export type CountryOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: CountryOrderField;
};

/** What a list of Country can be ordered by. */
export type CountryOrderField =
  /** Code of a bloc (`EU`, `G7`); null for states and territories. */
  | 'CODE'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** ISO 3166-1 alpha-2; null for blocs. */
  | 'ISO2'
  /** ISO 3166-1 alpha-3; null for blocs. */
  | 'ISO3'
  /** What it is in law. */
  | 'KIND'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on an edge to Country and on what it leads to; both must hold for the same edge. */
export type CountryReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<EdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<CountryFilter>;
};

/** Conditions on an edge: all that are given must hold. */
export type CoverageEdgeFilter = {
  /** As sure as any of these. */
  certainty?: InputMaybe<Array<Certainty>>;
  /** Rests on any of these claims. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Rests on so many sources, or on official ones. */
  evidence?: InputMaybe<EvidenceFilter>;
  /** Its height under the measure, in `rateUnit`; null where not recorded. */
  newRate?: InputMaybe<NumberFilter>;
  /** Its remark. */
  note?: InputMaybe<TextFilter>;
  /** Height of the duty, fee or cap before, in `rateUnit`; null where not recorded. */
  priorRate?: InputMaybe<NumberFilter>;
  /** Any of these. Unit of both rates; null where not recorded. */
  rateUnit?: InputMaybe<Array<RateUnit>>;
  /** When its earliest source was published. */
  recordedOn?: InputMaybe<DateFilter>;
  /** When it began. */
  since?: InputMaybe<DateFilter>;
  /** When it ended. */
  until?: InputMaybe<DateFilter>;
};

/** Conditions on a date; all that are given must hold. A partial date passes only if every day it may stand for does. */
export type DateFilter = {
  /** true: has a value; false: has none. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** On or after this day, month or year. */
  from?: InputMaybe<Scalars['PartialDate']['input']>;
  /** Equal to any of these, at the same precision. */
  is?: InputMaybe<Array<Scalars['PartialDate']['input']>>;
  /** On or before this day, month or year. */
  to?: InputMaybe<Scalars['PartialDate']['input']>;
};

/** What every edge says of itself: when it held, and on whose word. */
export type DatedEdge = {
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** An edge from the act that ended, replaced, suspended or prolonged a measure. */
export type DecidingEdge = DatedEdge & {
  __typename?: 'DecidingEdge';
  /** How sure it is; null where nothing says. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id. */
  claims: Array<Claim>;
  /** The act. */
  node: Act;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** What the act did to the measure. */
  type: DecidingEdgeType;
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** What an act can do to a measure's status. */
export type DecidingEdgeType =
  /** It brought the measure to an end. */
  | 'ENDS'
  /** It prolonged the measure. */
  | 'EXTENDS'
  /** It took the measure's place. */
  | 'REPLACES'
  /** It put the measure on hold. */
  | 'SUSPENDS';

/** Two claims that can't both be right. */
export type Disagreement = {
  __typename?: 'Disagreement';
  /** What they are about. */
  about: Subject;
  /** The field they give different values for, as this schema names it; null where they contradict each other on the whole. */
  field?: Maybe<Scalars['String']['output']>;
  /** The two claims, the one that was published first before the other; what has no date comes last. */
  positions: Array<Position>;
};

/** A page of a list of Disagreement. */
export type DisagreementConnection = {
  __typename?: 'DisagreementConnection';
  /** The page's edges, each with its node. */
  edges: Array<DisagreementEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Disagreement>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Disagreement. */
export type DisagreementEdge = {
  __typename?: 'DisagreementEdge';
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Disagreement;
};

/** Conditions on an edge: all that are given must hold. */
export type EdgeFilter = {
  /** As sure as any of these. */
  certainty?: InputMaybe<Array<Certainty>>;
  /** Rests on any of these claims. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Rests on so many sources, or on official ones. */
  evidence?: InputMaybe<EvidenceFilter>;
  /** Its remark. */
  note?: InputMaybe<TextFilter>;
  /** When its earliest source was published. */
  recordedOn?: InputMaybe<DateFilter>;
  /** When it began. */
  since?: InputMaybe<DateFilter>;
  /** When it ended. */
  until?: InputMaybe<DateFilter>;
};

/** Something with a name that exists for longer than an act: Country, Agency, Firm, Person, Commodity. */
export type Entity = {
  /** Acts that touched it, by intent or not. */
  affectedBy: ActImpactConnection;
  /** Other names in use, in any script; empty where none is known. */
  aliases: Array<Scalars['String']['output']>;
  /** What sources say about it: about the whole, or one field or edge of it. */
  claims: ClaimAboutConnection;
  /** Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn: ActConnection;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** The usual English name. */
  name: Scalars['String']['output'];
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: Maybe<Scalars['String']['output']>;
};


/** Something with a name that exists for longer than an act: Country, Agency, Firm, Person, Commodity. */
export type EntityAffectedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ImpactEdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActImpactEdgeOrder>>;
};


/** Something with a name that exists for longer than an act: Country, Agency, Firm, Person, Commodity. */
export type EntityClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<AboutEdgeFilter>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimAboutEdgeOrder>>;
};


/** Something with a name that exists for longer than an act: Country, Agency, Firm, Person, Commodity. */
export type EntityDiscussedInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};

/** Conditions on Entity: all fields that are given must hold; a list means any of its members. */
export type EntityFilter = {
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that touched it, by intent or not. */
  affectedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  affectedByWhere?: InputMaybe<ActImpactReach>;
  /** Other names in use, in any script; empty where none is known. */
  aliases?: InputMaybe<TextFilter>;
  /** Must pass every one of these. */
  all?: InputMaybe<Array<EntityFilter>>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<EntityFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What sources say about it: about the whole, or one field or edge of it. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  claimsWhere?: InputMaybe<ClaimAboutReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  discussedInWhere?: InputMaybe<ActReach>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The usual English name. */
  name?: InputMaybe<TextFilter>;
  /** Must not pass this. */
  not?: InputMaybe<EntityFilter>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: InputMaybe<TextFilter>;
  /** Of any of these types. */
  type?: InputMaybe<Array<NodeType>>;
};

/** A page of a list of Entity. */
export type EntityImpactConnection = {
  __typename?: 'EntityImpactConnection';
  /** The page's edges, each with its node. */
  edges: Array<EntityImpactEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Entity>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Entity. */
export type EntityImpactEdge = DatedEdge & {
  __typename?: 'EntityImpactEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** Direction of the effect; null where no source says. */
  effect?: Maybe<ImpactEffect>;
  /** The node at the other end. */
  node: Entity;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Entity. */
export type EntityImpactEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: EntityImpactEdgeOrderField;
};

/** What edges to Entity can be ordered by. */
export type EntityImpactEdgeOrderField =
  /** Direction of the effect; null where no source says. */
  | 'EDGE_EFFECT'
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on an edge to Entity and on what it leads to; both must hold for the same edge. */
export type EntityImpactReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<ImpactEdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<EntityFilter>;
};

/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type Event = Act & Node & Subject & {
  __typename?: 'Event';
  /** Entities it touched, by intent or not. */
  affects: EntityImpactConnection;
  /** Other names in use, in any script; empty where none is known. */
  aliases: Array<Scalars['String']['output']>;
  /** Measures and agreements whose terms it changes. */
  amends: ActConnection;
  /** Acts that brought it about. */
  causedBy: ActConnection;
  /** Acts it brought about. */
  causes: ActConnection;
  /** What sources say about it: about the whole, or one field or edge of it. */
  claims: ClaimAboutConnection;
  /** What it dealt with. */
  concerns: SubjectConnection;
  /** Acts that confirm it. */
  confirmedBy: ActConnection;
  /** Acts whose existence or content it confirms. */
  confirms: ActConnection;
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  date?: Maybe<Scalars['PartialDate']['output']>;
  /** Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn: ActConnection;
  /** Measures that it makes less strict. */
  eases: MeasureConnection;
  /** Acts that brought it to an end. */
  endedBy: ActConnection;
  /** Last day; null where it was one day, goes on, or no source says. */
  endedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Acts it brings to an end; `since` is the day of the end. */
  ends: ActConnection;
  /** Measures and agreements it prolongs. */
  extends: ActConnection;
  /** Numbers that the event brought or consists of. */
  figures: Array<Figure>;
  /** Acts it came after, as a step in the same story. */
  follows: ActConnection;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** Agreements it carries out. */
  implements: AgreementConnection;
  /** What sort of event it is. */
  kind: EventKind;
  /** The larger event it is a part of. */
  partOf: EventConnection;
  /** Who took part, with the role. */
  participants: ActorParticipationConnection;
  /** Events that are parts of it. */
  parts: EventConnection;
  /** Place, in words; null where no source says. */
  place?: Maybe<Scalars['String']['output']>;
  /** Acts that came after it, as steps in the same story. */
  precedes: ActConnection;
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Acts that answer it. */
  respondedToBy: ActConnection;
  /** Acts it answers. */
  respondsTo: ActConnection;
  /** First day; null where no source says. */
  startedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Measures it puts on hold; the edge's dates are those of the pause. */
  suspends: MeasureConnection;
  /** What it is called, or a short description. */
  title: Scalars['String']['output'];
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventAffectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ImpactEdgeFilter>;
  filter?: InputMaybe<EntityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<EntityImpactEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventAmendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventCausedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventCausesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<AboutEdgeFilter>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimAboutEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventConcernsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<SubjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<SubjectEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventConfirmedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventConfirmsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventDiscussedInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventEasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventEndedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventEndsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventExtendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventFollowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventImplementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<AgreementFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<AgreementEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventPartOfArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<EventEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventParticipantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ParticipationEdgeFilter>;
  filter?: InputMaybe<ActorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActorParticipationEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventPartsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<EventEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventPrecedesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventRespondedToByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventRespondsToArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** Something that happened: talks, a call, a statement, a disruption, a licence, figures published. */
export type EventSuspendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};

/** A page of a list of Event. */
export type EventConnection = {
  __typename?: 'EventConnection';
  /** The page's edges, each with its node. */
  edges: Array<EventEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Event>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Event. */
export type EventEdge = DatedEdge & {
  __typename?: 'EventEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Event;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Event. */
export type EventEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: EventEdgeOrderField;
};

/** What edges to Event can be ordered by. */
export type EventEdgeOrderField =
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  | 'DATE'
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Last day; null where it was one day, goes on, or no source says. */
  | 'ENDED_ON'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** What sort of event it is. */
  | 'KIND'
  /** Place, in words; null where no source says. */
  | 'PLACE'
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  | 'RECORDED_ON'
  /** First day; null where no source says. */
  | 'STARTED_ON'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY'
  /** What it is called, or a short description. */
  | 'TITLE';

/** Conditions on Event: all fields that are given must hold; a list means any of its members. */
export type EventFilter = {
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Entities it touched, by intent or not. */
  affects?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  affectsWhere?: InputMaybe<EntityImpactReach>;
  /** Other names in use, in any script; empty where none is known. */
  aliases?: InputMaybe<TextFilter>;
  /** Must pass every one of these. */
  all?: InputMaybe<Array<EventFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures and agreements whose terms it changes. */
  amends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  amendsWhere?: InputMaybe<ActReach>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<EventFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that brought it about. */
  causedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  causedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it brought about. */
  causes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  causesWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What sources say about it: about the whole, or one field or edge of it. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  claimsWhere?: InputMaybe<ClaimAboutReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What it dealt with. */
  concerns?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  concernsWhere?: InputMaybe<SubjectReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that confirm it. */
  confirmedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  confirmedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts whose existence or content it confirms. */
  confirms?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  confirmsWhere?: InputMaybe<ActReach>;
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  date?: InputMaybe<DateFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  discussedInWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures that it makes less strict. */
  eases?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  easesWhere?: InputMaybe<MeasureReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that brought it to an end. */
  endedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  endedByWhere?: InputMaybe<ActReach>;
  /** Last day; null where it was one day, goes on, or no source says. */
  endedOn?: InputMaybe<DateFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it brings to an end; `since` is the day of the end. */
  ends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  endsWhere?: InputMaybe<ActReach>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures and agreements it prolongs. */
  extends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  extendsWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it came after, as a step in the same story. */
  follows?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  followsWhere?: InputMaybe<ActReach>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Agreements it carries out. */
  implements?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  implementsWhere?: InputMaybe<AgreementReach>;
  /** Any of these. What sort of event it is. */
  kind?: InputMaybe<Array<EventKind>>;
  /** Must not pass this. */
  not?: InputMaybe<EventFilter>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. The larger event it is a part of. */
  partOf?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  partOfWhere?: InputMaybe<EventReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Who took part, with the role. */
  participants?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  participantsWhere?: InputMaybe<ActorParticipationReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Events that are parts of it. */
  parts?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  partsWhere?: InputMaybe<EventReach>;
  /** Place, in words; null where no source says. */
  place?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that came after it, as steps in the same story. */
  precedes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  precedesWhere?: InputMaybe<ActReach>;
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  recordedOn?: InputMaybe<DateFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that answer it. */
  respondedToBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  respondedToByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it answers. */
  respondsTo?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  respondsToWhere?: InputMaybe<ActReach>;
  /** First day; null where no source says. */
  startedOn?: InputMaybe<DateFilter>;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures it puts on hold; the edge's dates are those of the pause. */
  suspends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  suspendsWhere?: InputMaybe<MeasureReach>;
  /** What it is called, or a short description. */
  title?: InputMaybe<TextFilter>;
};

/** What sort of event it is. */
export type EventKind =
  /** A telephone or video call. */
  | 'CALL'
  /** A complaint or suit brought. */
  | 'COMPLAINT'
  /** Statistics or accounts published. */
  | 'DATA_RELEASE'
  /** Production, supply or a procedure stopped or delayed. */
  | 'DISRUPTION'
  /** Licences granted. */
  | 'LICENCE_GRANT'
  /** A first or a mark reached in production or trade. */
  | 'MILESTONE'
  /** Someone took or left an office. */
  | 'OFFICE_CHANGE'
  /** Money paid or received under a measure. */
  | 'PAYMENT'
  /** Something published by the press or a research body. */
  | 'PUBLICATION'
  /** A court's decision. */
  | 'RULING'
  /** Something said or published by the participants. */
  | 'STATEMENT'
  /** Negotiations face to face. */
  | 'TALKS';

/** One step of an order of a list of Event. */
export type EventOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: EventOrderField;
};

/** What a list of Event can be ordered by. */
export type EventOrderField =
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  | 'DATE'
  /** Last day; null where it was one day, goes on, or no source says. */
  | 'ENDED_ON'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** What sort of event it is. */
  | 'KIND'
  /** Place, in words; null where no source says. */
  | 'PLACE'
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  | 'RECORDED_ON'
  /** First day; null where no source says. */
  | 'STARTED_ON'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY'
  /** What it is called, or a short description. */
  | 'TITLE';

/** Conditions on an edge to Event and on what it leads to; both must hold for the same edge. */
export type EventReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<EdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<EventFilter>;
};

/** Conditions on what an edge rests on; all that are given must hold. As known on a day, only sources published by then count. */
export type EvidenceFilter = {
  /** Rests on claims of at most so many different sources. */
  maxSources?: InputMaybe<Scalars['Int']['input']>;
  /** Rests on claims of at least so many different sources. */
  minSources?: InputMaybe<Scalars['Int']['input']>;
  /** true: at least one of its sources is official; false: none is. */
  official?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A number with its meaning. */
export type Figure = {
  __typename?: 'Figure';
  /** What is counted, in words. */
  name: Scalars['String']['output'];
  /** The year, quarter's first month or month it is for; null where it is for the event's own date. */
  period?: Maybe<Scalars['PartialDate']['output']>;
  /** Unit of the number. */
  unit: Scalars['String']['output'];
  /** The number. */
  value: Scalars['Float']['output'];
};

/** A company, an association of companies, or a publisher. */
export type Firm = Actor & Entity & Node & Subject & {
  __typename?: 'Firm';
  /** Acts that touched it, by intent or not. */
  affectedBy: ActImpactConnection;
  /** Other names in use, in any script; empty where none is known. */
  aliases: Array<Scalars['String']['output']>;
  /** What sources say about it: about the whole, or one field or edge of it. */
  claims: ClaimAboutConnection;
  /** Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn: ActConnection;
  /** Measures that exempt it by name. */
  exemptedFrom: MeasureConnection;
  /** The country of its seat. */
  headquarters: CountryConnection;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** What sort of firm it is. */
  kind: FirmKind;
  /** Legal Entity Identifier (ISO 17442), 20 characters; null where not recorded. */
  lei?: Maybe<Scalars['String']['output']>;
  /** The usual English name. */
  name: Scalars['String']['output'];
  /** People who hold or held an office in it. */
  officeHolders: PersonOfficeConnection;
  /** Firms that own it. */
  parents: FirmConnection;
  /** Events and agreements it took part in. */
  participatesIn: ActParticipationConnection;
  /** Commodities it makes, with amounts. */
  produces: CommodityQuantityConnection;
  /** Firms it owns. */
  subsidiaries: FirmConnection;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Measures aimed at it. */
  targetedBy: MeasureConnection;
  /** Stock exchange symbol as the source writes it; null where not listed or not recorded. */
  ticker?: Maybe<Scalars['String']['output']>;
  /** Commodities it uses, with amounts. */
  uses: CommodityQuantityConnection;
  /** Wikidata item (`Q44294`); null where not recorded. */
  wikidata?: Maybe<Scalars['String']['output']>;
};


/** A company, an association of companies, or a publisher. */
export type FirmAffectedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ImpactEdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActImpactEdgeOrder>>;
};


/** A company, an association of companies, or a publisher. */
export type FirmClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<AboutEdgeFilter>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimAboutEdgeOrder>>;
};


/** A company, an association of companies, or a publisher. */
export type FirmDiscussedInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** A company, an association of companies, or a publisher. */
export type FirmExemptedFromArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** A company, an association of companies, or a publisher. */
export type FirmHeadquartersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<CountryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<CountryEdgeOrder>>;
};


/** A company, an association of companies, or a publisher. */
export type FirmOfficeHoldersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<OfficeEdgeFilter>;
  filter?: InputMaybe<PersonFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<PersonOfficeEdgeOrder>>;
};


/** A company, an association of companies, or a publisher. */
export type FirmParentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<FirmFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<FirmEdgeOrder>>;
};


/** A company, an association of companies, or a publisher. */
export type FirmParticipatesInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ParticipationEdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActParticipationEdgeOrder>>;
};


/** A company, an association of companies, or a publisher. */
export type FirmProducesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<QuantityEdgeFilter>;
  filter?: InputMaybe<CommodityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<CommodityQuantityEdgeOrder>>;
};


/** A company, an association of companies, or a publisher. */
export type FirmSubsidiariesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<FirmFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<FirmEdgeOrder>>;
};


/** A company, an association of companies, or a publisher. */
export type FirmTargetedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** A company, an association of companies, or a publisher. */
export type FirmUsesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<QuantityEdgeFilter>;
  filter?: InputMaybe<CommodityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<CommodityQuantityEdgeOrder>>;
};

/** A page of a list of Firm. */
export type FirmConnection = {
  __typename?: 'FirmConnection';
  /** The page's edges, each with its node. */
  edges: Array<FirmEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Firm>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Firm. */
export type FirmEdge = DatedEdge & {
  __typename?: 'FirmEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Firm;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Firm. */
export type FirmEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: FirmEdgeOrderField;
};

/** What edges to Firm can be ordered by. */
export type FirmEdgeOrderField =
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** What sort of firm it is. */
  | 'KIND'
  /** Legal Entity Identifier (ISO 17442), 20 characters; null where not recorded. */
  | 'LEI'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY'
  /** Stock exchange symbol as the source writes it; null where not listed or not recorded. */
  | 'TICKER'
  /** Wikidata item (`Q44294`); null where not recorded. */
  | 'WIKIDATA';

/** Conditions on Firm: all fields that are given must hold; a list means any of its members. */
export type FirmFilter = {
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that touched it, by intent or not. */
  affectedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  affectedByWhere?: InputMaybe<ActImpactReach>;
  /** Other names in use, in any script; empty where none is known. */
  aliases?: InputMaybe<TextFilter>;
  /** Must pass every one of these. */
  all?: InputMaybe<Array<FirmFilter>>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<FirmFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What sources say about it: about the whole, or one field or edge of it. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  claimsWhere?: InputMaybe<ClaimAboutReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  discussedInWhere?: InputMaybe<ActReach>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures that exempt it by name. */
  exemptedFrom?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  exemptedFromWhere?: InputMaybe<MeasureReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. The country of its seat. */
  headquarters?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  headquartersWhere?: InputMaybe<CountryReach>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these. What sort of firm it is. */
  kind?: InputMaybe<Array<FirmKind>>;
  /** Legal Entity Identifier (ISO 17442), 20 characters; null where not recorded. */
  lei?: InputMaybe<TextFilter>;
  /** The usual English name. */
  name?: InputMaybe<TextFilter>;
  /** Must not pass this. */
  not?: InputMaybe<FirmFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. People who hold or held an office in it. */
  officeHolders?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  officeHoldersWhere?: InputMaybe<PersonOfficeReach>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Firms that own it. */
  parents?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  parentsWhere?: InputMaybe<FirmReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Events and agreements it took part in. */
  participatesIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  participatesInWhere?: InputMaybe<ActParticipationReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Commodities it makes, with amounts. */
  produces?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  producesWhere?: InputMaybe<CommodityQuantityReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Firms it owns. */
  subsidiaries?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  subsidiariesWhere?: InputMaybe<FirmReach>;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures aimed at it. */
  targetedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  targetedByWhere?: InputMaybe<MeasureReach>;
  /** Stock exchange symbol as the source writes it; null where not listed or not recorded. */
  ticker?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Commodities it uses, with amounts. */
  uses?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  usesWhere?: InputMaybe<CommodityQuantityReach>;
  /** Wikidata item (`Q44294`); null where not recorded. */
  wikidata?: InputMaybe<TextFilter>;
};

/** What sort of firm it is. */
export type FirmKind =
  /** An association that speaks for companies. */
  | 'ASSOCIATION'
  /** A company that makes or sells goods or services. */
  | 'COMPANY'
  /** A publisher or news agency. */
  | 'PRESS';

/** One step of an order of a list of Firm. */
export type FirmOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: FirmOrderField;
};

/** What a list of Firm can be ordered by. */
export type FirmOrderField =
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** What sort of firm it is. */
  | 'KIND'
  /** Legal Entity Identifier (ISO 17442), 20 characters; null where not recorded. */
  | 'LEI'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY'
  /** Stock exchange symbol as the source writes it; null where not listed or not recorded. */
  | 'TICKER'
  /** Wikidata item (`Q44294`); null where not recorded. */
  | 'WIKIDATA';

/** Conditions on an edge to Firm and on what it leads to; both must hold for the same edge. */
export type FirmReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<EdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<FirmFilter>;
};

/** Conditions on an edge: all that are given must hold. */
export type ImpactEdgeFilter = {
  /** As sure as any of these. */
  certainty?: InputMaybe<Array<Certainty>>;
  /** Rests on any of these claims. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these. Direction of the effect; null where no source says. */
  effect?: InputMaybe<Array<ImpactEffect>>;
  /** Rests on so many sources, or on official ones. */
  evidence?: InputMaybe<EvidenceFilter>;
  /** Its remark. */
  note?: InputMaybe<TextFilter>;
  /** When its earliest source was published. */
  recordedOn?: InputMaybe<DateFilter>;
  /** When it began. */
  since?: InputMaybe<DateFilter>;
  /** When it ended. */
  until?: InputMaybe<DateFilter>;
};

/** Direction of an effect. */
export type ImpactEffect =
  /** Better off. */
  | 'BENEFITED'
  /** Worse off. */
  | 'HARMED'
  /** Touched in a way that is neither. */
  | 'MIXED';

/** How many records a load touched. */
export type LoadCounts = {
  __typename?: 'LoadCounts';
  /** New in the graph. */
  added: Scalars['Int']['output'];
  /** In the graph before, but different. */
  changed: Scalars['Int']['output'];
  /** In the graph before, and no longer in the file. */
  removed: Scalars['Int']['output'];
  /** In the graph before, and the same. */
  unchanged: Scalars['Int']['output'];
};

/** One file of records. */
export type LoadFile = {
  /** Its name, as problems are to name it. */
  name: Scalars['String']['input'];
  /** Its content, YAML in the format of seed/README.md. */
  text: Scalars['String']['input'];
};

/** Files to load together; they may refer to each other. */
export type LoadInput = {
  /** Report what would change, and write nothing. */
  dryRun?: Scalars['Boolean']['input'];
  /** Each file is one bundle. */
  files: Array<LoadFile>;
};

/** What a load did, or would do. */
export type LoadPayload = {
  __typename?: 'LoadPayload';
  /** What became of each bundle; empty where there are problems. */
  bundles: Array<LoadedBundle>;
  /** Of a dry run: one readable line for each difference; empty otherwise. */
  differences: Array<Scalars['String']['output']>;
  /** Everything that is wrong with the files; where there is anything, nothing was written. */
  problems: Array<LoadProblem>;
};

/** Something wrong with a file, and where. */
export type LoadProblem = {
  __typename?: 'LoadProblem';
  /** A stable name for this kind of answer: always BAD_RECORD. */
  code: Scalars['String']['output'];
  /** What is wrong, and what to do. */
  message: Scalars['String']['output'];
  /** File, line and column, `file:line:column`. */
  path: Scalars['String']['output'];
};

/** What became of one bundle. */
export type LoadedBundle = {
  __typename?: 'LoadedBundle';
  /** Its edges. */
  edges: LoadCounts;
  /** The bundle's name. */
  name: Scalars['String']['output'];
  /** Its nodes. */
  nodes: LoadCounts;
};

/** Chapters of the UN classification of non-tariff measures (MAST). */
export type MastChapter =
  /** Sanitary and phytosanitary measures. */
  | 'A'
  /** Technical barriers to trade. */
  | 'B'
  /** Pre-shipment inspection and other formalities. */
  | 'C'
  /** Contingent trade-protective measures. */
  | 'D'
  /** Non-automatic licensing, quotas, prohibitions and quantity control, other than for sanitary or technical reasons. */
  | 'E'
  /** Price-control measures, including additional taxes and charges. */
  | 'F'
  /** Finance measures. */
  | 'G'
  /** Measures affecting competition. */
  | 'H'
  /** Trade-related investment measures. */
  | 'I'
  /** Distribution restrictions. */
  | 'J'
  /** Restrictions on post-sales services. */
  | 'K'
  /** Subsidies, other than export subsidies. */
  | 'L'
  /** Government procurement restrictions. */
  | 'M'
  /** Intellectual property. */
  | 'N'
  /** Rules of origin. */
  | 'O'
  /** Export-related measures. */
  | 'P';

/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type Measure = Act & Node & Subject & {
  __typename?: 'Measure';
  /** Entities it touched, by intent or not. */
  affects: EntityImpactConnection;
  /** Other names in use, in any script; empty where none is known. */
  aliases: Array<Scalars['String']['output']>;
  /** Acts that change its terms. */
  amendedBy: ActConnection;
  /** Measures and agreements whose terms it changes. */
  amends: ActConnection;
  /** When it was made public; null where no source says. */
  announcedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Acts that brought it about. */
  causedBy: ActConnection;
  /** Acts it brought about. */
  causes: ActConnection;
  /** What sources say about it: about the whole, or one field or edge of it. */
  claims: ClaimAboutConnection;
  /** Acts that confirm it. */
  confirmedBy: ActConnection;
  /** Acts whose existence or content it confirms. */
  confirms: ActConnection;
  /** Goods and sectors it applies to, with the rates it changes. */
  covers: CommodityCoverageConnection;
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  date?: Maybe<Scalars['PartialDate']['output']>;
  /** Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn: ActConnection;
  /** Acts that make it less strict. */
  easedBy: ActConnection;
  /** Measures that it makes less strict. */
  eases: MeasureConnection;
  /** Whether it narrows or widens trade. */
  effect: MeasureEffect;
  /** Acts that brought it to an end. */
  endedBy: ActConnection;
  /** Acts it brings to an end; `since` is the day of the end. */
  ends: ActConnection;
  /** Whom it exempts by name. */
  exempts: ActorConnection;
  /** Acts that prolong it. */
  extendedBy: ActConnection;
  /** Measures and agreements it prolongs. */
  extends: ActConnection;
  /** The trade flow it acts on; null where no source says. */
  flow?: Maybe<TradeFlow>;
  /** Acts it came after, as a step in the same story. */
  follows: ActConnection;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** Agreements it carries out. */
  implements: AgreementConnection;
  /** Who imposed it. */
  imposedBy: AuthorityConnection;
  /** First day in force by its own terms; null where no source says or it never was. */
  inForceFrom?: Maybe<Scalars['PartialDate']['output']>;
  /** Last day in force by its own terms; null while no end is set. */
  inForceUntil?: Maybe<Scalars['PartialDate']['output']>;
  /** The instrument. */
  kind: MeasureKind;
  /** The legal text's own number or citation; null where not recorded. */
  legalReference?: Maybe<Scalars['String']['output']>;
  /** Chapter of the UN classification of non-tariff measures (MAST); null for tariffs and where it is not classified. */
  mastChapter?: Maybe<MastChapter>;
  /** The larger measure it is a part of. */
  partOf: MeasureConnection;
  /** Measures that are parts of it. */
  parts: MeasureConnection;
  /** Acts that came after it, as steps in the same story. */
  precedes: ActConnection;
  /** Later measures of the same side that tighten it. */
  raisedBy: MeasureConnection;
  /** Earlier measures of the same side that it tightens. */
  raises: MeasureConnection;
  /** Height of the duty, fee or cap in `rateUnit`; null where it has none. */
  rate?: Maybe<Scalars['Float']['output']>;
  /** Unit of `rate`; null where there is no rate. */
  rateUnit?: Maybe<RateUnit>;
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Measures that took its place. */
  replacedBy: MeasureConnection;
  /** Measures it takes the place of. */
  replaces: MeasureConnection;
  /** Acts that answer it. */
  respondedToBy: ActConnection;
  /** Acts it answers. */
  respondsTo: ActConnection;
  /** Measures that retaliate against it. */
  retaliatedBy: MeasureConnection;
  /** Measures of others it retaliates against; certainty is INFERRED where only the sequence says so. */
  retaliatesAgainst: MeasureConnection;
  /** Whether it was in force on a day, and what decided that. */
  statusOn: StatusOn;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Acts that put it on hold; the edge's dates are those of the pause. */
  suspendedBy: ActConnection;
  /** Measures it puts on hold; the edge's dates are those of the pause. */
  suspends: MeasureConnection;
  /** Whom it is aimed at; empty where it names nobody. */
  targets: ActorConnection;
  /** What it is called, or a short description. */
  title: Scalars['String']['output'];
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureAffectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ImpactEdgeFilter>;
  filter?: InputMaybe<EntityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<EntityImpactEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureAmendedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureAmendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureCausedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureCausesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<AboutEdgeFilter>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimAboutEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureConfirmedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureConfirmsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureCoversArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<CoverageEdgeFilter>;
  filter?: InputMaybe<CommodityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<CommodityCoverageEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureDiscussedInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureEasedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureEasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureEndedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureEndsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureExemptsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActorEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureExtendedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureExtendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureFollowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureImplementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<AgreementFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<AgreementEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureImposedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<AuthorityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<AuthorityEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasurePartOfArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasurePartsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasurePrecedesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureRaisedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureRaisesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureReplacedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureReplacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureRespondedToByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureRespondsToArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureRetaliatedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureRetaliatesAgainstArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureStatusOnArgs = {
  date: Scalars['Date']['input'];
  known?: InputMaybe<Scalars['Date']['input']>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureSuspendedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureSuspendsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** An act of trade policy: a tariff, an export control, a ban, a quota, a subsidy, a listing, a probe … */
export type MeasureTargetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActorEdgeOrder>>;
};

/** A page of a list of Measure. */
export type MeasureConnection = {
  __typename?: 'MeasureConnection';
  /** The page's edges, each with its node. */
  edges: Array<MeasureEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Measure>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A page of a list of Measure. */
export type MeasureCoverageConnection = {
  __typename?: 'MeasureCoverageConnection';
  /** The page's edges, each with its node. */
  edges: Array<MeasureCoverageEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Measure>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Measure. */
export type MeasureCoverageEdge = DatedEdge & {
  __typename?: 'MeasureCoverageEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** Its height under the measure, in `rateUnit`; null where not recorded. */
  newRate?: Maybe<Scalars['Float']['output']>;
  /** The node at the other end. */
  node: Measure;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** Height of the duty, fee or cap before, in `rateUnit`; null where not recorded. */
  priorRate?: Maybe<Scalars['Float']['output']>;
  /** Unit of both rates; null where not recorded. */
  rateUnit?: Maybe<RateUnit>;
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Measure. */
export type MeasureCoverageEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: MeasureCoverageEdgeOrderField;
};

/** What edges to Measure can be ordered by. */
export type MeasureCoverageEdgeOrderField =
  /** When it was made public; null where no source says. */
  | 'ANNOUNCED_ON'
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  | 'DATE'
  /** Its height under the measure, in `rateUnit`; null where not recorded. */
  | 'EDGE_NEW_RATE'
  /** Height of the duty, fee or cap before, in `rateUnit`; null where not recorded. */
  | 'EDGE_PRIOR_RATE'
  /** Unit of both rates; null where not recorded. */
  | 'EDGE_RATE_UNIT'
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Whether it narrows or widens trade. */
  | 'EFFECT'
  /** The trade flow it acts on; null where no source says. */
  | 'FLOW'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** First day in force by its own terms; null where no source says or it never was. */
  | 'IN_FORCE_FROM'
  /** Last day in force by its own terms; null while no end is set. */
  | 'IN_FORCE_UNTIL'
  /** The instrument. */
  | 'KIND'
  /** The legal text's own number or citation; null where not recorded. */
  | 'LEGAL_REFERENCE'
  /** Chapter of the UN classification of non-tariff measures (MAST); null for tariffs and where it is not classified. */
  | 'MAST_CHAPTER'
  /** Height of the duty, fee or cap in `rateUnit`; null where it has none. */
  | 'RATE'
  /** Unit of `rate`; null where there is no rate. */
  | 'RATE_UNIT'
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  | 'RECORDED_ON'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY'
  /** What it is called, or a short description. */
  | 'TITLE';

/** Conditions on an edge to Measure and on what it leads to; both must hold for the same edge. */
export type MeasureCoverageReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<CoverageEdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<MeasureFilter>;
};

/** One edge to Measure. */
export type MeasureEdge = DatedEdge & {
  __typename?: 'MeasureEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Measure;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Measure. */
export type MeasureEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: MeasureEdgeOrderField;
};

/** What edges to Measure can be ordered by. */
export type MeasureEdgeOrderField =
  /** When it was made public; null where no source says. */
  | 'ANNOUNCED_ON'
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  | 'DATE'
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Whether it narrows or widens trade. */
  | 'EFFECT'
  /** The trade flow it acts on; null where no source says. */
  | 'FLOW'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** First day in force by its own terms; null where no source says or it never was. */
  | 'IN_FORCE_FROM'
  /** Last day in force by its own terms; null while no end is set. */
  | 'IN_FORCE_UNTIL'
  /** The instrument. */
  | 'KIND'
  /** The legal text's own number or citation; null where not recorded. */
  | 'LEGAL_REFERENCE'
  /** Chapter of the UN classification of non-tariff measures (MAST); null for tariffs and where it is not classified. */
  | 'MAST_CHAPTER'
  /** Height of the duty, fee or cap in `rateUnit`; null where it has none. */
  | 'RATE'
  /** Unit of `rate`; null where there is no rate. */
  | 'RATE_UNIT'
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  | 'RECORDED_ON'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY'
  /** What it is called, or a short description. */
  | 'TITLE';

/** Whether a measure narrows or widens trade. */
export type MeasureEffect =
  /** It widens trade. */
  | 'LIBERALISING'
  /** It narrows trade or discriminates. */
  | 'RESTRICTING'
  /** It may do either. */
  | 'UNCLEAR';

/** Conditions on Measure: all fields that are given must hold; a list means any of its members. */
export type MeasureFilter = {
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Entities it touched, by intent or not. */
  affects?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  affectsWhere?: InputMaybe<EntityImpactReach>;
  /** Other names in use, in any script; empty where none is known. */
  aliases?: InputMaybe<TextFilter>;
  /** Must pass every one of these. */
  all?: InputMaybe<Array<MeasureFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that change its terms. */
  amendedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  amendedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures and agreements whose terms it changes. */
  amends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  amendsWhere?: InputMaybe<ActReach>;
  /** When it was made public; null where no source says. */
  announcedOn?: InputMaybe<DateFilter>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<MeasureFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that brought it about. */
  causedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  causedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it brought about. */
  causes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  causesWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What sources say about it: about the whole, or one field or edge of it. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  claimsWhere?: InputMaybe<ClaimAboutReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that confirm it. */
  confirmedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  confirmedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts whose existence or content it confirms. */
  confirms?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  confirmsWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Goods and sectors it applies to, with the rates it changes. */
  covers?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  coversWhere?: InputMaybe<CommodityCoverageReach>;
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  date?: InputMaybe<DateFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  discussedInWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that make it less strict. */
  easedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  easedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures that it makes less strict. */
  eases?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  easesWhere?: InputMaybe<MeasureReach>;
  /** Any of these. Whether it narrows or widens trade. */
  effect?: InputMaybe<Array<MeasureEffect>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that brought it to an end. */
  endedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  endedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it brings to an end; `since` is the day of the end. */
  ends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  endsWhere?: InputMaybe<ActReach>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Whom it exempts by name. */
  exempts?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  exemptsWhere?: InputMaybe<ActorReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that prolong it. */
  extendedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  extendedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures and agreements it prolongs. */
  extends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  extendsWhere?: InputMaybe<ActReach>;
  /** Any of these. The trade flow it acts on; null where no source says. */
  flow?: InputMaybe<Array<TradeFlow>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it came after, as a step in the same story. */
  follows?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  followsWhere?: InputMaybe<ActReach>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Agreements it carries out. */
  implements?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  implementsWhere?: InputMaybe<AgreementReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Who imposed it. */
  imposedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  imposedByWhere?: InputMaybe<AuthorityReach>;
  /** First day in force by its own terms; null where no source says or it never was. */
  inForceFrom?: InputMaybe<DateFilter>;
  /** Last day in force by its own terms; null while no end is set. */
  inForceUntil?: InputMaybe<DateFilter>;
  /** Any of these. The instrument. */
  kind?: InputMaybe<Array<MeasureKind>>;
  /** The legal text's own number or citation; null where not recorded. */
  legalReference?: InputMaybe<TextFilter>;
  /** Any of these. Chapter of the UN classification of non-tariff measures (MAST); null for tariffs and where it is not classified. */
  mastChapter?: InputMaybe<Array<MastChapter>>;
  /** Must not pass this. */
  not?: InputMaybe<MeasureFilter>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. The larger measure it is a part of. */
  partOf?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  partOfWhere?: InputMaybe<MeasureReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures that are parts of it. */
  parts?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  partsWhere?: InputMaybe<MeasureReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that came after it, as steps in the same story. */
  precedes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  precedesWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Later measures of the same side that tighten it. */
  raisedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  raisedByWhere?: InputMaybe<MeasureReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Earlier measures of the same side that it tightens. */
  raises?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  raisesWhere?: InputMaybe<MeasureReach>;
  /** Height of the duty, fee or cap in `rateUnit`; null where it has none. */
  rate?: InputMaybe<NumberFilter>;
  /** Any of these. Unit of `rate`; null where there is no rate. */
  rateUnit?: InputMaybe<Array<RateUnit>>;
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  recordedOn?: InputMaybe<DateFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures that took its place. */
  replacedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  replacedByWhere?: InputMaybe<MeasureReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures it takes the place of. */
  replaces?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  replacesWhere?: InputMaybe<MeasureReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that answer it. */
  respondedToBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  respondedToByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts it answers. */
  respondsTo?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  respondsToWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures that retaliate against it. */
  retaliatedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  retaliatedByWhere?: InputMaybe<MeasureReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures of others it retaliates against; certainty is INFERRED where only the sequence says so. */
  retaliatesAgainst?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  retaliatesAgainstWhere?: InputMaybe<MeasureReach>;
  /** Whether it was in force on a day, and what decided that. */
  status?: InputMaybe<StatusFilter>;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that put it on hold; the edge's dates are those of the pause. */
  suspendedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  suspendedByWhere?: InputMaybe<ActReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures it puts on hold; the edge's dates are those of the pause. */
  suspends?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  suspendsWhere?: InputMaybe<MeasureReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Whom it is aimed at; empty where it names nobody. */
  targets?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  targetsWhere?: InputMaybe<ActorReach>;
  /** What it is called, or a short description. */
  title?: InputMaybe<TextFilter>;
};

/** The instrument of a measure. */
export type MeasureKind =
  /** A duty against dumping. */
  | 'ANTI_DUMPING'
  /** Trade is prohibited. */
  | 'BAN'
  /** A price on the carbon in imports. */
  | 'CARBON_BORDER'
  /** A duty against subsidies. */
  | 'COUNTERVAILING'
  /** Firms or people put on a list with consequences in trade or investment. */
  | 'ENTITY_LISTING'
  /** A fee on ships, services or transactions. */
  | 'FEE'
  /** How an authority reads or applies its own rules. */
  | 'GUIDANCE'
  /** A probe that may lead to duties or orders. */
  | 'INVESTIGATION'
  /** A decision on licences for named firms: granted, refused, suspended, restored. */
  | 'LICENCE_DECISION'
  /** Trade needs a licence case by case. */
  | 'LICENSING'
  /** None of the others. */
  | 'OTHER'
  /** An announcement that bundles several instruments, which are its parts. */
  | 'PACKAGE'
  /** A fine or settlement for a breach. */
  | 'PENALTY'
  /** A price ceiling or floor. */
  | 'PRICE_CONTROL'
  /** A limit on quantity or value. */
  | 'QUOTA'
  /** General rules for an industry or a resource. */
  | 'REGULATION'
  /** A temporary barrier against a surge of imports. */
  | 'SAFEGUARD'
  /** An asset freeze or a ban on dealings. */
  | 'SANCTION'
  /** Closer checks without a rule of their own. */
  | 'SCRUTINY'
  /** Money or tax relief for producers. */
  | 'SUBSIDY'
  /** A duty on imports or exports. */
  | 'TARIFF'
  /** Rules on who may enter or stay, used in a trade conflict. */
  | 'VISA';

/** One step of an order of a list of Measure. */
export type MeasureOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: MeasureOrderField;
};

/** What a list of Measure can be ordered by. */
export type MeasureOrderField =
  /** When it was made public; null where no source says. */
  | 'ANNOUNCED_ON'
  /** The day that dates it: announced, reached, pledged or started; null where no source says. Orders acts of different types. */
  | 'DATE'
  /** Whether it narrows or widens trade. */
  | 'EFFECT'
  /** The trade flow it acts on; null where no source says. */
  | 'FLOW'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** First day in force by its own terms; null where no source says or it never was. */
  | 'IN_FORCE_FROM'
  /** Last day in force by its own terms; null while no end is set. */
  | 'IN_FORCE_UNTIL'
  /** The instrument. */
  | 'KIND'
  /** The legal text's own number or citation; null where not recorded. */
  | 'LEGAL_REFERENCE'
  /** Chapter of the UN classification of non-tariff measures (MAST); null for tariffs and where it is not classified. */
  | 'MAST_CHAPTER'
  /** Height of the duty, fee or cap in `rateUnit`; null where it has none. */
  | 'RATE'
  /** Unit of `rate`; null where there is no rate. */
  | 'RATE_UNIT'
  /** The day on which the earliest source that speaks of it was published; null where no source is recorded. */
  | 'RECORDED_ON'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY'
  /** What it is called, or a short description. */
  | 'TITLE';

/** Conditions on an edge to Measure and on what it leads to; both must hold for the same edge. */
export type MeasureReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<EdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<MeasureFilter>;
};

/** Where a measure stands on a day. */
export type MeasureStatus =
  /** Made public; no source says from when it applies. */
  | 'ANNOUNCED'
  /** Over by its own terms. */
  | 'EXPIRED'
  /** Applies. */
  | 'IN_FORCE'
  /** Put on hold, ended or replaced before it had begun. */
  | 'NEVER_IN_FORCE'
  /** Not made public yet. */
  | 'NOT_YET_ANNOUNCED'
  /** Its place was taken by another measure. */
  | 'REPLACED'
  /** Brought to an end by another act. */
  | 'REVOKED'
  /** Made public, to apply from a later day. */
  | 'SCHEDULED'
  /** Put on hold after it had begun. */
  | 'SUSPENDED'
  /** The sources' dates do not settle it, such as an end in `2025-06` where the day asked for is 15 June. */
  | 'UNKNOWN';

/** What changes the graph. Every mutation needs the server's load key, as `Authorization: Bearer …`; a server without one refuses them all. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Loads bundles as `npm run load` does: all checked first, nothing written where anything is wrong, each bundle in one transaction. */
  load: LoadPayload;
};


/** What changes the graph. Every mutation needs the server's load key, as `Authorization: Bearer …`; a server without one refuses them all. */
export type MutationLoadArgs = {
  input: LoadInput;
};

/** Anything with an id. Fields of an interface belong to every type that implements it. */
export type Node = {
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
};

/** The types of nodes. */
export type NodeType =
  /** Agency. */
  | 'AGENCY'
  /** Agreement. */
  | 'AGREEMENT'
  /** Claim. */
  | 'CLAIM'
  /** Commitment. */
  | 'COMMITMENT'
  /** Commodity. */
  | 'COMMODITY'
  /** Country. */
  | 'COUNTRY'
  /** Event. */
  | 'EVENT'
  /** Firm. */
  | 'FIRM'
  /** Measure. */
  | 'MEASURE'
  /** Person. */
  | 'PERSON'
  /** Source. */
  | 'SOURCE';

/** Conditions on a number; all that are given must hold. */
export type NumberFilter = {
  /** true: has a value; false: has none. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Equal to any of these. */
  is?: InputMaybe<Array<Scalars['Float']['input']>>;
  /** This or less. */
  max?: InputMaybe<Scalars['Float']['input']>;
  /** This or more. */
  min?: InputMaybe<Scalars['Float']['input']>;
};

/** Conditions on an edge: all that are given must hold. */
export type OfficeEdgeFilter = {
  /** As sure as any of these. */
  certainty?: InputMaybe<Array<Certainty>>;
  /** Rests on any of these claims. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Rests on so many sources, or on official ones. */
  evidence?: InputMaybe<EvidenceFilter>;
  /** Its remark. */
  note?: InputMaybe<TextFilter>;
  /** When its earliest source was published. */
  recordedOn?: InputMaybe<DateFilter>;
  /** When it began. */
  since?: InputMaybe<DateFilter>;
  /** Title of the office; null where the source gives none. */
  title?: InputMaybe<TextFilter>;
  /** When it ended. */
  until?: InputMaybe<DateFilter>;
};

/** Where a page stands in its list (Relay). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Conditions on an edge: all that are given must hold. */
export type ParticipationEdgeFilter = {
  /** As sure as any of these. */
  certainty?: InputMaybe<Array<Certainty>>;
  /** Rests on any of these claims. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Rests on so many sources, or on official ones. */
  evidence?: InputMaybe<EvidenceFilter>;
  /** Its remark. */
  note?: InputMaybe<TextFilter>;
  /** When its earliest source was published. */
  recordedOn?: InputMaybe<DateFilter>;
  /** Any of these. Role in it; null where it was simply a party. */
  role?: InputMaybe<Array<ParticipationRole>>;
  /** When it began. */
  since?: InputMaybe<DateFilter>;
  /** When it ended. */
  until?: InputMaybe<DateFilter>;
};

/** Roles in an event or agreement. */
export type ParticipationRole =
  /** Grants a licence or permission. */
  | 'GRANTOR'
  /** Meets with it as a host or mediator. */
  | 'HOST'
  /** Takes part in its own right. */
  | 'PARTY'
  /** Receives a licence, payment or benefit. */
  | 'RECIPIENT'
  /** Reports or publishes what others said. */
  | 'REPORTER'
  /** Speaks for somebody. */
  | 'REPRESENTATIVE'
  /** Says what is said. */
  | 'SPEAKER';

/** An office holder or executive who acts in events. */
export type Person = Actor & Entity & Node & Subject & {
  __typename?: 'Person';
  /** Acts that touched it, by intent or not. */
  affectedBy: ActImpactConnection;
  /** Other names in use, in any script; empty where none is known. */
  aliases: Array<Scalars['String']['output']>;
  /** What sources say about it: about the whole, or one field or edge of it. */
  claims: ClaimAboutConnection;
  /** Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn: ActConnection;
  /** Measures that exempt it by name. */
  exemptedFrom: MeasureConnection;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** The usual English name. */
  name: Scalars['String']['output'];
  /** Offices held, with their titles; the edge's dates are the term. */
  offices: ActorOfficeConnection;
  /** Events and agreements it took part in. */
  participatesIn: ActParticipationConnection;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Measures aimed at it. */
  targetedBy: MeasureConnection;
};


/** An office holder or executive who acts in events. */
export type PersonAffectedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ImpactEdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActImpactEdgeOrder>>;
};


/** An office holder or executive who acts in events. */
export type PersonClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<AboutEdgeFilter>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimAboutEdgeOrder>>;
};


/** An office holder or executive who acts in events. */
export type PersonDiscussedInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};


/** An office holder or executive who acts in events. */
export type PersonExemptedFromArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};


/** An office holder or executive who acts in events. */
export type PersonOfficesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<OfficeEdgeFilter>;
  filter?: InputMaybe<ActorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActorOfficeEdgeOrder>>;
};


/** An office holder or executive who acts in events. */
export type PersonParticipatesInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<ParticipationEdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActParticipationEdgeOrder>>;
};


/** An office holder or executive who acts in events. */
export type PersonTargetedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<MeasureEdgeOrder>>;
};

/** A page of a list of Person. */
export type PersonConnection = {
  __typename?: 'PersonConnection';
  /** The page's edges, each with its node. */
  edges: Array<PersonEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Person>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Person. */
export type PersonEdge = DatedEdge & {
  __typename?: 'PersonEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Person;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** Conditions on Person: all fields that are given must hold; a list means any of its members. */
export type PersonFilter = {
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that touched it, by intent or not. */
  affectedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  affectedByWhere?: InputMaybe<ActImpactReach>;
  /** Other names in use, in any script; empty where none is known. */
  aliases?: InputMaybe<TextFilter>;
  /** Must pass every one of these. */
  all?: InputMaybe<Array<PersonFilter>>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<PersonFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What sources say about it: about the whole, or one field or edge of it. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  claimsWhere?: InputMaybe<ClaimAboutReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  discussedInWhere?: InputMaybe<ActReach>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures that exempt it by name. */
  exemptedFrom?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  exemptedFromWhere?: InputMaybe<MeasureReach>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The usual English name. */
  name?: InputMaybe<TextFilter>;
  /** Must not pass this. */
  not?: InputMaybe<PersonFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Offices held, with their titles; the edge's dates are the term. */
  offices?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  officesWhere?: InputMaybe<ActorOfficeReach>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Events and agreements it took part in. */
  participatesIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  participatesInWhere?: InputMaybe<ActParticipationReach>;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: InputMaybe<TextFilter>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Measures aimed at it. */
  targetedBy?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  targetedByWhere?: InputMaybe<MeasureReach>;
};

/** A page of a list of Person. */
export type PersonOfficeConnection = {
  __typename?: 'PersonOfficeConnection';
  /** The page's edges, each with its node. */
  edges: Array<PersonOfficeEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Person>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Person. */
export type PersonOfficeEdge = DatedEdge & {
  __typename?: 'PersonOfficeEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Person;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Title of the office; null where the source gives none. */
  title?: Maybe<Scalars['String']['output']>;
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Person. */
export type PersonOfficeEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: PersonOfficeEdgeOrderField;
};

/** What edges to Person can be ordered by. */
export type PersonOfficeEdgeOrderField =
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Title of the office; null where the source gives none. */
  | 'EDGE_TITLE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on an edge to Person and on what it leads to; both must hold for the same edge. */
export type PersonOfficeReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<OfficeEdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<PersonFilter>;
};

/** One step of an order of a list of Person. */
export type PersonOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: PersonOrderField;
};

/** What a list of Person can be ordered by. */
export type PersonOrderField =
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** The usual English name. */
  | 'NAME'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** What one side of a disagreement says. */
export type Position = {
  __typename?: 'Position';
  /** The claim: who says it, when, in which words. */
  claim: Claim;
  /** The value that the claim gives, as text; null where it gives none. */
  value?: Maybe<Scalars['String']['output']>;
};

/** Conditions on an edge: all that are given must hold. */
export type QuantityEdgeFilter = {
  /** Amount in `unit`; null where not stated. */
  amount?: InputMaybe<NumberFilter>;
  /** As sure as any of these. */
  certainty?: InputMaybe<Array<Certainty>>;
  /** Rests on any of these claims. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Rests on so many sources, or on official ones. */
  evidence?: InputMaybe<EvidenceFilter>;
  /** Its remark. */
  note?: InputMaybe<TextFilter>;
  /** The year or month the figure is for; null where not stated. */
  period?: InputMaybe<DateFilter>;
  /** When its earliest source was published. */
  recordedOn?: InputMaybe<DateFilter>;
  /** Share of the whole that the note names, between 0 and 1; null where not stated. */
  share?: InputMaybe<NumberFilter>;
  /** When it began. */
  since?: InputMaybe<DateFilter>;
  /** Unit of `amount`; null where there is no amount. */
  unit?: InputMaybe<TextFilter>;
  /** When it ended. */
  until?: InputMaybe<DateFilter>;
};

/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type Query = {
  __typename?: 'Query';
  /** All of Agency, filtered, ordered, in pages. */
  agencies: AgencyConnection;
  /** Agency by its id; null where no such node has it. */
  agency?: Maybe<Agency>;
  /** Agreement by its id; null where no such node has it. */
  agreement?: Maybe<Agreement>;
  /** All of Agreement, filtered, ordered, in pages. */
  agreements: AgreementConnection;
  /**
   * What changed between two days, by node. In valid time: acts and edges that came after `from`, up to and on `to`; edges that held on `from` or later
   * and no longer on `to`; fields and statuses whose value on `to` is another than on `from`. In recorded time: what sources published after `from`, up to and on `to`.
   */
  changes: ChangeConnection;
  /** Claim by its id; null where no such node has it. */
  claim?: Maybe<Claim>;
  /** All of Claim, filtered, ordered, in pages. */
  claims: ClaimConnection;
  /** Commitment by its id; null where no such node has it. */
  commitment?: Maybe<Commitment>;
  /** All of Commitment, filtered, ordered, in pages. */
  commitments: CommitmentConnection;
  /** All of Commodity, filtered, ordered, in pages. */
  commodities: CommodityConnection;
  /** A section, chapter, heading or subheading of the Harmonized System; null where the graph has none of that code. */
  commodity?: Maybe<Commodity>;
  /** All of Country, filtered, ordered, in pages. */
  countries: CountryConnection;
  /** A country, territory or bloc by its code; null where the graph has none of that code. */
  country?: Maybe<Country>;
  /** Where sources disagree: two claims that contradict each other, or that give one field of one thing different values. One row for each pair. */
  disagreements: DisagreementConnection;
  /** Event by its id; null where no such node has it. */
  event?: Maybe<Event>;
  /** All of Event, filtered, ordered, in pages. */
  events: EventConnection;
  /** Firm by its id; null where no such node has it. */
  firm?: Maybe<Firm>;
  /** All of Firm, filtered, ordered, in pages. */
  firms: FirmConnection;
  /** Measure by its id; null where no such node has it. */
  measure?: Maybe<Measure>;
  /** All of Measure, filtered, ordered, in pages. */
  measures: MeasureConnection;
  /** Any node by its id; null where no node has it. */
  node?: Maybe<Node>;
  /** Several nodes by their ids, in the order asked for; null for each id that no node has. At most 200. */
  nodes: Array<Maybe<Node>>;
  /** All of Person, filtered, ordered, in pages. */
  people: PersonConnection;
  /** Person by its id; null where no such node has it. */
  person?: Maybe<Person>;
  /** All dated edges by themselves, whatever their ends; for what rests on how much evidence. */
  relationships: RelationshipConnection;
  /** Nodes whose names, aliases, titles or summaries hold the words, best first; tolerates typing errors in names. */
  search: Array<SearchHit>;
  /** Source by its id; null where no such node has it. */
  source?: Maybe<Source>;
  /** All of Source, filtered, ordered, in pages. */
  sources: SourceConnection;
  /** Everything dated, in the order of its days: what was announced, began, was suspended, ended, was said, agreed, licensed. Each with its claims. */
  timeline: TimelineEntryConnection;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryAgenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AgencyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AgencyOrder>>;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryAgencyArgs = {
  id: Scalars['ID']['input'];
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryAgreementArgs = {
  id: Scalars['ID']['input'];
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryAgreementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AgreementFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AgreementOrder>>;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryChangesArgs = {
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  after?: InputMaybe<Scalars['String']['input']>;
  axis?: ChangeAxis;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['Date']['input'];
  kinds?: InputMaybe<Array<ChangeKind>>;
  known?: InputMaybe<Scalars['Date']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  to: Scalars['Date']['input'];
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryClaimArgs = {
  id: Scalars['ID']['input'];
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimOrder>>;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryCommitmentArgs = {
  id: Scalars['ID']['input'];
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryCommitmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CommitmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CommitmentOrder>>;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryCommoditiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CommodityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CommodityOrder>>;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryCommodityArgs = {
  hsCode: Scalars['HsCode']['input'];
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryCountriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CountryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CountryOrder>>;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryCountryArgs = {
  code: Scalars['CountryCode']['input'];
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryDisagreementsArgs = {
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  fields?: InputMaybe<Array<Scalars['String']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryEventArgs = {
  id: Scalars['ID']['input'];
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<EventOrder>>;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryFirmArgs = {
  id: Scalars['ID']['input'];
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryFirmsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<FirmFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<FirmOrder>>;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryMeasureArgs = {
  id: Scalars['ID']['input'];
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryMeasuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MeasureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MeasureOrder>>;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryPeopleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PersonFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<PersonOrder>>;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryPersonArgs = {
  id: Scalars['ID']['input'];
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Array<Scalars['ID']['input']>>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RelationshipOrder>>;
  to?: InputMaybe<Array<Scalars['ID']['input']>>;
  types?: InputMaybe<Array<RelationshipType>>;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QuerySearchArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  text: Scalars['String']['input'];
  types?: InputMaybe<Array<NodeType>>;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QuerySourceArgs = {
  id: Scalars['ID']['input'];
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QuerySourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<SourceOrder>>;
};


/** Where every question starts. A plural field and a field by id for each node type are added to those below. */
export type QueryTimelineArgs = {
  actors?: InputMaybe<Array<Scalars['ID']['input']>>;
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  commodities?: InputMaybe<Array<Scalars['ID']['input']>>;
  direction?: SortDirection;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['PartialDate']['input']>;
  kinds?: InputMaybe<Array<TimelineKind>>;
  last?: InputMaybe<Scalars['Int']['input']>;
  measures?: InputMaybe<Array<Scalars['ID']['input']>>;
  to?: InputMaybe<Scalars['PartialDate']['input']>;
};

/** Unit of a rate. */
export type RateUnit =
  /** Per cent of the value of the goods. */
  | 'PERCENT'
  /** US dollars in all. */
  | 'USD'
  /** US dollars per barrel. */
  | 'USD_PER_BARREL'
  /** US dollars per metric ton. */
  | 'USD_PER_TON';

/** A dated edge by itself, with both ends. */
export type Relationship = DatedEdge & {
  __typename?: 'Relationship';
  /** How sure it is; null where nothing says. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id. */
  claims: Array<Claim>;
  /** Where it begins. */
  from: Node;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Where it leads. */
  to: Node;
  /** Its type. */
  type: RelationshipType;
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** A page of a list of Relationship. */
export type RelationshipConnection = {
  __typename?: 'RelationshipConnection';
  /** The page's edges, each with its node. */
  edges: Array<RelationshipEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Relationship>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Relationship. */
export type RelationshipEdge = {
  __typename?: 'RelationshipEdge';
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Relationship;
};

/** One step of an order of relationships. */
export type RelationshipOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: RelationshipOrderField;
};

/** What relationships can be ordered by. */
export type RelationshipOrderField =
  /** The day its earliest source was published. */
  | 'RECORDED_ON'
  /** First day. */
  | 'SINCE'
  /** Last day. */
  | 'UNTIL';

/** The types of dated edges. */
export type RelationshipType =
  /** Agreement.affects: Entities it touched, by intent or not. */
  | 'AFFECTS'
  /** Agreement.amends: Measures and agreements whose terms it changes. */
  | 'AMENDS'
  /** Agreement.causes: Acts it brought about. */
  | 'CAUSES'
  /** Agreement.commitments: What each party undertook. */
  | 'COMMITS'
  /** Agreement.concerns: What it deals with. */
  | 'CONCERNS'
  /** Agreement.confirms: Acts whose existence or content it confirms. */
  | 'CONFIRMS'
  /** Measure.covers: Goods and sectors it applies to, with the rates it changes. */
  | 'COVERS'
  /** Agreement.eases: Measures that it makes less strict. */
  | 'EASES'
  /** Agreement.ends: Acts it brings to an end; `since` is the day of the end. */
  | 'ENDS'
  /** Measure.exempts: Whom it exempts by name. */
  | 'EXEMPTS'
  /** Agreement.extends: Measures and agreements it prolongs. */
  | 'EXTENDS'
  /** Agreement.follows: Acts it came after, as a step in the same story. */
  | 'FOLLOWS'
  /** Firm.headquarters: The country of its seat. */
  | 'HEADQUARTERED_IN'
  /** Person.offices: Offices held, with their titles; the edge's dates are the term. */
  | 'HOLDS_OFFICE'
  /** Agreement.implements: Agreements it carries out. */
  | 'IMPLEMENTS'
  /** Measure.imposedBy: Who imposed it. */
  | 'IMPOSED_BY'
  /** Agency.participatesIn: Events and agreements it took part in. */
  | 'PARTICIPATES_IN'
  /** Agency.partOf: The country or the larger body it belongs to. */
  | 'PART_OF'
  /** Country.produces: Commodities it makes, with amounts. */
  | 'PRODUCES'
  /** Measure.raises: Earlier measures of the same side that it tightens. */
  | 'RAISES'
  /** Measure.replaces: Measures it takes the place of. */
  | 'REPLACES'
  /** Agreement.respondsTo: Acts it answers. */
  | 'RESPONDS_TO'
  /** Measure.retaliatesAgainst: Measures of others it retaliates against; certainty is INFERRED where only the sequence says so. */
  | 'RETALIATES_AGAINST'
  /** Firm.parents: Firms that own it. */
  | 'SUBSIDIARY_OF'
  /** Agreement.suspends: Measures it puts on hold; the edge's dates are those of the pause. */
  | 'SUSPENDS'
  /** Measure.targets: Whom it is aimed at; empty where it names nobody. */
  | 'TARGETS'
  /** Commitment.undertakenBy: Who undertook it. */
  | 'UNDERTAKEN_BY'
  /** Country.uses: Commodities it uses, with amounts. */
  | 'USES';

/** How far a source can be relied on. */
export type Reliability =
  /** Mirror, aggregator, or a company's own page. */
  | 'AGGREGATOR'
  /** The official text or a true copy of it. */
  | 'OFFICIAL'
  /** Established press, law firm, trade press or research body. */
  | 'PRESS';

/** One answer of `search`. */
export type SearchHit = {
  __typename?: 'SearchHit';
  /** The node found. */
  node: Node;
  /** How well it fits; comparable within one answer only. */
  score: Scalars['Float']['output'];
};

/** Ascending or descending; what has no value comes last either way. */
export type SortDirection =
  /** Smallest, oldest, A first. */
  | 'ASC'
  /** Largest, newest, Z first. */
  | 'DESC';

/** A document that says something. */
export type Source = Node & {
  __typename?: 'Source';
  /** What it says, claim by claim. */
  claims: ClaimConnection;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** Language of the document, BCP 47 (`en`, `zh`); null where not recorded. */
  language?: Maybe<Scalars['String']['output']>;
  /** When it was published; null where not recorded. */
  publishedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** Who published it; null where the page does not say. */
  publisher?: Maybe<Scalars['String']['output']>;
  /** How far it can be relied on. */
  reliability: Reliability;
  /** Its headline or name; the page's host and subject where the headline is not recorded. */
  title: Scalars['String']['output'];
  /** Where it can be read; null for documents without an address. */
  url?: Maybe<Scalars['URL']['output']>;
};


/** A document that says something. */
export type SourceClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimEdgeOrder>>;
};

/** A page of a list of Source. */
export type SourceConnection = {
  __typename?: 'SourceConnection';
  /** The page's edges, each with its node. */
  edges: Array<SourceEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Source>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Source. */
export type SourceEdge = {
  __typename?: 'SourceEdge';
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Source;
};

/** Conditions on Source: all fields that are given must hold; a list means any of its members. */
export type SourceFilter = {
  /** Must pass every one of these. */
  all?: InputMaybe<Array<SourceFilter>>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<SourceFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What it says, claim by claim. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  claimsWhere?: InputMaybe<ClaimReach>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Language of the document, BCP 47 (`en`, `zh`); null where not recorded. */
  language?: InputMaybe<TextFilter>;
  /** Must not pass this. */
  not?: InputMaybe<SourceFilter>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** When it was published; null where not recorded. */
  publishedOn?: InputMaybe<DateFilter>;
  /** Who published it; null where the page does not say. */
  publisher?: InputMaybe<TextFilter>;
  /** Any of these. How far it can be relied on. */
  reliability?: InputMaybe<Array<Reliability>>;
  /** Its headline or name; the page's host and subject where the headline is not recorded. */
  title?: InputMaybe<TextFilter>;
  /** Where it can be read; null for documents without an address. */
  url?: InputMaybe<TextFilter>;
};

/** One step of an order of a list of Source. */
export type SourceOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: SourceOrderField;
};

/** What a list of Source can be ordered by. */
export type SourceOrderField =
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** Language of the document, BCP 47 (`en`, `zh`); null where not recorded. */
  | 'LANGUAGE'
  /** When it was published; null where not recorded. */
  | 'PUBLISHED_ON'
  /** Who published it; null where the page does not say. */
  | 'PUBLISHER'
  /** How far it can be relied on. */
  | 'RELIABILITY'
  /** Its headline or name; the page's host and subject where the headline is not recorded. */
  | 'TITLE'
  /** Where it can be read; null for documents without an address. */
  | 'URL';

/** Conditions on an edge to Source and on what it leads to; both must hold for the same edge. */
export type SourceReach = {
  /** Conditions on the node at the other end. */
  node?: InputMaybe<SourceFilter>;
};

/** Keeps measures by their status on a day. */
export type StatusFilter = {
  /** Any of these. */
  in: Array<MeasureStatus>;
  /** The day whose knowledge counts; by default that of @asOf, else today's. */
  known?: InputMaybe<Scalars['Date']['input']>;
  /** The day. */
  on: Scalars['Date']['input'];
};

/** The status of a measure on a day. */
export type StatusOn = {
  __typename?: 'StatusOn';
  /** The edge that decided it; null where the measure's own dates did. */
  decidedBy?: Maybe<DecidingEdge>;
  /** The status. */
  status: MeasureStatus;
};

/** Anything that a source can say something about. */
export type Subject = {
  /** Other names in use, in any script; empty where none is known. */
  aliases: Array<Scalars['String']['output']>;
  /** What sources say about it: about the whole, or one field or edge of it. */
  claims: ClaimAboutConnection;
  /** Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn: ActConnection;
  /** Readable and stable: `prefix:key`, the same on every server. */
  id: Scalars['ID']['output'];
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: Maybe<Scalars['String']['output']>;
};


/** Anything that a source can say something about. */
export type SubjectClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<AboutEdgeFilter>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ClaimAboutEdgeOrder>>;
};


/** Anything that a source can say something about. */
export type SubjectDiscussedInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  edge?: InputMaybe<EdgeFilter>;
  filter?: InputMaybe<ActFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  orderBy?: InputMaybe<Array<ActEdgeOrder>>;
};

/** A page of a list of Subject. */
export type SubjectAboutConnection = {
  __typename?: 'SubjectAboutConnection';
  /** The page's edges, each with its node. */
  edges: Array<SubjectAboutEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Subject>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Subject. */
export type SubjectAboutEdge = {
  __typename?: 'SubjectAboutEdge';
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** Field of the thing, as this schema names it; null where the claim is about the whole. */
  field?: Maybe<Scalars['String']['output']>;
  /** The node at the other end. */
  node: Subject;
  /** The day from which the value holds; null where the claim does not say: then, of a field that changes as things go on, from its publication. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** The value claimed for a field, as text, or the id at the other end of an edge; null where the claim gives none. */
  value?: Maybe<Scalars['String']['output']>;
};

/** One step of an order of edges to Subject. */
export type SubjectAboutEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: SubjectAboutEdgeOrderField;
};

/** What edges to Subject can be ordered by. */
export type SubjectAboutEdgeOrderField =
  /** Field of the thing, as this schema names it; null where the claim is about the whole. */
  | 'EDGE_FIELD'
  /** The day from which the value holds; null where the claim does not say: then, of a field that changes as things go on, from its publication. */
  | 'EDGE_SINCE'
  /** The value claimed for a field, as text, or the id at the other end of an edge; null where the claim gives none. */
  | 'EDGE_VALUE'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on an edge to Subject and on what it leads to; both must hold for the same edge. */
export type SubjectAboutReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<AboutEdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<SubjectFilter>;
};

/** A page of a list of Subject. */
export type SubjectConnection = {
  __typename?: 'SubjectConnection';
  /** The page's edges, each with its node. */
  edges: Array<SubjectEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<Subject>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to Subject. */
export type SubjectEdge = DatedEdge & {
  __typename?: 'SubjectEdge';
  /** How sure it is; null on a root list, where no edge was walked. */
  certainty?: Maybe<Certainty>;
  /** What it rests on, by id; empty on a root list, where no edge was walked. */
  claims: Array<Claim>;
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: Subject;
  /** A remark on what it covers; null where there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether any of these sources is official; false on a root list. */
  official: Scalars['Boolean']['output'];
  /** The day on which the earliest source for it was published; null on a root list and where not recorded. */
  recordedOn?: Maybe<Scalars['PartialDate']['output']>;
  /** First day on which it held; null where no source says. */
  since?: Maybe<Scalars['PartialDate']['output']>;
  /** How many different sources its claims are from; 0 on a root list, where no edge was walked. As known on a day, those published by then. */
  sourceCount: Scalars['Int']['output'];
  /** Last day on which it held; null where it still holds or no source says. */
  until?: Maybe<Scalars['PartialDate']['output']>;
};

/** One step of an order of edges to Subject. */
export type SubjectEdgeOrder = {
  /** Ascending or descending. */
  direction?: SortDirection;
  /** What to order by. */
  field: SubjectEdgeOrderField;
};

/** What edges to Subject can be ordered by. */
export type SubjectEdgeOrderField =
  /** The day the edge's earliest source was published. */
  | 'EDGE_RECORDED_ON'
  /** First day of the edge. */
  | 'EDGE_SINCE'
  /** Last day of the edge. */
  | 'EDGE_UNTIL'
  /** Readable and stable: `prefix:key`, the same on every server. */
  | 'ID'
  /** A sentence or two in plain words; null where the name says it all. */
  | 'SUMMARY';

/** Conditions on Subject: all fields that are given must hold; a list means any of its members. */
export type SubjectFilter = {
  /** Other names in use, in any script; empty where none is known. */
  aliases?: InputMaybe<TextFilter>;
  /** Must pass every one of these. */
  all?: InputMaybe<Array<SubjectFilter>>;
  /** Must pass at least one of these; an empty list lets nothing pass. */
  any?: InputMaybe<Array<SubjectFilter>>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. What sources say about it: about the whole, or one field or edge of it. */
  claims?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  claimsWhere?: InputMaybe<ClaimAboutReach>;
  /** Any of these ids at the other end, or what lies under a commodity or belongs to a bloc or body among them. Acts that deal with it: talks, statements, agreements, commitments. */
  discussedIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Some edge of this kind that passes. */
  discussedInWhere?: InputMaybe<ActReach>;
  /** true: ids given for edges mean just themselves, not what lies under them or belongs to them. Applies to the edges of this filter alone. */
  exactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these. Readable and stable: `prefix:key`, the same on every server. */
  id?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Must not pass this. */
  not?: InputMaybe<SubjectFilter>;
  /** The day whose memberships count for blocs among the ids; when left out, the day of the node itself, and any day where it has none. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** A sentence or two in plain words; null where the name says it all. */
  summary?: InputMaybe<TextFilter>;
  /** Of any of these types. */
  type?: InputMaybe<Array<NodeType>>;
};

/** Conditions on an edge to Subject and on what it leads to; both must hold for the same edge. */
export type SubjectReach = {
  /** Conditions on the edge itself. */
  edge?: InputMaybe<EdgeFilter>;
  /** Conditions on the node at the other end. */
  node?: InputMaybe<SubjectFilter>;
};

/** Conditions on a text, or on any member of a list of texts; all that are given must hold. */
export type TextFilter = {
  /** Contains this, in upper or lower case. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** true: has a value; false: has none. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Equal to any of these. */
  is?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Starts with this, exactly as written. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** One dated thing of a timeline. */
export type TimelineEntry = {
  __typename?: 'TimelineEntry';
  /** The act that did it: what suspended, ended, replaced, prolonged, eased or amended `node`; null where the entry is a date of its own. */
  by?: Maybe<Act>;
  /** What says so: claims about the act as a whole or about this date, or those of the edge from `by`. */
  claims: Array<Claim>;
  /** The day, month or year. */
  date: Scalars['PartialDate']['output'];
  /** What happened to the act, or that it took place. */
  kind: TimelineKind;
  /** The act: what was announced, began, was suspended … */
  node: Act;
};

/** A page of a list of TimelineEntry. */
export type TimelineEntryConnection = {
  __typename?: 'TimelineEntryConnection';
  /** The page's edges, each with its node. */
  edges: Array<TimelineEntryEdge>;
  /** The page's nodes, without their edges. */
  nodes: Array<TimelineEntry>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One edge to TimelineEntry. */
export type TimelineEntryEdge = {
  __typename?: 'TimelineEntryEdge';
  /** Where this edge stands in its list. */
  cursor: Scalars['String']['output'];
  /** The node at the other end. */
  node: TimelineEntry;
};

/** What an entry of a timeline says. */
export type TimelineKind =
  /** The parties agreed. */
  | 'AGREED'
  /** The terms of a measure or agreement were changed. */
  | 'AMENDED'
  /** A measure was made public. */
  | 'ANNOUNCED'
  /** A commitment was to be carried out by this day. */
  | 'DUE'
  /** A measure was made less strict. */
  | 'EASED'
  /** An act was brought to an end by another. */
  | 'ENDED'
  /** Any other event: its first day. */
  | 'EVENT'
  /** An event's last day, where it took longer than one. */
  | 'EVENT_END'
  /** A measure's last day by its own terms; not listed where it was ended before, or prolonged. */
  | 'EXPIRY'
  /** A measure or agreement was prolonged. */
  | 'EXTENDED'
  /** A measure began to apply; not listed where it was stopped before. */
  | 'IN_FORCE'
  /** Licences were granted. */
  | 'LICENCE'
  /** A commitment was undertaken. */
  | 'PLEDGED'
  /** Another measure took a measure's place. */
  | 'REPLACED'
  /** An agreement was signed. */
  | 'SIGNED'
  /** Something was said or published by the participants. */
  | 'STATEMENT'
  /** A measure was put on hold, from this day. */
  | 'SUSPENDED'
  /** The last day of a measure's pause. */
  | 'SUSPENSION_END';

/** The trade flow a measure acts on. */
export type TradeFlow =
  /** Both. */
  | 'BOTH'
  /** Goods or services going out. */
  | 'EXPORT'
  /** Goods or services coming in. */
  | 'IMPORT'
  /** Money, people or firms rather than goods. */
  | 'OTHER';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Act:
    | ( Omit<Agreement, 'affects' | 'amendedBy' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'commitments' | 'concerns' | 'confirmedBy' | 'confirms' | 'discussedIn' | 'eases' | 'endedBy' | 'ends' | 'extendedBy' | 'extends' | 'follows' | 'implementedBy' | 'implements' | 'participants' | 'precedes' | 'respondedToBy' | 'respondsTo' | 'suspends'> & { affects: _RefType['EntityImpactConnection'], amendedBy: _RefType['ActConnection'], amends: _RefType['ActConnection'], causedBy: _RefType['ActConnection'], causes: _RefType['ActConnection'], claims: _RefType['ClaimAboutConnection'], commitments: _RefType['CommitmentConnection'], concerns: _RefType['SubjectConnection'], confirmedBy: _RefType['ActConnection'], confirms: _RefType['ActConnection'], discussedIn: _RefType['ActConnection'], eases: _RefType['MeasureConnection'], endedBy: _RefType['ActConnection'], ends: _RefType['ActConnection'], extendedBy: _RefType['ActConnection'], extends: _RefType['ActConnection'], follows: _RefType['ActConnection'], implementedBy: _RefType['ActConnection'], implements: _RefType['AgreementConnection'], participants: _RefType['ActorParticipationConnection'], precedes: _RefType['ActConnection'], respondedToBy: _RefType['ActConnection'], respondsTo: _RefType['ActConnection'], suspends: _RefType['MeasureConnection'] } )
    | ( Omit<Commitment, 'affects' | 'agreement' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'concerns' | 'confirmedBy' | 'confirms' | 'discussedIn' | 'eases' | 'endedBy' | 'ends' | 'extends' | 'follows' | 'implements' | 'precedes' | 'respondedToBy' | 'respondsTo' | 'suspends' | 'undertakenBy'> & { affects: _RefType['EntityImpactConnection'], agreement?: Maybe<_RefType['Agreement']>, amends: _RefType['ActConnection'], causedBy: _RefType['ActConnection'], causes: _RefType['ActConnection'], claims: _RefType['ClaimAboutConnection'], concerns: _RefType['SubjectConnection'], confirmedBy: _RefType['ActConnection'], confirms: _RefType['ActConnection'], discussedIn: _RefType['ActConnection'], eases: _RefType['MeasureConnection'], endedBy: _RefType['ActConnection'], ends: _RefType['ActConnection'], extends: _RefType['ActConnection'], follows: _RefType['ActConnection'], implements: _RefType['AgreementConnection'], precedes: _RefType['ActConnection'], respondedToBy: _RefType['ActConnection'], respondsTo: _RefType['ActConnection'], suspends: _RefType['MeasureConnection'], undertakenBy: _RefType['AuthorityConnection'] } )
    | ( Omit<Event, 'affects' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'concerns' | 'confirmedBy' | 'confirms' | 'discussedIn' | 'eases' | 'endedBy' | 'ends' | 'extends' | 'follows' | 'implements' | 'partOf' | 'participants' | 'parts' | 'precedes' | 'respondedToBy' | 'respondsTo' | 'suspends'> & { affects: _RefType['EntityImpactConnection'], amends: _RefType['ActConnection'], causedBy: _RefType['ActConnection'], causes: _RefType['ActConnection'], claims: _RefType['ClaimAboutConnection'], concerns: _RefType['SubjectConnection'], confirmedBy: _RefType['ActConnection'], confirms: _RefType['ActConnection'], discussedIn: _RefType['ActConnection'], eases: _RefType['MeasureConnection'], endedBy: _RefType['ActConnection'], ends: _RefType['ActConnection'], extends: _RefType['ActConnection'], follows: _RefType['ActConnection'], implements: _RefType['AgreementConnection'], partOf: _RefType['EventConnection'], participants: _RefType['ActorParticipationConnection'], parts: _RefType['EventConnection'], precedes: _RefType['ActConnection'], respondedToBy: _RefType['ActConnection'], respondsTo: _RefType['ActConnection'], suspends: _RefType['MeasureConnection'] } )
    | ( Omit<Measure, 'affects' | 'amendedBy' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'confirmedBy' | 'confirms' | 'covers' | 'discussedIn' | 'easedBy' | 'eases' | 'endedBy' | 'ends' | 'exempts' | 'extendedBy' | 'extends' | 'follows' | 'implements' | 'imposedBy' | 'partOf' | 'parts' | 'precedes' | 'raisedBy' | 'raises' | 'replacedBy' | 'replaces' | 'respondedToBy' | 'respondsTo' | 'retaliatedBy' | 'retaliatesAgainst' | 'statusOn' | 'suspendedBy' | 'suspends' | 'targets'> & { affects: _RefType['EntityImpactConnection'], amendedBy: _RefType['ActConnection'], amends: _RefType['ActConnection'], causedBy: _RefType['ActConnection'], causes: _RefType['ActConnection'], claims: _RefType['ClaimAboutConnection'], confirmedBy: _RefType['ActConnection'], confirms: _RefType['ActConnection'], covers: _RefType['CommodityCoverageConnection'], discussedIn: _RefType['ActConnection'], easedBy: _RefType['ActConnection'], eases: _RefType['MeasureConnection'], endedBy: _RefType['ActConnection'], ends: _RefType['ActConnection'], exempts: _RefType['ActorConnection'], extendedBy: _RefType['ActConnection'], extends: _RefType['ActConnection'], follows: _RefType['ActConnection'], implements: _RefType['AgreementConnection'], imposedBy: _RefType['AuthorityConnection'], partOf: _RefType['MeasureConnection'], parts: _RefType['MeasureConnection'], precedes: _RefType['ActConnection'], raisedBy: _RefType['MeasureConnection'], raises: _RefType['MeasureConnection'], replacedBy: _RefType['MeasureConnection'], replaces: _RefType['MeasureConnection'], respondedToBy: _RefType['ActConnection'], respondsTo: _RefType['ActConnection'], retaliatedBy: _RefType['MeasureConnection'], retaliatesAgainst: _RefType['MeasureConnection'], statusOn: _RefType['StatusOn'], suspendedBy: _RefType['ActConnection'], suspends: _RefType['MeasureConnection'], targets: _RefType['ActorConnection'] } )
  ;
  Actor:
    | ( Omit<Agency, 'affectedBy' | 'agencies' | 'claims' | 'commitments' | 'discussedIn' | 'exemptedFrom' | 'imposes' | 'officeHolders' | 'partOf' | 'participatesIn' | 'targetedBy'> & { affectedBy: _RefType['ActImpactConnection'], agencies: _RefType['AgencyConnection'], claims: _RefType['ClaimAboutConnection'], commitments: _RefType['CommitmentConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], imposes: _RefType['MeasureConnection'], officeHolders: _RefType['PersonOfficeConnection'], partOf: _RefType['AuthorityConnection'], participatesIn: _RefType['ActParticipationConnection'], targetedBy: _RefType['MeasureConnection'] } )
    | ( Omit<Country, 'affectedBy' | 'agencies' | 'claims' | 'commitments' | 'discussedIn' | 'exemptedFrom' | 'firms' | 'imposes' | 'members' | 'officeHolders' | 'partOf' | 'participatesIn' | 'produces' | 'targetedBy' | 'uses'> & { affectedBy: _RefType['ActImpactConnection'], agencies: _RefType['AgencyConnection'], claims: _RefType['ClaimAboutConnection'], commitments: _RefType['CommitmentConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], firms: _RefType['FirmConnection'], imposes: _RefType['MeasureConnection'], members: _RefType['CountryConnection'], officeHolders: _RefType['PersonOfficeConnection'], partOf: _RefType['CountryConnection'], participatesIn: _RefType['ActParticipationConnection'], produces: _RefType['CommodityQuantityConnection'], targetedBy: _RefType['MeasureConnection'], uses: _RefType['CommodityQuantityConnection'] } )
    | ( Omit<Firm, 'affectedBy' | 'claims' | 'discussedIn' | 'exemptedFrom' | 'headquarters' | 'officeHolders' | 'parents' | 'participatesIn' | 'produces' | 'subsidiaries' | 'targetedBy' | 'uses'> & { affectedBy: _RefType['ActImpactConnection'], claims: _RefType['ClaimAboutConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], headquarters: _RefType['CountryConnection'], officeHolders: _RefType['PersonOfficeConnection'], parents: _RefType['FirmConnection'], participatesIn: _RefType['ActParticipationConnection'], produces: _RefType['CommodityQuantityConnection'], subsidiaries: _RefType['FirmConnection'], targetedBy: _RefType['MeasureConnection'], uses: _RefType['CommodityQuantityConnection'] } )
    | ( Omit<Person, 'affectedBy' | 'claims' | 'discussedIn' | 'exemptedFrom' | 'offices' | 'participatesIn' | 'targetedBy'> & { affectedBy: _RefType['ActImpactConnection'], claims: _RefType['ClaimAboutConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], offices: _RefType['ActorOfficeConnection'], participatesIn: _RefType['ActParticipationConnection'], targetedBy: _RefType['MeasureConnection'] } )
  ;
  Authority:
    | ( Omit<Agency, 'affectedBy' | 'agencies' | 'claims' | 'commitments' | 'discussedIn' | 'exemptedFrom' | 'imposes' | 'officeHolders' | 'partOf' | 'participatesIn' | 'targetedBy'> & { affectedBy: _RefType['ActImpactConnection'], agencies: _RefType['AgencyConnection'], claims: _RefType['ClaimAboutConnection'], commitments: _RefType['CommitmentConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], imposes: _RefType['MeasureConnection'], officeHolders: _RefType['PersonOfficeConnection'], partOf: _RefType['AuthorityConnection'], participatesIn: _RefType['ActParticipationConnection'], targetedBy: _RefType['MeasureConnection'] } )
    | ( Omit<Country, 'affectedBy' | 'agencies' | 'claims' | 'commitments' | 'discussedIn' | 'exemptedFrom' | 'firms' | 'imposes' | 'members' | 'officeHolders' | 'partOf' | 'participatesIn' | 'produces' | 'targetedBy' | 'uses'> & { affectedBy: _RefType['ActImpactConnection'], agencies: _RefType['AgencyConnection'], claims: _RefType['ClaimAboutConnection'], commitments: _RefType['CommitmentConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], firms: _RefType['FirmConnection'], imposes: _RefType['MeasureConnection'], members: _RefType['CountryConnection'], officeHolders: _RefType['PersonOfficeConnection'], partOf: _RefType['CountryConnection'], participatesIn: _RefType['ActParticipationConnection'], produces: _RefType['CommodityQuantityConnection'], targetedBy: _RefType['MeasureConnection'], uses: _RefType['CommodityQuantityConnection'] } )
  ;
  DatedEdge:
    | ( Omit<ActEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Act'] } )
    | ( Omit<ActImpactEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Act'] } )
    | ( Omit<ActParticipationEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Act'] } )
    | ( Omit<ActorEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Actor'] } )
    | ( Omit<ActorOfficeEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Actor'] } )
    | ( Omit<ActorParticipationEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Actor'] } )
    | ( Omit<ActorQuantityEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Actor'] } )
    | ( Omit<AgencyEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Agency'] } )
    | ( Omit<AgreementEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Agreement'] } )
    | ( Omit<AuthorityEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Authority'] } )
    | ( Omit<CommitmentEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Commitment'] } )
    | ( Omit<CommodityCoverageEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Commodity'] } )
    | ( Omit<CommodityEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Commodity'] } )
    | ( Omit<CommodityQuantityEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Commodity'] } )
    | ( Omit<CountryEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Country'] } )
    | ( Omit<DecidingEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Act'] } )
    | ( Omit<EntityImpactEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Entity'] } )
    | ( Omit<EventEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Event'] } )
    | ( Omit<FirmEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Firm'] } )
    | ( Omit<MeasureCoverageEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Measure'] } )
    | ( Omit<MeasureEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Measure'] } )
    | ( Omit<PersonEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Person'] } )
    | ( Omit<PersonOfficeEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Person'] } )
    | ( Omit<Relationship, 'claims' | 'from' | 'to'> & { claims: Array<_RefType['Claim']>, from: _RefType['Node'], to: _RefType['Node'] } )
    | ( Omit<SubjectEdge, 'claims' | 'node'> & { claims: Array<_RefType['Claim']>, node: _RefType['Subject'] } )
  ;
  Entity:
    | ( Omit<Agency, 'affectedBy' | 'agencies' | 'claims' | 'commitments' | 'discussedIn' | 'exemptedFrom' | 'imposes' | 'officeHolders' | 'partOf' | 'participatesIn' | 'targetedBy'> & { affectedBy: _RefType['ActImpactConnection'], agencies: _RefType['AgencyConnection'], claims: _RefType['ClaimAboutConnection'], commitments: _RefType['CommitmentConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], imposes: _RefType['MeasureConnection'], officeHolders: _RefType['PersonOfficeConnection'], partOf: _RefType['AuthorityConnection'], participatesIn: _RefType['ActParticipationConnection'], targetedBy: _RefType['MeasureConnection'] } )
    | ( Omit<Commodity, 'affectedBy' | 'claims' | 'coveredBy' | 'discussedIn' | 'partOf' | 'parts' | 'producers' | 'users'> & { affectedBy: _RefType['ActImpactConnection'], claims: _RefType['ClaimAboutConnection'], coveredBy: _RefType['MeasureCoverageConnection'], discussedIn: _RefType['ActConnection'], partOf: _RefType['CommodityConnection'], parts: _RefType['CommodityConnection'], producers: _RefType['ActorQuantityConnection'], users: _RefType['ActorQuantityConnection'] } )
    | ( Omit<Country, 'affectedBy' | 'agencies' | 'claims' | 'commitments' | 'discussedIn' | 'exemptedFrom' | 'firms' | 'imposes' | 'members' | 'officeHolders' | 'partOf' | 'participatesIn' | 'produces' | 'targetedBy' | 'uses'> & { affectedBy: _RefType['ActImpactConnection'], agencies: _RefType['AgencyConnection'], claims: _RefType['ClaimAboutConnection'], commitments: _RefType['CommitmentConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], firms: _RefType['FirmConnection'], imposes: _RefType['MeasureConnection'], members: _RefType['CountryConnection'], officeHolders: _RefType['PersonOfficeConnection'], partOf: _RefType['CountryConnection'], participatesIn: _RefType['ActParticipationConnection'], produces: _RefType['CommodityQuantityConnection'], targetedBy: _RefType['MeasureConnection'], uses: _RefType['CommodityQuantityConnection'] } )
    | ( Omit<Firm, 'affectedBy' | 'claims' | 'discussedIn' | 'exemptedFrom' | 'headquarters' | 'officeHolders' | 'parents' | 'participatesIn' | 'produces' | 'subsidiaries' | 'targetedBy' | 'uses'> & { affectedBy: _RefType['ActImpactConnection'], claims: _RefType['ClaimAboutConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], headquarters: _RefType['CountryConnection'], officeHolders: _RefType['PersonOfficeConnection'], parents: _RefType['FirmConnection'], participatesIn: _RefType['ActParticipationConnection'], produces: _RefType['CommodityQuantityConnection'], subsidiaries: _RefType['FirmConnection'], targetedBy: _RefType['MeasureConnection'], uses: _RefType['CommodityQuantityConnection'] } )
    | ( Omit<Person, 'affectedBy' | 'claims' | 'discussedIn' | 'exemptedFrom' | 'offices' | 'participatesIn' | 'targetedBy'> & { affectedBy: _RefType['ActImpactConnection'], claims: _RefType['ClaimAboutConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], offices: _RefType['ActorOfficeConnection'], participatesIn: _RefType['ActParticipationConnection'], targetedBy: _RefType['MeasureConnection'] } )
  ;
  Node:
    | ( Omit<Agency, 'affectedBy' | 'agencies' | 'claims' | 'commitments' | 'discussedIn' | 'exemptedFrom' | 'imposes' | 'officeHolders' | 'partOf' | 'participatesIn' | 'targetedBy'> & { affectedBy: _RefType['ActImpactConnection'], agencies: _RefType['AgencyConnection'], claims: _RefType['ClaimAboutConnection'], commitments: _RefType['CommitmentConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], imposes: _RefType['MeasureConnection'], officeHolders: _RefType['PersonOfficeConnection'], partOf: _RefType['AuthorityConnection'], participatesIn: _RefType['ActParticipationConnection'], targetedBy: _RefType['MeasureConnection'] } )
    | ( Omit<Agreement, 'affects' | 'amendedBy' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'commitments' | 'concerns' | 'confirmedBy' | 'confirms' | 'discussedIn' | 'eases' | 'endedBy' | 'ends' | 'extendedBy' | 'extends' | 'follows' | 'implementedBy' | 'implements' | 'participants' | 'precedes' | 'respondedToBy' | 'respondsTo' | 'suspends'> & { affects: _RefType['EntityImpactConnection'], amendedBy: _RefType['ActConnection'], amends: _RefType['ActConnection'], causedBy: _RefType['ActConnection'], causes: _RefType['ActConnection'], claims: _RefType['ClaimAboutConnection'], commitments: _RefType['CommitmentConnection'], concerns: _RefType['SubjectConnection'], confirmedBy: _RefType['ActConnection'], confirms: _RefType['ActConnection'], discussedIn: _RefType['ActConnection'], eases: _RefType['MeasureConnection'], endedBy: _RefType['ActConnection'], ends: _RefType['ActConnection'], extendedBy: _RefType['ActConnection'], extends: _RefType['ActConnection'], follows: _RefType['ActConnection'], implementedBy: _RefType['ActConnection'], implements: _RefType['AgreementConnection'], participants: _RefType['ActorParticipationConnection'], precedes: _RefType['ActConnection'], respondedToBy: _RefType['ActConnection'], respondsTo: _RefType['ActConnection'], suspends: _RefType['MeasureConnection'] } )
    | ( Omit<Claim, 'about' | 'contradicts' | 'source'> & { about: _RefType['SubjectAboutConnection'], contradicts: _RefType['ClaimConnection'], source: _RefType['Source'] } )
    | ( Omit<Commitment, 'affects' | 'agreement' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'concerns' | 'confirmedBy' | 'confirms' | 'discussedIn' | 'eases' | 'endedBy' | 'ends' | 'extends' | 'follows' | 'implements' | 'precedes' | 'respondedToBy' | 'respondsTo' | 'suspends' | 'undertakenBy'> & { affects: _RefType['EntityImpactConnection'], agreement?: Maybe<_RefType['Agreement']>, amends: _RefType['ActConnection'], causedBy: _RefType['ActConnection'], causes: _RefType['ActConnection'], claims: _RefType['ClaimAboutConnection'], concerns: _RefType['SubjectConnection'], confirmedBy: _RefType['ActConnection'], confirms: _RefType['ActConnection'], discussedIn: _RefType['ActConnection'], eases: _RefType['MeasureConnection'], endedBy: _RefType['ActConnection'], ends: _RefType['ActConnection'], extends: _RefType['ActConnection'], follows: _RefType['ActConnection'], implements: _RefType['AgreementConnection'], precedes: _RefType['ActConnection'], respondedToBy: _RefType['ActConnection'], respondsTo: _RefType['ActConnection'], suspends: _RefType['MeasureConnection'], undertakenBy: _RefType['AuthorityConnection'] } )
    | ( Omit<Commodity, 'affectedBy' | 'claims' | 'coveredBy' | 'discussedIn' | 'partOf' | 'parts' | 'producers' | 'users'> & { affectedBy: _RefType['ActImpactConnection'], claims: _RefType['ClaimAboutConnection'], coveredBy: _RefType['MeasureCoverageConnection'], discussedIn: _RefType['ActConnection'], partOf: _RefType['CommodityConnection'], parts: _RefType['CommodityConnection'], producers: _RefType['ActorQuantityConnection'], users: _RefType['ActorQuantityConnection'] } )
    | ( Omit<Country, 'affectedBy' | 'agencies' | 'claims' | 'commitments' | 'discussedIn' | 'exemptedFrom' | 'firms' | 'imposes' | 'members' | 'officeHolders' | 'partOf' | 'participatesIn' | 'produces' | 'targetedBy' | 'uses'> & { affectedBy: _RefType['ActImpactConnection'], agencies: _RefType['AgencyConnection'], claims: _RefType['ClaimAboutConnection'], commitments: _RefType['CommitmentConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], firms: _RefType['FirmConnection'], imposes: _RefType['MeasureConnection'], members: _RefType['CountryConnection'], officeHolders: _RefType['PersonOfficeConnection'], partOf: _RefType['CountryConnection'], participatesIn: _RefType['ActParticipationConnection'], produces: _RefType['CommodityQuantityConnection'], targetedBy: _RefType['MeasureConnection'], uses: _RefType['CommodityQuantityConnection'] } )
    | ( Omit<Event, 'affects' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'concerns' | 'confirmedBy' | 'confirms' | 'discussedIn' | 'eases' | 'endedBy' | 'ends' | 'extends' | 'follows' | 'implements' | 'partOf' | 'participants' | 'parts' | 'precedes' | 'respondedToBy' | 'respondsTo' | 'suspends'> & { affects: _RefType['EntityImpactConnection'], amends: _RefType['ActConnection'], causedBy: _RefType['ActConnection'], causes: _RefType['ActConnection'], claims: _RefType['ClaimAboutConnection'], concerns: _RefType['SubjectConnection'], confirmedBy: _RefType['ActConnection'], confirms: _RefType['ActConnection'], discussedIn: _RefType['ActConnection'], eases: _RefType['MeasureConnection'], endedBy: _RefType['ActConnection'], ends: _RefType['ActConnection'], extends: _RefType['ActConnection'], follows: _RefType['ActConnection'], implements: _RefType['AgreementConnection'], partOf: _RefType['EventConnection'], participants: _RefType['ActorParticipationConnection'], parts: _RefType['EventConnection'], precedes: _RefType['ActConnection'], respondedToBy: _RefType['ActConnection'], respondsTo: _RefType['ActConnection'], suspends: _RefType['MeasureConnection'] } )
    | ( Omit<Firm, 'affectedBy' | 'claims' | 'discussedIn' | 'exemptedFrom' | 'headquarters' | 'officeHolders' | 'parents' | 'participatesIn' | 'produces' | 'subsidiaries' | 'targetedBy' | 'uses'> & { affectedBy: _RefType['ActImpactConnection'], claims: _RefType['ClaimAboutConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], headquarters: _RefType['CountryConnection'], officeHolders: _RefType['PersonOfficeConnection'], parents: _RefType['FirmConnection'], participatesIn: _RefType['ActParticipationConnection'], produces: _RefType['CommodityQuantityConnection'], subsidiaries: _RefType['FirmConnection'], targetedBy: _RefType['MeasureConnection'], uses: _RefType['CommodityQuantityConnection'] } )
    | ( Omit<Measure, 'affects' | 'amendedBy' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'confirmedBy' | 'confirms' | 'covers' | 'discussedIn' | 'easedBy' | 'eases' | 'endedBy' | 'ends' | 'exempts' | 'extendedBy' | 'extends' | 'follows' | 'implements' | 'imposedBy' | 'partOf' | 'parts' | 'precedes' | 'raisedBy' | 'raises' | 'replacedBy' | 'replaces' | 'respondedToBy' | 'respondsTo' | 'retaliatedBy' | 'retaliatesAgainst' | 'statusOn' | 'suspendedBy' | 'suspends' | 'targets'> & { affects: _RefType['EntityImpactConnection'], amendedBy: _RefType['ActConnection'], amends: _RefType['ActConnection'], causedBy: _RefType['ActConnection'], causes: _RefType['ActConnection'], claims: _RefType['ClaimAboutConnection'], confirmedBy: _RefType['ActConnection'], confirms: _RefType['ActConnection'], covers: _RefType['CommodityCoverageConnection'], discussedIn: _RefType['ActConnection'], easedBy: _RefType['ActConnection'], eases: _RefType['MeasureConnection'], endedBy: _RefType['ActConnection'], ends: _RefType['ActConnection'], exempts: _RefType['ActorConnection'], extendedBy: _RefType['ActConnection'], extends: _RefType['ActConnection'], follows: _RefType['ActConnection'], implements: _RefType['AgreementConnection'], imposedBy: _RefType['AuthorityConnection'], partOf: _RefType['MeasureConnection'], parts: _RefType['MeasureConnection'], precedes: _RefType['ActConnection'], raisedBy: _RefType['MeasureConnection'], raises: _RefType['MeasureConnection'], replacedBy: _RefType['MeasureConnection'], replaces: _RefType['MeasureConnection'], respondedToBy: _RefType['ActConnection'], respondsTo: _RefType['ActConnection'], retaliatedBy: _RefType['MeasureConnection'], retaliatesAgainst: _RefType['MeasureConnection'], statusOn: _RefType['StatusOn'], suspendedBy: _RefType['ActConnection'], suspends: _RefType['MeasureConnection'], targets: _RefType['ActorConnection'] } )
    | ( Omit<Person, 'affectedBy' | 'claims' | 'discussedIn' | 'exemptedFrom' | 'offices' | 'participatesIn' | 'targetedBy'> & { affectedBy: _RefType['ActImpactConnection'], claims: _RefType['ClaimAboutConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], offices: _RefType['ActorOfficeConnection'], participatesIn: _RefType['ActParticipationConnection'], targetedBy: _RefType['MeasureConnection'] } )
    | ( Omit<Source, 'claims'> & { claims: _RefType['ClaimConnection'] } )
  ;
  Subject:
    | ( Omit<Agency, 'affectedBy' | 'agencies' | 'claims' | 'commitments' | 'discussedIn' | 'exemptedFrom' | 'imposes' | 'officeHolders' | 'partOf' | 'participatesIn' | 'targetedBy'> & { affectedBy: _RefType['ActImpactConnection'], agencies: _RefType['AgencyConnection'], claims: _RefType['ClaimAboutConnection'], commitments: _RefType['CommitmentConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], imposes: _RefType['MeasureConnection'], officeHolders: _RefType['PersonOfficeConnection'], partOf: _RefType['AuthorityConnection'], participatesIn: _RefType['ActParticipationConnection'], targetedBy: _RefType['MeasureConnection'] } )
    | ( Omit<Agreement, 'affects' | 'amendedBy' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'commitments' | 'concerns' | 'confirmedBy' | 'confirms' | 'discussedIn' | 'eases' | 'endedBy' | 'ends' | 'extendedBy' | 'extends' | 'follows' | 'implementedBy' | 'implements' | 'participants' | 'precedes' | 'respondedToBy' | 'respondsTo' | 'suspends'> & { affects: _RefType['EntityImpactConnection'], amendedBy: _RefType['ActConnection'], amends: _RefType['ActConnection'], causedBy: _RefType['ActConnection'], causes: _RefType['ActConnection'], claims: _RefType['ClaimAboutConnection'], commitments: _RefType['CommitmentConnection'], concerns: _RefType['SubjectConnection'], confirmedBy: _RefType['ActConnection'], confirms: _RefType['ActConnection'], discussedIn: _RefType['ActConnection'], eases: _RefType['MeasureConnection'], endedBy: _RefType['ActConnection'], ends: _RefType['ActConnection'], extendedBy: _RefType['ActConnection'], extends: _RefType['ActConnection'], follows: _RefType['ActConnection'], implementedBy: _RefType['ActConnection'], implements: _RefType['AgreementConnection'], participants: _RefType['ActorParticipationConnection'], precedes: _RefType['ActConnection'], respondedToBy: _RefType['ActConnection'], respondsTo: _RefType['ActConnection'], suspends: _RefType['MeasureConnection'] } )
    | ( Omit<Commitment, 'affects' | 'agreement' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'concerns' | 'confirmedBy' | 'confirms' | 'discussedIn' | 'eases' | 'endedBy' | 'ends' | 'extends' | 'follows' | 'implements' | 'precedes' | 'respondedToBy' | 'respondsTo' | 'suspends' | 'undertakenBy'> & { affects: _RefType['EntityImpactConnection'], agreement?: Maybe<_RefType['Agreement']>, amends: _RefType['ActConnection'], causedBy: _RefType['ActConnection'], causes: _RefType['ActConnection'], claims: _RefType['ClaimAboutConnection'], concerns: _RefType['SubjectConnection'], confirmedBy: _RefType['ActConnection'], confirms: _RefType['ActConnection'], discussedIn: _RefType['ActConnection'], eases: _RefType['MeasureConnection'], endedBy: _RefType['ActConnection'], ends: _RefType['ActConnection'], extends: _RefType['ActConnection'], follows: _RefType['ActConnection'], implements: _RefType['AgreementConnection'], precedes: _RefType['ActConnection'], respondedToBy: _RefType['ActConnection'], respondsTo: _RefType['ActConnection'], suspends: _RefType['MeasureConnection'], undertakenBy: _RefType['AuthorityConnection'] } )
    | ( Omit<Commodity, 'affectedBy' | 'claims' | 'coveredBy' | 'discussedIn' | 'partOf' | 'parts' | 'producers' | 'users'> & { affectedBy: _RefType['ActImpactConnection'], claims: _RefType['ClaimAboutConnection'], coveredBy: _RefType['MeasureCoverageConnection'], discussedIn: _RefType['ActConnection'], partOf: _RefType['CommodityConnection'], parts: _RefType['CommodityConnection'], producers: _RefType['ActorQuantityConnection'], users: _RefType['ActorQuantityConnection'] } )
    | ( Omit<Country, 'affectedBy' | 'agencies' | 'claims' | 'commitments' | 'discussedIn' | 'exemptedFrom' | 'firms' | 'imposes' | 'members' | 'officeHolders' | 'partOf' | 'participatesIn' | 'produces' | 'targetedBy' | 'uses'> & { affectedBy: _RefType['ActImpactConnection'], agencies: _RefType['AgencyConnection'], claims: _RefType['ClaimAboutConnection'], commitments: _RefType['CommitmentConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], firms: _RefType['FirmConnection'], imposes: _RefType['MeasureConnection'], members: _RefType['CountryConnection'], officeHolders: _RefType['PersonOfficeConnection'], partOf: _RefType['CountryConnection'], participatesIn: _RefType['ActParticipationConnection'], produces: _RefType['CommodityQuantityConnection'], targetedBy: _RefType['MeasureConnection'], uses: _RefType['CommodityQuantityConnection'] } )
    | ( Omit<Event, 'affects' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'concerns' | 'confirmedBy' | 'confirms' | 'discussedIn' | 'eases' | 'endedBy' | 'ends' | 'extends' | 'follows' | 'implements' | 'partOf' | 'participants' | 'parts' | 'precedes' | 'respondedToBy' | 'respondsTo' | 'suspends'> & { affects: _RefType['EntityImpactConnection'], amends: _RefType['ActConnection'], causedBy: _RefType['ActConnection'], causes: _RefType['ActConnection'], claims: _RefType['ClaimAboutConnection'], concerns: _RefType['SubjectConnection'], confirmedBy: _RefType['ActConnection'], confirms: _RefType['ActConnection'], discussedIn: _RefType['ActConnection'], eases: _RefType['MeasureConnection'], endedBy: _RefType['ActConnection'], ends: _RefType['ActConnection'], extends: _RefType['ActConnection'], follows: _RefType['ActConnection'], implements: _RefType['AgreementConnection'], partOf: _RefType['EventConnection'], participants: _RefType['ActorParticipationConnection'], parts: _RefType['EventConnection'], precedes: _RefType['ActConnection'], respondedToBy: _RefType['ActConnection'], respondsTo: _RefType['ActConnection'], suspends: _RefType['MeasureConnection'] } )
    | ( Omit<Firm, 'affectedBy' | 'claims' | 'discussedIn' | 'exemptedFrom' | 'headquarters' | 'officeHolders' | 'parents' | 'participatesIn' | 'produces' | 'subsidiaries' | 'targetedBy' | 'uses'> & { affectedBy: _RefType['ActImpactConnection'], claims: _RefType['ClaimAboutConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], headquarters: _RefType['CountryConnection'], officeHolders: _RefType['PersonOfficeConnection'], parents: _RefType['FirmConnection'], participatesIn: _RefType['ActParticipationConnection'], produces: _RefType['CommodityQuantityConnection'], subsidiaries: _RefType['FirmConnection'], targetedBy: _RefType['MeasureConnection'], uses: _RefType['CommodityQuantityConnection'] } )
    | ( Omit<Measure, 'affects' | 'amendedBy' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'confirmedBy' | 'confirms' | 'covers' | 'discussedIn' | 'easedBy' | 'eases' | 'endedBy' | 'ends' | 'exempts' | 'extendedBy' | 'extends' | 'follows' | 'implements' | 'imposedBy' | 'partOf' | 'parts' | 'precedes' | 'raisedBy' | 'raises' | 'replacedBy' | 'replaces' | 'respondedToBy' | 'respondsTo' | 'retaliatedBy' | 'retaliatesAgainst' | 'statusOn' | 'suspendedBy' | 'suspends' | 'targets'> & { affects: _RefType['EntityImpactConnection'], amendedBy: _RefType['ActConnection'], amends: _RefType['ActConnection'], causedBy: _RefType['ActConnection'], causes: _RefType['ActConnection'], claims: _RefType['ClaimAboutConnection'], confirmedBy: _RefType['ActConnection'], confirms: _RefType['ActConnection'], covers: _RefType['CommodityCoverageConnection'], discussedIn: _RefType['ActConnection'], easedBy: _RefType['ActConnection'], eases: _RefType['MeasureConnection'], endedBy: _RefType['ActConnection'], ends: _RefType['ActConnection'], exempts: _RefType['ActorConnection'], extendedBy: _RefType['ActConnection'], extends: _RefType['ActConnection'], follows: _RefType['ActConnection'], implements: _RefType['AgreementConnection'], imposedBy: _RefType['AuthorityConnection'], partOf: _RefType['MeasureConnection'], parts: _RefType['MeasureConnection'], precedes: _RefType['ActConnection'], raisedBy: _RefType['MeasureConnection'], raises: _RefType['MeasureConnection'], replacedBy: _RefType['MeasureConnection'], replaces: _RefType['MeasureConnection'], respondedToBy: _RefType['ActConnection'], respondsTo: _RefType['ActConnection'], retaliatedBy: _RefType['MeasureConnection'], retaliatesAgainst: _RefType['MeasureConnection'], statusOn: _RefType['StatusOn'], suspendedBy: _RefType['ActConnection'], suspends: _RefType['MeasureConnection'], targets: _RefType['ActorConnection'] } )
    | ( Omit<Person, 'affectedBy' | 'claims' | 'discussedIn' | 'exemptedFrom' | 'offices' | 'participatesIn' | 'targetedBy'> & { affectedBy: _RefType['ActImpactConnection'], claims: _RefType['ClaimAboutConnection'], discussedIn: _RefType['ActConnection'], exemptedFrom: _RefType['MeasureConnection'], offices: _RefType['ActorOfficeConnection'], participatesIn: _RefType['ActParticipationConnection'], targetedBy: _RefType['MeasureConnection'] } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AboutEdgeFilter: AboutEdgeFilter;
  Act: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Act']>;
  ActConnection: ResolverTypeWrapper<Omit<ActConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ActEdge']>, nodes: Array<ResolversTypes['Act']> }>;
  ActEdge: ResolverTypeWrapper<Omit<ActEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Act'] }>;
  ActEdgeOrder: ActEdgeOrder;
  ActEdgeOrderField: ActEdgeOrderField;
  ActFilter: ActFilter;
  ActImpactConnection: ResolverTypeWrapper<Omit<ActImpactConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ActImpactEdge']>, nodes: Array<ResolversTypes['Act']> }>;
  ActImpactEdge: ResolverTypeWrapper<Omit<ActImpactEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Act'] }>;
  ActImpactEdgeOrder: ActImpactEdgeOrder;
  ActImpactEdgeOrderField: ActImpactEdgeOrderField;
  ActImpactReach: ActImpactReach;
  ActParticipationConnection: ResolverTypeWrapper<Omit<ActParticipationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ActParticipationEdge']>, nodes: Array<ResolversTypes['Act']> }>;
  ActParticipationEdge: ResolverTypeWrapper<Omit<ActParticipationEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Act'] }>;
  ActParticipationEdgeOrder: ActParticipationEdgeOrder;
  ActParticipationEdgeOrderField: ActParticipationEdgeOrderField;
  ActParticipationReach: ActParticipationReach;
  ActReach: ActReach;
  Actor: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Actor']>;
  ActorConnection: ResolverTypeWrapper<Omit<ActorConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ActorEdge']>, nodes: Array<ResolversTypes['Actor']> }>;
  ActorEdge: ResolverTypeWrapper<Omit<ActorEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Actor'] }>;
  ActorEdgeOrder: ActorEdgeOrder;
  ActorEdgeOrderField: ActorEdgeOrderField;
  ActorFilter: ActorFilter;
  ActorOfficeConnection: ResolverTypeWrapper<Omit<ActorOfficeConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ActorOfficeEdge']>, nodes: Array<ResolversTypes['Actor']> }>;
  ActorOfficeEdge: ResolverTypeWrapper<Omit<ActorOfficeEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Actor'] }>;
  ActorOfficeEdgeOrder: ActorOfficeEdgeOrder;
  ActorOfficeEdgeOrderField: ActorOfficeEdgeOrderField;
  ActorOfficeReach: ActorOfficeReach;
  ActorParticipationConnection: ResolverTypeWrapper<Omit<ActorParticipationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ActorParticipationEdge']>, nodes: Array<ResolversTypes['Actor']> }>;
  ActorParticipationEdge: ResolverTypeWrapper<Omit<ActorParticipationEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Actor'] }>;
  ActorParticipationEdgeOrder: ActorParticipationEdgeOrder;
  ActorParticipationEdgeOrderField: ActorParticipationEdgeOrderField;
  ActorParticipationReach: ActorParticipationReach;
  ActorQuantityConnection: ResolverTypeWrapper<Omit<ActorQuantityConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ActorQuantityEdge']>, nodes: Array<ResolversTypes['Actor']> }>;
  ActorQuantityEdge: ResolverTypeWrapper<Omit<ActorQuantityEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Actor'] }>;
  ActorQuantityEdgeOrder: ActorQuantityEdgeOrder;
  ActorQuantityEdgeOrderField: ActorQuantityEdgeOrderField;
  ActorQuantityReach: ActorQuantityReach;
  ActorReach: ActorReach;
  Agency: ResolverTypeWrapper<Omit<Agency, 'affectedBy' | 'agencies' | 'claims' | 'commitments' | 'discussedIn' | 'exemptedFrom' | 'imposes' | 'officeHolders' | 'partOf' | 'participatesIn' | 'targetedBy'> & { affectedBy: ResolversTypes['ActImpactConnection'], agencies: ResolversTypes['AgencyConnection'], claims: ResolversTypes['ClaimAboutConnection'], commitments: ResolversTypes['CommitmentConnection'], discussedIn: ResolversTypes['ActConnection'], exemptedFrom: ResolversTypes['MeasureConnection'], imposes: ResolversTypes['MeasureConnection'], officeHolders: ResolversTypes['PersonOfficeConnection'], partOf: ResolversTypes['AuthorityConnection'], participatesIn: ResolversTypes['ActParticipationConnection'], targetedBy: ResolversTypes['MeasureConnection'] }>;
  AgencyConnection: ResolverTypeWrapper<Omit<AgencyConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['AgencyEdge']>, nodes: Array<ResolversTypes['Agency']> }>;
  AgencyEdge: ResolverTypeWrapper<Omit<AgencyEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Agency'] }>;
  AgencyEdgeOrder: AgencyEdgeOrder;
  AgencyEdgeOrderField: AgencyEdgeOrderField;
  AgencyFilter: AgencyFilter;
  AgencyKind: AgencyKind;
  AgencyOrder: AgencyOrder;
  AgencyOrderField: AgencyOrderField;
  AgencyReach: AgencyReach;
  Agreement: ResolverTypeWrapper<Omit<Agreement, 'affects' | 'amendedBy' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'commitments' | 'concerns' | 'confirmedBy' | 'confirms' | 'discussedIn' | 'eases' | 'endedBy' | 'ends' | 'extendedBy' | 'extends' | 'follows' | 'implementedBy' | 'implements' | 'participants' | 'precedes' | 'respondedToBy' | 'respondsTo' | 'suspends'> & { affects: ResolversTypes['EntityImpactConnection'], amendedBy: ResolversTypes['ActConnection'], amends: ResolversTypes['ActConnection'], causedBy: ResolversTypes['ActConnection'], causes: ResolversTypes['ActConnection'], claims: ResolversTypes['ClaimAboutConnection'], commitments: ResolversTypes['CommitmentConnection'], concerns: ResolversTypes['SubjectConnection'], confirmedBy: ResolversTypes['ActConnection'], confirms: ResolversTypes['ActConnection'], discussedIn: ResolversTypes['ActConnection'], eases: ResolversTypes['MeasureConnection'], endedBy: ResolversTypes['ActConnection'], ends: ResolversTypes['ActConnection'], extendedBy: ResolversTypes['ActConnection'], extends: ResolversTypes['ActConnection'], follows: ResolversTypes['ActConnection'], implementedBy: ResolversTypes['ActConnection'], implements: ResolversTypes['AgreementConnection'], participants: ResolversTypes['ActorParticipationConnection'], precedes: ResolversTypes['ActConnection'], respondedToBy: ResolversTypes['ActConnection'], respondsTo: ResolversTypes['ActConnection'], suspends: ResolversTypes['MeasureConnection'] }>;
  AgreementConnection: ResolverTypeWrapper<Omit<AgreementConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['AgreementEdge']>, nodes: Array<ResolversTypes['Agreement']> }>;
  AgreementEdge: ResolverTypeWrapper<Omit<AgreementEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Agreement'] }>;
  AgreementEdgeOrder: AgreementEdgeOrder;
  AgreementEdgeOrderField: AgreementEdgeOrderField;
  AgreementFilter: AgreementFilter;
  AgreementKind: AgreementKind;
  AgreementOrder: AgreementOrder;
  AgreementOrderField: AgreementOrderField;
  AgreementReach: AgreementReach;
  AgreementStatus: AgreementStatus;
  Authority: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Authority']>;
  AuthorityConnection: ResolverTypeWrapper<Omit<AuthorityConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['AuthorityEdge']>, nodes: Array<ResolversTypes['Authority']> }>;
  AuthorityEdge: ResolverTypeWrapper<Omit<AuthorityEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Authority'] }>;
  AuthorityEdgeOrder: AuthorityEdgeOrder;
  AuthorityEdgeOrderField: AuthorityEdgeOrderField;
  AuthorityFilter: AuthorityFilter;
  AuthorityReach: AuthorityReach;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Certainty: Certainty;
  Change: ResolverTypeWrapper<Omit<Change, 'claims' | 'node' | 'relationship'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Node'], relationship?: Maybe<ResolversTypes['Relationship']> }>;
  ChangeAxis: ChangeAxis;
  ChangeConnection: ResolverTypeWrapper<Omit<ChangeConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ChangeEdge']>, nodes: Array<ResolversTypes['Change']> }>;
  ChangeEdge: ResolverTypeWrapper<Omit<ChangeEdge, 'node'> & { node: ResolversTypes['Change'] }>;
  ChangeKind: ChangeKind;
  Claim: ResolverTypeWrapper<Omit<Claim, 'about' | 'contradicts' | 'source'> & { about: ResolversTypes['SubjectAboutConnection'], contradicts: ResolversTypes['ClaimConnection'], source: ResolversTypes['Source'] }>;
  ClaimAboutConnection: ResolverTypeWrapper<Omit<ClaimAboutConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ClaimAboutEdge']>, nodes: Array<ResolversTypes['Claim']> }>;
  ClaimAboutEdge: ResolverTypeWrapper<Omit<ClaimAboutEdge, 'node'> & { node: ResolversTypes['Claim'] }>;
  ClaimAboutEdgeOrder: ClaimAboutEdgeOrder;
  ClaimAboutEdgeOrderField: ClaimAboutEdgeOrderField;
  ClaimAboutReach: ClaimAboutReach;
  ClaimConnection: ResolverTypeWrapper<Omit<ClaimConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ClaimEdge']>, nodes: Array<ResolversTypes['Claim']> }>;
  ClaimEdge: ResolverTypeWrapper<Omit<ClaimEdge, 'node'> & { node: ResolversTypes['Claim'] }>;
  ClaimEdgeOrder: ClaimEdgeOrder;
  ClaimEdgeOrderField: ClaimEdgeOrderField;
  ClaimFilter: ClaimFilter;
  ClaimOrder: ClaimOrder;
  ClaimOrderField: ClaimOrderField;
  ClaimReach: ClaimReach;
  Commitment: ResolverTypeWrapper<Omit<Commitment, 'affects' | 'agreement' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'concerns' | 'confirmedBy' | 'confirms' | 'discussedIn' | 'eases' | 'endedBy' | 'ends' | 'extends' | 'follows' | 'implements' | 'precedes' | 'respondedToBy' | 'respondsTo' | 'suspends' | 'undertakenBy'> & { affects: ResolversTypes['EntityImpactConnection'], agreement?: Maybe<ResolversTypes['Agreement']>, amends: ResolversTypes['ActConnection'], causedBy: ResolversTypes['ActConnection'], causes: ResolversTypes['ActConnection'], claims: ResolversTypes['ClaimAboutConnection'], concerns: ResolversTypes['SubjectConnection'], confirmedBy: ResolversTypes['ActConnection'], confirms: ResolversTypes['ActConnection'], discussedIn: ResolversTypes['ActConnection'], eases: ResolversTypes['MeasureConnection'], endedBy: ResolversTypes['ActConnection'], ends: ResolversTypes['ActConnection'], extends: ResolversTypes['ActConnection'], follows: ResolversTypes['ActConnection'], implements: ResolversTypes['AgreementConnection'], precedes: ResolversTypes['ActConnection'], respondedToBy: ResolversTypes['ActConnection'], respondsTo: ResolversTypes['ActConnection'], suspends: ResolversTypes['MeasureConnection'], undertakenBy: ResolversTypes['AuthorityConnection'] }>;
  CommitmentConnection: ResolverTypeWrapper<Omit<CommitmentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CommitmentEdge']>, nodes: Array<ResolversTypes['Commitment']> }>;
  CommitmentEdge: ResolverTypeWrapper<Omit<CommitmentEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Commitment'] }>;
  CommitmentEdgeOrder: CommitmentEdgeOrder;
  CommitmentEdgeOrderField: CommitmentEdgeOrderField;
  CommitmentFilter: CommitmentFilter;
  CommitmentOrder: CommitmentOrder;
  CommitmentOrderField: CommitmentOrderField;
  CommitmentReach: CommitmentReach;
  CommitmentStatus: CommitmentStatus;
  Commodity: ResolverTypeWrapper<Omit<Commodity, 'affectedBy' | 'claims' | 'coveredBy' | 'discussedIn' | 'partOf' | 'parts' | 'producers' | 'users'> & { affectedBy: ResolversTypes['ActImpactConnection'], claims: ResolversTypes['ClaimAboutConnection'], coveredBy: ResolversTypes['MeasureCoverageConnection'], discussedIn: ResolversTypes['ActConnection'], partOf: ResolversTypes['CommodityConnection'], parts: ResolversTypes['CommodityConnection'], producers: ResolversTypes['ActorQuantityConnection'], users: ResolversTypes['ActorQuantityConnection'] }>;
  CommodityConnection: ResolverTypeWrapper<Omit<CommodityConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CommodityEdge']>, nodes: Array<ResolversTypes['Commodity']> }>;
  CommodityCoverageConnection: ResolverTypeWrapper<Omit<CommodityCoverageConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CommodityCoverageEdge']>, nodes: Array<ResolversTypes['Commodity']> }>;
  CommodityCoverageEdge: ResolverTypeWrapper<Omit<CommodityCoverageEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Commodity'] }>;
  CommodityCoverageEdgeOrder: CommodityCoverageEdgeOrder;
  CommodityCoverageEdgeOrderField: CommodityCoverageEdgeOrderField;
  CommodityCoverageReach: CommodityCoverageReach;
  CommodityEdge: ResolverTypeWrapper<Omit<CommodityEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Commodity'] }>;
  CommodityEdgeOrder: CommodityEdgeOrder;
  CommodityEdgeOrderField: CommodityEdgeOrderField;
  CommodityFilter: CommodityFilter;
  CommodityLevel: CommodityLevel;
  CommodityOrder: CommodityOrder;
  CommodityOrderField: CommodityOrderField;
  CommodityQuantityConnection: ResolverTypeWrapper<Omit<CommodityQuantityConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CommodityQuantityEdge']>, nodes: Array<ResolversTypes['Commodity']> }>;
  CommodityQuantityEdge: ResolverTypeWrapper<Omit<CommodityQuantityEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Commodity'] }>;
  CommodityQuantityEdgeOrder: CommodityQuantityEdgeOrder;
  CommodityQuantityEdgeOrderField: CommodityQuantityEdgeOrderField;
  CommodityQuantityReach: CommodityQuantityReach;
  CommodityReach: CommodityReach;
  Country: ResolverTypeWrapper<Omit<Country, 'affectedBy' | 'agencies' | 'claims' | 'commitments' | 'discussedIn' | 'exemptedFrom' | 'firms' | 'imposes' | 'members' | 'officeHolders' | 'partOf' | 'participatesIn' | 'produces' | 'targetedBy' | 'uses'> & { affectedBy: ResolversTypes['ActImpactConnection'], agencies: ResolversTypes['AgencyConnection'], claims: ResolversTypes['ClaimAboutConnection'], commitments: ResolversTypes['CommitmentConnection'], discussedIn: ResolversTypes['ActConnection'], exemptedFrom: ResolversTypes['MeasureConnection'], firms: ResolversTypes['FirmConnection'], imposes: ResolversTypes['MeasureConnection'], members: ResolversTypes['CountryConnection'], officeHolders: ResolversTypes['PersonOfficeConnection'], partOf: ResolversTypes['CountryConnection'], participatesIn: ResolversTypes['ActParticipationConnection'], produces: ResolversTypes['CommodityQuantityConnection'], targetedBy: ResolversTypes['MeasureConnection'], uses: ResolversTypes['CommodityQuantityConnection'] }>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CountryConnection: ResolverTypeWrapper<Omit<CountryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CountryEdge']>, nodes: Array<ResolversTypes['Country']> }>;
  CountryEdge: ResolverTypeWrapper<Omit<CountryEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Country'] }>;
  CountryEdgeOrder: CountryEdgeOrder;
  CountryEdgeOrderField: CountryEdgeOrderField;
  CountryFilter: CountryFilter;
  CountryKind: CountryKind;
  CountryOrder: CountryOrder;
  CountryOrderField: CountryOrderField;
  CountryReach: CountryReach;
  CoverageEdgeFilter: CoverageEdgeFilter;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateFilter: DateFilter;
  DatedEdge: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['DatedEdge']>;
  DecidingEdge: ResolverTypeWrapper<Omit<DecidingEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Act'] }>;
  DecidingEdgeType: DecidingEdgeType;
  Disagreement: ResolverTypeWrapper<Omit<Disagreement, 'about' | 'positions'> & { about: ResolversTypes['Subject'], positions: Array<ResolversTypes['Position']> }>;
  DisagreementConnection: ResolverTypeWrapper<Omit<DisagreementConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['DisagreementEdge']>, nodes: Array<ResolversTypes['Disagreement']> }>;
  DisagreementEdge: ResolverTypeWrapper<Omit<DisagreementEdge, 'node'> & { node: ResolversTypes['Disagreement'] }>;
  EdgeFilter: EdgeFilter;
  Entity: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Entity']>;
  EntityFilter: EntityFilter;
  EntityImpactConnection: ResolverTypeWrapper<Omit<EntityImpactConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['EntityImpactEdge']>, nodes: Array<ResolversTypes['Entity']> }>;
  EntityImpactEdge: ResolverTypeWrapper<Omit<EntityImpactEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Entity'] }>;
  EntityImpactEdgeOrder: EntityImpactEdgeOrder;
  EntityImpactEdgeOrderField: EntityImpactEdgeOrderField;
  EntityImpactReach: EntityImpactReach;
  Event: ResolverTypeWrapper<Omit<Event, 'affects' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'concerns' | 'confirmedBy' | 'confirms' | 'discussedIn' | 'eases' | 'endedBy' | 'ends' | 'extends' | 'follows' | 'implements' | 'partOf' | 'participants' | 'parts' | 'precedes' | 'respondedToBy' | 'respondsTo' | 'suspends'> & { affects: ResolversTypes['EntityImpactConnection'], amends: ResolversTypes['ActConnection'], causedBy: ResolversTypes['ActConnection'], causes: ResolversTypes['ActConnection'], claims: ResolversTypes['ClaimAboutConnection'], concerns: ResolversTypes['SubjectConnection'], confirmedBy: ResolversTypes['ActConnection'], confirms: ResolversTypes['ActConnection'], discussedIn: ResolversTypes['ActConnection'], eases: ResolversTypes['MeasureConnection'], endedBy: ResolversTypes['ActConnection'], ends: ResolversTypes['ActConnection'], extends: ResolversTypes['ActConnection'], follows: ResolversTypes['ActConnection'], implements: ResolversTypes['AgreementConnection'], partOf: ResolversTypes['EventConnection'], participants: ResolversTypes['ActorParticipationConnection'], parts: ResolversTypes['EventConnection'], precedes: ResolversTypes['ActConnection'], respondedToBy: ResolversTypes['ActConnection'], respondsTo: ResolversTypes['ActConnection'], suspends: ResolversTypes['MeasureConnection'] }>;
  EventConnection: ResolverTypeWrapper<Omit<EventConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['EventEdge']>, nodes: Array<ResolversTypes['Event']> }>;
  EventEdge: ResolverTypeWrapper<Omit<EventEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Event'] }>;
  EventEdgeOrder: EventEdgeOrder;
  EventEdgeOrderField: EventEdgeOrderField;
  EventFilter: EventFilter;
  EventKind: EventKind;
  EventOrder: EventOrder;
  EventOrderField: EventOrderField;
  EventReach: EventReach;
  EvidenceFilter: EvidenceFilter;
  Figure: ResolverTypeWrapper<Figure>;
  Firm: ResolverTypeWrapper<Omit<Firm, 'affectedBy' | 'claims' | 'discussedIn' | 'exemptedFrom' | 'headquarters' | 'officeHolders' | 'parents' | 'participatesIn' | 'produces' | 'subsidiaries' | 'targetedBy' | 'uses'> & { affectedBy: ResolversTypes['ActImpactConnection'], claims: ResolversTypes['ClaimAboutConnection'], discussedIn: ResolversTypes['ActConnection'], exemptedFrom: ResolversTypes['MeasureConnection'], headquarters: ResolversTypes['CountryConnection'], officeHolders: ResolversTypes['PersonOfficeConnection'], parents: ResolversTypes['FirmConnection'], participatesIn: ResolversTypes['ActParticipationConnection'], produces: ResolversTypes['CommodityQuantityConnection'], subsidiaries: ResolversTypes['FirmConnection'], targetedBy: ResolversTypes['MeasureConnection'], uses: ResolversTypes['CommodityQuantityConnection'] }>;
  FirmConnection: ResolverTypeWrapper<Omit<FirmConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['FirmEdge']>, nodes: Array<ResolversTypes['Firm']> }>;
  FirmEdge: ResolverTypeWrapper<Omit<FirmEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Firm'] }>;
  FirmEdgeOrder: FirmEdgeOrder;
  FirmEdgeOrderField: FirmEdgeOrderField;
  FirmFilter: FirmFilter;
  FirmKind: FirmKind;
  FirmOrder: FirmOrder;
  FirmOrderField: FirmOrderField;
  FirmReach: FirmReach;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  HsCode: ResolverTypeWrapper<Scalars['HsCode']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImpactEdgeFilter: ImpactEdgeFilter;
  ImpactEffect: ImpactEffect;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  LoadCounts: ResolverTypeWrapper<LoadCounts>;
  LoadFile: LoadFile;
  LoadInput: LoadInput;
  LoadPayload: ResolverTypeWrapper<LoadPayload>;
  LoadProblem: ResolverTypeWrapper<LoadProblem>;
  LoadedBundle: ResolverTypeWrapper<LoadedBundle>;
  MastChapter: MastChapter;
  Measure: ResolverTypeWrapper<Omit<Measure, 'affects' | 'amendedBy' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'confirmedBy' | 'confirms' | 'covers' | 'discussedIn' | 'easedBy' | 'eases' | 'endedBy' | 'ends' | 'exempts' | 'extendedBy' | 'extends' | 'follows' | 'implements' | 'imposedBy' | 'partOf' | 'parts' | 'precedes' | 'raisedBy' | 'raises' | 'replacedBy' | 'replaces' | 'respondedToBy' | 'respondsTo' | 'retaliatedBy' | 'retaliatesAgainst' | 'statusOn' | 'suspendedBy' | 'suspends' | 'targets'> & { affects: ResolversTypes['EntityImpactConnection'], amendedBy: ResolversTypes['ActConnection'], amends: ResolversTypes['ActConnection'], causedBy: ResolversTypes['ActConnection'], causes: ResolversTypes['ActConnection'], claims: ResolversTypes['ClaimAboutConnection'], confirmedBy: ResolversTypes['ActConnection'], confirms: ResolversTypes['ActConnection'], covers: ResolversTypes['CommodityCoverageConnection'], discussedIn: ResolversTypes['ActConnection'], easedBy: ResolversTypes['ActConnection'], eases: ResolversTypes['MeasureConnection'], endedBy: ResolversTypes['ActConnection'], ends: ResolversTypes['ActConnection'], exempts: ResolversTypes['ActorConnection'], extendedBy: ResolversTypes['ActConnection'], extends: ResolversTypes['ActConnection'], follows: ResolversTypes['ActConnection'], implements: ResolversTypes['AgreementConnection'], imposedBy: ResolversTypes['AuthorityConnection'], partOf: ResolversTypes['MeasureConnection'], parts: ResolversTypes['MeasureConnection'], precedes: ResolversTypes['ActConnection'], raisedBy: ResolversTypes['MeasureConnection'], raises: ResolversTypes['MeasureConnection'], replacedBy: ResolversTypes['MeasureConnection'], replaces: ResolversTypes['MeasureConnection'], respondedToBy: ResolversTypes['ActConnection'], respondsTo: ResolversTypes['ActConnection'], retaliatedBy: ResolversTypes['MeasureConnection'], retaliatesAgainst: ResolversTypes['MeasureConnection'], statusOn: ResolversTypes['StatusOn'], suspendedBy: ResolversTypes['ActConnection'], suspends: ResolversTypes['MeasureConnection'], targets: ResolversTypes['ActorConnection'] }>;
  MeasureConnection: ResolverTypeWrapper<Omit<MeasureConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MeasureEdge']>, nodes: Array<ResolversTypes['Measure']> }>;
  MeasureCoverageConnection: ResolverTypeWrapper<Omit<MeasureCoverageConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MeasureCoverageEdge']>, nodes: Array<ResolversTypes['Measure']> }>;
  MeasureCoverageEdge: ResolverTypeWrapper<Omit<MeasureCoverageEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Measure'] }>;
  MeasureCoverageEdgeOrder: MeasureCoverageEdgeOrder;
  MeasureCoverageEdgeOrderField: MeasureCoverageEdgeOrderField;
  MeasureCoverageReach: MeasureCoverageReach;
  MeasureEdge: ResolverTypeWrapper<Omit<MeasureEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Measure'] }>;
  MeasureEdgeOrder: MeasureEdgeOrder;
  MeasureEdgeOrderField: MeasureEdgeOrderField;
  MeasureEffect: MeasureEffect;
  MeasureFilter: MeasureFilter;
  MeasureKind: MeasureKind;
  MeasureOrder: MeasureOrder;
  MeasureOrderField: MeasureOrderField;
  MeasureReach: MeasureReach;
  MeasureStatus: MeasureStatus;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NodeType: NodeType;
  NumberFilter: NumberFilter;
  OfficeEdgeFilter: OfficeEdgeFilter;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartialDate: ResolverTypeWrapper<Scalars['PartialDate']['output']>;
  ParticipationEdgeFilter: ParticipationEdgeFilter;
  ParticipationRole: ParticipationRole;
  Person: ResolverTypeWrapper<Omit<Person, 'affectedBy' | 'claims' | 'discussedIn' | 'exemptedFrom' | 'offices' | 'participatesIn' | 'targetedBy'> & { affectedBy: ResolversTypes['ActImpactConnection'], claims: ResolversTypes['ClaimAboutConnection'], discussedIn: ResolversTypes['ActConnection'], exemptedFrom: ResolversTypes['MeasureConnection'], offices: ResolversTypes['ActorOfficeConnection'], participatesIn: ResolversTypes['ActParticipationConnection'], targetedBy: ResolversTypes['MeasureConnection'] }>;
  PersonConnection: ResolverTypeWrapper<Omit<PersonConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PersonEdge']>, nodes: Array<ResolversTypes['Person']> }>;
  PersonEdge: ResolverTypeWrapper<Omit<PersonEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Person'] }>;
  PersonFilter: PersonFilter;
  PersonOfficeConnection: ResolverTypeWrapper<Omit<PersonOfficeConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PersonOfficeEdge']>, nodes: Array<ResolversTypes['Person']> }>;
  PersonOfficeEdge: ResolverTypeWrapper<Omit<PersonOfficeEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Person'] }>;
  PersonOfficeEdgeOrder: PersonOfficeEdgeOrder;
  PersonOfficeEdgeOrderField: PersonOfficeEdgeOrderField;
  PersonOfficeReach: PersonOfficeReach;
  PersonOrder: PersonOrder;
  PersonOrderField: PersonOrderField;
  Position: ResolverTypeWrapper<Omit<Position, 'claim'> & { claim: ResolversTypes['Claim'] }>;
  QuantityEdgeFilter: QuantityEdgeFilter;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateUnit: RateUnit;
  Relationship: ResolverTypeWrapper<Omit<Relationship, 'claims' | 'from' | 'to'> & { claims: Array<ResolversTypes['Claim']>, from: ResolversTypes['Node'], to: ResolversTypes['Node'] }>;
  RelationshipConnection: ResolverTypeWrapper<Omit<RelationshipConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['RelationshipEdge']>, nodes: Array<ResolversTypes['Relationship']> }>;
  RelationshipEdge: ResolverTypeWrapper<Omit<RelationshipEdge, 'node'> & { node: ResolversTypes['Relationship'] }>;
  RelationshipOrder: RelationshipOrder;
  RelationshipOrderField: RelationshipOrderField;
  RelationshipType: RelationshipType;
  Reliability: Reliability;
  SearchHit: ResolverTypeWrapper<Omit<SearchHit, 'node'> & { node: ResolversTypes['Node'] }>;
  SortDirection: SortDirection;
  Source: ResolverTypeWrapper<Omit<Source, 'claims'> & { claims: ResolversTypes['ClaimConnection'] }>;
  SourceConnection: ResolverTypeWrapper<Omit<SourceConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['SourceEdge']>, nodes: Array<ResolversTypes['Source']> }>;
  SourceEdge: ResolverTypeWrapper<Omit<SourceEdge, 'node'> & { node: ResolversTypes['Source'] }>;
  SourceFilter: SourceFilter;
  SourceOrder: SourceOrder;
  SourceOrderField: SourceOrderField;
  SourceReach: SourceReach;
  StatusFilter: StatusFilter;
  StatusOn: ResolverTypeWrapper<Omit<StatusOn, 'decidedBy'> & { decidedBy?: Maybe<ResolversTypes['DecidingEdge']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subject: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Subject']>;
  SubjectAboutConnection: ResolverTypeWrapper<Omit<SubjectAboutConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['SubjectAboutEdge']>, nodes: Array<ResolversTypes['Subject']> }>;
  SubjectAboutEdge: ResolverTypeWrapper<Omit<SubjectAboutEdge, 'node'> & { node: ResolversTypes['Subject'] }>;
  SubjectAboutEdgeOrder: SubjectAboutEdgeOrder;
  SubjectAboutEdgeOrderField: SubjectAboutEdgeOrderField;
  SubjectAboutReach: SubjectAboutReach;
  SubjectConnection: ResolverTypeWrapper<Omit<SubjectConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['SubjectEdge']>, nodes: Array<ResolversTypes['Subject']> }>;
  SubjectEdge: ResolverTypeWrapper<Omit<SubjectEdge, 'claims' | 'node'> & { claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Subject'] }>;
  SubjectEdgeOrder: SubjectEdgeOrder;
  SubjectEdgeOrderField: SubjectEdgeOrderField;
  SubjectFilter: SubjectFilter;
  SubjectReach: SubjectReach;
  TextFilter: TextFilter;
  TimelineEntry: ResolverTypeWrapper<Omit<TimelineEntry, 'by' | 'claims' | 'node'> & { by?: Maybe<ResolversTypes['Act']>, claims: Array<ResolversTypes['Claim']>, node: ResolversTypes['Act'] }>;
  TimelineEntryConnection: ResolverTypeWrapper<Omit<TimelineEntryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['TimelineEntryEdge']>, nodes: Array<ResolversTypes['TimelineEntry']> }>;
  TimelineEntryEdge: ResolverTypeWrapper<Omit<TimelineEntryEdge, 'node'> & { node: ResolversTypes['TimelineEntry'] }>;
  TimelineKind: TimelineKind;
  TradeFlow: TradeFlow;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AboutEdgeFilter: AboutEdgeFilter;
  Act: ResolversInterfaceTypes<ResolversParentTypes>['Act'];
  ActConnection: Omit<ActConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ActEdge']>, nodes: Array<ResolversParentTypes['Act']> };
  ActEdge: Omit<ActEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Act'] };
  ActEdgeOrder: ActEdgeOrder;
  ActFilter: ActFilter;
  ActImpactConnection: Omit<ActImpactConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ActImpactEdge']>, nodes: Array<ResolversParentTypes['Act']> };
  ActImpactEdge: Omit<ActImpactEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Act'] };
  ActImpactEdgeOrder: ActImpactEdgeOrder;
  ActImpactReach: ActImpactReach;
  ActParticipationConnection: Omit<ActParticipationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ActParticipationEdge']>, nodes: Array<ResolversParentTypes['Act']> };
  ActParticipationEdge: Omit<ActParticipationEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Act'] };
  ActParticipationEdgeOrder: ActParticipationEdgeOrder;
  ActParticipationReach: ActParticipationReach;
  ActReach: ActReach;
  Actor: ResolversInterfaceTypes<ResolversParentTypes>['Actor'];
  ActorConnection: Omit<ActorConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ActorEdge']>, nodes: Array<ResolversParentTypes['Actor']> };
  ActorEdge: Omit<ActorEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Actor'] };
  ActorEdgeOrder: ActorEdgeOrder;
  ActorFilter: ActorFilter;
  ActorOfficeConnection: Omit<ActorOfficeConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ActorOfficeEdge']>, nodes: Array<ResolversParentTypes['Actor']> };
  ActorOfficeEdge: Omit<ActorOfficeEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Actor'] };
  ActorOfficeEdgeOrder: ActorOfficeEdgeOrder;
  ActorOfficeReach: ActorOfficeReach;
  ActorParticipationConnection: Omit<ActorParticipationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ActorParticipationEdge']>, nodes: Array<ResolversParentTypes['Actor']> };
  ActorParticipationEdge: Omit<ActorParticipationEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Actor'] };
  ActorParticipationEdgeOrder: ActorParticipationEdgeOrder;
  ActorParticipationReach: ActorParticipationReach;
  ActorQuantityConnection: Omit<ActorQuantityConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ActorQuantityEdge']>, nodes: Array<ResolversParentTypes['Actor']> };
  ActorQuantityEdge: Omit<ActorQuantityEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Actor'] };
  ActorQuantityEdgeOrder: ActorQuantityEdgeOrder;
  ActorQuantityReach: ActorQuantityReach;
  ActorReach: ActorReach;
  Agency: Omit<Agency, 'affectedBy' | 'agencies' | 'claims' | 'commitments' | 'discussedIn' | 'exemptedFrom' | 'imposes' | 'officeHolders' | 'partOf' | 'participatesIn' | 'targetedBy'> & { affectedBy: ResolversParentTypes['ActImpactConnection'], agencies: ResolversParentTypes['AgencyConnection'], claims: ResolversParentTypes['ClaimAboutConnection'], commitments: ResolversParentTypes['CommitmentConnection'], discussedIn: ResolversParentTypes['ActConnection'], exemptedFrom: ResolversParentTypes['MeasureConnection'], imposes: ResolversParentTypes['MeasureConnection'], officeHolders: ResolversParentTypes['PersonOfficeConnection'], partOf: ResolversParentTypes['AuthorityConnection'], participatesIn: ResolversParentTypes['ActParticipationConnection'], targetedBy: ResolversParentTypes['MeasureConnection'] };
  AgencyConnection: Omit<AgencyConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['AgencyEdge']>, nodes: Array<ResolversParentTypes['Agency']> };
  AgencyEdge: Omit<AgencyEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Agency'] };
  AgencyEdgeOrder: AgencyEdgeOrder;
  AgencyFilter: AgencyFilter;
  AgencyOrder: AgencyOrder;
  AgencyReach: AgencyReach;
  Agreement: Omit<Agreement, 'affects' | 'amendedBy' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'commitments' | 'concerns' | 'confirmedBy' | 'confirms' | 'discussedIn' | 'eases' | 'endedBy' | 'ends' | 'extendedBy' | 'extends' | 'follows' | 'implementedBy' | 'implements' | 'participants' | 'precedes' | 'respondedToBy' | 'respondsTo' | 'suspends'> & { affects: ResolversParentTypes['EntityImpactConnection'], amendedBy: ResolversParentTypes['ActConnection'], amends: ResolversParentTypes['ActConnection'], causedBy: ResolversParentTypes['ActConnection'], causes: ResolversParentTypes['ActConnection'], claims: ResolversParentTypes['ClaimAboutConnection'], commitments: ResolversParentTypes['CommitmentConnection'], concerns: ResolversParentTypes['SubjectConnection'], confirmedBy: ResolversParentTypes['ActConnection'], confirms: ResolversParentTypes['ActConnection'], discussedIn: ResolversParentTypes['ActConnection'], eases: ResolversParentTypes['MeasureConnection'], endedBy: ResolversParentTypes['ActConnection'], ends: ResolversParentTypes['ActConnection'], extendedBy: ResolversParentTypes['ActConnection'], extends: ResolversParentTypes['ActConnection'], follows: ResolversParentTypes['ActConnection'], implementedBy: ResolversParentTypes['ActConnection'], implements: ResolversParentTypes['AgreementConnection'], participants: ResolversParentTypes['ActorParticipationConnection'], precedes: ResolversParentTypes['ActConnection'], respondedToBy: ResolversParentTypes['ActConnection'], respondsTo: ResolversParentTypes['ActConnection'], suspends: ResolversParentTypes['MeasureConnection'] };
  AgreementConnection: Omit<AgreementConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['AgreementEdge']>, nodes: Array<ResolversParentTypes['Agreement']> };
  AgreementEdge: Omit<AgreementEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Agreement'] };
  AgreementEdgeOrder: AgreementEdgeOrder;
  AgreementFilter: AgreementFilter;
  AgreementOrder: AgreementOrder;
  AgreementReach: AgreementReach;
  Authority: ResolversInterfaceTypes<ResolversParentTypes>['Authority'];
  AuthorityConnection: Omit<AuthorityConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['AuthorityEdge']>, nodes: Array<ResolversParentTypes['Authority']> };
  AuthorityEdge: Omit<AuthorityEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Authority'] };
  AuthorityEdgeOrder: AuthorityEdgeOrder;
  AuthorityFilter: AuthorityFilter;
  AuthorityReach: AuthorityReach;
  Boolean: Scalars['Boolean']['output'];
  Change: Omit<Change, 'claims' | 'node' | 'relationship'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Node'], relationship?: Maybe<ResolversParentTypes['Relationship']> };
  ChangeConnection: Omit<ChangeConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ChangeEdge']>, nodes: Array<ResolversParentTypes['Change']> };
  ChangeEdge: Omit<ChangeEdge, 'node'> & { node: ResolversParentTypes['Change'] };
  Claim: Omit<Claim, 'about' | 'contradicts' | 'source'> & { about: ResolversParentTypes['SubjectAboutConnection'], contradicts: ResolversParentTypes['ClaimConnection'], source: ResolversParentTypes['Source'] };
  ClaimAboutConnection: Omit<ClaimAboutConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ClaimAboutEdge']>, nodes: Array<ResolversParentTypes['Claim']> };
  ClaimAboutEdge: Omit<ClaimAboutEdge, 'node'> & { node: ResolversParentTypes['Claim'] };
  ClaimAboutEdgeOrder: ClaimAboutEdgeOrder;
  ClaimAboutReach: ClaimAboutReach;
  ClaimConnection: Omit<ClaimConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ClaimEdge']>, nodes: Array<ResolversParentTypes['Claim']> };
  ClaimEdge: Omit<ClaimEdge, 'node'> & { node: ResolversParentTypes['Claim'] };
  ClaimEdgeOrder: ClaimEdgeOrder;
  ClaimFilter: ClaimFilter;
  ClaimOrder: ClaimOrder;
  ClaimReach: ClaimReach;
  Commitment: Omit<Commitment, 'affects' | 'agreement' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'concerns' | 'confirmedBy' | 'confirms' | 'discussedIn' | 'eases' | 'endedBy' | 'ends' | 'extends' | 'follows' | 'implements' | 'precedes' | 'respondedToBy' | 'respondsTo' | 'suspends' | 'undertakenBy'> & { affects: ResolversParentTypes['EntityImpactConnection'], agreement?: Maybe<ResolversParentTypes['Agreement']>, amends: ResolversParentTypes['ActConnection'], causedBy: ResolversParentTypes['ActConnection'], causes: ResolversParentTypes['ActConnection'], claims: ResolversParentTypes['ClaimAboutConnection'], concerns: ResolversParentTypes['SubjectConnection'], confirmedBy: ResolversParentTypes['ActConnection'], confirms: ResolversParentTypes['ActConnection'], discussedIn: ResolversParentTypes['ActConnection'], eases: ResolversParentTypes['MeasureConnection'], endedBy: ResolversParentTypes['ActConnection'], ends: ResolversParentTypes['ActConnection'], extends: ResolversParentTypes['ActConnection'], follows: ResolversParentTypes['ActConnection'], implements: ResolversParentTypes['AgreementConnection'], precedes: ResolversParentTypes['ActConnection'], respondedToBy: ResolversParentTypes['ActConnection'], respondsTo: ResolversParentTypes['ActConnection'], suspends: ResolversParentTypes['MeasureConnection'], undertakenBy: ResolversParentTypes['AuthorityConnection'] };
  CommitmentConnection: Omit<CommitmentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CommitmentEdge']>, nodes: Array<ResolversParentTypes['Commitment']> };
  CommitmentEdge: Omit<CommitmentEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Commitment'] };
  CommitmentEdgeOrder: CommitmentEdgeOrder;
  CommitmentFilter: CommitmentFilter;
  CommitmentOrder: CommitmentOrder;
  CommitmentReach: CommitmentReach;
  Commodity: Omit<Commodity, 'affectedBy' | 'claims' | 'coveredBy' | 'discussedIn' | 'partOf' | 'parts' | 'producers' | 'users'> & { affectedBy: ResolversParentTypes['ActImpactConnection'], claims: ResolversParentTypes['ClaimAboutConnection'], coveredBy: ResolversParentTypes['MeasureCoverageConnection'], discussedIn: ResolversParentTypes['ActConnection'], partOf: ResolversParentTypes['CommodityConnection'], parts: ResolversParentTypes['CommodityConnection'], producers: ResolversParentTypes['ActorQuantityConnection'], users: ResolversParentTypes['ActorQuantityConnection'] };
  CommodityConnection: Omit<CommodityConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CommodityEdge']>, nodes: Array<ResolversParentTypes['Commodity']> };
  CommodityCoverageConnection: Omit<CommodityCoverageConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CommodityCoverageEdge']>, nodes: Array<ResolversParentTypes['Commodity']> };
  CommodityCoverageEdge: Omit<CommodityCoverageEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Commodity'] };
  CommodityCoverageEdgeOrder: CommodityCoverageEdgeOrder;
  CommodityCoverageReach: CommodityCoverageReach;
  CommodityEdge: Omit<CommodityEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Commodity'] };
  CommodityEdgeOrder: CommodityEdgeOrder;
  CommodityFilter: CommodityFilter;
  CommodityOrder: CommodityOrder;
  CommodityQuantityConnection: Omit<CommodityQuantityConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CommodityQuantityEdge']>, nodes: Array<ResolversParentTypes['Commodity']> };
  CommodityQuantityEdge: Omit<CommodityQuantityEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Commodity'] };
  CommodityQuantityEdgeOrder: CommodityQuantityEdgeOrder;
  CommodityQuantityReach: CommodityQuantityReach;
  CommodityReach: CommodityReach;
  Country: Omit<Country, 'affectedBy' | 'agencies' | 'claims' | 'commitments' | 'discussedIn' | 'exemptedFrom' | 'firms' | 'imposes' | 'members' | 'officeHolders' | 'partOf' | 'participatesIn' | 'produces' | 'targetedBy' | 'uses'> & { affectedBy: ResolversParentTypes['ActImpactConnection'], agencies: ResolversParentTypes['AgencyConnection'], claims: ResolversParentTypes['ClaimAboutConnection'], commitments: ResolversParentTypes['CommitmentConnection'], discussedIn: ResolversParentTypes['ActConnection'], exemptedFrom: ResolversParentTypes['MeasureConnection'], firms: ResolversParentTypes['FirmConnection'], imposes: ResolversParentTypes['MeasureConnection'], members: ResolversParentTypes['CountryConnection'], officeHolders: ResolversParentTypes['PersonOfficeConnection'], partOf: ResolversParentTypes['CountryConnection'], participatesIn: ResolversParentTypes['ActParticipationConnection'], produces: ResolversParentTypes['CommodityQuantityConnection'], targetedBy: ResolversParentTypes['MeasureConnection'], uses: ResolversParentTypes['CommodityQuantityConnection'] };
  CountryCode: Scalars['CountryCode']['output'];
  CountryConnection: Omit<CountryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CountryEdge']>, nodes: Array<ResolversParentTypes['Country']> };
  CountryEdge: Omit<CountryEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Country'] };
  CountryEdgeOrder: CountryEdgeOrder;
  CountryFilter: CountryFilter;
  CountryOrder: CountryOrder;
  CountryReach: CountryReach;
  CoverageEdgeFilter: CoverageEdgeFilter;
  Date: Scalars['Date']['output'];
  DateFilter: DateFilter;
  DatedEdge: ResolversInterfaceTypes<ResolversParentTypes>['DatedEdge'];
  DecidingEdge: Omit<DecidingEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Act'] };
  Disagreement: Omit<Disagreement, 'about' | 'positions'> & { about: ResolversParentTypes['Subject'], positions: Array<ResolversParentTypes['Position']> };
  DisagreementConnection: Omit<DisagreementConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DisagreementEdge']>, nodes: Array<ResolversParentTypes['Disagreement']> };
  DisagreementEdge: Omit<DisagreementEdge, 'node'> & { node: ResolversParentTypes['Disagreement'] };
  EdgeFilter: EdgeFilter;
  Entity: ResolversInterfaceTypes<ResolversParentTypes>['Entity'];
  EntityFilter: EntityFilter;
  EntityImpactConnection: Omit<EntityImpactConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['EntityImpactEdge']>, nodes: Array<ResolversParentTypes['Entity']> };
  EntityImpactEdge: Omit<EntityImpactEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Entity'] };
  EntityImpactEdgeOrder: EntityImpactEdgeOrder;
  EntityImpactReach: EntityImpactReach;
  Event: Omit<Event, 'affects' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'concerns' | 'confirmedBy' | 'confirms' | 'discussedIn' | 'eases' | 'endedBy' | 'ends' | 'extends' | 'follows' | 'implements' | 'partOf' | 'participants' | 'parts' | 'precedes' | 'respondedToBy' | 'respondsTo' | 'suspends'> & { affects: ResolversParentTypes['EntityImpactConnection'], amends: ResolversParentTypes['ActConnection'], causedBy: ResolversParentTypes['ActConnection'], causes: ResolversParentTypes['ActConnection'], claims: ResolversParentTypes['ClaimAboutConnection'], concerns: ResolversParentTypes['SubjectConnection'], confirmedBy: ResolversParentTypes['ActConnection'], confirms: ResolversParentTypes['ActConnection'], discussedIn: ResolversParentTypes['ActConnection'], eases: ResolversParentTypes['MeasureConnection'], endedBy: ResolversParentTypes['ActConnection'], ends: ResolversParentTypes['ActConnection'], extends: ResolversParentTypes['ActConnection'], follows: ResolversParentTypes['ActConnection'], implements: ResolversParentTypes['AgreementConnection'], partOf: ResolversParentTypes['EventConnection'], participants: ResolversParentTypes['ActorParticipationConnection'], parts: ResolversParentTypes['EventConnection'], precedes: ResolversParentTypes['ActConnection'], respondedToBy: ResolversParentTypes['ActConnection'], respondsTo: ResolversParentTypes['ActConnection'], suspends: ResolversParentTypes['MeasureConnection'] };
  EventConnection: Omit<EventConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['EventEdge']>, nodes: Array<ResolversParentTypes['Event']> };
  EventEdge: Omit<EventEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Event'] };
  EventEdgeOrder: EventEdgeOrder;
  EventFilter: EventFilter;
  EventOrder: EventOrder;
  EventReach: EventReach;
  EvidenceFilter: EvidenceFilter;
  Figure: Figure;
  Firm: Omit<Firm, 'affectedBy' | 'claims' | 'discussedIn' | 'exemptedFrom' | 'headquarters' | 'officeHolders' | 'parents' | 'participatesIn' | 'produces' | 'subsidiaries' | 'targetedBy' | 'uses'> & { affectedBy: ResolversParentTypes['ActImpactConnection'], claims: ResolversParentTypes['ClaimAboutConnection'], discussedIn: ResolversParentTypes['ActConnection'], exemptedFrom: ResolversParentTypes['MeasureConnection'], headquarters: ResolversParentTypes['CountryConnection'], officeHolders: ResolversParentTypes['PersonOfficeConnection'], parents: ResolversParentTypes['FirmConnection'], participatesIn: ResolversParentTypes['ActParticipationConnection'], produces: ResolversParentTypes['CommodityQuantityConnection'], subsidiaries: ResolversParentTypes['FirmConnection'], targetedBy: ResolversParentTypes['MeasureConnection'], uses: ResolversParentTypes['CommodityQuantityConnection'] };
  FirmConnection: Omit<FirmConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['FirmEdge']>, nodes: Array<ResolversParentTypes['Firm']> };
  FirmEdge: Omit<FirmEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Firm'] };
  FirmEdgeOrder: FirmEdgeOrder;
  FirmFilter: FirmFilter;
  FirmOrder: FirmOrder;
  FirmReach: FirmReach;
  Float: Scalars['Float']['output'];
  HsCode: Scalars['HsCode']['output'];
  ID: Scalars['ID']['output'];
  ImpactEdgeFilter: ImpactEdgeFilter;
  Int: Scalars['Int']['output'];
  LoadCounts: LoadCounts;
  LoadFile: LoadFile;
  LoadInput: LoadInput;
  LoadPayload: LoadPayload;
  LoadProblem: LoadProblem;
  LoadedBundle: LoadedBundle;
  Measure: Omit<Measure, 'affects' | 'amendedBy' | 'amends' | 'causedBy' | 'causes' | 'claims' | 'confirmedBy' | 'confirms' | 'covers' | 'discussedIn' | 'easedBy' | 'eases' | 'endedBy' | 'ends' | 'exempts' | 'extendedBy' | 'extends' | 'follows' | 'implements' | 'imposedBy' | 'partOf' | 'parts' | 'precedes' | 'raisedBy' | 'raises' | 'replacedBy' | 'replaces' | 'respondedToBy' | 'respondsTo' | 'retaliatedBy' | 'retaliatesAgainst' | 'statusOn' | 'suspendedBy' | 'suspends' | 'targets'> & { affects: ResolversParentTypes['EntityImpactConnection'], amendedBy: ResolversParentTypes['ActConnection'], amends: ResolversParentTypes['ActConnection'], causedBy: ResolversParentTypes['ActConnection'], causes: ResolversParentTypes['ActConnection'], claims: ResolversParentTypes['ClaimAboutConnection'], confirmedBy: ResolversParentTypes['ActConnection'], confirms: ResolversParentTypes['ActConnection'], covers: ResolversParentTypes['CommodityCoverageConnection'], discussedIn: ResolversParentTypes['ActConnection'], easedBy: ResolversParentTypes['ActConnection'], eases: ResolversParentTypes['MeasureConnection'], endedBy: ResolversParentTypes['ActConnection'], ends: ResolversParentTypes['ActConnection'], exempts: ResolversParentTypes['ActorConnection'], extendedBy: ResolversParentTypes['ActConnection'], extends: ResolversParentTypes['ActConnection'], follows: ResolversParentTypes['ActConnection'], implements: ResolversParentTypes['AgreementConnection'], imposedBy: ResolversParentTypes['AuthorityConnection'], partOf: ResolversParentTypes['MeasureConnection'], parts: ResolversParentTypes['MeasureConnection'], precedes: ResolversParentTypes['ActConnection'], raisedBy: ResolversParentTypes['MeasureConnection'], raises: ResolversParentTypes['MeasureConnection'], replacedBy: ResolversParentTypes['MeasureConnection'], replaces: ResolversParentTypes['MeasureConnection'], respondedToBy: ResolversParentTypes['ActConnection'], respondsTo: ResolversParentTypes['ActConnection'], retaliatedBy: ResolversParentTypes['MeasureConnection'], retaliatesAgainst: ResolversParentTypes['MeasureConnection'], statusOn: ResolversParentTypes['StatusOn'], suspendedBy: ResolversParentTypes['ActConnection'], suspends: ResolversParentTypes['MeasureConnection'], targets: ResolversParentTypes['ActorConnection'] };
  MeasureConnection: Omit<MeasureConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MeasureEdge']>, nodes: Array<ResolversParentTypes['Measure']> };
  MeasureCoverageConnection: Omit<MeasureCoverageConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MeasureCoverageEdge']>, nodes: Array<ResolversParentTypes['Measure']> };
  MeasureCoverageEdge: Omit<MeasureCoverageEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Measure'] };
  MeasureCoverageEdgeOrder: MeasureCoverageEdgeOrder;
  MeasureCoverageReach: MeasureCoverageReach;
  MeasureEdge: Omit<MeasureEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Measure'] };
  MeasureEdgeOrder: MeasureEdgeOrder;
  MeasureFilter: MeasureFilter;
  MeasureOrder: MeasureOrder;
  MeasureReach: MeasureReach;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NumberFilter: NumberFilter;
  OfficeEdgeFilter: OfficeEdgeFilter;
  PageInfo: PageInfo;
  PartialDate: Scalars['PartialDate']['output'];
  ParticipationEdgeFilter: ParticipationEdgeFilter;
  Person: Omit<Person, 'affectedBy' | 'claims' | 'discussedIn' | 'exemptedFrom' | 'offices' | 'participatesIn' | 'targetedBy'> & { affectedBy: ResolversParentTypes['ActImpactConnection'], claims: ResolversParentTypes['ClaimAboutConnection'], discussedIn: ResolversParentTypes['ActConnection'], exemptedFrom: ResolversParentTypes['MeasureConnection'], offices: ResolversParentTypes['ActorOfficeConnection'], participatesIn: ResolversParentTypes['ActParticipationConnection'], targetedBy: ResolversParentTypes['MeasureConnection'] };
  PersonConnection: Omit<PersonConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PersonEdge']>, nodes: Array<ResolversParentTypes['Person']> };
  PersonEdge: Omit<PersonEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Person'] };
  PersonFilter: PersonFilter;
  PersonOfficeConnection: Omit<PersonOfficeConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PersonOfficeEdge']>, nodes: Array<ResolversParentTypes['Person']> };
  PersonOfficeEdge: Omit<PersonOfficeEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Person'] };
  PersonOfficeEdgeOrder: PersonOfficeEdgeOrder;
  PersonOfficeReach: PersonOfficeReach;
  PersonOrder: PersonOrder;
  Position: Omit<Position, 'claim'> & { claim: ResolversParentTypes['Claim'] };
  QuantityEdgeFilter: QuantityEdgeFilter;
  Query: Record<PropertyKey, never>;
  Relationship: Omit<Relationship, 'claims' | 'from' | 'to'> & { claims: Array<ResolversParentTypes['Claim']>, from: ResolversParentTypes['Node'], to: ResolversParentTypes['Node'] };
  RelationshipConnection: Omit<RelationshipConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['RelationshipEdge']>, nodes: Array<ResolversParentTypes['Relationship']> };
  RelationshipEdge: Omit<RelationshipEdge, 'node'> & { node: ResolversParentTypes['Relationship'] };
  RelationshipOrder: RelationshipOrder;
  SearchHit: Omit<SearchHit, 'node'> & { node: ResolversParentTypes['Node'] };
  Source: Omit<Source, 'claims'> & { claims: ResolversParentTypes['ClaimConnection'] };
  SourceConnection: Omit<SourceConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['SourceEdge']>, nodes: Array<ResolversParentTypes['Source']> };
  SourceEdge: Omit<SourceEdge, 'node'> & { node: ResolversParentTypes['Source'] };
  SourceFilter: SourceFilter;
  SourceOrder: SourceOrder;
  SourceReach: SourceReach;
  StatusFilter: StatusFilter;
  StatusOn: Omit<StatusOn, 'decidedBy'> & { decidedBy?: Maybe<ResolversParentTypes['DecidingEdge']> };
  String: Scalars['String']['output'];
  Subject: ResolversInterfaceTypes<ResolversParentTypes>['Subject'];
  SubjectAboutConnection: Omit<SubjectAboutConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['SubjectAboutEdge']>, nodes: Array<ResolversParentTypes['Subject']> };
  SubjectAboutEdge: Omit<SubjectAboutEdge, 'node'> & { node: ResolversParentTypes['Subject'] };
  SubjectAboutEdgeOrder: SubjectAboutEdgeOrder;
  SubjectAboutReach: SubjectAboutReach;
  SubjectConnection: Omit<SubjectConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['SubjectEdge']>, nodes: Array<ResolversParentTypes['Subject']> };
  SubjectEdge: Omit<SubjectEdge, 'claims' | 'node'> & { claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Subject'] };
  SubjectEdgeOrder: SubjectEdgeOrder;
  SubjectFilter: SubjectFilter;
  SubjectReach: SubjectReach;
  TextFilter: TextFilter;
  TimelineEntry: Omit<TimelineEntry, 'by' | 'claims' | 'node'> & { by?: Maybe<ResolversParentTypes['Act']>, claims: Array<ResolversParentTypes['Claim']>, node: ResolversParentTypes['Act'] };
  TimelineEntryConnection: Omit<TimelineEntryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['TimelineEntryEdge']>, nodes: Array<ResolversParentTypes['TimelineEntry']> };
  TimelineEntryEdge: Omit<TimelineEntryEdge, 'node'> & { node: ResolversParentTypes['TimelineEntry'] };
  URL: Scalars['URL']['output'];
};

export type AsOfDirectiveArgs = {
  known?: Maybe<Scalars['Date']['input']>;
  valid?: Maybe<Scalars['Date']['input']>;
};

export type AsOfDirectiveResolver<Result, Parent, ContextType = Context, Args = AsOfDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ActResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Act'] = ResolversParentTypes['Act']> = {
  __resolveType: TypeResolveFn<'Agreement' | 'Commitment' | 'Event' | 'Measure', ParentType, ContextType>;
};

export type ActConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActConnection'] = ResolversParentTypes['ActConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ActEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Act']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActEdge'] = ResolversParentTypes['ActEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Act'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActImpactConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActImpactConnection'] = ResolversParentTypes['ActImpactConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ActImpactEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Act']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActImpactEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActImpactEdge'] = ResolversParentTypes['ActImpactEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effect?: Resolver<Maybe<ResolversTypes['ImpactEffect']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Act'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActParticipationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActParticipationConnection'] = ResolversParentTypes['ActParticipationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ActParticipationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Act']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActParticipationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActParticipationEdge'] = ResolversParentTypes['ActParticipationEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Act'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['ParticipationRole']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  __resolveType: TypeResolveFn<'Agency' | 'Country' | 'Firm' | 'Person', ParentType, ContextType>;
};

export type ActorConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorConnection'] = ResolversParentTypes['ActorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ActorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActorEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorEdge'] = ResolversParentTypes['ActorEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActorOfficeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorOfficeConnection'] = ResolversParentTypes['ActorOfficeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ActorOfficeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActorOfficeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorOfficeEdge'] = ResolversParentTypes['ActorOfficeEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActorParticipationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorParticipationConnection'] = ResolversParentTypes['ActorParticipationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ActorParticipationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActorParticipationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorParticipationEdge'] = ResolversParentTypes['ActorParticipationEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['ParticipationRole']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActorQuantityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorQuantityConnection'] = ResolversParentTypes['ActorQuantityConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ActorQuantityEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActorQuantityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorQuantityEdge'] = ResolversParentTypes['ActorQuantityEdge']> = {
  amount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AgencyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Agency'] = ResolversParentTypes['Agency']> = {
  acronym?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  affectedBy?: Resolver<ResolversTypes['ActImpactConnection'], ParentType, ContextType, Partial<AgencyAffectedByArgs>>;
  agencies?: Resolver<ResolversTypes['AgencyConnection'], ParentType, ContextType, Partial<AgencyAgenciesArgs>>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  claims?: Resolver<ResolversTypes['ClaimAboutConnection'], ParentType, ContextType, Partial<AgencyClaimsArgs>>;
  commitments?: Resolver<ResolversTypes['CommitmentConnection'], ParentType, ContextType, Partial<AgencyCommitmentsArgs>>;
  discussedIn?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgencyDiscussedInArgs>>;
  exemptedFrom?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<AgencyExemptedFromArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imposes?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<AgencyImposesArgs>>;
  kind?: Resolver<ResolversTypes['AgencyKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nativeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  officeHolders?: Resolver<ResolversTypes['PersonOfficeConnection'], ParentType, ContextType, Partial<AgencyOfficeHoldersArgs>>;
  partOf?: Resolver<ResolversTypes['AuthorityConnection'], ParentType, ContextType, Partial<AgencyPartOfArgs>>;
  participatesIn?: Resolver<ResolversTypes['ActParticipationConnection'], ParentType, ContextType, Partial<AgencyParticipatesInArgs>>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targetedBy?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<AgencyTargetedByArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AgencyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgencyConnection'] = ResolversParentTypes['AgencyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AgencyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Agency']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgencyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgencyEdge'] = ResolversParentTypes['AgencyEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Agency'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AgreementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Agreement'] = ResolversParentTypes['Agreement']> = {
  affects?: Resolver<ResolversTypes['EntityImpactConnection'], ParentType, ContextType, Partial<AgreementAffectsArgs>>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  amendedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementAmendedByArgs>>;
  amends?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementAmendsArgs>>;
  causedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementCausedByArgs>>;
  causes?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementCausesArgs>>;
  claims?: Resolver<ResolversTypes['ClaimAboutConnection'], ParentType, ContextType, Partial<AgreementClaimsArgs>>;
  commitments?: Resolver<ResolversTypes['CommitmentConnection'], ParentType, ContextType, Partial<AgreementCommitmentsArgs>>;
  concerns?: Resolver<ResolversTypes['SubjectConnection'], ParentType, ContextType, Partial<AgreementConcernsArgs>>;
  confirmedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementConfirmedByArgs>>;
  confirms?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementConfirmsArgs>>;
  date?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  discussedIn?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementDiscussedInArgs>>;
  eases?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<AgreementEasesArgs>>;
  endedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementEndedByArgs>>;
  ends?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementEndsArgs>>;
  extendedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementExtendedByArgs>>;
  extends?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementExtendsArgs>>;
  follows?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementFollowsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  implementedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementImplementedByArgs>>;
  implements?: Resolver<ResolversTypes['AgreementConnection'], ParentType, ContextType, Partial<AgreementImplementsArgs>>;
  kind?: Resolver<ResolversTypes['AgreementKind'], ParentType, ContextType>;
  participants?: Resolver<ResolversTypes['ActorParticipationConnection'], ParentType, ContextType, Partial<AgreementParticipantsArgs>>;
  precedes?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementPrecedesArgs>>;
  reachedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  respondedToBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementRespondedToByArgs>>;
  respondsTo?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<AgreementRespondsToArgs>>;
  signedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AgreementStatus'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suspends?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<AgreementSuspendsArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AgreementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgreementConnection'] = ResolversParentTypes['AgreementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AgreementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Agreement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgreementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgreementEdge'] = ResolversParentTypes['AgreementEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Agreement'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuthorityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Authority'] = ResolversParentTypes['Authority']> = {
  __resolveType: TypeResolveFn<'Agency' | 'Country', ParentType, ContextType>;
};

export type AuthorityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorityConnection'] = ResolversParentTypes['AuthorityConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuthorityEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Authority']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuthorityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorityEdge'] = ResolversParentTypes['AuthorityEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Authority'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['PartialDate'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  relationship?: Resolver<Maybe<ResolversTypes['Relationship']>, ParentType, ContextType>;
};

export type ChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeConnection'] = ResolversParentTypes['ChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Change']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeEdge'] = ResolversParentTypes['ChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
};

export type ClaimResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Claim'] = ResolversParentTypes['Claim']> = {
  about?: Resolver<ResolversTypes['SubjectAboutConnection'], ParentType, ContextType, Partial<ClaimAboutArgs>>;
  attributedTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  contradicts?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, Partial<ClaimContradictsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClaimAboutConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimAboutConnection'] = ResolversParentTypes['ClaimAboutConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ClaimAboutEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClaimAboutEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimAboutEdge'] = ResolversParentTypes['ClaimAboutEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ClaimConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimConnection'] = ResolversParentTypes['ClaimConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ClaimEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClaimEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimEdge'] = ResolversParentTypes['ClaimEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
};

export type CommitmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Commitment'] = ResolversParentTypes['Commitment']> = {
  affects?: Resolver<ResolversTypes['EntityImpactConnection'], ParentType, ContextType, Partial<CommitmentAffectsArgs>>;
  agreement?: Resolver<Maybe<ResolversTypes['Agreement']>, ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  amends?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<CommitmentAmendsArgs>>;
  causedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<CommitmentCausedByArgs>>;
  causes?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<CommitmentCausesArgs>>;
  claims?: Resolver<ResolversTypes['ClaimAboutConnection'], ParentType, ContextType, Partial<CommitmentClaimsArgs>>;
  concerns?: Resolver<ResolversTypes['SubjectConnection'], ParentType, ContextType, Partial<CommitmentConcernsArgs>>;
  confirmedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<CommitmentConfirmedByArgs>>;
  confirms?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<CommitmentConfirmsArgs>>;
  date?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  discussedIn?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<CommitmentDiscussedInArgs>>;
  dueOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  eases?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<CommitmentEasesArgs>>;
  endedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<CommitmentEndedByArgs>>;
  ends?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<CommitmentEndsArgs>>;
  extends?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<CommitmentExtendsArgs>>;
  follows?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<CommitmentFollowsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  implements?: Resolver<ResolversTypes['AgreementConnection'], ParentType, ContextType, Partial<CommitmentImplementsArgs>>;
  pledgedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  precedes?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<CommitmentPrecedesArgs>>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  respondedToBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<CommitmentRespondedToByArgs>>;
  respondsTo?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<CommitmentRespondsToArgs>>;
  status?: Resolver<ResolversTypes['CommitmentStatus'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suspends?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<CommitmentSuspendsArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  undertakenBy?: Resolver<ResolversTypes['AuthorityConnection'], ParentType, ContextType, Partial<CommitmentUndertakenByArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommitmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommitmentConnection'] = ResolversParentTypes['CommitmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommitmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Commitment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CommitmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommitmentEdge'] = ResolversParentTypes['CommitmentEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Commitment'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommodityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Commodity'] = ResolversParentTypes['Commodity']> = {
  affectedBy?: Resolver<ResolversTypes['ActImpactConnection'], ParentType, ContextType, Partial<CommodityAffectedByArgs>>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  claims?: Resolver<ResolversTypes['ClaimAboutConnection'], ParentType, ContextType, Partial<CommodityClaimsArgs>>;
  coveredBy?: Resolver<ResolversTypes['MeasureCoverageConnection'], ParentType, ContextType, Partial<CommodityCoveredByArgs>>;
  discussedIn?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<CommodityDiscussedInArgs>>;
  eccn?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  hsCode?: Resolver<Maybe<ResolversTypes['HsCode']>, ParentType, ContextType>;
  hsEdition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['CommodityLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  partOf?: Resolver<ResolversTypes['CommodityConnection'], ParentType, ContextType, Partial<CommodityPartOfArgs>>;
  parts?: Resolver<ResolversTypes['CommodityConnection'], ParentType, ContextType, Partial<CommodityPartsArgs>>;
  producers?: Resolver<ResolversTypes['ActorQuantityConnection'], ParentType, ContextType, Partial<CommodityProducersArgs>>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  users?: Resolver<ResolversTypes['ActorQuantityConnection'], ParentType, ContextType, Partial<CommodityUsersArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommodityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommodityConnection'] = ResolversParentTypes['CommodityConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommodityEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Commodity']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CommodityCoverageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommodityCoverageConnection'] = ResolversParentTypes['CommodityCoverageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommodityCoverageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Commodity']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CommodityCoverageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommodityCoverageEdge'] = ResolversParentTypes['CommodityCoverageEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  newRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Commodity'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  priorRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rateUnit?: Resolver<Maybe<ResolversTypes['RateUnit']>, ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommodityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommodityEdge'] = ResolversParentTypes['CommodityEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Commodity'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommodityQuantityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommodityQuantityConnection'] = ResolversParentTypes['CommodityQuantityConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommodityQuantityEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Commodity']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CommodityQuantityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommodityQuantityEdge'] = ResolversParentTypes['CommodityQuantityEdge']> = {
  amount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Commodity'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CountryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Country'] = ResolversParentTypes['Country']> = {
  affectedBy?: Resolver<ResolversTypes['ActImpactConnection'], ParentType, ContextType, Partial<CountryAffectedByArgs>>;
  agencies?: Resolver<ResolversTypes['AgencyConnection'], ParentType, ContextType, Partial<CountryAgenciesArgs>>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  claims?: Resolver<ResolversTypes['ClaimAboutConnection'], ParentType, ContextType, Partial<CountryClaimsArgs>>;
  code?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  commitments?: Resolver<ResolversTypes['CommitmentConnection'], ParentType, ContextType, Partial<CountryCommitmentsArgs>>;
  discussedIn?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<CountryDiscussedInArgs>>;
  exemptedFrom?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<CountryExemptedFromArgs>>;
  firms?: Resolver<ResolversTypes['FirmConnection'], ParentType, ContextType, Partial<CountryFirmsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imposes?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<CountryImposesArgs>>;
  iso2?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  iso3?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CountryKind'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['CountryConnection'], ParentType, ContextType, Partial<CountryMembersArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  officeHolders?: Resolver<ResolversTypes['PersonOfficeConnection'], ParentType, ContextType, Partial<CountryOfficeHoldersArgs>>;
  partOf?: Resolver<ResolversTypes['CountryConnection'], ParentType, ContextType, Partial<CountryPartOfArgs>>;
  participatesIn?: Resolver<ResolversTypes['ActParticipationConnection'], ParentType, ContextType, Partial<CountryParticipatesInArgs>>;
  produces?: Resolver<ResolversTypes['CommodityQuantityConnection'], ParentType, ContextType, Partial<CountryProducesArgs>>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targetedBy?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<CountryTargetedByArgs>>;
  uses?: Resolver<ResolversTypes['CommodityQuantityConnection'], ParentType, ContextType, Partial<CountryUsesArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export type CountryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryConnection'] = ResolversParentTypes['CountryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CountryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Country']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CountryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryEdge'] = ResolversParentTypes['CountryEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Country'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export type DatedEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatedEdge'] = ResolversParentTypes['DatedEdge']> = {
  __resolveType: TypeResolveFn<'ActEdge' | 'ActImpactEdge' | 'ActParticipationEdge' | 'ActorEdge' | 'ActorOfficeEdge' | 'ActorParticipationEdge' | 'ActorQuantityEdge' | 'AgencyEdge' | 'AgreementEdge' | 'AuthorityEdge' | 'CommitmentEdge' | 'CommodityCoverageEdge' | 'CommodityEdge' | 'CommodityQuantityEdge' | 'CountryEdge' | 'DecidingEdge' | 'EntityImpactEdge' | 'EventEdge' | 'FirmEdge' | 'MeasureCoverageEdge' | 'MeasureEdge' | 'PersonEdge' | 'PersonOfficeEdge' | 'Relationship' | 'SubjectEdge', ParentType, ContextType>;
};

export type DecidingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecidingEdge'] = ResolversParentTypes['DecidingEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Act'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['DecidingEdgeType'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DisagreementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Disagreement'] = ResolversParentTypes['Disagreement']> = {
  about?: Resolver<ResolversTypes['Subject'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  positions?: Resolver<Array<ResolversTypes['Position']>, ParentType, ContextType>;
};

export type DisagreementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisagreementConnection'] = ResolversParentTypes['DisagreementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DisagreementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Disagreement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DisagreementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisagreementEdge'] = ResolversParentTypes['DisagreementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Disagreement'], ParentType, ContextType>;
};

export type EntityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Entity'] = ResolversParentTypes['Entity']> = {
  __resolveType: TypeResolveFn<'Agency' | 'Commodity' | 'Country' | 'Firm' | 'Person', ParentType, ContextType>;
};

export type EntityImpactConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntityImpactConnection'] = ResolversParentTypes['EntityImpactConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EntityImpactEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Entity']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EntityImpactEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntityImpactEdge'] = ResolversParentTypes['EntityImpactEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effect?: Resolver<Maybe<ResolversTypes['ImpactEffect']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = {
  affects?: Resolver<ResolversTypes['EntityImpactConnection'], ParentType, ContextType, Partial<EventAffectsArgs>>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  amends?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<EventAmendsArgs>>;
  causedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<EventCausedByArgs>>;
  causes?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<EventCausesArgs>>;
  claims?: Resolver<ResolversTypes['ClaimAboutConnection'], ParentType, ContextType, Partial<EventClaimsArgs>>;
  concerns?: Resolver<ResolversTypes['SubjectConnection'], ParentType, ContextType, Partial<EventConcernsArgs>>;
  confirmedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<EventConfirmedByArgs>>;
  confirms?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<EventConfirmsArgs>>;
  date?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  discussedIn?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<EventDiscussedInArgs>>;
  eases?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<EventEasesArgs>>;
  endedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<EventEndedByArgs>>;
  endedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  ends?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<EventEndsArgs>>;
  extends?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<EventExtendsArgs>>;
  figures?: Resolver<Array<ResolversTypes['Figure']>, ParentType, ContextType>;
  follows?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<EventFollowsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  implements?: Resolver<ResolversTypes['AgreementConnection'], ParentType, ContextType, Partial<EventImplementsArgs>>;
  kind?: Resolver<ResolversTypes['EventKind'], ParentType, ContextType>;
  partOf?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<EventPartOfArgs>>;
  participants?: Resolver<ResolversTypes['ActorParticipationConnection'], ParentType, ContextType, Partial<EventParticipantsArgs>>;
  parts?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<EventPartsArgs>>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  precedes?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<EventPrecedesArgs>>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  respondedToBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<EventRespondedToByArgs>>;
  respondsTo?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<EventRespondsToArgs>>;
  startedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suspends?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<EventSuspendsArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventConnection'] = ResolversParentTypes['EventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventEdge'] = ResolversParentTypes['EventEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FigureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Figure'] = ResolversParentTypes['Figure']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type FirmResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Firm'] = ResolversParentTypes['Firm']> = {
  affectedBy?: Resolver<ResolversTypes['ActImpactConnection'], ParentType, ContextType, Partial<FirmAffectedByArgs>>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  claims?: Resolver<ResolversTypes['ClaimAboutConnection'], ParentType, ContextType, Partial<FirmClaimsArgs>>;
  discussedIn?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<FirmDiscussedInArgs>>;
  exemptedFrom?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<FirmExemptedFromArgs>>;
  headquarters?: Resolver<ResolversTypes['CountryConnection'], ParentType, ContextType, Partial<FirmHeadquartersArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['FirmKind'], ParentType, ContextType>;
  lei?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  officeHolders?: Resolver<ResolversTypes['PersonOfficeConnection'], ParentType, ContextType, Partial<FirmOfficeHoldersArgs>>;
  parents?: Resolver<ResolversTypes['FirmConnection'], ParentType, ContextType, Partial<FirmParentsArgs>>;
  participatesIn?: Resolver<ResolversTypes['ActParticipationConnection'], ParentType, ContextType, Partial<FirmParticipatesInArgs>>;
  produces?: Resolver<ResolversTypes['CommodityQuantityConnection'], ParentType, ContextType, Partial<FirmProducesArgs>>;
  subsidiaries?: Resolver<ResolversTypes['FirmConnection'], ParentType, ContextType, Partial<FirmSubsidiariesArgs>>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targetedBy?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<FirmTargetedByArgs>>;
  ticker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  uses?: Resolver<ResolversTypes['CommodityQuantityConnection'], ParentType, ContextType, Partial<FirmUsesArgs>>;
  wikidata?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FirmConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FirmConnection'] = ResolversParentTypes['FirmConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FirmEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Firm']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FirmEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FirmEdge'] = ResolversParentTypes['FirmEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Firm'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface HsCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['HsCode'], any> {
  name: 'HsCode';
}

export type LoadCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoadCounts'] = ResolversParentTypes['LoadCounts']> = {
  added?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LoadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoadPayload'] = ResolversParentTypes['LoadPayload']> = {
  bundles?: Resolver<Array<ResolversTypes['LoadedBundle']>, ParentType, ContextType>;
  differences?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['LoadProblem']>, ParentType, ContextType>;
};

export type LoadProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoadProblem'] = ResolversParentTypes['LoadProblem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LoadedBundleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoadedBundle'] = ResolversParentTypes['LoadedBundle']> = {
  edges?: Resolver<ResolversTypes['LoadCounts'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nodes?: Resolver<ResolversTypes['LoadCounts'], ParentType, ContextType>;
};

export type MeasureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Measure'] = ResolversParentTypes['Measure']> = {
  affects?: Resolver<ResolversTypes['EntityImpactConnection'], ParentType, ContextType, Partial<MeasureAffectsArgs>>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  amendedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureAmendedByArgs>>;
  amends?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureAmendsArgs>>;
  announcedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  causedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureCausedByArgs>>;
  causes?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureCausesArgs>>;
  claims?: Resolver<ResolversTypes['ClaimAboutConnection'], ParentType, ContextType, Partial<MeasureClaimsArgs>>;
  confirmedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureConfirmedByArgs>>;
  confirms?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureConfirmsArgs>>;
  covers?: Resolver<ResolversTypes['CommodityCoverageConnection'], ParentType, ContextType, Partial<MeasureCoversArgs>>;
  date?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  discussedIn?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureDiscussedInArgs>>;
  easedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureEasedByArgs>>;
  eases?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<MeasureEasesArgs>>;
  effect?: Resolver<ResolversTypes['MeasureEffect'], ParentType, ContextType>;
  endedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureEndedByArgs>>;
  ends?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureEndsArgs>>;
  exempts?: Resolver<ResolversTypes['ActorConnection'], ParentType, ContextType, Partial<MeasureExemptsArgs>>;
  extendedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureExtendedByArgs>>;
  extends?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureExtendsArgs>>;
  flow?: Resolver<Maybe<ResolversTypes['TradeFlow']>, ParentType, ContextType>;
  follows?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureFollowsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  implements?: Resolver<ResolversTypes['AgreementConnection'], ParentType, ContextType, Partial<MeasureImplementsArgs>>;
  imposedBy?: Resolver<ResolversTypes['AuthorityConnection'], ParentType, ContextType, Partial<MeasureImposedByArgs>>;
  inForceFrom?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  inForceUntil?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MeasureKind'], ParentType, ContextType>;
  legalReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mastChapter?: Resolver<Maybe<ResolversTypes['MastChapter']>, ParentType, ContextType>;
  partOf?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<MeasurePartOfArgs>>;
  parts?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<MeasurePartsArgs>>;
  precedes?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasurePrecedesArgs>>;
  raisedBy?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<MeasureRaisedByArgs>>;
  raises?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<MeasureRaisesArgs>>;
  rate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rateUnit?: Resolver<Maybe<ResolversTypes['RateUnit']>, ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  replacedBy?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<MeasureReplacedByArgs>>;
  replaces?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<MeasureReplacesArgs>>;
  respondedToBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureRespondedToByArgs>>;
  respondsTo?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureRespondsToArgs>>;
  retaliatedBy?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<MeasureRetaliatedByArgs>>;
  retaliatesAgainst?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<MeasureRetaliatesAgainstArgs>>;
  statusOn?: Resolver<ResolversTypes['StatusOn'], ParentType, ContextType, RequireFields<MeasureStatusOnArgs, 'date'>>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suspendedBy?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<MeasureSuspendedByArgs>>;
  suspends?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<MeasureSuspendsArgs>>;
  targets?: Resolver<ResolversTypes['ActorConnection'], ParentType, ContextType, Partial<MeasureTargetsArgs>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MeasureConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MeasureConnection'] = ResolversParentTypes['MeasureConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MeasureEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Measure']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MeasureCoverageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MeasureCoverageConnection'] = ResolversParentTypes['MeasureCoverageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MeasureCoverageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Measure']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MeasureCoverageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MeasureCoverageEdge'] = ResolversParentTypes['MeasureCoverageEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  newRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  priorRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rateUnit?: Resolver<Maybe<ResolversTypes['RateUnit']>, ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MeasureEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MeasureEdge'] = ResolversParentTypes['MeasureEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Measure'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  load?: Resolver<ResolversTypes['LoadPayload'], ParentType, ContextType, RequireFields<MutationLoadArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Agency' | 'Agreement' | 'Claim' | 'Commitment' | 'Commodity' | 'Country' | 'Event' | 'Firm' | 'Measure' | 'Person' | 'Source', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface PartialDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PartialDate'], any> {
  name: 'PartialDate';
}

export type PersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  affectedBy?: Resolver<ResolversTypes['ActImpactConnection'], ParentType, ContextType, Partial<PersonAffectedByArgs>>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  claims?: Resolver<ResolversTypes['ClaimAboutConnection'], ParentType, ContextType, Partial<PersonClaimsArgs>>;
  discussedIn?: Resolver<ResolversTypes['ActConnection'], ParentType, ContextType, Partial<PersonDiscussedInArgs>>;
  exemptedFrom?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<PersonExemptedFromArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  offices?: Resolver<ResolversTypes['ActorOfficeConnection'], ParentType, ContextType, Partial<PersonOfficesArgs>>;
  participatesIn?: Resolver<ResolversTypes['ActParticipationConnection'], ParentType, ContextType, Partial<PersonParticipatesInArgs>>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targetedBy?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<PersonTargetedByArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PersonConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonConnection'] = ResolversParentTypes['PersonConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PersonEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Person']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PersonEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonEdge'] = ResolversParentTypes['PersonEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PersonOfficeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonOfficeConnection'] = ResolversParentTypes['PersonOfficeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PersonOfficeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Person']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PersonOfficeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonOfficeEdge'] = ResolversParentTypes['PersonOfficeEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PositionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Position'] = ResolversParentTypes['Position']> = {
  claim?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  agencies?: Resolver<ResolversTypes['AgencyConnection'], ParentType, ContextType, Partial<QueryAgenciesArgs>>;
  agency?: Resolver<Maybe<ResolversTypes['Agency']>, ParentType, ContextType, RequireFields<QueryAgencyArgs, 'id'>>;
  agreement?: Resolver<Maybe<ResolversTypes['Agreement']>, ParentType, ContextType, RequireFields<QueryAgreementArgs, 'id'>>;
  agreements?: Resolver<ResolversTypes['AgreementConnection'], ParentType, ContextType, Partial<QueryAgreementsArgs>>;
  changes?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, RequireFields<QueryChangesArgs, 'axis' | 'from' | 'to'>>;
  claim?: Resolver<Maybe<ResolversTypes['Claim']>, ParentType, ContextType, RequireFields<QueryClaimArgs, 'id'>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, Partial<QueryClaimsArgs>>;
  commitment?: Resolver<Maybe<ResolversTypes['Commitment']>, ParentType, ContextType, RequireFields<QueryCommitmentArgs, 'id'>>;
  commitments?: Resolver<ResolversTypes['CommitmentConnection'], ParentType, ContextType, Partial<QueryCommitmentsArgs>>;
  commodities?: Resolver<ResolversTypes['CommodityConnection'], ParentType, ContextType, Partial<QueryCommoditiesArgs>>;
  commodity?: Resolver<Maybe<ResolversTypes['Commodity']>, ParentType, ContextType, RequireFields<QueryCommodityArgs, 'hsCode'>>;
  countries?: Resolver<ResolversTypes['CountryConnection'], ParentType, ContextType, Partial<QueryCountriesArgs>>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType, RequireFields<QueryCountryArgs, 'code'>>;
  disagreements?: Resolver<ResolversTypes['DisagreementConnection'], ParentType, ContextType, Partial<QueryDisagreementsArgs>>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType, RequireFields<QueryEventArgs, 'id'>>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<QueryEventsArgs>>;
  firm?: Resolver<Maybe<ResolversTypes['Firm']>, ParentType, ContextType, RequireFields<QueryFirmArgs, 'id'>>;
  firms?: Resolver<ResolversTypes['FirmConnection'], ParentType, ContextType, Partial<QueryFirmsArgs>>;
  measure?: Resolver<Maybe<ResolversTypes['Measure']>, ParentType, ContextType, RequireFields<QueryMeasureArgs, 'id'>>;
  measures?: Resolver<ResolversTypes['MeasureConnection'], ParentType, ContextType, Partial<QueryMeasuresArgs>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  people?: Resolver<ResolversTypes['PersonConnection'], ParentType, ContextType, Partial<QueryPeopleArgs>>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType, RequireFields<QueryPersonArgs, 'id'>>;
  relationships?: Resolver<ResolversTypes['RelationshipConnection'], ParentType, ContextType, Partial<QueryRelationshipsArgs>>;
  search?: Resolver<Array<ResolversTypes['SearchHit']>, ParentType, ContextType, RequireFields<QuerySearchArgs, 'first' | 'text'>>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType, RequireFields<QuerySourceArgs, 'id'>>;
  sources?: Resolver<ResolversTypes['SourceConnection'], ParentType, ContextType, Partial<QuerySourcesArgs>>;
  timeline?: Resolver<ResolversTypes['TimelineEntryConnection'], ParentType, ContextType, RequireFields<QueryTimelineArgs, 'direction'>>;
};

export type RelationshipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Relationship'] = ResolversParentTypes['Relationship']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['RelationshipType'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RelationshipConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelationshipConnection'] = ResolversParentTypes['RelationshipConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RelationshipEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Relationship']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RelationshipEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelationshipEdge'] = ResolversParentTypes['RelationshipEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Relationship'], ParentType, ContextType>;
};

export type SearchHitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchHit'] = ResolversParentTypes['SearchHit']> = {
  node?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, Partial<SourceClaimsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  publisher?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reliability?: Resolver<ResolversTypes['Reliability'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceConnection'] = ResolversParentTypes['SourceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SourceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Source']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SourceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceEdge'] = ResolversParentTypes['SourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type StatusOnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusOn'] = ResolversParentTypes['StatusOn']> = {
  decidedBy?: Resolver<Maybe<ResolversTypes['DecidingEdge']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MeasureStatus'], ParentType, ContextType>;
};

export type SubjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subject'] = ResolversParentTypes['Subject']> = {
  __resolveType: TypeResolveFn<'Agency' | 'Agreement' | 'Commitment' | 'Commodity' | 'Country' | 'Event' | 'Firm' | 'Measure' | 'Person', ParentType, ContextType>;
};

export type SubjectAboutConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubjectAboutConnection'] = ResolversParentTypes['SubjectAboutConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SubjectAboutEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Subject']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubjectAboutEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubjectAboutEdge'] = ResolversParentTypes['SubjectAboutEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Subject'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubjectConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubjectConnection'] = ResolversParentTypes['SubjectConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SubjectEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Subject']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubjectEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubjectEdge'] = ResolversParentTypes['SubjectEdge']> = {
  certainty?: Resolver<Maybe<ResolversTypes['Certainty']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Subject'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  official?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  sourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TimelineEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelineEntry'] = ResolversParentTypes['TimelineEntry']> = {
  by?: Resolver<Maybe<ResolversTypes['Act']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['PartialDate'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TimelineKind'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Act'], ParentType, ContextType>;
};

export type TimelineEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelineEntryConnection'] = ResolversParentTypes['TimelineEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TimelineEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TimelineEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelineEntryEdge'] = ResolversParentTypes['TimelineEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TimelineEntry'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type Resolvers<ContextType = Context> = {
  Act?: ActResolvers<ContextType>;
  ActConnection?: ActConnectionResolvers<ContextType>;
  ActEdge?: ActEdgeResolvers<ContextType>;
  ActImpactConnection?: ActImpactConnectionResolvers<ContextType>;
  ActImpactEdge?: ActImpactEdgeResolvers<ContextType>;
  ActParticipationConnection?: ActParticipationConnectionResolvers<ContextType>;
  ActParticipationEdge?: ActParticipationEdgeResolvers<ContextType>;
  Actor?: ActorResolvers<ContextType>;
  ActorConnection?: ActorConnectionResolvers<ContextType>;
  ActorEdge?: ActorEdgeResolvers<ContextType>;
  ActorOfficeConnection?: ActorOfficeConnectionResolvers<ContextType>;
  ActorOfficeEdge?: ActorOfficeEdgeResolvers<ContextType>;
  ActorParticipationConnection?: ActorParticipationConnectionResolvers<ContextType>;
  ActorParticipationEdge?: ActorParticipationEdgeResolvers<ContextType>;
  ActorQuantityConnection?: ActorQuantityConnectionResolvers<ContextType>;
  ActorQuantityEdge?: ActorQuantityEdgeResolvers<ContextType>;
  Agency?: AgencyResolvers<ContextType>;
  AgencyConnection?: AgencyConnectionResolvers<ContextType>;
  AgencyEdge?: AgencyEdgeResolvers<ContextType>;
  Agreement?: AgreementResolvers<ContextType>;
  AgreementConnection?: AgreementConnectionResolvers<ContextType>;
  AgreementEdge?: AgreementEdgeResolvers<ContextType>;
  Authority?: AuthorityResolvers<ContextType>;
  AuthorityConnection?: AuthorityConnectionResolvers<ContextType>;
  AuthorityEdge?: AuthorityEdgeResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  ChangeConnection?: ChangeConnectionResolvers<ContextType>;
  ChangeEdge?: ChangeEdgeResolvers<ContextType>;
  Claim?: ClaimResolvers<ContextType>;
  ClaimAboutConnection?: ClaimAboutConnectionResolvers<ContextType>;
  ClaimAboutEdge?: ClaimAboutEdgeResolvers<ContextType>;
  ClaimConnection?: ClaimConnectionResolvers<ContextType>;
  ClaimEdge?: ClaimEdgeResolvers<ContextType>;
  Commitment?: CommitmentResolvers<ContextType>;
  CommitmentConnection?: CommitmentConnectionResolvers<ContextType>;
  CommitmentEdge?: CommitmentEdgeResolvers<ContextType>;
  Commodity?: CommodityResolvers<ContextType>;
  CommodityConnection?: CommodityConnectionResolvers<ContextType>;
  CommodityCoverageConnection?: CommodityCoverageConnectionResolvers<ContextType>;
  CommodityCoverageEdge?: CommodityCoverageEdgeResolvers<ContextType>;
  CommodityEdge?: CommodityEdgeResolvers<ContextType>;
  CommodityQuantityConnection?: CommodityQuantityConnectionResolvers<ContextType>;
  CommodityQuantityEdge?: CommodityQuantityEdgeResolvers<ContextType>;
  Country?: CountryResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CountryConnection?: CountryConnectionResolvers<ContextType>;
  CountryEdge?: CountryEdgeResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DatedEdge?: DatedEdgeResolvers<ContextType>;
  DecidingEdge?: DecidingEdgeResolvers<ContextType>;
  Disagreement?: DisagreementResolvers<ContextType>;
  DisagreementConnection?: DisagreementConnectionResolvers<ContextType>;
  DisagreementEdge?: DisagreementEdgeResolvers<ContextType>;
  Entity?: EntityResolvers<ContextType>;
  EntityImpactConnection?: EntityImpactConnectionResolvers<ContextType>;
  EntityImpactEdge?: EntityImpactEdgeResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  EventConnection?: EventConnectionResolvers<ContextType>;
  EventEdge?: EventEdgeResolvers<ContextType>;
  Figure?: FigureResolvers<ContextType>;
  Firm?: FirmResolvers<ContextType>;
  FirmConnection?: FirmConnectionResolvers<ContextType>;
  FirmEdge?: FirmEdgeResolvers<ContextType>;
  HsCode?: GraphQLScalarType;
  LoadCounts?: LoadCountsResolvers<ContextType>;
  LoadPayload?: LoadPayloadResolvers<ContextType>;
  LoadProblem?: LoadProblemResolvers<ContextType>;
  LoadedBundle?: LoadedBundleResolvers<ContextType>;
  Measure?: MeasureResolvers<ContextType>;
  MeasureConnection?: MeasureConnectionResolvers<ContextType>;
  MeasureCoverageConnection?: MeasureCoverageConnectionResolvers<ContextType>;
  MeasureCoverageEdge?: MeasureCoverageEdgeResolvers<ContextType>;
  MeasureEdge?: MeasureEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PartialDate?: GraphQLScalarType;
  Person?: PersonResolvers<ContextType>;
  PersonConnection?: PersonConnectionResolvers<ContextType>;
  PersonEdge?: PersonEdgeResolvers<ContextType>;
  PersonOfficeConnection?: PersonOfficeConnectionResolvers<ContextType>;
  PersonOfficeEdge?: PersonOfficeEdgeResolvers<ContextType>;
  Position?: PositionResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Relationship?: RelationshipResolvers<ContextType>;
  RelationshipConnection?: RelationshipConnectionResolvers<ContextType>;
  RelationshipEdge?: RelationshipEdgeResolvers<ContextType>;
  SearchHit?: SearchHitResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  SourceConnection?: SourceConnectionResolvers<ContextType>;
  SourceEdge?: SourceEdgeResolvers<ContextType>;
  StatusOn?: StatusOnResolvers<ContextType>;
  Subject?: SubjectResolvers<ContextType>;
  SubjectAboutConnection?: SubjectAboutConnectionResolvers<ContextType>;
  SubjectAboutEdge?: SubjectAboutEdgeResolvers<ContextType>;
  SubjectConnection?: SubjectConnectionResolvers<ContextType>;
  SubjectEdge?: SubjectEdgeResolvers<ContextType>;
  TimelineEntry?: TimelineEntryResolvers<ContextType>;
  TimelineEntryConnection?: TimelineEntryConnectionResolvers<ContextType>;
  TimelineEntryEdge?: TimelineEntryEdgeResolvers<ContextType>;
  URL?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  asOf?: AsOfDirectiveResolver<any, any, ContextType>;
};
