import { type RefObject, useEffect, useRef, useState } from "react";

/** How wide a box is, in CSS pixels, for pictures that fill it; `first` until it is known. */
export function useWidth<Box extends Element>(first = 800): readonly [RefObject<Box | null>, number] {
  const box = useRef<Box>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(200, Math.floor(entry.contentRect.width)));
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}
