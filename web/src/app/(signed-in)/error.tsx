"use client";

import { ErrorPage } from "@/ui/error-page";

export default function SignedInError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ErrorPage error={error} retry={retry} />;
}
