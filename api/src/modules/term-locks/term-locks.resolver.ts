import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { PageArgs } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { BoardJournal } from "./board-journal";
import { closeTerm } from "./close-term";
import { ClosingPreview } from "./closing-preview";
import { LateEntryConnection } from "./late-entry";
import { liftTermLock } from "./lift-term-lock";
import { loadBoardJournals } from "./load-board-journals";
import { loadClosingPreview } from "./load-closing-preview";
import { loadLateEntries } from "./load-late-entries";
import { loadTermLockBoard } from "./load-term-lock-board";
import { loadTermLocks, loadTermOpenings } from "./load-term-locks";
import { endOpening, openTerm } from "./open-term";
import { requirePlaces } from "./require-places";
import { TermLockConnection, TermOpeningConnection } from "./term-lock";
import { TermLockBoard } from "./term-lock-board";
import {
  CloseTermInput,
  CloseTermPayload,
  EndOpeningInput,
  EndOpeningPayload,
  LiftTermLockInput,
  LiftTermLockPayload,
  OpenTermInput,
  OpenTermPayload,
} from "./term-locks.inputs";
import { TermPlaceInput } from "./term-place";

@Resolver()
export class TermLocksResolver {
  @Query(() => TermLockBoard, {
    description: "Which terms of the year are closed for which classes [3.4.4]. Open to the deputy and the director.",
  })
  termLockBoard(@Ctx() context: RequestContext): Promise<TermLockBoard> {
    return loadTermLockBoard(context.database, signedIn(context), context.clock.now());
  }

  @Query(() => [BoardJournal], {
    description:
      "The journals of a class and how a term stands for each: one journal may be closed or opened alone [3.4.9]. By subject. Open to the deputy and the director.",
  })
  boardJournals(
    @Arg("classId", () => ID, { description: "The class." }) classId: string,
    @Arg("termId", () => ID, { description: "A term that the class goes by." }) termId: string,
    @Ctx() context: RequestContext,
  ): Promise<BoardJournal[]> {
    const asked = { classId: requireUuid(classId, "classId"), termId: requireUuid(termId, "termId") };
    return loadBoardJournals(context.database, signedIn(context), asked, context.clock.now());
  }

  @Query(() => TermLockConnection, { description: "The locks that stand in a term, newest first. Open to the deputy and the director." })
  termLocks(
    @Arg("termId", () => ID, { description: "The term." }) termId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<TermLockConnection> {
    return loadTermLocks(context.database, signedIn(context), requireUuid(termId, "termId"), page);
  }

  @Query(() => TermOpeningConnection, {
    description: "What closed terms were opened for a time, newest first. Open to the deputy and the director.",
  })
  termOpenings(
    @Arg("inForce", () => Boolean, { description: "Those by which people write now, or the lapsed and ended ones." }) inForce: boolean,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
    @Arg("termId", () => ID, { nullable: true, description: "Only of this term." }) termId?: string | null,
  ): Promise<TermOpeningConnection> {
    const asked = { termId: termId ? requireUuid(termId, "termId") : null, inForce, now: context.clock.now() };
    return loadTermOpenings(context.database, signedIn(context), asked, page);
  }

  @Query(() => ClosingPreview, {
    description: "What closing these places would touch, and what is still missing there. Open to the deputy and the director.",
  })
  closingPreview(
    @Arg("places", () => [TermPlaceInput], { description: "Where, 1 to 200 places." }) places: TermPlaceInput[],
    @Ctx() context: RequestContext,
  ): Promise<ClosingPreview> {
    return loadClosingPreview(context.database, signedIn(context), requirePlaces(places), context.clock.now());
  }

  @Query(() => LateEntryConnection, {
    description:
      "What was written in closed terms by the deputy's leave, newest first [3.4.4]: who, when, what, by which opening. Open to the deputy and the director.",
  })
  lateEntries(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
    @Arg("termId", () => ID, { nullable: true, description: "Only of this term." }) termId?: string | null,
    @Arg("openingId", () => ID, { nullable: true, description: "Only by this opening." }) openingId?: string | null,
  ): Promise<LateEntryConnection> {
    const asked = {
      termId: termId ? requireUuid(termId, "termId") : null,
      openingId: openingId ? requireUuid(openingId, "openingId") : null,
    };
    return loadLateEntries(context.database, signedIn(context), asked, page);
  }

  @Mutation(() => CloseTermPayload, {
    description:
      "Closes a term for the school, classes or journals: nothing is written there any more [3.4.9]. Openings within the places end. Open to the deputy.",
  })
  closeTerm(
    @Arg("input", () => CloseTermInput, { description: "Where." }) input: CloseTermInput,
    @Ctx() context: RequestContext,
  ): Promise<CloseTermPayload> {
    return closeTerm(context, input);
  }

  @Mutation(() => LiftTermLockPayload, { description: "Lifts a lock that was put by mistake, for good. Open to the deputy." })
  liftTermLock(
    @Arg("input", () => LiftTermLockInput, { description: "Which, and why." }) input: LiftTermLockInput,
    @Ctx() context: RequestContext,
  ): Promise<LiftTermLockPayload> {
    return liftTermLock(context, input);
  }

  @Mutation(() => OpenTermPayload, {
    description:
      "Opens a closed term for a time, with a reason [3.4.9]; what is written is marked late. It closes by itself. Open to the deputy.",
  })
  openTerm(
    @Arg("input", () => OpenTermInput, { description: "Where, until when, why." }) input: OpenTermInput,
    @Ctx() context: RequestContext,
  ): Promise<OpenTermPayload> {
    return openTerm(context, input);
  }

  @Mutation(() => EndOpeningPayload, { description: "Ends an opening before its time. Open to the deputy." })
  endOpening(
    @Arg("input", () => EndOpeningInput, { description: "Which." }) input: EndOpeningInput,
    @Ctx() context: RequestContext,
  ): Promise<EndOpeningPayload> {
    return endOpening(context, input);
  }
}
