import { Button, Text, Title } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "./demo-logins.module.css";

/** One button for each role of the demo school. */
export function DemoLogins({ disabled, onChoose }: { disabled: boolean; onChoose: (login: string) => void }) {
  const t = useTranslations("signIn");
  return (
    <section aria-labelledby="demo-title" className={classes.demo}>
      <Title order={2} size="h5" id="demo-title">
        {t("demoTitle")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("demoText")}
      </Text>
      <div className={classes.people}>
        {DEMO_LOGINS.map((login) => (
          <Button key={login} variant="default" size="sm" disabled={disabled} onClick={() => onChoose(login)}>
            {t(`demo.${login}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

const DEMO_LOGINS = ["teacher", "classteacher", "parent", "pupil", "deputy", "director", "admin"] as const;
