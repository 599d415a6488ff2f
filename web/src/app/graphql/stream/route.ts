import { forwardToApi } from "@/graphql/forward-to-api";

const forward = (request: Request) => forwardToApi(request, "/graphql/stream" + new URL(request.url).search);
export { forward as GET, forward as POST, forward as PUT, forward as DELETE };
