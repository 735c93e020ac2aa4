import { stringifyDocument } from "@urql/core";
import { useState } from "react";
import { BASE, useAddress } from "../app/address.ts";
import { askAs, fileNameOf, saveFile } from "../data/files.ts";
import { useAnswer } from "../data/use-answer.ts";
import { CitedDocument } from "../generated/operations.ts";
import { Problem, Skeleton } from "../ui/note.tsx";
import { CopyText } from "./copy-text.tsx";
import type { Asked, Shared } from "./shared.ts";

/** The open view as a citation, and the source that is open in it. */
export function Cite({ shared }: { readonly shared: Shared }) {
  const { path, search } = useAddress();
  const source = [path.replace(/^\/id\//, ""), search.get("evidence") ?? ""].map((text) => /^source:[^#|]+$/.exec(text)?.[0]).find(Boolean);
  const { data, error, again } = useAnswer(CitedDocument, {
    title: shared.title,
    url: window.location.href,
    valid: search.get("on"),
    known: search.get("known"),
    source: source ?? "source:none",
    isSource: source !== undefined,
  });
  if (error) return <Problem error={error} again={again} />;
  if (!data) return <Skeleton lines={4} />;
  return (
    <div className="share-panel">
      <Forms title="This view" written={data.meta} />
      {data.source && <Forms title={`The source: ${data.source.title}`} written={data.source} />}
    </div>
  );
}

/** The forms of a citation, by name. */
const FORMS = { text: "Plain text", bibtex: "BibTeX", cslJson: "CSL-JSON", ris: "RIS" } as const;

function Forms({ title, written }: { readonly title: string; readonly written: Readonly<Record<keyof typeof FORMS, string>> }) {
  return (
    <section className="share-panel" aria-label={title}>
      <p className="share-title">{title}</p>
      {(Object.keys(FORMS) as (keyof typeof FORMS)[]).map((form) => (
        <CopyText key={form} label={FORMS[form]} text={written[form]} />
      ))}
    </section>
  );
}

/** The view's answer as a file. */
export function Download({ shared, asked }: { readonly shared: Shared; readonly asked: Asked }) {
  const [said, setSaid] = useState("");
  const save = async (type: "text/csv" | "application/json", ending: string) => {
    setSaid("Asking …");
    try {
      saveFile(`${fileNameOf(shared.title)}.${ending}`, type, await askAs(type, stringifyDocument(asked.document), asked.variables));
      setSaid("The file is saved.");
    } catch (error) {
      setSaid(`There is no file: ${error instanceof Error ? error.message : error}`);
    }
  };
  return (
    <div className="share-panel">
      <div className="row">
        <button type="button" className="button" onClick={() => save("text/csv", "csv")}>
          CSV, a table
        </button>
        <button type="button" className="button" onClick={() => save("application/json", "json")}>
          JSON, as answered
        </button>
      </div>
      <p className="small quiet" role="status">
        {said || shared.part || "What this view asked of the server, as its file."}
      </p>
    </div>
  );
}

/** The view's address for who has a frame for it. */
export function Embed({ shared }: { readonly shared: Shared }) {
  const { path, search } = useAddress();
  const text = search.toString();
  const address = `${window.location.origin}/embed${path === "/" ? "" : path}${text === "" ? "" : `?${text}`}`;
  const html = `<iframe src="${address.replaceAll("&", "&amp;").replaceAll('"', "%22")}" title="${shared.title.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}" width="100%" height="640" loading="lazy"></iframe>`;
  return (
    <div className="share-panel">
      <CopyText label="HTML" text={html} />
      <p className="small quiet">It shows this view without its head, in pages of the origins that this server names.</p>
    </div>
  );
}

/** Whether the server lets other pages embed views: it says so in the page. */
export const mayEmbed = (): boolean => BASE === "" && document.querySelector('meta[name="embed"][content="yes"]') !== null;
