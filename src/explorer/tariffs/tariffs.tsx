import { dayOf, useAddress, useDays } from "../app/address.ts";
import { dateWords, today } from "../app/day.ts";
import { NodeLink } from "../app/link.tsx";
import { useAnswer } from "../data/use-answer.ts";
import { rateWords } from "../data/words.ts";
import { TariffsDocument } from "../generated/operations.ts";
import { useNames } from "../pick/names.ts";
import { Picker } from "../pick/picker.tsx";
import { useShare } from "../share/shared.ts";
import { Empty, Problem, Skeleton, Warnings } from "../ui/note.tsx";
import { Chart } from "./chart.tsx";
import { counts, type Row, rowOn, steadyRows, whyWords } from "./layers.ts";
import { LayerTable, RowTable } from "./tables.tsx";
import "./tariffs.css";

/** What is shown where the address does not say: a line on which much has changed. */
const USUAL = { importer: "US", exporter: "CN", hs: "850511", from: "2025-01-01" } as const;

/** What is asked, as the address has it. */
interface Line {
  readonly importer: string;
  readonly exporter: string;
  readonly goods: string;
  readonly from: string;
  readonly to: string;
}

function useLine(): Line {
  const { get } = useAddress();
  const country = (name: "importer" | "exporter") => (get(name) ?? USUAL[name]).replace(/^country:/, "");
  return {
    importer: country("importer"),
    exporter: country("exporter"),
    goods: (get("hs") ?? USUAL.hs).replaceAll(".", ""),
    from: dayOf(get("from")) ?? USUAL.from,
    to: dayOf(get("to")) ?? today(),
  };
}

/** The rate that one country charges on goods of another, along time, layer by layer. */
export default function Tariffs() {
  const line = useLine();
  const { on, known } = useDays();
  const { get, set } = useAddress();
  const { data, error, waiting, warnings, again } = useAnswer(TariffsDocument, { ...line, known });
  const nameOf = useNames([`country:${line.importer}`, `country:${line.exporter}`]);
  const rows = data?.effectiveRates ?? [];
  const goods = rows[0]?.goods;
  const title = `Duties of ${nameOf(`country:${line.importer}`)} on goods from ${nameOf(`country:${line.exporter}`)}: ${goods?.name ?? `HS ${line.goods}`}`;
  useShare({ title, asked: { document: TariffsDocument, variables: { ...line, known } } });
  const asked = dayOf(get("at")) ?? on ?? today();
  const [first, last] = [rows[0]?.from ?? line.from, rows.at(-1)?.until ?? line.to];
  // The one in the middle: days sort as text.
  const day = [first, asked, last].sort()[1] ?? asked;
  const steady = steadyRows(rows);
  const row = rowOn(steady, day);
  return (
    <div className="stack tariffs">
      <header>
        <h1>Tariffs</h1>
        <p className="quiet tariffs-what">{title}</p>
      </header>
      <Choices line={line} nameOf={nameOf} goods={goods?.name} />
      {error && <Problem error={error} again={again} />}
      <Warnings warnings={warnings} />
      {!data && !error && <Skeleton height={380} />}
      {data && rows.length === 0 && !error && (
        <Empty>The graph has no such country, or no goods of this code. Choose others above: goods are found by their name too.</Empty>
      )}
      {row && (
        <div className="stack" aria-busy={waiting}>
          <Readout row={row} day={day} />
          <Chart rows={rows} from={first} to={last} day={day} title={title} onDay={(at) => set({ at }, { replace: true })} />
          <NotHeld row={row} />
          <LayerTable rows={rows} />
          <RowTable rows={steady} />
        </div>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly line: Line;
  readonly nameOf: (id: string) => string;
  readonly goods: string | undefined;
}

function Choices({ line, nameOf, goods }: ChoiceProps) {
  const { set } = useAddress();
  const country = (name: "importer" | "exporter", label: string) => (
    <Picker
      label={label}
      types={["COUNTRY"]}
      shown={nameOf(`country:${line[name]}`)}
      onChoose={({ id }) => set({ [name]: id.replace(/^country:/, "") })}
    />
  );
  const day = (name: "from" | "to", label: string) => (
    <div className="field">
      <label htmlFor={`tariffs-${name}`}>{label}</label>
      <input
        id={`tariffs-${name}`}
        type="date"
        value={line[name]}
        onChange={({ target }) => dayOf(target.value) && set({ [name]: target.value })}
      />
    </div>
  );
  return (
    <search className="tariffs-choices" aria-label="Which rate">
      {country("importer", "Charged by")}
      <button
        type="button"
        className="button tariffs-swap"
        aria-label="Change the two countries round"
        onClick={() => set({ importer: line.exporter, exporter: line.importer })}
      >
        ⇄
      </button>
      {country("exporter", "On goods from")}
      <Picker
        label="Goods, by name or HS code"
        types={["COMMODITY"]}
        shown={goods === undefined ? line.goods : `${line.goods} ${goods}`}
        accepts={(node) => node.__typename === "Commodity" && node.hsCode !== null}
        onChoose={(node) => node.__typename === "Commodity" && node.hsCode && set({ hs: node.hsCode })}
      />
      {day("from", "From")}
      {day("to", "To")}
    </search>
  );
}

/** The day's sum as a formula, each addend named. */
function Readout({ row, day }: { readonly row: Row; readonly day: string }) {
  const layers = row.layers.filter(counts);
  const why = whyWords(row);
  return (
    <section className="tariffs-readout" aria-label="The rate on the day">
      <p className="tariffs-total figures">
        <strong>{row.total === null ? "No total" : rateWords(row.total, "PERCENT")}</strong> on {dateWords(day)}{" "}
        <span className="quiet small">
          (the same {row.from === row.until ? "on this day only" : `from ${dateWords(row.from)} to ${dateWords(row.until)}`})
        </span>
      </p>
      {why !== "" && <p className="tariffs-why">There is no total: {why}.</p>}
      {layers.length === 0 ? (
        <p className="quiet small">No duty of those that the graph holds counts on this day.</p>
      ) : (
        <p className="tariffs-formula">
          {layers.map(({ measure, rate, rateUnit, duty }, i) => (
            <span key={measure.id}>
              {i > 0 && <span className="tariffs-plus"> + </span>}
              <span className="figures">{duty ?? (rateWords(rate, rateUnit) || "not held")}</span>{" "}
              <NodeLink id={measure.id} className="small">
                {measure.title}
              </NodeLink>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

/** What is charged beside it, and is not in the graph. */
function NotHeld({ row }: { readonly row: Row }) {
  if (row.notHeld.length === 0) return null;
  return (
    <section className="tariffs-not-held" aria-labelledby="tariffs-not-held">
      <h2 id="tariffs-not-held">Charged besides, and not in this graph</h2>
      <ul>
        {row.notHeld.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}
