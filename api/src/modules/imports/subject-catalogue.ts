/** What the school's subject is by the federal programme: its area, order in a journal list and short name. */
export interface CatalogueSubject {
  name: string;
  shortName: string;
  area: string;
  isForeignLanguage: boolean;
  sortOrder: number;
}

/** Name, short name, area: in the order in which schools list them. */
const SUBJECTS: readonly (readonly [string, string, string])[] = [
  ["Русский язык", "Русский", "RUSSIAN"],
  ["Литературное чтение", "Лит. чт.", "RUSSIAN"],
  ["Литература", "Литер.", "RUSSIAN"],
  ["Родной язык", "Родной", "NATIVE"],
  ["Родная литература", "Родн. лит.", "NATIVE"],
  ["Иностранный язык", "Ин. яз.", "FOREIGN"],
  ["Английский язык", "Англ.", "FOREIGN"],
  ["Немецкий язык", "Нем.", "FOREIGN"],
  ["Французский язык", "Франц.", "FOREIGN"],
  ["Испанский язык", "Исп.", "FOREIGN"],
  ["Китайский язык", "Кит.", "FOREIGN"],
  ["Второй иностранный язык", "2-й ин.", "FOREIGN"],
  ["Математика", "Матем.", "MATHEMATICS"],
  ["Алгебра", "Алгебра", "MATHEMATICS"],
  ["Алгебра и начала математического анализа", "Алгебра", "MATHEMATICS"],
  ["Геометрия", "Геометр.", "MATHEMATICS"],
  ["Вероятность и статистика", "Вер. и ст.", "MATHEMATICS"],
  ["Информатика", "Информ.", "MATHEMATICS"],
  ["Окружающий мир", "Окр. мир", "WORLD"],
  ["История", "История", "SOCIAL"],
  ["Обществознание", "Общ.", "SOCIAL"],
  ["География", "Геогр.", "SOCIAL"],
  ["Физика", "Физика", "SCIENCE"],
  ["Химия", "Химия", "SCIENCE"],
  ["Биология", "Биология", "SCIENCE"],
  ["Астрономия", "Астр.", "SCIENCE"],
  ["Основы религиозных культур и светской этики", "ОРКСЭ", "ETHICS"],
  ["Основы духовно-нравственной культуры народов России", "ОДНКНР", "ETHICS"],
  ["Изобразительное искусство", "ИЗО", "ARTS"],
  ["Музыка", "Музыка", "ARTS"],
  ["Труд (технология)", "Труд", "TECHNOLOGY"],
  ["Технология", "Техн.", "TECHNOLOGY"],
  ["Физическая культура", "Физ-ра", "PHYSICAL"],
  ["Основы безопасности и защиты Родины", "ОБЗР", "PHYSICAL"],
  ["Индивидуальный проект", "Проект", "EXTRACURRICULAR"],
];

const CATALOGUE = new Map(
  SUBJECTS.map(([name, shortName, area], index) => [name.toLowerCase(), describe(name, shortName, area, (index + 1) * 10)]),
);
const AFTER_ALL = 900;

/** The subject of that name; one that the programme does not know is an extracurricular one, or a language by its name. */
export function catalogueSubject(written: string): CatalogueSubject {
  const name = written.trim().replace(/\s+/g, " ");
  const known = CATALOGUE.get(name.toLowerCase());
  if (known) return known;
  const isLanguage = /(английск|немецк|французск|испанск|китайск|иностранн)/i.test(name);
  return describe(name, shorten(name), isLanguage ? "FOREIGN" : "EXTRACURRICULAR", isLanguage ? 115 : AFTER_ALL);
}

function describe(name: string, shortName: string, area: string, sortOrder: number): CatalogueSubject {
  return { name, shortName, area, sortOrder, isForeignLanguage: area === "FOREIGN" };
}

function shorten(name: string): string {
  return name.length <= 10 ? name : `${name.slice(0, 9)}.`;
}
