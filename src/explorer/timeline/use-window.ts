import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { dayAfter, numberOf, today } from "../app/day.ts";
import type { Span } from "./entries.ts";

/** The least and the most that is seen at once, in days; and how long the address waits for a zoom to come to rest, in milliseconds. */
const LEAST = 7;
const MOST = 40 * 366;
const REST = 350;

/** What is seen of time, and how to change it. */
export interface Window extends Span {
  /** Closer or wider by a factor, around a place between 0 and 1. */
  zoom(factor: number, around?: number): void;
  /** Later by a part of what is seen; below 0 earlier. */
  pan(part: number): void;
  /** From a day to another. */
  show(span: Span): void;
}

const dayOfNumber = (day: number): string => dayAfter("1970-01-01", Math.round(day));

/** The stretch of time that is seen: that of the address, moved at once by hand, and told to the address when it rests. */
export function useWindow(asked: { readonly from: string; readonly to: string }, tell: (from: string, to: string) => void): Window {
  const ofAddress: Span = { from: numberOf(asked.from), until: numberOf(asked.to) + 1 };
  const [moved, setMoved] = useState<Span | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef<Span>(ofAddress);
  latest.current = moved ?? ofAddress;
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = useCallback(
    (span: Span) => {
      const next = within(span);
      latest.current = next;
      setMoved(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        setMoved(null);
        tell(dayOfNumber(next.from), dayOfNumber(next.until - 1));
      }, REST);
    },
    [tell],
  );
  const zoom = useCallback(
    (factor: number, around = 0.5) => {
      const { from, until } = latest.current;
      const middle = from + (until - from) * around;
      show({ from: middle - (middle - from) * factor, until: middle + (until - middle) * factor });
    },
    [show],
  );
  const pan = useCallback(
    (part: number) => {
      const { from, until } = latest.current;
      const by = (until - from) * part;
      show({ from: from + by, until: until + by });
    },
    [show],
  );
  return { ...latest.current, zoom, pan, show };
}

/** Neither too short nor too long, and not all in the future. */
function within({ from, until }: Span): Span {
  const days = Math.min(MOST, Math.max(LEAST, until - from));
  const middle = (from + until) / 2;
  const last = numberOf(today()) + 366 * 5;
  const end = Math.min(last, middle + days / 2);
  return { from: end - days, until: end };
}

/** Wheel: with Ctrl, or a pinch of a trackpad, and where the picture has the focus, it zooms; sideways it moves. Else the page scrolls as always. */
export function useWheel(target: RefObject<HTMLElement | null>, { zoom, pan }: Pick<Window, "zoom" | "pan">): void {
  useEffect(() => {
    const element = target.current;
    if (!element) return;
    const listen = (event: WheelEvent) => {
      const { left, width } = element.getBoundingClientRect();
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(event.deltaX / width);
      else if (event.ctrlKey || element === document.activeElement) zoom(1.0015 ** event.deltaY, (event.clientX - left) / width);
      else return;
      event.preventDefault();
    };
    element.addEventListener("wheel", listen, { passive: false });
    return () => element.removeEventListener("wheel", listen);
  }, [target, zoom, pan]);
}
