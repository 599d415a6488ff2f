import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { SignInDocument } from "@/graphql/generated/graphql";

/**
 * Opens a session and loads `returnPath` afresh: nothing that the one before has read at this computer stays in memory. An error stays here, with
 * nothing of it in the address.
 */
export function useSignIn(returnPath: string) {
  const [signedIn, setSignedIn] = useState(false);
  const [send, { loading, error }] = useMutation(SignInDocument);
  const signIn = async (login: string, password: string): Promise<boolean> => {
    const { data } = await send({ variables: { input: { login: login.trim(), password } }, errorPolicy: "all" });
    if (!data) return false;
    setSignedIn(true);
    window.location.replace(returnPath);
    return true;
  };
  return { signIn, pending: loading || signedIn, error };
}
