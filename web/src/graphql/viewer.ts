import { cache } from "react";
import { MeDocument, type MeQuery } from "./generated/graphql";
import { readForPage } from "./read-for-page";
import { redirectToSignIn } from "./redirect-to-sign-in";

export type Viewer = NonNullable<MeQuery["me"]>;

/** Who is signed in, for server components; asked for once a request. */
export const readViewer = cache(() => readForPage(MeDocument, {}));

/** The viewer of a page behind the sign-in; a stranger is sent to sign in first. @throws Error when the API does not answer. */
export async function requireViewer(): Promise<Viewer> {
  const { data, problem } = await readViewer();
  if (problem) throw new Error(`the viewer cannot be read: ${problem.code}`);
  return data.me ?? redirectToSignIn();
}
