import { useMutation } from "@apollo/client/react";
import { SignOutDocument, SignOutEverywhereDocument } from "@/graphql/generated/graphql";

/** Ends this session, or all of the account's, and loads the sign-in page afresh: nothing read before stays in memory. */
export function useSignOut() {
  const [signOutHere, here] = useMutation(SignOutDocument);
  const [signOutEverywhere, everywhere] = useMutation(SignOutEverywhereDocument);
  const leave = () => window.location.assign("/sign-in");
  return {
    signOut: () => signOutHere().then(leave),
    signOutEverywhere: () => signOutEverywhere().then(leave),
    error: here.error ?? everywhere.error,
  };
}
