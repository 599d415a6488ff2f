import type { Book } from "./journal-book.ts";
import type { AssessmentKind } from "./marks-maker.ts";
import { programmeOf } from "./topics/programmes.ts";

/** One topic of a journal's plan (КТП): one lesson. */
export interface PlannedTopic {
  number: number;
  section: string;
  title: string;
  work: AssessmentKind | null;
  homework: string | null;
  plannedOn: string;
}

/** A topic that takes several lessons goes on so. */
const CONTINUATIONS = ["закрепление", "практикум", "решение заданий", "обобщение", "повторение"];
const CONTINUATIONS_OF_SKILLS = ["закрепление", "отработка приёмов", "самостоятельное выполнение", "совершенствование", "повторение"];
const SKILLS = ["Физическая культура", "Музыка", "Изобразительное искусство", "Труд (технология)"];

/** Plans a topic for every lesson of the year: the sections of the programme in their order, each closed by its work. */
export function planTopics(book: Book): PlannedTopic[] {
  const steps = stretch(
    programmeOf(book.subject, book.grade),
    book.lessons.length,
    SKILLS.includes(book.subject) ? CONTINUATIONS_OF_SKILLS : CONTINUATIONS,
  );
  return book.lessons.map(({ date }, index) => ({ number: index + 1, homework: null, plannedOn: date, ...steps[index]! }));
}

interface Step {
  section: string;
  title: string;
  work: AssessmentKind | null;
}

function stretch(programme: ReturnType<typeof programmeOf>, lessons: number, continuations: readonly string[]): Step[] {
  const topics: Step[] = programme.flatMap(({ name, topics: titles, work }) => [
    ...titles.map((title) => ({ section: name, title, work: null })),
    ...(work ? [{ section: name, title: work.title, work: work.kind }] : []),
  ]);
  const works = topics.filter(({ work }) => work !== null).length;
  const plain = topics.length - works;
  const room = Math.max(0, lessons - works);
  let used = 0;
  let seen = 0;
  const steps = topics.flatMap((topic): Step[] => {
    if (topic.work) return [topic];
    seen += 1;
    const until = Math.round((seen * room) / plain);
    const length = until - used;
    used = until;
    return Array.from({ length }, (_, index) =>
      index === 0 ? topic : { ...topic, title: `${topic.title}: ${continuations[(index - 1) % continuations.length]}` },
    );
  });
  return steps.length >= lessons
    ? steps.slice(0, lessons)
    : [...steps, ...Array.from({ length: lessons - steps.length }, () => steps.at(-1)!)];
}
