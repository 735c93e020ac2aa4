import { useId, useState } from "react";
import { useDays } from "../app/address.ts";
import { useAnswer } from "../data/use-answer.ts";
import { type NodeType, PickDocument, type PickedFragment } from "../generated/operations.ts";
import { TypeTag } from "../ui/type-tag.tsx";
import { Combobox } from "./combobox.tsx";
import { codeFirst, codeIn, type Finding, findingOf } from "./finding.ts";
import "./picker.css";

/** A node that was found or chosen. */
export type Choice = PickedFragment;

interface Props {
  readonly label: string;
  /** Types of nodes to choose from; all where it is left out. */
  readonly types?: readonly NodeType[];
  /** What stands in the field while nobody types: the name of what is chosen. */
  readonly shown?: string;
  readonly placeholder?: string;
  /** Whether the label is only heard. */
  readonly isQuiet?: boolean;
  /** Which of what is found may be chosen; all where it is left out. */
  readonly accepts?: (node: Choice) => boolean;
  readonly onChoose: (node: Choice) => void;
}

/** A field that finds a node while its name or code is typed. */
export function Picker({ label, types, shown = "", placeholder, isQuiet = false, accepts, onChoose }: Props) {
  const [asked, ask] = useState("");
  const id = useId();
  const finding = useFound(asked, types);
  return (
    <div className="picker field">
      <label htmlFor={id} className={isQuiet ? "aloud" : undefined}>
        {label}
      </label>
      <Combobox
        id={id}
        listLabel={`${label}: found`}
        finding={accepts ? { ...finding, found: finding.found.filter(accepts) } : finding}
        none={(text) => `Nothing of the kind is called “${text}”.`}
        shown={shown}
        input={{ className: "text picker-text", ...(placeholder !== undefined && { placeholder }) }}
        onAsk={ask}
        onChoose={onChoose}
      >
        {(node) => (
          <>
            {types?.length !== 1 && <TypeTag type={node.__typename} isShort />}
            <span>{node.label}</span>
            <span className="quiet tiny">{asideOf(node)}</span>
          </>
        )}
      </Combobox>
    </div>
  );
}

function useFound(text: string, types: readonly NodeType[] | undefined): Finding<Choice> {
  const { known } = useDays();
  const code = types?.includes("COMMODITY") === false ? undefined : codeIn(text);
  const answer = useAnswer(
    PickDocument,
    { text, types: types ? [...types] : null, code: code ?? "01", isCode: code !== undefined, known },
    { pause: text === "" },
  );
  return findingOf(text, answer, ({ commodity, search }) => codeFirst<Choice>(commodity, search));
}

function asideOf(node: Choice): string {
  if (node.__typename === "Commodity" && node.hsCode) return `HS ${node.hsCode}`;
  return node.__typename === "Country" && node.code ? node.code : "";
}
