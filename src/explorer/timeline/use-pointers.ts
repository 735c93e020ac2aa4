import { type PointerEvent, useRef, useState } from "react";
import type { Window } from "./use-window.ts";

/** How far a pointer goes before it is no click, in pixels. */
const SLACK = 4;

/** A stretch that is being brushed, between 0 and 1. */
export interface Brush {
  readonly from: number;
  readonly to: number;
}

interface Pointer {
  readonly x: number;
}

/** Pointers on the picture: one moves time, two pinch it, and one on the axis brushes a stretch of it. */
export function usePointers(time: Window) {
  const pointers = useRef(new Map<number, Pointer>());
  const start = useRef<{ readonly x: number; readonly at: number; readonly isAxis: boolean; moves: boolean } | null>(null);
  const [brush, setBrush] = useState<Brush | null>(null);
  const boxOf = (event: PointerEvent<Element>) => event.currentTarget.getBoundingClientRect();

  const onPointerDown = (event: PointerEvent<Element>) => {
    if (event.button !== 0) return;
    pointers.current.set(event.pointerId, { x: event.clientX });
    const { left, width, top } = boxOf(event);
    start.current = { x: event.clientX, at: (event.clientX - left) / width, isAxis: event.clientY - top < AXIS, moves: false };
  };
  const onPointerMove = (event: PointerEvent<Element>) => {
    const before = pointers.current.get(event.pointerId);
    if (!before || !start.current) return;
    const { left, width } = boxOf(event);
    if (!start.current.moves && Math.abs(event.clientX - start.current.x) > SLACK) {
      start.current.moves = true;
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    if (!start.current.moves) return;
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const [wide, now] = [Math.abs(before.x - other.x), Math.abs(event.clientX - other.x)];
      if (wide > 8 && now > 8) time.zoom(wide / now, ((event.clientX + other.x) / 2 - left) / width);
    } else if (start.current.isAxis) setBrush(sorted(start.current.at, (event.clientX - left) / width));
    else time.pan((before.x - event.clientX) / width);
    pointers.current.set(event.pointerId, { x: event.clientX });
  };
  const onPointerUp = (event: PointerEvent<Element>) => {
    pointers.current.delete(event.pointerId);
    if (brush) {
      const days = time.until - time.from;
      setBrush(null);
      if (event.type === "pointerup") time.show({ from: time.from + days * brush.from, until: time.from + days * brush.to });
    }
  };
  // The click at the end of a movement opens nothing.
  const onClickCapture = (event: { preventDefault(): void; stopPropagation(): void }) => {
    if (!start.current?.moves) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { brush, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onClickCapture } };
}

/** How high the axis is, on which a drag brushes, in pixels. */
export const AXIS = 34;

const sorted = (a: number, b: number): Brush => ({ from: Math.max(0, Math.min(a, b)), to: Math.min(1, Math.max(a, b)) });
