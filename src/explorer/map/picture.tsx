import { memo, type ReactNode } from "react";
import type { Asked } from "../app/address.ts";
import { ViewLink } from "../app/link.tsx";
import { Skeleton } from "../ui/note.tsx";
import type { Shown } from "./counts.ts";
import { shadeOf } from "./scale.ts";
import type { World } from "./world.ts";

interface PictureProps {
  readonly world: World | undefined;
  /** What the picture is of, for who does not see it. */
  readonly label: string;
  /** What is shown on each country. */
  readonly shown: ReadonlyMap<string, Shown>;
  readonly steps: readonly number[];
  /** What a count says, in words: `imposed 25 measures in force`. */
  readonly wordsOf: (count: number) => string;
  /** Where a country leads, by its id or its union's. */
  readonly askedOf: (id: string) => Asked;
  /** Countries with a line around all of them together. */
  readonly outlined?: ReadonlySet<string> | undefined;
  /** Called with what a country says as the pointer or the focus comes to it, and with null as it goes. */
  readonly onPoint?: (words: string | null) => void;
  /** What is drawn above the countries. */
  readonly children?: ReactNode;
}

/** A map of counts: each country in the shade of its count, and a link where it has one. */
export function Picture({ world, label, shown, steps, wordsOf, askedOf, outlined, onPoint, children }: PictureProps) {
  if (!world) return <Skeleton height={300} />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds no drawing
    <svg className="map-picture" viewBox="0 0 960 440" role="group" aria-label={label}>
      {world.shapes.map((shape) => {
        const here = shape.id === null ? undefined : shown.get(shape.id);
        if (!here || shape.id === null) return <Land key={shape.name} id={shape.id} name={shape.name} path={shape.path} />;
        const words = wordsIn(shape.name, here, wordsOf);
        const land = <Land id={shape.id} name={words} path={shape.path} shade={shadeOf(steps, here.count)} count={here.count} />;
        // Of a union, one link is enough for who goes by keys.
        return (
          <ViewLink
            key={shape.name}
            to="/measures"
            asked={askedOf(here.union?.id ?? shape.id)}
            aria-label={words}
            tabIndex={here.union ? -1 : 0}
            onMouseEnter={() => onPoint?.(words)}
            onMouseLeave={() => onPoint?.(null)}
            onFocus={() => onPoint?.(words)}
            onBlur={() => onPoint?.(null)}
          >
            {land}
          </ViewLink>
        );
      })}
      {outlined && outlined.size > 0 && <Outline world={world} members={outlined} />}
      {children}
    </svg>
  );
}

const wordsIn = (name: string, { count, union }: Shown, wordsOf: (count: number) => string): string =>
  union ? `${name}, in the ${union.name}, which ${wordsOf(count)}` : `${name} ${wordsOf(count)}`;

interface LandProps {
  readonly id: string | null;
  readonly name: string;
  readonly path: string;
  readonly shade?: number;
  readonly count?: number;
}

/** One country. It is drawn again where its shade changes, and not as another one's does. */
const Land = memo(function Land({ id, name, path, shade = 0, count = 0 }: LandProps) {
  return (
    <path className={`map-land map-shade-${shade}`} d={path} data-id={id ?? undefined} data-count={count}>
      <title>{shade === 0 ? `${name}: none that the graph holds` : name}</title>
    </path>
  );
});

const Outline = memo(function Outline({ world, members }: { readonly world: World; readonly members: ReadonlySet<string> }) {
  return <path className="map-outline" d={world.outlineOf(members)} />;
});
