import { forwardToApi } from "@/graphql/forward-to-api";

/** GraphiQL, served by the API from the portal's own origin. */
export function GET(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  return forwardToApi(request, pathname + search);
}
