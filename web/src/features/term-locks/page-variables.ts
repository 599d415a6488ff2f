/** As many rows are read at once in the lists of this page. */
const ROWS = 20;

export const waitingRequests = (waiting: boolean) => ({ waiting, first: ROWS, after: null });
export const openingsInForce = (inForce: boolean) => ({ inForce, first: ROWS, after: null });
export const newestLateEntries = { first: ROWS, after: null };
