import type { MessageReportsQueryVariables } from "@/graphql/generated/graphql";

export function reportVariables(open: boolean): MessageReportsQueryVariables {
  return { open, first: 20, after: null };
}
