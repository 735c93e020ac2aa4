import type { ReactNode } from "react";
import { dateWords } from "../app/day.ts";
import { NodeLink } from "../app/link.tsx";
import { LABELS } from "../generated/labels.ts";
import { useNames } from "../pick/names.ts";
import { TypeTag } from "../ui/type-tag.tsx";
import { nameWords } from "./variables.ts";

type Plain = string | number | boolean | null;
type Thing = { readonly [field: string]: Answered };
type Answered = Plain | Thing | readonly Answered[];

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const ID = /^(agency|agreement|claim|commitment|commodity|country|event|firm|market|measure|person|source):\S+$/;
const CONSTANT = /^[A-Z][A-Z0-9_]*$/;
/** What a thing is called by, best first. */
const NAMES = ["label", "title", "name", "statement"] as const;
const NODES = new Set([
  "Country",
  "Agency",
  "Firm",
  "Person",
  "Commodity",
  "Market",
  "Measure",
  "Agreement",
  "Commitment",
  "Event",
  "Source",
  "Claim",
]);

/** The words of constants that mean the same in every enum; those that mean two things stay as they are. */
const WORDS = new Map<string, string>();
for (const words of Object.values(LABELS))
  for (const [constant, word] of Object.entries(words))
    WORDS.set(constant, WORDS.has(constant) && WORDS.get(constant) !== word ? constant : word);

const isThing = (value: Answered | undefined): value is Thing => typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: Answered | undefined): value is readonly Answered[] => Array.isArray(value);

/** Any answer in a form that can be read: lists of cards, fields by name, ids as links with the names of what they stand for. */
export function Answer({ data }: { readonly data: unknown }) {
  const answered = data as Thing;
  const nameOf = useNames(loneIds(answered));
  return (
    <div className="answer">
      {Object.entries(answered)
        .filter(([key]) => key !== "__typename")
        .map(([key, value]) => (
          <section key={key} className="stack answer-part">
            <h2>{nameWords(key)}</h2>
            <Shown value={value} nameOf={nameOf} />
          </section>
        ))}
    </div>
  );
}

type NameOf = (id: string) => string;

/** The ids that stand without a name beside them. */
function loneIds(value: Answered): string[] {
  if (typeof value === "string") return ID.test(value) ? [value] : [];
  if (isList(value)) return value.flatMap(loneIds);
  if (!isThing(value)) return [];
  const isNamed = nameIn(value) !== undefined;
  return Object.entries(value).flatMap(([key, inner]) => (key === "id" && isNamed ? [] : loneIds(inner)));
}

function nameIn(thing: Thing): string | undefined {
  for (const field of NAMES) if (typeof thing[field] === "string") return thing[field];
  return undefined;
}

function Shown({ value, nameOf }: { readonly value: Answered | undefined; readonly nameOf: NameOf }) {
  if (isList(value)) return <List items={value} nameOf={nameOf} />;
  if (!isThing(value)) return <p>{plainWords(value, nameOf)}</p>;
  const items = itemsOf(value);
  if (items === null) return <Card thing={value} nameOf={nameOf} />;
  const facts = Object.entries(value).filter(([key]) => !["nodes", "edges", "pageInfo", "__typename", "totalCount"].includes(key));
  const total = typeof value.totalCount === "number" ? value.totalCount : null;
  return (
    <div className="stack answer-tight">
      {total !== null && (
        <p className="small quiet">
          {total.toLocaleString("en")} in all{items.length > 0 && items.length < total ? `, the first ${items.length} here` : ""}
        </p>
      )}
      {items.length > 0 && <List items={items} nameOf={nameOf} />}
      {total === null && items.length === 0 && (value.nodes || value.edges) && <p className="small quiet">none</p>}
      {facts.length > 0 && <Card thing={Object.fromEntries(facts)} nameOf={nameOf} />}
    </div>
  );
}

/** The members of a connection, each with what its edge says; null where it is none. */
function itemsOf(thing: Thing): readonly Answered[] | null {
  if (isList(thing.edges)) {
    return thing.edges.map((edge): Answered => {
      if (!isThing(edge) || !isThing(edge.node)) return edge;
      const { node, cursor: _cursor, __typename: _type, ...own } = edge;
      return {
        ...(node as Thing),
        ...Object.fromEntries(Object.entries(own).map(([key, value]) => [key in (node as Thing) ? `edge ${key}` : key, value])),
      };
    });
  }
  if (isList(thing.nodes)) return thing.nodes;
  return typeof thing.totalCount === "number" || String(thing.__typename).endsWith("Connection") ? [] : null;
}

function List({ items, nameOf }: { readonly items: readonly Answered[]; readonly nameOf: NameOf }) {
  if (items.length === 0) return <p className="small quiet">none</p>;
  if (items.every((item) => (isThing(item) ? isBare(item) : !isList(item)))) {
    return (
      <p>
        {items.map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: values without a name, which stay where they are
          <span key={i}>
            {i > 0 && "; "}
            {isThing(item) ? <Name thing={item} nameOf={nameOf} /> : plainWords(item as Plain, nameOf)}
          </span>
        ))}
      </p>
    );
  }
  return (
    <ul className="answer-list">
      {items.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer's order is its own
        <li key={i}>{isThing(item) ? <Card thing={item} nameOf={nameOf} /> : <Shown value={item} nameOf={nameOf} />}</li>
      ))}
    </ul>
  );
}

/** Whether a thing has nothing but a name. */
const isBare = (thing: Thing): boolean =>
  Object.keys(thing).every(
    (key) => key === "__typename" || key === "id" || key === NAMES.find((field) => typeof thing[field] === "string"),
  ) &&
  (nameIn(thing) !== undefined || typeof thing.id === "string");

/** What a thing is called, as a link where it says its id. */
function Name({ thing, nameOf }: { readonly thing: Thing; readonly nameOf: NameOf }) {
  const id = typeof thing.id === "string" && ID.test(thing.id) ? thing.id : null;
  const name = nameIn(thing) ?? (id === null ? String(thing.id ?? "") : nameOf(id));
  const type = String(thing.__typename ?? "");
  return (
    <>
      {NODES.has(type) && <TypeTag type={type} isShort />} {id === null ? name : <NodeLink id={id}>{name}</NodeLink>}
    </>
  );
}

/** Whether a value fits into a line: plain, a list of plain values, or a list that is empty. */
function isShort(value: Answered | undefined): boolean {
  if (isList(value)) return value.every((item) => !isThing(item) && !isList(item));
  if (!isThing(value)) return true;
  const items = itemsOf(value);
  return (
    items !== null &&
    items.length === 0 &&
    Object.keys(value).every((key) => ["nodes", "edges", "pageInfo", "__typename", "totalCount"].includes(key))
  );
}

/** A thing: its name as a link, its plain fields in a line, then what lies below it. */
function Card({ thing, nameOf }: { readonly thing: Thing; readonly nameOf: NameOf }) {
  const isNamed = nameIn(thing) !== undefined || (typeof thing.id === "string" && ID.test(thing.id));
  const called = NAMES.find((field) => typeof thing[field] === "string");
  const fields = Object.entries(thing).filter(([key]) => key !== "__typename" && key !== "id" && key !== called);
  const short = fields.filter(([, value]) => isShort(value));
  const deep = fields.filter(([, value]) => !isShort(value));
  return (
    <div className="answer-card">
      {isNamed && (
        <p className="answer-name">
          <Name thing={thing} nameOf={nameOf} />
        </p>
      )}
      {short.length > 0 && (
        <dl className="answer-fields">
          {short.map(([key, value]) => (
            <div key={key}>
              <dt>{nameWords(key)}</dt>
              <dd>
                <Line value={value} nameOf={nameOf} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {deep.map(([key, value]) => (
        <div key={key} className="answer-below">
          <p className="answer-key">{nameWords(key)}</p>
          <Shown value={value} nameOf={nameOf} />
        </div>
      ))}
    </div>
  );
}

/** What fits into a line. */
function Line({ value, nameOf }: { readonly value: Answered | undefined; readonly nameOf: NameOf }) {
  if (isList(value)) return <Plains values={value as readonly Plain[]} nameOf={nameOf} />;
  return isThing(value) ? "none" : plainWords(value, nameOf);
}

function Plains({ values, nameOf }: { readonly values: readonly Plain[]; readonly nameOf: NameOf }) {
  if (values.length === 0) return "none";
  return values.map((value, i) => (
    <span key={String(value)}>
      {i > 0 && ", "}
      {plainWords(value, nameOf)}
    </span>
  ));
}

function plainWords(value: Plain | undefined, nameOf: NameOf): ReactNode {
  if (value === null || value === undefined) return "–";
  if (typeof value === "number") return value.toLocaleString("en", { maximumFractionDigits: 6 });
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (ID.test(value)) return <NodeLink id={value}>{nameOf(value)}</NodeLink>;
  if (DATE.test(value)) return dateWords(value);
  if (CONSTANT.test(value)) return WORDS.get(value) ?? value;
  if (/^https?:\/\/\S+$/.test(value)) {
    return (
      <a href={value} rel="noreferrer">
        {new URL(value).hostname}
      </a>
    );
  }
  return value;
}
