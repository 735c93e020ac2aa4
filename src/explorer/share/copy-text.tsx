import { useId, useState } from "react";
import { copy } from "./copy.ts";

/** A text to take along, and the button that copies it. */
export function CopyText({ label, text }: { readonly label: string; readonly text: string }) {
  const [said, setSaid] = useState("");
  const id = useId();
  return (
    <div className="share-text">
      <div className="share-line">
        <label htmlFor={id}>{label}</label>
        <button
          type="button"
          className="button"
          aria-label={`Copy ${label}`}
          onClick={async () => setSaid((await copy(text)) ? "Copied" : "Select the text and copy it")}
        >
          Copy
        </button>
        <span className="tiny quiet" role="status">
          {said}
        </span>
      </div>
      <textarea
        id={id}
        readOnly
        rows={Math.min(12, text.split("\n").length + Math.floor(text.length / 160))}
        value={text}
        onFocus={({ target }) => target.select()}
      />
    </div>
  );
}
