"use client";

import dynamic from "next/dynamic";
import { JournalWork, type JournalPageProps } from "./journal-work";
import { useJournal } from "./store/use-journal";

const PastJournal = dynamic(() => import("./moment/past-journal").then((module) => module.PastJournal));

/** One journal over one term: as it stands, to work in, or as it stood at a moment, to look at. */
export function JournalPage(props: JournalPageProps) {
  return props.at ? <PastJournal key={props.at} {...props} at={props.at} /> : <LiveJournal {...props} />;
}

function LiveJournal(props: JournalPageProps) {
  const session = useJournal(props.packed, props.accountId, props.today);
  return <JournalWork session={session} {...props} />;
}
