import { useApolloClient } from "@apollo/client/react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { errorCode, errorField } from "@/graphql/error-code";
import { newId } from "@/ui/new-id";
import { checkDraft } from "./check-draft";
import { keep, readKept, type KeptDraft } from "./kept-draft";
import { baseOf, draftOf, sameDraft, type DraftBase, type LessonDraft, type LessonOfForm } from "./lesson-draft";
import { send, sendingOf, type Sending } from "./save-lesson";

export type FormState = "CLEAN" | "DRAFT" | "SAVING" | "SAVED" | "OFFLINE" | "CONFLICT" | "REFUSED";

/** The form's draft: kept at every stroke, sent whole, and again by itself when the network comes back. */
export function useLessonForm(open: LessonOfForm, accountId: string, onSaved: () => Promise<void>) {
  const client = useApolloClient();
  const [kept, setKept] = useState<KeptDraft | null>(() => readKept(accountId, open.lesson.id));
  const [state, setState] = useState<FormState>(kept ? "DRAFT" : "CLEAN");
  const [error, setError] = useState<unknown>(null);
  const [showsFaults, setShowsFaults] = useState(false);
  const stands = draftOf(open);
  const draft = kept?.draft ?? stands;
  const faults = checkDraft(draft, open.isForeignLanguage);

  // What is written while a save is on its way is newer than the save.
  const latest = useRef(kept);
  const put = (next: KeptDraft | null) => {
    latest.current = next;
    setKept(next);
    keep(accountId, open.lesson.id, next);
  };

  const edit = (patch: Partial<LessonDraft>) => {
    const next = { ...draft, ...patch };
    const isBack = sameDraft(next, stands) && !kept?.sending;
    put(isBack ? null : { draft: next, base: kept?.base ?? baseOf(open), sending: kept?.sending ?? null });
    if (state !== "CONFLICT" && state !== "SAVING") setState(isBack ? "CLEAN" : "DRAFT");
    setError(null);
  };

  const save = async (base = kept?.base ?? baseOf(open)) => {
    if (Object.keys(faults).length > 0) return setShowsFaults(true);
    setState("SAVING");
    setError(null);
    const trying: KeptDraft = { draft, base, sending: kept?.sending ?? sendingOf(open, draft, base, newId) };
    put(trying);
    try {
      const after = await sendAll(trying);
      await onSaved();
      const written = latest.current?.draft;
      const isMore = written && !sameDraft(written, draft);
      put(isMore ? { draft: written, base: after, sending: null } : null);
      setShowsFaults(false);
      setState(isMore ? "DRAFT" : "SAVED");
    } catch (failure) {
      fail(trying, failure);
    }
  };

  /** A save that was left unanswered goes out again as it was; what was written since follows it. */
  const sendAll = async ({ draft: wanted, sending, base }: KeptDraft) => {
    if (!sending) return base;
    const after = await send({ client, accountId }, sending, base, remember);
    return sameDraft(sending.draft, wanted) ? after : send({ client, accountId }, sendingOf(open, wanted, after, newId), after, remember);
  };

  const remember = (sending: Sending, base: DraftBase) => put({ draft: latest.current?.draft ?? sending.draft, base, sending });

  const fail = (trying: KeptDraft, failure: unknown) => {
    const code = errorCode(failure);
    setError(failure);
    if (UNANSWERED.has(code)) return setState("OFFLINE");
    put({ ...(latest.current ?? trying), sending: null });
    setState(code === "CONFLICT" ? "CONFLICT" : "REFUSED");
    if (code === "CONFLICT") void onSaved().catch(() => undefined);
  };

  const retry = useEffectEvent(() => {
    if (state === "OFFLINE") void save();
  });
  useEffect(() => {
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, []);

  return {
    draft,
    state,
    error,
    errorAt: errorField(error),
    faults: showsFaults ? faults : {},
    isChanged: kept !== null,
    edit,
    save: () => void save(),
    discard: () => {
      put(null);
      setError(null);
      setShowsFaults(false);
      setState("CLEAN");
    },
    keepMine: () => void save(baseOf(open)),
  };
}

/** Nothing is known of the save: it goes out again with the same operation ids. */
const UNANSWERED: ReadonlySet<string> = new Set(["OFFLINE", "INTERNAL", "UNAUTHENTICATED"]);
