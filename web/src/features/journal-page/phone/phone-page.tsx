import { Button } from "@mantine/core";
import { IconChecks, IconHistory, IconMail, IconNotebook } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Typed } from "../cells/cell-value";
import { cellKey, type MarkedCells } from "../cells/marked-cells";
import { accepts, cellAt, setDebtDay, sizeOf, typeInto } from "../grid/grid-actions";
import { nextRow, type Position } from "../grid/grid-move";
import { ProblemNote } from "../grid/problem-note";
import type { PageProps } from "../grid-page";
import { columnOfToday } from "../page/page-columns";
import { ClosedTermNote } from "../closed-term/closed-term-note";
import { PageHeader } from "../page-header";
import { OpenPanel } from "../open-panel";
import { placeOfSlot } from "../place-of-slot";
import { useJournalState } from "../store/use-journal";
import { usePanel, type PanelKind } from "../use-panel";
import { LessonSteps } from "./lesson-steps";
import classes from "./phone-page.module.css";
import { PupilItem } from "./pupil-item";
import { TermMarksOfPage } from "./term-marks-of-page";
import { useSwipe } from "./use-swipe";

/** The journal on a phone: one column at a time, its pupils down the page, the next lesson a sweep away. */
export function PhonePage({ session, today, at: moment, lessonId, renderLesson, emptiness }: PageProps) {
  const t = useTranslations("journalPage");
  const { store } = session;
  const { page, columns, outbox } = useJournalState(session);
  const [at, setAt] = useState<Position>(() => {
    const named = columns.findIndex(({ lesson }) => lesson.id === lessonId);
    return { row: -1, column: named >= 0 ? named : columnOfToday(columns, today) };
  });
  const first: PanelKind | null =
    lessonId && page.lessons.some(({ id }) => id === lessonId) ? { kind: "LESSON", lessonId, addsWork: false } : null;
  const { panel, open, close } = usePanel(first, () => undefined);
  // After the last lesson come the marks of the term, as in the grid.
  const given = page.summary[at.column - columns.length];
  const column = columns[Math.min(at.column, columns.length - 1)];
  const toTermMarks = columns.length + page.summary.findIndex(({ shows }) => shows === "given");
  const hasTermMarks = toTermMarks >= columns.length;

  const step = (by: 1 | -1) => {
    const next = given?.shows === "given" ? columns.length - 1 : at.column + by;
    if (given?.shows === "given" && by === 1) return;
    if (columns[next]) setAt({ row: -1, column: next });
    else if (by === 1 && hasTermMarks) setAt({ row: -1, column: toTermMarks });
  };
  const typed = (position: Position) => (what: Typed) => {
    typeInto(store, position, what);
    if (what.thing !== "CLEAR") setAt(nextRow(position, sizeOf(store), (next) => accepts(store, next)));
  };
  const showProblem = () => {
    const place = outbox.problems[0] && placeOfSlot(store.getState(), outbox.problems[0].mine.slot);
    if (place) setAt(place);
  };
  const swipe = useSwipe(step);
  const [late, setLate] = useState<MarkedCells>(null);

  return (
    <>
      <PageHeader
        session={session}
        title={page.title}
        at={moment}
        isPhone
        onShowProblem={showProblem}
        onLesson={() => undefined}
        onSuggested={() => undefined}
        onFamilies={() => undefined}
        onMoment={() => undefined}
        onHelp={() => undefined}
      />
      {moment === null && <ClosedTermNote session={session} onLate={setLate} />}
      {emptiness}
      {!emptiness && given?.shows === "given" && (
        <div {...swipe}>
          <TermMarksOfPage session={session} column={given} at={at} onGo={setAt} onOpen={open} onBack={() => step(-1)} />
        </div>
      )}
      {!emptiness && column && given?.shows !== "given" && (
        <div {...swipe}>
          <LessonSteps
            journalId={page.title.journalId}
            column={column}
            onStep={step}
            hasPrevious={at.column > 0}
            hasNext={at.column < columns.length - 1 || hasTermMarks}
          />
          <div className={classes.actions}>
            <Button
              variant="light"
              leftSection={<IconNotebook size={18} aria-hidden />}
              onClick={() => open({ kind: "LESSON", lessonId: column.lesson.id, addsWork: false })}
            >
              {t("phone.topicAndHomework")}
            </Button>
            {moment === null && (
              <Button variant="default" leftSection={<IconMail size={18} aria-hidden />} onClick={() => open({ kind: "FAMILIES" })}>
                {t("families")}
              </Button>
            )}
            <Button variant="default" leftSection={<IconHistory size={18} aria-hidden />} onClick={() => open({ kind: "MOMENT" })}>
              {t("moment.open")}
            </Button>
            {hasTermMarks && (
              <Button
                variant="default"
                leftSection={<IconChecks size={18} aria-hidden />}
                onClick={() => setAt({ row: -1, column: toTermMarks })}
              >
                {t("phone.termMarks")}
              </Button>
            )}
          </div>
          <ol className={classes.pupils}>
            {page.pupils.map((pupil, row) => {
              const position = { row, column: at.column };
              const cell = cellAt(store, position);
              if (!cell) return null;
              const isOpen = at.row === row;
              return (
                <PupilItem
                  key={pupil.pupilId}
                  pupil={pupil}
                  number={row + 1}
                  column={column}
                  view={cell.view}
                  scheme={page.title.markingScheme}
                  today={today}
                  isLate={late?.has(cellKey(pupil.pupilId, column.lesson.id, column.number)) ?? false}
                  isOpen={isOpen}
                  onOpen={() => setAt(isOpen ? { ...at, row: -1 } : position)}
                  onTyped={typed(position)}
                  onDebtDay={(debtUntil) => setDebtDay(store, position, debtUntil)}
                >
                  {cell.view.problem && <ProblemNote store={store} problem={cell.view.problem} onDecided={() => undefined} />}
                </PupilItem>
              );
            })}
          </ol>
        </div>
      )}
      {panel && (
        <OpenPanel
          session={session}
          today={today}
          at={moment}
          panel={panel}
          renderLesson={renderLesson}
          onOpen={open}
          onGoToLesson={(id) => {
            setAt({ row: -1, column: columns.findIndex(({ lesson }) => lesson.id === id) });
            open({ kind: "LESSON", lessonId: id, addsWork: false });
          }}
          onClose={close}
        />
      )}
    </>
  );
}
