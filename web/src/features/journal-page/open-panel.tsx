import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import classes from "./open-panel.module.css";
import { PanelBoundary } from "./panel-boundary";
import { LazyPanel } from "./panels/lazy-panel";

/** The panel that is open; one that cannot be shown says so in its own place. */
export function OpenPanel(props: ComponentProps<typeof LazyPanel>) {
  const t = useTranslations("journalPage");
  const failure = (
    <div role="alert" className={classes.failed}>
      <b>{t("panelFailed")}</b>
      {t("panelFailedText")}
      <button type="button" onClick={props.onClose}>
        {t("close")}
      </button>
    </div>
  );
  return (
    <PanelBoundary key={JSON.stringify(props.panel)} fallback={failure}>
      <LazyPanel {...props} />
    </PanelBoundary>
  );
}
