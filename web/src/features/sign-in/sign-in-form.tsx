"use client";

import { Alert, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef, useState, type FormEvent } from "react";
import { useErrorText } from "@/ui/use-error-text";
import { DemoLogins } from "./demo-logins";
import { useSignIn } from "./use-sign-in";

/** `demo`: the server lets people of a demo school in, so their logins are offered. */
export function SignInForm({ returnPath, demo }: { returnPath: string; demo: boolean }) {
  const t = useTranslations("signIn");
  const errorText = useErrorText();
  const password = useRef<HTMLInputElement>(null);
  const { signIn, pending, error } = useSignIn(returnPath);
  const [empty, setEmpty] = useState({ login: false, password: false });

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = { login: String(form.get("login")), password: String(form.get("password")) };
    const missing = { login: typed.login.trim() === "", password: typed.password === "" };
    setEmpty(missing);
    if (missing.login || missing.password) return;
    if (!(await signIn(typed.login, typed.password))) password.current?.select();
  };

  return (
    <>
      {/* post: a submit before the script is there must not put the password into the address */}
      <form method="post" onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            name="login"
            label={t("login")}
            error={empty.login && t("loginEmpty")}
            autoComplete="username"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            autoFocus
            size="md"
          />
          <PasswordInput
            ref={password}
            name="password"
            label={t("password")}
            error={empty.password && t("passwordEmpty")}
            autoComplete="current-password"
            size="md"
          />
          <div role="alert">{error && <Alert color="red">{errorText(error)}</Alert>}</div>
          <Button type="submit" size="md" loading={pending} fullWidth>
            {t("submit")}
          </Button>
        </Stack>
      </form>
      {demo && <DemoLogins disabled={pending} onChoose={(login) => void signIn(login, `demo-${login}`)} />}
    </>
  );
}
