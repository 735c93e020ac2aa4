import { useCallback, useEffect, useRef, useState } from "react";
import { useAddress, useDays } from "./address.ts";

/**
 * How often at most the address follows a slider, in milliseconds: an answer comes sooner than that, so that the view moves along, and browsers refuse more than
 * a hundred changes of the address in ten seconds.
 */
const EVERY = 100;

/** A day that a slider moves: shown at once, in the address a moment later. Null is today. */
export function useMovingDay(name: "on" | "known"): { readonly day: string | null; readonly move: (day: string | null) => void } {
  const { set } = useAddress();
  const settled = useDays()[name];
  const [moving, setMoving] = useState<{ readonly day: string | null } | null>(null);
  const wanted = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const last = useRef(0);
  const settle = useCallback(() => {
    timer.current = undefined;
    last.current = performance.now();
    setMoving(null);
    set({ [name]: wanted.current ?? undefined }, { replace: true });
  }, [name, set]);
  const move = useCallback(
    (day: string | null) => {
      wanted.current = day;
      if (timer.current !== undefined) return setMoving({ day });
      const wait = last.current + EVERY - performance.now();
      if (wait <= 0) return settle();
      setMoving({ day });
      timer.current = setTimeout(settle, wait);
    },
    [settle],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return { day: moving ? moving.day : settled, move };
}
