import { errorCode } from "./error-code";

/** An answer that the session has ended leads to the sign-in page, and from there back. */
export function toSignInWhenSignedOut(error: unknown): void {
  if (errorCode(error) !== "UNAUTHENTICATED") return;
  const { pathname, search } = window.location;
  if (pathname !== "/sign-in") window.location.assign(`/sign-in?return=${encodeURIComponent(pathname + search)}`);
}
