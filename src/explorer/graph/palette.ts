import type { Standing } from "../ui/status.tsx";

/** The colours of the picture, as the browser works them out from the tokens. */
export interface Palette {
  readonly surface: string;
  readonly raised: string;
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly faint: string;
  readonly accent: string;
  readonly font: string;
  readonly status: Readonly<Record<Standing, string>>;
}

/** Reads the tokens as they are in the theme of now: a canvas takes no `var(…)`. */
export function readPalette(container: HTMLElement): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  container.append(probe);
  const colour = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return hexOf(getComputedStyle(probe).color);
  };
  const palette: Palette = {
    surface: colour("surface"),
    raised: colour("surface-raised"),
    text: colour("text"),
    quiet: colour("text-quiet"),
    line: colour("line-strong"),
    faint: colour("line"),
    accent: colour("accent"),
    font: getComputedStyle(container).fontFamily,
    status: {
      "in-force": colour("in-force"),
      coming: colour("coming"),
      suspended: colour("suspended"),
      over: colour("over"),
      unknown: colour("unknown"),
    },
  };
  probe.remove();
  return palette;
}

/** `rgb(1, 2, 3)` as `#010203`: what sigma and SVG both take. */
function hexOf(colour: string): string {
  const parts = colour.match(/[\d.]+/g)?.slice(0, 3) ?? [];
  return `#${parts.map((part) => Math.round(Number(part)).toString(16).padStart(2, "0")).join("")}`;
}

/** Tells when the theme changes, by the reader's choice or that of the system. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const media = window.matchMedia("(prefers-color-scheme: dark)");
  media.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    media.removeEventListener("change", changed);
  };
}
