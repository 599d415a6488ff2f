import { headers } from "next/headers";
import { redirect } from "next/navigation";

/** To the sign-in page, and from there back to the page that was asked for (src/proxy.ts tells which). */
export async function redirectToSignIn(): Promise<never> {
  const path = (await headers()).get("x-portal-path") ?? "/";
  redirect(`/sign-in?return=${encodeURIComponent(path)}`);
}
