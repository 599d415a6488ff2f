import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { PageArgs } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { seesSchool, type ModuleRules } from "../access/access.rules";
import { boardControlWorks } from "./board-control-works";
import { BoardFilter, ControlBoard, JournalWorksConnection } from "./control-board";
import { loadControlBoard } from "./load-control-board";

@Resolver(() => ControlBoard)
export class ControlBoardResolver {
  @Query(() => ControlBoard, {
    description:
      "What the deputy controls in a term [3.4.4]. Without `termId`: the quarter of today, or the last one begun. Open to the deputy and the director.",
  })
  controlBoard(
    @Arg("termId", () => ID, { nullable: true, description: "A term of any school year." }) termId: string | null,
    @Ctx() context: RequestContext,
  ): Promise<ControlBoard> {
    const viewer = signedIn(context);
    return loadControlBoard(context.database, context.clock, viewer, termId ? requireUuid(termId, "termId") : null);
  }

  @FieldResolver(() => JournalWorksConnection, {
    description:
      "Control works by journal: planned and held, complete and not, resits owed and overdue [3.2.4]. Journals of the term's kind that have any, planned or held.",
  })
  controlWorks(
    @Root() board: ControlBoard,
    @Arg("filter", () => BoardFilter, { nullable: true, description: "What to narrow the list to." }) filter: BoardFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<JournalWorksConnection> {
    return boardControlWorks(context.database, signedIn(context), board.term.id, filter ?? {}, page);
  }
}

const ofBoard = { reachedFrom: ["Query.controlBoard"] };

export const controlBoardRules: ModuleRules = {
  Query: { controlBoard: seesSchool }, // 3.4.4
  types: {
    ControlBoard: ofBoard,
    JournalWorksConnection: ofBoard,
    JournalWorksEdge: ofBoard,
    JournalWorks: ofBoard,
    WorkCounts: ofBoard,
    BoardWork: ofBoard,
  },
};
