import { ALGEBRA, GEOMETRY, PROBABILITY } from "./algebra.ts";
import { FINE_ARTS, MUSIC } from "./arts.ts";
import { CLASS_HOUR, CLUBS, CULTURE, ETHICS } from "./character.ts";
import { GEOGRAPHY } from "./geography.ts";
import { INFORMATICS } from "./informatics.ts";
import { ENGLISH } from "./languages.ts";
import { LITERATURE } from "./literature.ts";
import { MATHEMATICS } from "./mathematics.ts";
import { CRAFTS, SAFETY, SPORTS } from "./practice.ts";
import type { Section } from "./programme.ts";
import { READING } from "./reading.ts";
import { RUSSIAN } from "./russian.ts";
import { BIOLOGY, CHEMISTRY, PHYSICS } from "./science.ts";
import { HISTORY, SOCIAL_STUDIES } from "./society.ts";
import { WORLD_AROUND } from "./world-around.ts";

/** Programmes by the grade from which they hold. */
type ByGrade = Readonly<Record<number, readonly Section[]>>;

const PROGRAMMES: Readonly<Record<string, ByGrade>> = {
  "Русский язык": RUSSIAN,
  "Литературное чтение": READING,
  Литература: LITERATURE,
  "Английский язык": ENGLISH,
  Математика: MATHEMATICS,
  Алгебра: ALGEBRA,
  "Алгебра и начала математического анализа": ALGEBRA,
  Геометрия: GEOMETRY,
  "Вероятность и статистика": PROBABILITY,
  Информатика: INFORMATICS,
  "Окружающий мир": WORLD_AROUND,
  История: HISTORY,
  Обществознание: SOCIAL_STUDIES,
  География: GEOGRAPHY,
  Физика: PHYSICS,
  Химия: CHEMISTRY,
  Биология: BIOLOGY,
  "Основы религиозных культур и светской этики": ETHICS,
  "Основы духовно-нравственной культуры народов России": CULTURE,
  "Изобразительное искусство": FINE_ARTS,
  Музыка: MUSIC,
  "Труд (технология)": CRAFTS,
  "Физическая культура": SPORTS,
  "Основы безопасности и защиты Родины": SAFETY,
  "Разговоры о важном": CLASS_HOUR,
};

/** The programme of a subject in a grade: that of the grade or of the nearest one below it. */
export function programmeOf(subject: string, grade: number): readonly Section[] {
  const byGrade: ByGrade = PROGRAMMES[subject] ?? CLUBS;
  const from = Object.keys(byGrade)
    .map(Number)
    .filter((start) => start <= grade);
  return byGrade[Math.max(...from)]!;
}
