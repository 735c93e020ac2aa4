import { useState } from "react";
import type { InputProps } from "./inputs.tsx";
import { nameWords, type Value, writeValue } from "./variables.ts";

const PARTIAL = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** What is typed: it is asked when it is whole, on Enter or when the field is left. */
export function Typed({ variable, value, onChange }: InputProps) {
  const { kind, isList } = variable;
  const text = value === undefined || value === null ? "" : writeValue(value);
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const take = (next: string) => {
    const isDate = kind === "day" || kind === "date";
    const wrong =
      next !== "" &&
      ((isDate && !PARTIAL.test(next)) || (kind === "number" && !Number.isFinite(Number(next))) || (kind === "json" && !isJson(next)));
    setWrong(wrong);
    if (wrong) return;
    setTyped(null);
    if (next === text) return;
    if (next === "") onChange(undefined);
    else if (isList) onChange(next.split(",").map((part) => part.trim()));
    else onChange(kind === "number" ? Number(next) : kind === "json" ? (JSON.parse(next) as Value) : next);
  };
  return (
    <label className="field">
      {nameWords(variable.name)}
      <input
        className="text"
        type={kind === "day" ? "date" : "text"}
        value={typed ?? text}
        aria-invalid={isWrong}
        placeholder={kind === "date" ? "2025-06-28, 2025-06 or 2025" : undefined}
        onChange={({ target }) => (kind === "day" ? target.value && take(target.value) : setTyped(target.value))}
        onBlur={() => typed !== null && take(typed.trim())}
        onKeyDown={({ key }) => key === "Enter" && typed !== null && take(typed.trim())}
      />
      {isWrong && (
        <span className="tiny questions-wrong">
          {kind === "date" ? "A day, a month or a year: 2025-06-28, 2025-06, 2025." : "This can't be read."}
        </span>
      )}
    </label>
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
