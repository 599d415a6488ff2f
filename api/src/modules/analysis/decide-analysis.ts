import { plainText } from "../../kernel/plain-text";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { russianDate } from "../calendar/russian-date";
import { AnalysisStatus } from "./class-analysis";

/** The class teacher's words. */
export interface AnalysisWords {
  conclusions: string;
  causes: string;
  measures: string;
}

/** The document as it stands, as far as a decision needs it. */
export interface StandingAnalysis extends AnalysisWords {
  status: AnalysisStatus;
  version: number;
}

/** The words fit to be kept, or INVALID or TEXT_TOO_LONG. */
export function decideWords(wish: AnalysisWords): AnalysisWords | Refusal {
  const words: AnalysisWords = { conclusions: "", causes: "", measures: "" };
  for (const field of ["conclusions", "causes", "measures"] as const) {
    const text = plainText(wish[field], { field, limit: 4_000, lines: "MANY" });
    if (text instanceof Refusal) return text;
    words[field] = text;
  }
  return words;
}

/** Why the document cannot be changed so, or null. `null` stands for one that is not there yet. */
export function refuseChange(standing: StandingAnalysis | null, seen: number, wanted: "SAVE" | "SIGN" | "REOPEN"): Refusal | null {
  if ((standing?.version ?? 0) !== seen) return conflict(standing);
  const isSigned = standing?.status === AnalysisStatus.SIGNED;
  if (wanted === "REOPEN") return isSigned ? null : invalid("Анализ не подписан: его можно править и так.", "classId");
  if (isSigned) return invalid("Анализ подписан. Чтобы изменить его, сначала верните его в черновик.", "classId");
  if (wanted === "SIGN" && !standing) return invalid("Сначала сохраните анализ, потом подпишите его.", "classId");
  if (wanted === "SIGN" && standing?.conclusions === "") return invalid("Напишите выводы: без них анализ не подписывают.", "conclusions");
  return null;
}

/** Somebody else was first; the answer carries what stands now. */
export function conflict(standing: StandingAnalysis | null): Refusal {
  const sentence = "Анализ уже изменили в другом окне или с другого устройства. Посмотрите его и, если нужно, внесите правку ещё раз.";
  return new Refusal(ErrorCode.CONFLICT, sentence, { ...standing });
}

/** A period that still runs is not signed. */
export function refuseRunning(endsOn: string, today: string): Refusal | null {
  if (endsOn <= today) return null;
  return invalid(`Период ещё идёт. Подписать анализ можно с ${russianDate(endsOn)}, а пока сохраняйте черновик.`, "termId");
}

function invalid(sentence: string, field: string): Refusal {
  return new Refusal(ErrorCode.INVALID, sentence, { field });
}
