import { useAddress } from "../app/address.ts";
import { useNames } from "../pick/names.ts";
import { FROM_START, GROUPS, type State } from "./state.ts";
import { valueWords } from "./words.ts";

/** What the table is narrowed by, each a button that takes it back. */
export function Chosen({ state }: { readonly state: State }) {
  const { set } = useAddress();
  const nameOf = useNames(GROUPS.flatMap(({ name, ofNodes }) => (ofNodes ? state.chosen[name] : [])));
  const parts = GROUPS.flatMap(({ name, title }) =>
    state.chosen[name].map((value) => ({
      key: `${name} ${value}`,
      words: `${title}: ${valueWords(name, value, nameOf)}`,
      drop: { [name]: state.chosen[name].filter((other) => other !== value).join(",") },
    })),
  );
  if (state.text !== "") parts.push({ key: "text", words: `Words: “${state.text}”`, drop: { text: "" } });
  if (parts.length === 0) return null;
  const none = Object.fromEntries([...GROUPS.map(({ name }) => [name, undefined]), ["text", undefined]]);
  return (
    <ul className="measures-chosen row" aria-label="Chosen">
      {parts.map(({ key, words, drop }) => (
        <li key={key}>
          <button
            type="button"
            className="button measures-chip"
            aria-label={`Take back ${words}`}
            onClick={() => set({ ...FROM_START, ...drop })}
          >
            {words} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {parts.length > 1 && (
        <li>
          <button type="button" className="button plain" onClick={() => set({ ...FROM_START, ...none })}>
            Take all back
          </button>
        </li>
      )}
    </ul>
  );
}
