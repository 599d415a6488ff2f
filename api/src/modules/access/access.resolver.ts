import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/request-context";
import { anyone, isSignedIn, type ModuleRules } from "./access.rules";
import { loadViewer } from "./load-viewer";
import { loadViewerCard } from "./load-viewer-card";
import { signIn } from "./sign-in";
import { signOut, signOutEverywhere } from "./sign-out";
import { SignInInput, SignInPayload, ViewerCard } from "./viewer.entity";

@Resolver()
export class AccessResolver {
  @Query(() => ViewerCard, { nullable: true, description: "The signed-in viewer; null when nobody is signed in." })
  async me(@Ctx() context: RequestContext): Promise<ViewerCard | null> {
    return context.viewer && loadViewerCard(context.database, context.viewer);
  }

  @Mutation(() => SignInPayload, {
    description: "Opens a cookie session. One `signIn` an operation. An unknown login and a wrong password answer alike.",
  })
  async signIn(
    @Arg("input", () => SignInInput, { description: "Login and password." }) input: SignInInput,
    @Ctx() context: RequestContext,
  ): Promise<SignInPayload> {
    const token = await signIn(context, input.login, input.password);
    const viewer = await loadViewer(context.database, context.clock, context.demoMode, token);
    if (!viewer) throw new Error("a session just opened has no viewer");
    context.viewer = viewer;
    return { viewer: await loadViewerCard(context.database, viewer) };
  }

  @Mutation(() => Boolean, { description: "Ends the viewer's session." })
  async signOut(@Ctx() context: RequestContext): Promise<boolean> {
    await signOut(context);
    return true;
  }

  @Mutation(() => Boolean, { description: "Ends every session of the viewer's account, on every device [2.4]." })
  async signOutEverywhere(@Ctx() context: RequestContext): Promise<boolean> {
    await signOutEverywhere(context);
    return true;
  }
}

export const accessRules: ModuleRules = {
  Query: { me: anyone },
  Mutation: { signIn: anyone, signOut: isSignedIn, signOutEverywhere: isSignedIn },
  types: {
    Viewer: { reachedFrom: ["Query.me", "SignInPayload.viewer"] },
    SignInPayload: { reachedFrom: ["Mutation.signIn"] },
    HeldRole: { reachedFrom: ["Viewer.roles"] },
    SchoolCard: { reachedFrom: ["Viewer.school"] },
    DiaryCard: { reachedFrom: ["Viewer.diaries"] },
    ClassCard: { reachedFrom: ["Viewer.leads"] },
  },
};
