/** Where the portal's own server finds the API. Read at run time: a build serves any address. */
export function apiAddress(path: string): string {
  return new URL(path, process.env.API_URL ?? "http://127.0.0.1:4000").href;
}
