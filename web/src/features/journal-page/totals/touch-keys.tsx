import { acceptsGiven, givenAt } from "../grid/given-actions";
import { typeInto } from "../grid/grid-actions";
import { GivenKeys } from "../phone/given-keys";
import type { JournalSession } from "../store/journal-session";
import { useJournalState } from "../store/use-journal";
import type { useGridPage } from "../use-grid-page";
import classes from "./touch-keys.module.css";

/** Under a finger, where there is no keyboard: buttons for the cell that was touched. */
export function TouchKeys({ session, page }: { session: JournalSession; page: ReturnType<typeof useGridPage> }) {
  const { title } = useJournalState(session).page;
  const at = page.selection.active;
  const cell = givenAt(session.store, at);
  if (!cell || !acceptsGiven(session.store, cell)) return null;
  return (
    <div className={classes.keys}>
      <GivenKeys
        cell={cell}
        scheme={title.markingScheme}
        onTyped={(typed) => {
          typeInto(session.store, at, typed);
          if (typed.thing !== "CLEAR") page.goDown();
        }}
        onReasonNeeded={page.gridInput.onReasonNeeded}
      />
    </div>
  );
}
