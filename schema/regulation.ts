/**
 * The clauses of the school's regulation on the electronic journal and diary, in our own words, and what the journal does about each.
 * - `enforced`: the journal does not let it be otherwise;
 * - `checked`: the journal notices and shows it, people act;
 * - `operational`: whoever runs the journal does it, by a guide;
 * - `organisational`: people do it without the journal;
 * - `planned`: not there yet, or not whole; `shownBy` then names the part that is.
 */
export type ClauseStatus = "enforced" | "checked" | "operational" | "organisational" | "planned";

export interface Clause {
  clause: string;
  says: string;
  status: ClauseStatus;
  /** Tests and guides that show it, by their path from the root of the repository. */
  shownBy: readonly string[];
}

const clause = (number: string, status: ClauseStatus, says: string, ...shownBy: string[]): Clause => ({
  clause: number,
  says,
  status,
  shownBy,
});
const test = (name: string): string => `api/test/clauses/${name}.test.ts`;
const MATRIX = "api/test/authorisation/matrix.test.ts";

export const REGULATION: readonly Clause[] = [
  clause("1.1", "organisational", "Единые требования школы к электронному журналу и дневнику."),
  clause(
    "1.2",
    "organisational",
    "Законы, на которых основан регламент: об образовании, о государственных услугах, о персональных данных.",
  ),
  clause("1.3", "organisational", "Регламент применяется вместе с положением школы о журналах и дневниках."),
  clause(
    "1.4.1",
    "enforced",
    "Успеваемость и посещаемость хранятся в электронном виде по журналам всех видов.",
    test("1.4.1-journal-page"),
    "api/test/database/catalogue.test.ts",
  ),
  clause("1.4.2", "planned", "Единая база календарно-тематических планов.", test("1.4.1-journal-page")),
  clause("1.4.3", "planned", "Вывод журнала на бумагу и в файлы для хранения."),
  clause(
    "1.4.4",
    "enforced",
    "Отметки доступны за все периоды ведения журнала.",
    test("1.4.4-open-graph"),
    test("1.4.4-any-moment"),
    test("4.2-pupil-term"),
    "docs/history.md",
  ),
  clause(
    "1.4.5",
    "planned",
    "Отчёты учителей, классных руководителей и администрации формируются автоматически.",
    test("1.4.5-reporting-guide"),
    test("1.4.5-analysis-files"),
    "docs/reporting.md",
  ),
  clause(
    "1.4.6",
    "enforced",
    "Родители сразу узнают об успеваемости и посещаемости ребёнка.",
    test("1.4.6-live-diary"),
    test("1.4.6-notices"),
    test("1.4.6-bell"),
    test("1.4.6-news-worker"),
    test("1.4.6-talk-notices"),
    test("1.4.6-letters"),
    test("1.4.6-power-cut"),
    test("4.2-diary-week"),
    "web/e2e/family-diary.test.ts",
    "docs/notices.md",
  ),
  clause(
    "1.4.7",
    "enforced",
    "Домашние задания видны родителям и учащимся.",
    test("4.2-diary-week"),
    test("3.2.6-set-homework"),
    test("1.4.6-notices"),
  ),
  clause(
    "1.4.8",
    "enforced",
    "Сообщения между учителями, администрацией и родителями.",
    MATRIX,
    test("1.4.8-address-book"),
    test("1.4.8-conversations"),
    test("1.4.8-groups"),
    test("1.4.8-long-conversations"),
    test("1.4.8-announcements"),
    test("1.4.8-announcement-readers"),
  ),
  clause("1.5", "organisational", "За работу журнала отвечает директор, за правильность ведения — заместитель директора."),
  clause("1.6", "planned", "Раз в год делается бумажная копия журнала, сводная ведомость сдаётся в архив."),
  clause("1.7", "organisational", "Регламент размещён на сайте школы."),

  clause(
    "2.1",
    "enforced",
    "С журналом работают только сотрудники по своим обязанностям; учащиеся к журналу не допускаются.",
    MATRIX,
    test("2.1-graph-scope"),
    test("2.1-journal-list"),
  ),
  clause(
    "2.2",
    "enforced",
    "Учащийся и родители видят в дневнике только своё (своего ребёнка).",
    MATRIX,
    test("4.2-diary-week"),
    test("4.2-pupil-term"),
  ),
  clause(
    "2.3",
    "planned",
    "Реквизиты доступа выдаются лично: сотрудникам — заместителем, семьям — классным руководителем.",
    test("2.4-sign-in"),
  ),
  clause(
    "2.4",
    "enforced",
    "Каждый отвечает за свои реквизиты: пароли хранятся в необратимом виде, подбор ограничен, вход можно завершить на всех устройствах.",
    test("2.4-sign-in"),
  ),
  clause(
    "2.5",
    "enforced",
    "Личные сведения выдаются только в пределах закона: чужая школа и чужой ребёнок недоступны ни одним запросом.",
    MATRIX,
    "api/test/database/app-role.test.ts",
    "api/test/server/trusted-documents.test.ts",
  ),
  clause(
    "2.6",
    "enforced",
    "Сводные сведения видят только те, кому они нужны по работе.",
    MATRIX,
    test("3.3.2-class-page"),
    test("3.4.4-school-overview"),
  ),
  clause(
    "2.7",
    "enforced",
    "Записи ведутся по-русски, тема урока обязательна, в том числе на уроках иностранного языка.",
    test("2.7-record-lesson"),
    "api/src/modules/lessons/topic-rule.test.ts",
  ),
  clause(
    "2.8",
    "checked",
    "Журнал обязан вести каждый педагог: незаписанные уроки видны ему и администрации.",
    test("3.2-my-day"),
    test("3.4.4-school-overview"),
  ),
  clause(
    "2.9",
    "checked",
    "Записи соответствуют тому, что было: у каждого изменения есть автор, время и прежнее значение.",
    test("3.2.3-lesson-history"),
    "api/test/database/app-role.test.ts",
  ),

  clause("3.1.1", "organisational", "Директор назначает куратора и администратора журнала."),
  clause("3.1.2", "operational", "Технические условия для работы журнала.", "README.ru.md"),

  clause("3.2.1", "planned", "Учитель вносит календарно-тематические планы.", test("2.7-record-lesson")),
  clause(
    "3.2.2",
    "enforced",
    "Занятие и отсутствующие записываются на дату урока.",
    test("2.7-record-lesson"),
    test("3.2.2-set-attendance"),
  ),
  clause(
    "3.2.3",
    "enforced",
    "Отметки ставятся в колонку на дату их получения.",
    test("3.2.3-set-marks"),
    test("3.2.3-retakes-and-debts"),
    test("3.2.3-whose-marks"),
    test("3.2.3-power-cut"),
  ),
  clause(
    "3.2.4",
    "checked",
    "За контрольную работу отметка есть у каждого, кто был на уроке; кто отсутствовал, пересдаёт её в назначенный день.",
    test("3.2.4-control-works"),
    test("3.2.4-mark-owed"),
    test("3.2.4-resits"),
    test("3.2-my-day"),
  ),
  clause("3.2.5", "enforced", "Итоговые отметки учащихся, которые обучаются на дому.", test("3.2.5-home-schooling")),
  clause("3.2.6", "enforced", "Домашнее задание записывается на дату занятия.", test("3.2.6-set-homework")),
  clause(
    "3.2.7",
    "enforced",
    "Учитель выставляет отметки за период.",
    test("3.2.7-set-term-marks"),
    test("3.2.7-when-term-marks"),
    test("3.2.7-term-mark-explained"),
    test("4.2-pupil-term"),
    test("3.4.2-assessment-rules"),
    "web/e2e/assessment-rules.test.ts",
    "docs/assessment-examples.md",
  ),

  clause("3.3.1", "planned", "Классный руководитель следит за списком класса и анкетными данными.", test("3.3.2-class-page")),
  clause(
    "3.3.2",
    "checked",
    "Классный руководитель анализирует посещаемость и успеваемость класса за период; подписанный анализ хранится.",
    test("3.3.2-class-page"),
    test("3.3.2-term-analysis"),
    test("1.4.5-analysis-files"),
  ),
  clause(
    "3.3.3",
    "enforced",
    "Родители информируются через дневник.",
    test("4.2-diary-week"),
    test("1.4.6-live-diary"),
    test("1.4.6-letters"),
    test("1.4.8-announcements"),
  ),
  clause(
    "3.3.4",
    "planned",
    "Семьи знают прогноз и итог успеваемости за период.",
    test("4.2-pupil-term"),
    test("3.3.4-pupil-forecast"),
    "api/src/modules/forecasts/forecast.test.ts",
    "api/test/forecast-examples.test.ts",
  ),
  clause("3.3.5", "planned", "Кто отказался от электронной формы, получает распечатку дневника не реже двух раз в месяц."),

  clause("3.4.1", "organisational", "Заместитель директора обучает педагогов и помогает им."),
  clause(
    "3.4.2",
    "enforced",
    "Права разграничены по обязанностям и нагрузке; право, срок которого прошёл, не действует.",
    MATRIX,
    test("2.4-sign-in"),
    test("3.4.2-term-locks"),
    "docs/term-locks.md",
  ),
  clause("3.4.3", "planned", "Заместитель директора выдаёт реквизиты сотрудникам."),
  clause(
    "3.4.4",
    "planned",
    "Заместитель директора проверяет заполнение журнала по семи направлениям.",
    test("3.4.4-school-overview"),
    test("3.4.4-control-board"),
  ),
  clause("3.4.5", "organisational", "Связь с технической поддержкой."),
  clause("3.4.6", "planned", "Резервные копии не реже раза в полугодие."),
  clause("3.4.7", "planned", "Журнал печатается раз в полугодие."),
  clause("3.4.8", "planned", "Год закрывается, создаётся новый, учащиеся переводятся и выпускаются по приказу."),
  clause("3.4.9", "planned", "Итоговые отметки хранятся в электронном виде и на бумаге."),
  clause("3.4.10", "organisational", "Консультации всем, кто пользуется журналом и дневником."),

  clause(
    "3.5.1",
    "enforced",
    "Администратор наполняет журнал данными из файлов школы; отметки ему не видны.",
    "api/src/modules/imports/imported-school.test.ts",
    MATRIX,
  ),
  clause("3.5.2", "operational", "Программа устанавливается и обновляется.", "README.ru.md"),
  clause("3.5.3", "operational", "Компьютер с журналом работает бесперебойно.", "README.ru.md"),
  clause("3.5.4", "organisational", "Администратор связывается с технической поддержкой."),

  clause("4.1.1", "planned", "Родители выбирают форму получения сведений и дают согласие на обработку данных."),
  clause("4.1.2", "planned", "Родители получают реквизиты и помощь у классного руководителя."),
  clause(
    "4.1.3",
    "enforced",
    "Родители пользуются дневником без обращения к сотрудникам.",
    test("4.2-diary-week"),
    test("1.4.6-live-diary"),
    test("1.4.6-bell"),
    test("1.4.8-announcement-readers"),
    "web/e2e/family-diary.test.ts",
  ),
  clause("4.1.4", "enforced", "Родители отвечают за свои реквизиты.", test("2.4-sign-in")),
  clause("4.1.5", "planned", "Родители сообщают об изменении данных ребёнка."),
  clause("4.1.6", "planned", "Родители сообщают о трудностях с дневником."),
  clause("4.1.7", "planned", "Кто отказался от электронной формы, получает распечатку не реже двух раз в месяц."),
  clause(
    "4.2.1",
    "enforced",
    "Учащиеся узнают о своих результатах из дневника.",
    test("4.2-diary-week"),
    test("4.2-pupil-term"),
    test("1.4.6-notices"),
    test("1.4.8-announcement-readers"),
  ),
  clause("4.2.2", "enforced", "Учащиеся узнают из дневника домашние задания.", test("4.2-diary-week")),
];
