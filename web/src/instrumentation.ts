/** Runs once when the portal's server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { tellTrueAddresses } = await import("./graphql/client-address");
  tellTrueAddresses();
}
