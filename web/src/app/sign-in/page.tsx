import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { safeReturnPath } from "@/features/sign-in/return-path";
import { SignInPage } from "@/features/sign-in/sign-in-page";
import { readViewer } from "@/graphql/viewer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignIn({ searchParams }: PageProps<"/sign-in">) {
  const returnPath = safeReturnPath((await searchParams).return);
  if ((await readViewer()).data?.me) redirect(returnPath);
  return <SignInPage returnPath={returnPath} demo={process.env.DEMO_MODE === "1"} />;
}
