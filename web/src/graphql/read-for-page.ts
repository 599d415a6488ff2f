import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { notFound } from "next/navigation";
import { errorCode, errorMessage, type PortalErrorCode } from "./error-code";
import { query } from "./server-client";
import { redirectToSignIn } from "./redirect-to-sign-in";

/** Why a page could not be read; an error itself would not pass from server to browser with its code. */
export interface Problem {
  code: PortalErrorCode;
  message: string | undefined;
}

export type Reading<Data> = { data: Data; problem?: never } | { data?: never; problem: Problem };

/** Reads what a server component shows. 'Not there' becomes the page for it, an ended session the way to sign in. */
export async function readForPage<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Reading<Data>> {
  const { data, error } = await query<Data, OperationVariables>({ query: document, variables, errorPolicy: "all" });
  if (!error) return { data: data as Data };
  const code = errorCode(error);
  if (code === "NOT_FOUND") notFound();
  if (code === "UNAUTHENTICATED") return redirectToSignIn();
  return { problem: { code, message: errorMessage(error) } };
}
