import { ask } from "@/graphql/ask";
import { SignOutByHash, SignOutEverywhereByHash } from "@/graphql/generated/graphql";

/** Ends this session, or all of the account's, and loads the sign-in page afresh: nothing read before stays in memory. */
export function useSignOut() {
  const leave = () => window.location.assign("/sign-in");
  return {
    signOut: () => ask(SignOutByHash, {}).then(leave),
    signOutEverywhere: () => ask(SignOutEverywhereByHash, {}).then(leave),
  };
}
