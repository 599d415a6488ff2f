import { SUBJECT_HOURS } from "./subject-hours.ts";

/** Who teaches a subject; one teacher of a department may teach all its subjects to a class. */
export type Department =
  | "PRIMARY"
  | "ENGLISH"
  | "RUSSIAN"
  | "MATHEMATICS"
  | "INFORMATICS"
  | "HISTORY"
  | "GEOGRAPHY"
  | "BIOLOGY"
  | "CHEMISTRY"
  | "PHYSICS"
  | "MUSIC"
  | "ARTS"
  | "CRAFTS"
  | "SPORTS"
  | "SAFETY";

/** One subject of a class: its hours a week and who teaches it. */
export interface ClassSubject {
  name: string;
  hours: number;
  department: Department;
  /** In a class of 25 and more it is taught in two groups. */
  isDivided: boolean;
}

/** A class of 25 and more is divided into groups. */
export const DIVIDED_FROM = 25;

const DEPARTMENTS: Readonly<Record<string, Department>> = {
  "Русский язык": "RUSSIAN",
  Литература: "RUSSIAN",
  "Английский язык": "ENGLISH",
  Математика: "MATHEMATICS",
  Алгебра: "MATHEMATICS",
  "Алгебра и начала математического анализа": "MATHEMATICS",
  Геометрия: "MATHEMATICS",
  "Вероятность и статистика": "MATHEMATICS",
  Информатика: "INFORMATICS",
  История: "HISTORY",
  Обществознание: "HISTORY",
  "Основы духовно-нравственной культуры народов России": "HISTORY",
  География: "GEOGRAPHY",
  Биология: "BIOLOGY",
  Химия: "CHEMISTRY",
  Физика: "PHYSICS",
  Музыка: "MUSIC",
  "Изобразительное искусство": "ARTS",
  "Труд (технология)": "CRAFTS",
  "Физическая культура": "SPORTS",
  "Основы безопасности и защиты Родины": "SAFETY",
  "Индивидуальный проект": "HISTORY",
};

const DIVIDED = ["Английский язык", "Информатика", "Труд (технология)"];
const BY_SPECIALISTS = ["Английский язык", "Музыка", "Физическая культура"];

/** The subjects of a class by the federal programme for a five-day week; in grades 10–11 class «А» is technological, «Б» humanitarian. */
export function subjectsOf(grade: number, letter: string): readonly ClassSubject[] {
  const hours = SUBJECT_HOURS[grade >= 10 ? `${grade}${letter}` : String(grade)]!;
  return Object.entries(hours).map(([name, weekly]) => ({
    name,
    hours: weekly,
    department: grade <= 4 && !BY_SPECIALISTS.includes(name) ? "PRIMARY" : DEPARTMENTS[name]!,
    isDivided: DIVIDED.includes(name) && (grade >= 5 || name === "Английский язык"),
  }));
}
