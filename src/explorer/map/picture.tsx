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
    <div className="map-picture">
      <Base world={world} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds no drawing */}
      <svg className="map-counted" viewBox="0 0 960 440" role="group" aria-label={label}>
        {[...shown].map(([id, here]) => {
          const shape = world.byId.get(id);
          if (!shape) return null;
          const words = wordsIn(shape.name, here, wordsOf);
          // Of a union, one link is enough for who goes by keys.
          return (
            <ViewLink
              key={id}
              to="/measures"
              asked={askedOf(here.union?.id ?? id)}
              aria-label={words}
              tabIndex={here.union ? -1 : 0}
              onMouseEnter={() => onPoint?.(words)}
              onMouseLeave={() => onPoint?.(null)}
              onFocus={() => onPoint?.(words)}
              onBlur={() => onPoint?.(null)}
            >
              <Land id={id} words={words} path={shape.path} shade={shadeOf(steps, here.count)} count={here.count} />
            </ViewLink>
          );
        })}
        {outlined && outlined.size > 0 && <Outline world={world} members={outlined} />}
        {children}
      </svg>
    </div>
  );
}

/** All lands, in a layer of their own that is painted once: as the days run, only what is counted above it is painted anew. */
const Base = memo(function Base({ world }: { readonly world: World }) {
  return (
    <svg className="map-base" viewBox="0 0 960 440" aria-hidden="true">
      {world.shapes.map(({ id, name, path }) => (
        <path key={name} className="map-land map-shade-0" d={path} data-land={id ?? undefined}>
          <title>{`${name}: none that the graph holds`}</title>
        </path>
      ))}
    </svg>
  );
});

const wordsIn = (name: string, { count, union }: Shown, wordsOf: (count: number) => string): string =>
  union ? `${name}, in the ${union.name}, which ${wordsOf(count)}` : `${name} ${wordsOf(count)}`;

interface LandProps {
  readonly id: string;
  readonly words: string;
  readonly path: string;
  readonly shade: number;
  readonly count: number;
}

/** One country with a count. It is drawn again where its shade changes, and not as another one's does. */
const Land = memo(function Land({ id, words, path, shade, count }: LandProps) {
  return (
    <path className={`map-land map-shade-${shade}`} d={path} data-id={id} data-count={count}>
      <title>{words}</title>
    </path>
  );
});

const Outline = memo(function Outline({ world, members }: { readonly world: World; readonly members: ReadonlySet<string> }) {
  return <path className="map-outline" d={world.outlineOf(members)} />;
});
