import { useEffect, useRef } from "react";
import { useMedia } from "../ui/use-media.ts";
import { EdgeEvidence } from "./edge-evidence.tsx";
import "./evidence.css";
import { NodeEvidence } from "./node-evidence.tsx";
import { type EvidenceOf, writeEvidence } from "./reference.ts";
import { useEvidence } from "./use-evidence.ts";

/** Below this width the drawer is a sheet over the page. */
const NARROW = "(max-width: 1099px)";

/** What the fact rests on that was asked for last: who says so, in which words, and who says otherwise. It stands beside the view, or over it where that is narrow. */
export function EvidenceDrawer() {
  const { shown, close } = useEvidence();
  const isNarrow = useMedia(NARROW);
  if (!shown) return null;
  const Shell = isNarrow ? Sheet : Beside;
  return (
    <Shell fact={writeEvidence(shown)} close={close}>
      <Content shown={shown} close={close} />
    </Shell>
  );
}

interface ShellProps {
  /** Which fact is shown, as the address has it. */
  readonly fact: string;
  readonly close: () => void;
  readonly children: React.ReactNode;
}

/** Beside the view, which stays in reach. Escape closes it and leads back to where the reader was. */
function Beside({ fact, close, children }: ShellProps) {
  const aside = useRef<HTMLElement>(null);
  useFocusGivenBack(fact, aside, () => document.activeElement !== document.body && aside.current?.focus({ preventScroll: true }));
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      close();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [close]);
  return (
    <aside ref={aside} aria-label="Evidence" className="evidence evidence-beside" tabIndex={-1}>
      {children}
    </aside>
  );
}

/** Over the view, which is out of reach meanwhile; the browser handles Escape and keeps the focus within. */
function Sheet({ fact, close, children }: ShellProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useFocusGivenBack(fact, dialog, () => dialog.current?.open || dialog.current?.showModal());
  return (
    <dialog ref={dialog} aria-label="Evidence" className="evidence evidence-sheet" onClose={close}>
      {children}
    </dialog>
  );
}

/** Moves the focus in as a fact is opened, and back as the drawer closes, to the mark that opened the last one. Where the address opened it, nobody's focus is moved. */
function useFocusGivenBack(key: string, shell: React.RefObject<HTMLElement | null>, enter: () => unknown): void {
  const origin = useRef<Element | null>(null);
  const begin = useRef(enter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another fact is opened from another place
  useEffect(() => {
    const before = document.activeElement;
    if (before && before !== document.body && !shell.current?.contains(before)) origin.current = before;
    begin.current();
  }, [key]);
  useEffect(
    () => () => {
      if (origin.current instanceof HTMLElement && origin.current.isConnected) origin.current.focus({ preventScroll: true });
    },
    [],
  );
}

function Content({ shown, close }: { readonly shown: EvidenceOf; readonly close: () => void }) {
  return (
    <>
      <header className="evidence-head">
        <h2>Evidence</h2>
        <button type="button" className="button plain" onClick={close}>
          Close <kbd className="evidence-key">Esc</kbd>
        </button>
      </header>
      {shown.of === "edge" ? (
        <EdgeEvidence edge={shown} />
      ) : (
        <NodeEvidence key={shown.id} id={shown.id} field={shown.of === "field" ? shown.field : null} />
      )}
    </>
  );
}
