import type Sigma from "sigma";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Two corners of the square by which the places of nodes are measured, in pixels of the picture. */
export interface Frame {
  readonly from: Point;
  readonly to: Point;
}

/** Whether the reader moves the picture by mouse, or it glides: by what sigma itself goes by where it leaves out lines. */
export function isMoving(sigma: Sigma): boolean {
  const { isMoving, draggedEvents, currentWheelDirection } = sigma.getMouseCaptor();
  return sigma.getCamera().isAnimated() || isMoving || draggedEvents > 0 || currentWheelDirection !== 0;
}

/** Where that square lies now. */
export function frameOf(sigma: Sigma): Frame {
  const at = (place: number): Point => sigma.framedGraphToViewport({ x: place, y: place });
  return { from: at(0), to: at(1) };
}

/** The CSS transform that takes what was painted in one frame to another: the camera moves and zooms, and never turns. */
export function movedBy(before: Frame, now: Frame): string {
  const scale = (now.to.x - now.from.x) / (before.to.x - before.from.x);
  return `translate(${now.from.x - scale * before.from.x}px, ${now.from.y - scale * before.from.y}px) scale(${scale})`;
}
