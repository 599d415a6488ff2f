/**
 * The context of a change made by this account: the API does not take it in the name of another one that has signed in at the same computer since
 * the page was opened.
 */
export function inNameOf(accountId: string): { headers: Record<string, string> } {
  return { headers: { "x-journal-account": accountId } };
}
