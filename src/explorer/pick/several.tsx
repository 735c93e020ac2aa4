import type { NodeType } from "../generated/operations.ts";
import { Picker } from "./picker.tsx";
import "./several.css";

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly types: readonly NodeType[];
  readonly picked: readonly { readonly id: string; readonly label: string }[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** A field that finds several nodes: what is chosen stands below it, and each can be taken out. */
export function SeveralPicker({ label, placeholder, types, picked, onChange }: Props) {
  const ids = picked.map(({ id }) => id);
  return (
    <div className="several">
      <Picker
        label={label}
        placeholder={placeholder}
        types={types}
        accepts={({ id }) => !ids.includes(id)}
        onChoose={({ id }) => onChange([...ids, id])}
      />
      {picked.map((one) => (
        <button
          key={one.id}
          type="button"
          className="several-chip"
          aria-label={`Take ${one.label} out of ${label.toLowerCase()}`}
          title="Take out"
          onClick={() => onChange(ids.filter((id) => id !== one.id))}
        >
          {one.label} <span aria-hidden="true">×</span>
        </button>
      ))}
    </div>
  );
}
