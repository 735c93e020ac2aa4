import { type ComponentProps, type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Finding } from "./finding.ts";
import { Hits, useChosen } from "./hits.tsx";

/** How long after the last letter the question goes out, in milliseconds. */
const TYPING = 120;

interface Props<Node> {
  readonly id: string;
  /** What the list of hits is called. */
  readonly listLabel: string;
  readonly finding: Finding<Node>;
  /** What it says where nothing fits. */
  readonly none: (text: string) => string;
  /** What stands in the field while nobody types. */
  readonly shown?: string;
  /** Whether what was typed stays there when the field is left. */
  readonly isKept?: boolean;
  readonly input: Pick<ComponentProps<"input">, "type" | "className" | "placeholder" | "aria-label">;
  /** Asks for the hits of another text. */
  readonly onAsk: (text: string) => void;
  readonly onChoose: (node: Node) => void;
  /** How a hit reads. */
  readonly children: (node: Node) => ReactNode;
}

/**
 * A field that finds while somebody types, and the list of what it found. Arrows choose, Enter takes, Escape gives up. Enter takes no hit of a text before the one that
 * stands there: it waits for the hits of that one, and takes the first.
 */
export function Combobox<Node extends { readonly id: string }>(props: Props<Node>) {
  const { id, listLabel, finding, none, shown = "", input, children } = props;
  const { text, typed, isOpen, field, current, choose, events } = useTyping(props);
  const list = `${id}-list`;
  const { found, of, failed } = finding;
  const isAwaited = of !== typed;
  return (
    <>
      <input
        {...input}
        {...events}
        id={id}
        ref={field}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && current >= 0 ? `${list}-${current}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text ?? shown}
      />
      <div className="found" hidden={!isOpen}>
        <Hits id={list} label={listLabel} found={found} current={current} isAwaited={isAwaited} onChoose={choose}>
          {children}
        </Hits>
        {isOpen && found.length === 0 && (
          <p className="found-none small" role="status">
            {failed ?? (isAwaited ? "Searching …" : none(typed))}
          </p>
        )}
      </div>
    </>
  );
}

/** What is typed, what is chosen of the hits, and what the keys do. */
function useTyping<Node>({ finding, isKept = false, shown = "", onAsk, onChoose }: Props<Node>) {
  const [text, setText] = useState<string | null>(null);
  const [isEntered, setEntered] = useState(false);
  /** Whether Enter was pressed before the hits of the text were there. */
  const [isWanted, setWanted] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const typed = text?.trim() ?? "";
  const isOpen = isEntered && typed !== "";
  const isThere = finding.of === typed;
  const { current, step, first } = useChosen(finding.found.length);
  const close = () => {
    setWanted(false);
    setEntered(false);
    if (!isKept) setText(null);
  };
  const choose = (node: Node | undefined) => {
    setWanted(false);
    if (!node) return;
    setEntered(false);
    setText(null);
    onChoose(node);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text is asked once
  useEffect(() => {
    const timer = setTimeout(() => onAsk(typed), TYPING);
    return () => clearTimeout(timer);
  }, [typed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is taken as its answer comes
  useEffect(() => {
    if (isWanted && isThere) choose(finding.found[0]);
  }, [isWanted, isThere]);
  // What is typed takes the place of the name that is shown, also of one that came after the field was entered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name is another text to be selected
  useLayoutEffect(() => {
    if (text === null && document.activeElement === field.current) field.current?.select();
  }, [text, shown]);
  const enter = () => {
    if (isThere) return choose(finding.found[current]);
    setWanted(true);
    onAsk(typed);
  };
  /** Does what a key says; false where it says nothing here. Among hits that are about to go there is nothing to choose. */
  const pressed = (key: string): boolean => {
    if (key === "Enter") enter();
    else if (key === "Escape") close();
    else if (key === "ArrowDown") isThere && step(1);
    else if (key === "ArrowUp") isThere && step(-1);
    else return false;
    return true;
  };
  const events = {
    onFocus: () => {
      field.current?.select();
      setEntered(true);
    },
    onBlur: close,
    onChange: ({ target }: { readonly target: HTMLInputElement }) => {
      setText(target.value);
      setWanted(false);
      setEntered(true);
      first();
    },
    onKeyDown: (event: KeyboardEvent) => {
      // In the middle of a word of an input method Enter ends the word.
      if (!isOpen || event.nativeEvent.isComposing || !pressed(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return { text, typed, isOpen, field, current, choose, events };
}
