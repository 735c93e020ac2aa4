import { scaleLinear, scaleUtc } from "d3-scale";
import { dateWords, dayAfter, numberOf } from "../app/day.ts";
import { rateWords } from "../data/words.ts";
import { useWidth } from "../ui/use-width.ts";
import { type Band, bandsOf, formulaOf, type Row } from "./layers.ts";

const HEIGHT = 340;
const EDGE = { top: 12, right: 8, bottom: 28, left: 48 } as const;
/** How wide a letter of a label is, about, in pixels. */
const LETTER = 7;

interface Props {
  readonly rows: readonly Row[];
  readonly from: string;
  readonly to: string;
  readonly day: string;
  readonly title: string;
  readonly onDay: (day: string) => void;
}

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The rate along time as a line of steps, its layers as areas below, and the day that is read. The table below it says the same. */
export function Chart({ rows, from, to, day, title, onDay }: Props) {
  const [box, width] = useWidth<HTMLDivElement>();
  const bands = bandsOf(rows);
  const highest = Math.max(5, ...bands.map(({ high }) => high), ...rows.map(({ total }) => total ?? 0));
  const x = scaleUtc([timeOf(from), timeOf(dayAfter(to, 1))], [EDGE.left, width - EDGE.right]);
  const y = scaleLinear([0, highest * 1.04], [HEIGHT - EDGE.bottom, EDGE.top]);
  const dayAt = (pixel: number) => {
    const found = x.invert(pixel).toISOString().slice(0, 10);
    return found < from ? from : found > to ? to : found;
  };
  const row = rows.find((one) => one.from <= day && day <= one.until);
  return (
    <div ref={box} className="tariffs-chart">
      <svg
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={`${title}, from ${dateWords(from)} to ${dateWords(to)}; the table below has the same figures`}
        onPointerMove={(event) => onDay(dayAt(event.clientX - event.currentTarget.getBoundingClientRect().left))}
        onPointerDown={(event) => onDay(dayAt(event.clientX - event.currentTarget.getBoundingClientRect().left))}
      >
        <defs>
          <pattern id="tariffs-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0V6" stroke="var(--suspended)" strokeWidth="3" />
          </pattern>
        </defs>
        <Axes x={x} y={y} width={width} />
        {bands.map((band) => (
          <Area key={`${band.id} ${band.from} ${band.low}`} band={band} index={bands.findIndex(({ id }) => id === band.id)} x={x} y={y} />
        ))}
        <path className="tariffs-line" d={lineOf(rows, x, y)} />
        {row && (
          <g className="tariffs-day">
            <line x1={x(timeOf(day))} x2={x(timeOf(day))} y1={EDGE.top} y2={HEIGHT - EDGE.bottom} />
            {row.total !== null && <circle cx={x(timeOf(day))} cy={y(row.total)} r="4" />}
          </g>
        )}
      </svg>
      <input
        type="range"
        className="tariffs-slider"
        style={{ marginInlineStart: EDGE.left - 8, width: width - EDGE.left - EDGE.right + 16 }}
        aria-label="Day that is read"
        aria-valuetext={row ? `${dateWords(day)}: ${formulaOf(row)}` : dateWords(day)}
        min={numberOf(from)}
        max={numberOf(to)}
        value={numberOf(day)}
        onChange={({ target }) => onDay(dayAfter("1970-01-01", Number(target.value)))}
      />
      {bands.some(({ isSuspended }) => isSuspended) && (
        <p className="tariffs-key small">
          <svg aria-hidden="true" width="24" height="14" className="tariffs-area tariffs-suspended">
            <rect width="24" height="14" />
          </svg>
          Hatched: suspended, and not part of the rate
        </p>
      )}
    </div>
  );
}

type Time = ReturnType<typeof scaleUtc<number, number>>;
type Height = ReturnType<typeof scaleLinear<number, number>>;

/** The steps of the total; a gap where there is none. */
function lineOf(rows: readonly Row[], x: Time, y: Height): string {
  let path = "";
  let isDrawn = false;
  for (const { from, until, total } of rows) {
    if (total !== null) path += `${isDrawn ? "L" : "M"}${x(timeOf(from))} ${y(total)}H${x(timeOf(dayAfter(until, 1)))}`;
    isDrawn = total !== null;
  }
  return path;
}

function Axes({ x, y, width }: { readonly x: Time; readonly y: Height; readonly width: number }) {
  const format = x.tickFormat();
  return (
    <g className="tariffs-axes">
      {y.ticks(5).map((value) => (
        <g key={value}>
          <line x1={EDGE.left} x2={width - EDGE.right} y1={y(value)} y2={y(value)} />
          <text x={EDGE.left - 8} y={y(value)} dy="0.32em" textAnchor="end">
            {value} %
          </text>
        </g>
      ))}
      {x.ticks(Math.max(2, Math.floor(width / 110))).map((time) => (
        <text key={time.getTime()} x={x(time)} y={HEIGHT - 8} textAnchor="middle">
          {monthOf(time, format)}
        </text>
      ))}
    </g>
  );
}

/** `Apr 2025` for the first of a month, else as the scale has it. */
function monthOf(time: Date, format: (time: Date) => string): string {
  const day = time.toISOString().slice(0, 10);
  if (day.endsWith("-01-01")) return day.slice(0, 4);
  return day.endsWith("-01") ? dateWords(day.slice(0, 7)) : format(time);
}

/** One layer while it lies at one height, named on itself where there is room. */
function Area({ band, index, x, y }: { readonly band: Band; readonly index: number; readonly x: Time; readonly y: Height }) {
  const [left, right] = [x(timeOf(band.from)), x(timeOf(dayAfter(band.until, 1)))];
  const [top, bottom] = [y(band.high), y(band.low)];
  const words = `${band.isSuspended ? "Suspended: " : ""}${rateWords(band.rate, "PERCENT")} ${band.title}`;
  return (
    <g className={band.isSuspended ? "tariffs-area tariffs-suspended" : `tariffs-area tariffs-tone-${index % 3}`}>
      <rect x={left} y={top} width={Math.max(right - left, 1)} height={Math.max(bottom - top, 1)}>
        <title>{words}</title>
      </rect>
      <Name words={words} wide={right - left} high={bottom - top} at={[left, top]} />
    </g>
  );
}

function Name(props: { readonly words: string; readonly wide: number; readonly high: number; readonly at: readonly [number, number] }) {
  const { words, wide, high, at } = props;
  const isUpright = wide < 90 && high > 110 && wide > 16;
  const room = Math.floor(((isUpright ? high : wide) - 12) / LETTER);
  if (room < 8 || (isUpright ? wide : high) < 14) return null;
  const shown = words.length > room ? `${words.slice(0, room - 1).trimEnd()}…` : words;
  const place = isUpright
    ? { transform: `translate(${at[0] + wide / 2} ${at[1] + 8}) rotate(90)`, dy: "0.32em" }
    : { transform: `translate(${at[0] + 6} ${at[1] + Math.min(high / 2, 14)})`, dy: "0.32em" };
  return <text {...place}>{shown}</text>;
}
