import { useEffect, useRef, useState } from "react";
import { saveFile } from "../data/files.ts";
import { readEvidence } from "../evidence/reference.ts";
import { useEvidence } from "../evidence/use-evidence.ts";
import { Empty } from "../ui/note.tsx";
import { Drawing } from "./drawing.ts";
import type { Picture } from "./picture.ts";
import { pngOf, svgOf } from "./save.ts";
import type { GraphState } from "./state.ts";

interface CanvasProps {
  readonly picture: Picture;
  readonly state: GraphState;
  /** What the reader points at, here or in the list. */
  readonly pointed: string | null;
  readonly onPoint: (key: string | null) => void;
  readonly title: string;
}

/** The picture, and what can be done with it. */
export default function Canvas({ picture, state, pointed, onPoint, title }: CanvasProps) {
  const container = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const [isPossible, setPossible] = useState(true);
  const evidence = useEvidence();
  const ask = (key: string) => {
    const asked = readEvidence(key);
    if (asked?.of === "edge") evidence.open(asked);
  };
  const newest = useRef({ state, onPoint, ask });
  newest.current = { state, onPoint, ask };
  useEffect(() => {
    if (!container.current) return;
    try {
      drawing.current = new Drawing(container.current, {
        open: (key) => newest.current.state.toggle(key),
        centre: (key) => !key.includes("~") && newest.current.state.centre(key),
        mark: (key) => !key.includes("~") && newest.current.state.mark(key),
        ask: (key) => newest.current.ask(key),
        point: (key) => newest.current.onPoint(key),
      });
    } catch {
      setPossible(false);
    }
    return () => {
      drawing.current?.end();
      drawing.current = null;
    };
  }, []);
  useEffect(() => drawing.current?.show(picture, { isOpen: state.isOpen, ends: state.ends }), [picture, state]);
  useEffect(() => drawing.current?.point(pointed), [pointed]);
  if (!isPossible) return <Empty>This browser draws no pictures by WebGL. The list beside has all that would be drawn.</Empty>;
  return (
    <section className="graph-picture" aria-label="Picture">
      <div ref={container} className="graph-canvas" aria-hidden="true" />
      <PictureTools drawing={drawing} title={title} />
    </section>
  );
}

function PictureTools({ drawing, title }: { readonly drawing: React.RefObject<Drawing | null>; readonly title: string }) {
  const name = title.replace(/[^\p{L}\p{N}]+/gu, "-").toLowerCase();
  const savePng = async () => {
    if (drawing.current) saveFile(`${name}.png`, "image/png", await pngOf(drawing.current));
  };
  const saveSvg = () => {
    if (drawing.current) saveFile(`${name}.svg`, "image/svg+xml", svgOf(drawing.current, title));
  };
  return (
    <div className="graph-tools no-print">
      <button type="button" className="button" aria-label="Nearer" title="Nearer" onClick={() => drawing.current?.zoom("in")}>
        +
      </button>
      <button type="button" className="button" aria-label="Farther" title="Farther" onClick={() => drawing.current?.zoom("out")}>
        −
      </button>
      <button type="button" className="button" onClick={() => drawing.current?.zoom("all")}>
        Show all
      </button>
      <span className="graph-gap" />
      <button type="button" className="button" onClick={savePng}>
        PNG<span className="aloud"> of the picture</span>
      </button>
      <button type="button" className="button" onClick={saveSvg}>
        SVG<span className="aloud"> of the picture</span>
      </button>
    </div>
  );
}
