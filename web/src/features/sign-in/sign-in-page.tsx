import { Text, Title } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/messages/feature-messages";
import { Logo } from "@/ui/logo";
import { SignInForm } from "./sign-in-form";
import classes from "./sign-in-page.module.css";

/** The door of the portal. */
export async function SignInPage({ returnPath, demo }: { returnPath: string; demo: boolean }) {
  const t = await getTranslations("signIn");
  return (
    <main className={classes.page}>
      <div className={classes.brand}>
        <Logo size={44} />
        <Title order={1} size="h3">
          {t("heading")}
        </Title>
      </div>
      <div className={classes.card}>
        <FeatureMessages of={["signIn"]}>
          <SignInForm returnPath={returnPath} demo={demo} />
        </FeatureMessages>
      </div>
      <Text size="sm" c="dimmed" mt="md">
        {t("forgotten")}
      </Text>
    </main>
  );
}
