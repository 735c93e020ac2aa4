import { geoEqualEarth, geoPath } from "d3-geo";
import type { Feature, Geometry } from "geojson";
import codes from "i18n-iso-countries/codes.json";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-110m.json";

/** How wide and high the map is drawn, in units of its picture. */
export const WIDTH = 960;
export const HEIGHT = 440;

/** A country as it is drawn. */
export interface Shape {
  /** The node's id, `country:CN`; null for the few lands that have no code. */
  readonly id: string | null;
  readonly name: string;
  /** Its outline as the path of an SVG. */
  readonly path: string;
  /** Where a line to it ends: the middle of its largest part. */
  readonly middle: readonly [x: number, y: number];
}

/** The world in the equal-area projection Equal Earth: Natural Earth's borders at 1:110 million, without Antarctica. */
export interface World {
  readonly shapes: readonly Shape[];
  readonly byId: ReadonlyMap<string, Shape>;
  /** The outline of several countries together, as the path of an SVG. */
  outlineOf(ids: ReadonlySet<string>): string;
}

const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const ANTARCTICA = "010";
const ids = new Map(codes.map(([alpha2, , numeric]) => [numeric, `country:${alpha2}`]));
const idOf = (code: string | number | undefined): string | null => ids.get(String(code)) ?? null;

function makeWorld(): World {
  const { countries } = topology.objects;
  const lands = feature(topology, countries).features.filter(({ id }) => id !== ANTARCTICA);
  const projection = geoEqualEarth().fitExtent(
    [
      [2, 2],
      [WIDTH - 2, HEIGHT - 2],
    ],
    { type: "FeatureCollection", features: lands },
  );
  const draw = geoPath(projection).digits(1);
  const middleOf = (land: Feature): readonly [number, number] => draw.centroid(largestOf(land));
  const shapes = lands.map((land) => ({
    id: idOf(land.id),
    name: land.properties.name,
    path: draw(land) ?? "",
    middle: middleOf(land),
  }));
  return {
    shapes,
    byId: new Map(shapes.flatMap((shape) => (shape.id === null ? [] : [[shape.id, shape]]))),
    outlineOf: (members) => {
      const isIn = ({ id }: { id?: string | number | undefined }) => members.has(idOf(id) ?? "");
      return draw(mesh(topology, countries, (a, b) => (a === b ? isIn(a) : isIn(a) !== isIn(b)))) ?? "";
    },
  };

  /** France without Guiana, the United States without Alaska: where a reader looks for them. */
  function largestOf(land: Feature): Feature {
    if (land.geometry.type !== "MultiPolygon") return land;
    const parts = land.geometry.coordinates.map((coordinates): Geometry => ({ type: "Polygon", coordinates }));
    const geometry = parts.reduce((a, b) => (draw.area(b) > draw.area(a) ? b : a));
    return { ...land, geometry };
  }
}

export const WORLD: World = makeWorld();
