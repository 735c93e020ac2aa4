import { useLocation } from "wouter";
import { pageOf, useDays } from "../app/address.ts";
import { dateWords } from "../app/day.ts";
import { ViewLink } from "../app/link.tsx";
import { SearchBox } from "../app/search-box.tsx";
import { useAnswer } from "../data/use-answer.ts";
import { HomeDocument, type HomeQuery } from "../generated/operations.ts";
import { useShare } from "../share/shared.ts";
import { Problem, Skeleton } from "../ui/note.tsx";
import { StatusChip } from "../ui/status.tsx";
import { Freshness } from "./freshness.tsx";
import { STORIES, type Story } from "./stories.ts";
import { WhoActs } from "./who-acts.tsx";
import "./home.css";

const IDS = STORIES.map(({ id }) => id);

/** What this is, how fresh, a box to search, and where to begin reading. */
export default function Home() {
  const [, navigate] = useLocation();
  const { on, known } = useDays();
  const variables = { stories: IDS, on, known };
  const { data, error, again } = useAnswer(HomeDocument, variables);
  useShare({ title: "trade-graph", asked: { document: HomeDocument, variables } });
  const acts = new Map((data?.nodes ?? []).flatMap((node) => (node ? [[node.id, node]] : [])));
  return (
    <div className="home">
      <section className="home-head">
        <h1>Trade policy, day by day, and who says so</h1>
        <p className="home-what">
          Who did what to which goods, when it applied, and what it answered: a graph in which every fact has its days and its sources.
          Choose a day above, and everything stands as it stood then.
        </p>
        <SearchBox isLarge onChoose={(address) => navigate(address)} />
        {error && <Problem error={error} again={again} />}
        {data ? <Freshness meta={data.meta} /> : !error && <Skeleton lines={1} />}
      </section>
      <section aria-labelledby="home-stories" className="home-part">
        <h2 id="home-stories">Where to begin</h2>
        <ul className="home-stories">
          {STORIES.map((story) => (
            <li key={story.id}>
              <StoryCard story={story} act={acts.get(story.id)} isAnswered={data !== undefined} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="home-acts" className="home-part">
        <h2 id="home-acts">Who acts against whom</h2>
        <WhoActs held={data?.countries} />
      </section>
    </div>
  );
}

type Act = NonNullable<HomeQuery["nodes"][number]>;

function StoryCard({ story, act, isAnswered }: { readonly story: Story; readonly act: Act | undefined; readonly isAnswered: boolean }) {
  const date = act && "date" in act ? act.date : null;
  return (
    <ViewLink to={story.opens?.to ?? pageOf(story.id)} asked={story.opens?.asked ?? {}} className="home-story">
      <span className="home-story-title">{story.title}</span>
      <span className="home-story-line">{story.line}</span>
      <span className="home-story-state tiny quiet">
        {date && <span className="figures">{dateWords(date)}</span>}
        {act?.__typename === "Measure" && <StatusChip status={act.statusOn.status} />}
        {isAnswered && !act && "not yet there on this day"}
      </span>
    </ViewLink>
  );
}
