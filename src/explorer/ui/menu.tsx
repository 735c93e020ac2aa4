import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import "./menu.css";

/** A button that opens what it names, below it. Escape and a click elsewhere close it; Escape gives the focus back. `onOpen`: for what is asked only then. */
export function Menu({
  label,
  children,
  onOpen,
}: {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly onOpen?: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const [isAtEnd, setAtEnd] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    const leave = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever the focus is within
    <div
      ref={box}
      className="menu"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={(event) => {
          if (!isOpen) onOpen?.();
          // Towards the side that has room.
          const { left, right } = event.currentTarget.getBoundingClientRect();
          setAtEnd(left + right > window.innerWidth);
          setOpen(!isOpen);
        }}
      >
        {label}
        <span aria-hidden="true" className="menu-arrow">
          ▾
        </span>
      </button>
      <div id={id} className={isAtEnd ? "menu-panel menu-at-end" : "menu-panel"} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </div>
  );
}
