import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PortalLink } from "@/ui/portal-link";
import classes from "./people.module.css";
import { addressOfSelection, PUPILS, STAFF, type PeopleSelection } from "./people-selection";

/** The choice between pupils and staff above the list of them. */
export async function PeopleFrame({ kind, children }: { kind: PeopleSelection["kind"]; children: ReactNode }) {
  const t = await getTranslations("admin");
  return (
    <div>
      <nav aria-label={t("peopleKind")} className={classes.kinds}>
        {([PUPILS, STAFF] as const).map((other) => (
          <PortalLink
            key={other}
            href={addressOfSelection({ kind: other, search: "" })}
            className={classes.kind}
            aria-current={other === kind ? "page" : undefined}
          >
            {t(other)}
          </PortalLink>
        ))}
      </nav>
      {children}
    </div>
  );
}
