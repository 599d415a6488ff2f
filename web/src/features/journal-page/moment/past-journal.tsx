import { useState } from "react";
import { ask } from "@/graphql/ask";
import type { SchoolMoment } from "@/ui/school-moment";
import { JournalWork, type JournalPageProps } from "../journal-work";
import { JournalSession, TERM_PAGE } from "../store/journal-session";
import { MomentBanner } from "./moment-banner";

/** The journal as it stood at a moment: nothing is written in it, kept or sent, and it does not change while it is looked at. */
export function PastJournal({ at, ...props }: JournalPageProps & { at: SchoolMoment }) {
  const { packed, today } = props;
  const [shown, setShown] = useState({ packed, session: new JournalSession(ask, packed, today, TERM_PAGE) });
  if (shown.packed !== packed) setShown({ packed, session: new JournalSession(ask, packed, today, TERM_PAGE) });
  return (
    <JournalWork key={packed.title.term.id} session={shown.session} at={at} {...props}>
      <MomentBanner at={at} title={packed.title} />
    </JournalWork>
  );
}
