import { useState } from "react";
import { useAddress } from "../app/address.ts";
import { choicesOf, wordsOf } from "../data/words.ts";
import type { NodeType } from "../generated/operations.ts";
import { useNames } from "../pick/names.ts";
import { type Choice, Picker } from "../pick/picker.tsx";
import { Typed } from "./typed-input.tsx";
import { nameWords, type Value, type Variable, writeValue } from "./variables.ts";

interface Props {
  readonly variables: readonly Variable[];
  readonly values: Readonly<Record<string, Value>>;
}

/** What can be changed of a question. Each change asks anew, and stands in the address. */
export function Inputs({ variables, values }: Props) {
  const { set } = useAddress();
  if (variables.length === 0) return null;
  const isChanged = variables.some(({ name, usual }) => usual !== undefined && JSON.stringify(values[name]) !== JSON.stringify(usual));
  return (
    <search className="questions-inputs" aria-label="What is asked">
      {variables.map((variable) => (
        <Input
          key={variable.name}
          variable={variable}
          value={values[variable.name]}
          onChange={(value) => {
            const isUsual = JSON.stringify(value) === JSON.stringify(variable.usual);
            set({ [variable.asked]: value === undefined || isUsual ? undefined : writeValue(value) });
          }}
        />
      ))}
      {isChanged && (
        <button
          type="button"
          className="button plain questions-back"
          onClick={() => set(Object.fromEntries(variables.map(({ asked }) => [asked, undefined])))}
        >
          As it was asked first
        </button>
      )}
    </search>
  );
}

/** A variable, what it is now, and what to do when the reader changes it. */
export interface InputProps {
  readonly variable: Variable;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
}

function Input(props: InputProps) {
  const { kind, isList } = props.variable;
  if (kind === "node" || kind === "country" || kind === "code") return isList ? <Nodes {...props} /> : <One {...props} />;
  if (kind === "enum") return isList ? <Words {...props} /> : <Word {...props} />;
  if (kind === "truth") return <Truth {...props} />;
  return <Typed {...props} />;
}

/** Which types of nodes a variable may have: those of its usual value, where that names them. */
function typesOf({ kind, usual }: Variable): readonly NodeType[] | undefined {
  if (kind === "country") return ["COUNTRY"];
  if (kind === "code") return ["COMMODITY"];
  const ids = [usual].flat().filter((id): id is string => typeof id === "string" && id.includes(":"));
  const types = new Set(ids.map((id) => id.slice(0, id.indexOf(":")).toUpperCase() as NodeType));
  return types.size === 1 ? [...types] : undefined;
}

/** What a chosen node is to a variable: its id, or its code. */
function valueFrom({ kind }: Variable, node: Choice): string | null {
  if (kind === "code") return node.__typename === "Commodity" ? (node.hsCode ?? null) : null;
  if (kind === "country") return node.__typename === "Country" ? (node.code ?? null) : null;
  return node.id;
}

const fullId = ({ kind }: Variable, value: string): string =>
  kind === "country" ? `country:${value}` : kind === "code" ? `commodity:hs-${value}` : value;

function One({ variable, value, onChange }: InputProps) {
  const text = typeof value === "string" ? value : "";
  const nameOf = useNames(text === "" ? [] : [fullId(variable, text)]);
  const shown = text === "" ? "" : nameOf(fullId(variable, text));
  const types = typesOf(variable);
  return (
    <Picker
      label={nameWords(variable.name)}
      {...(types ? { types } : {})}
      shown={variable.kind === "code" && shown !== `hs-${text}` ? `${text} ${shown}` : shown.replace(/^hs-/, "HS ")}
      accepts={(node) => valueFrom(variable, node) !== null}
      onChoose={(node) => onChange(valueFrom(variable, node) ?? undefined)}
    />
  );
}

function Nodes({ variable, value, onChange }: InputProps) {
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const nameOf = useNames(chosen.map((one) => fullId(variable, one)));
  const types = typesOf(variable);
  const label = nameWords(variable.name);
  return (
    <div className="questions-list">
      <Picker
        label={label}
        {...(types ? { types } : {})}
        placeholder="Add another …"
        accepts={(node) => valueFrom(variable, node) !== null}
        onChoose={(node) => {
          const added = valueFrom(variable, node);
          if (added !== null && !chosen.includes(added)) onChange([...chosen, added]);
        }}
      />
      <Chips
        label={label}
        values={chosen}
        wordsOf={(one) => nameOf(fullId(variable, one)).replace(/^hs-/, "HS ")}
        onDrop={(one) => onChange(chosen.filter((other) => other !== one))}
      />
    </div>
  );
}

interface ChipsProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly wordsOf: (value: string) => string;
  readonly onDrop: (value: string) => void;
}

/** How many are shown before the reader asks for the rest. */
const FEW = 6;

function Chips({ label, values, wordsOf: words, onDrop }: ChipsProps) {
  const [isWhole, setWhole] = useState(false);
  if (values.length === 0) return null;
  const shown = isWhole ? values : values.slice(0, FEW);
  return (
    <ul className="row" aria-label={`${label}: chosen`}>
      {shown.map((value) => (
        <li key={value}>
          <button type="button" className="button questions-chip" aria-label={`Take out ${words(value)}`} onClick={() => onDrop(value)}>
            {words(value)} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {values.length > shown.length && (
        <li>
          <button type="button" className="button plain" onClick={() => setWhole(true)}>
            and {values.length - shown.length} more
          </button>
        </li>
      )}
    </ul>
  );
}

function Words({ variable, value, onChange }: InputProps) {
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const label = nameWords(variable.name);
  return (
    <div className="questions-list">
      <label className="field">
        {label}
        <select value="" onChange={({ target }) => onChange([...chosen, target.value])}>
          <option value="">Add another …</option>
          {choicesOf(variable.type)
            .filter(([constant]) => !chosen.includes(constant))
            .map(([constant, words]) => (
              <option key={constant} value={constant}>
                {words}
              </option>
            ))}
        </select>
      </label>
      <Chips
        label={label}
        values={chosen}
        wordsOf={(one) => wordsOf(variable.type, one)}
        onDrop={(one) => onChange(chosen.filter((other) => other !== one))}
      />
    </div>
  );
}

function Word({ variable, value, onChange }: InputProps) {
  return (
    <label className="field">
      {nameWords(variable.name)}
      <select value={typeof value === "string" ? value : ""} onChange={({ target }) => onChange(target.value || undefined)}>
        {!variable.isRequired && <option value="">any</option>}
        {choicesOf(variable.type).map(([constant, words]) => (
          <option key={constant} value={constant}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Truth({ variable, value, onChange }: InputProps) {
  return (
    <label className="questions-truth">
      <input type="checkbox" checked={value === true} onChange={({ target }) => onChange(target.checked)} />
      {nameWords(variable.name)}
    </label>
  );
}
