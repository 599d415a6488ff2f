import { forwardToApi } from "@/graphql/forward-to-api";

/** Files to save, made by the API and sent from the portal's own origin. */
export function GET(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  return forwardToApi(request, pathname + search);
}
