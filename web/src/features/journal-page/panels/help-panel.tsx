import { useTranslations } from "next-intl";
import { SidePanel } from "@/ui/side-panel";
import type { MarkingScheme } from "../cells/cell-value";
import classes from "./help-panel.module.css";

/** Every key of the journal; the marks are those of this journal's scheme. */
export function HelpPanel({ scheme, onClose }: { scheme: MarkingScheme; onClose: () => void }) {
  const t = useTranslations("journalPanels.help");
  const close = useTranslations("journalPanels")("close");
  const more: [string, string][] = [
    ["/", t("retake")],
    [". , Ю", t("debt")],
  ];
  const marks: Record<MarkingScheme, [string, string][]> = {
    FIVE_POINT: [["1 … 5", t("digits")], ...more, ["0 … 9", t("points")]],
    PASS_FAIL: [["З", t("pass")], ...more],
    NONE: [],
  };
  const special: [string, string][] = [
    ["Н", t("termNotAssessed")],
    ["О, С", t("termReleased")],
  ];
  const termMarks: Record<MarkingScheme, [string, string][]> = {
    FIVE_POINT: [["1 … 5", t("termDigits")], ...special, ["Enter", t("termTake")], ["Enter", t("termExplain")]],
    PASS_FAIL: [["З", t("termPass")], ...special],
    NONE: [],
  };
  return (
    <SidePanel title={t("title")} closeLabel={close} onClose={onClose}>
      <Keys
        title={t("marks")}
        keys={[
          ...marks[scheme],
          ["Н", t("ABSENT")],
          ["Б", t("SICK")],
          ["У", t("EXCUSED")],
          ["О", t("LATE")],
          ["С", t("RELEASED")],
          ["Delete", t("clear")],
        ]}
      />
      {scheme !== "NONE" && <Keys title={t("termMarks")} keys={termMarks[scheme]} />}
      <p className={classes.note}>{t("layout")}</p>
      <Keys
        title={t("moving")}
        keys={[
          ["← ↑ → ↓", t("arrows")],
          ["Enter", t("enter")],
          ["Tab", t("tab")],
          ["Home, End", t("homeEnd")],
          ["PageUp, PageDown", t("pages")],
          ["Shift + ← ↑ → ↓", t("select")],
        ]}
      />
      <Keys
        title={t("rest")}
        keys={[
          ["Ctrl + Z", t("undo")],
          ["Ctrl + Y", t("redo")],
          ["Ctrl + C, Ctrl + V", t("copyPaste")],
          ["F2", t("lesson")],
          ["Insert", t("addColumn")],
          ["Shift + F2", t("comment")],
          ["Alt + H", t("history")],
          ["F1", t("help")],
        ]}
      />
    </SidePanel>
  );
}

function Keys({ title, keys }: { title: string; keys: [string, string][] }) {
  return (
    <section className={classes.keys}>
      <h3>{title}</h3>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={meaning}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
