import { Button, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { commaed, standing } from "../cells/cell-face";
import { ATTENDANCE_LETTERS, markText, type AttendanceKind, type MarkingScheme, type MarkValue, type Typed } from "../cells/cell-value";
import { fitsScale, pointsOf, type ColumnScale } from "../cells/column-scale";
import { mayRetake, type CellView } from "../store/cell-view";
import classes from "./phone-page.module.css";

const KINDS: AttendanceKind[] = ["ABSENT", "SICK", "EXCUSED", "LATE", "RELEASED"];
const MARKS: Record<MarkingScheme, MarkValue[]> = { FIVE_POINT: ["5", "4", "3", "2"], PASS_FAIL: ["PASS", "FAIL"], NONE: [] };

interface MarkKeysProps {
  view: CellView;
  scale: ColumnScale;
  name: string;
  onTyped: (typed: Typed) => void;
}

/** Big buttons to change what stands in a cell; where the work is counted in points, a field for them. */
export function MarkKeys({ view, scale, name, onTyped }: MarkKeysProps) {
  const t = useTranslations("journalPage");
  const words = useTranslations("words");
  const [isRetake, setIsRetake] = useState(false);
  const last = standing(view).at(-1);
  const set = (mark: { value: MarkValue; points?: string }) => {
    onTyped({ thing: "MARK", ...mark, ...(isRetake && { attempt: "RETAKE" }) });
    setIsRetake(false);
  };
  const isEmpty = !last && view.attendance.kind === null && view.problem === null;
  return (
    <div className={classes.keys} role="group" aria-label={t("phone.markFor", { name })}>
      {scale.most === null ? (
        MARKS[scale.scheme].map((value) => (
          <Button
            key={value}
            size="md"
            px={0}
            variant={!isRetake && last?.value === value ? "filled" : "default"}
            onClick={() => set({ value })}
          >
            {markText(value)}
          </Button>
        ))
      ) : (
        <PointsField
          key={String(isRetake)}
          scale={scale}
          points={isRetake ? "" : commaed(last?.points)}
          onPoints={(points) => set({ value: "POINTS", points })}
        />
      )}
      {scale.scheme !== "NONE" && (
        <Button
          size="md"
          px={0}
          variant={!isRetake && last?.value === "DEBT" ? "filled" : "default"}
          aria-label={t("phone.debt")}
          onClick={() => set({ value: "DEBT" })}
        >
          {markText("DEBT")}
        </Button>
      )}
      {KINDS.map((kind) => (
        <Button
          key={kind}
          size="md"
          px={0}
          variant={view.attendance.kind === kind ? "filled" : "default"}
          className={classes.letter}
          aria-label={`${ATTENDANCE_LETTERS[kind]}, ${words(`attendance.${kind}`)}`}
          onClick={() => onTyped({ thing: "ATTENDANCE", kind })}
        >
          {ATTENDANCE_LETTERS[kind]}
        </Button>
      ))}
      {mayRetake(view) && (
        <Button
          size="md"
          px={0}
          className={classes.wide}
          variant={isRetake ? "filled" : "default"}
          aria-pressed={isRetake}
          onClick={() => setIsRetake(!isRetake)}
        >
          {t("phone.retake")}
        </Button>
      )}
      <Button
        size="md"
        px={0}
        className={classes.wide}
        variant="subtle"
        color="gray"
        disabled={isEmpty}
        onClick={() => onTyped({ thing: "CLEAR" })}
      >
        {t("phone.clear")}
      </Button>
    </div>
  );
}

interface PointsFieldProps {
  scale: ColumnScale;
  points: string;
  onPoints: (points: string) => void;
}

function PointsField({ scale, points, onPoints }: PointsFieldProps) {
  const t = useTranslations("journalPage");
  const [text, setText] = useState(points);
  const isWrong = text !== "" && !fitsScale(text, scale);
  const set = (event: FormEvent) => {
    event.preventDefault();
    if (text !== "" && !isWrong) onPoints(pointsOf(text));
  };
  return (
    <form className={classes.points} onSubmit={set}>
      <TextInput
        aria-label={t(scale.scale === "PERCENT" ? "phone.percent" : "phone.points")}
        placeholder={t(`marks.points.${scale.scale}`, { points: "…", most: scale.most ?? 0 })}
        inputMode="decimal"
        size="md"
        value={text}
        error={isWrong && t("phone.range", { scale: scale.scale, most: commaed(String(scale.most)) })}
        onChange={(event) => setText(event.currentTarget.value.trim())}
      />
      <Button type="submit" size="md" disabled={text === "" || isWrong}>
        {t("phone.setPoints")}
      </Button>
    </form>
  );
}
