import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { addressOfSelection, type PeopleSelection } from "./people-selection";

/** What is typed, and what is searched for after a breath; the address keeps it. */
export function usePeopleSearch(kind: PeopleSelection["kind"], initial: string) {
  const [typed, setTyped] = useState(initial);
  const [search] = useDebouncedValue(typed, TYPING_PAUSE);
  useEffect(() => window.history.replaceState(null, "", addressOfSelection({ kind, search })), [kind, search]);
  return { typed, setTyped, search };
}

const TYPING_PAUSE = 250;
