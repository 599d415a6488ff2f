/** Where to go after signing in: only a path of this portal, never another site that a link has slipped in. */
export function safeReturnPath(asked: string | string[] | undefined): string {
  if (typeof asked !== "string" || !asked.startsWith("/")) return "/";
  const resolved = URL.parse(asked, PORTAL);
  // "/.//other.example" is a path here, and would be another site when it is followed.
  return resolved?.origin === PORTAL && !resolved.pathname.startsWith("//") ? resolved.pathname + resolved.search : "/";
}

const PORTAL = "https://portal.invalid";
