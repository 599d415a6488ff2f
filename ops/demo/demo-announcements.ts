import { isoWeekday, plusDays } from "./school-calendar.ts";

/** An announcement of the demo school, by the demo logins of those whom it concerns. */
export interface DemoAnnouncement {
  author: "director" | "deputy" | "classteacher";
  title: string;
  text: string;
  audience: DemoAudience;
  /** Moscow's moment of publication. */
  publishedAt: string;
  shownTo: string;
  needsAcknowledgement: boolean;
  /** The share of its people who have read it by now. */
  readShare: number;
  /** Demo logins who have not read it yet; the others have. */
  unreadBy: readonly string[];
}

/** CLASS and GRADE are those of the class that `classteacher` leads. */
export interface DemoAudience {
  kind: "SCHOOL" | "GRADE" | "CLASS";
  pupils: boolean;
  guardians: boolean;
  staff: boolean;
}

const EVERYBODY: DemoAudience = { kind: "SCHOOL", pupils: true, guardians: true, staff: true };
const STAFF: DemoAudience = { kind: "SCHOOL", pupils: false, guardians: false, staff: true };
const CLASS_FAMILIES: DemoAudience = { kind: "CLASS", pupils: false, guardians: true, staff: false };
const CLASS_PUPILS: DemoAudience = { kind: "CLASS", pupils: true, guardians: false, staff: false };
const GRADE_FAMILIES: DemoAudience = { kind: "GRADE", pupils: true, guardians: true, staff: false };

/** What hangs on the demo school's board around today: for all, for a class, one to acknowledge, one that is over. */
export function demoAnnouncements(today: string): DemoAnnouncement[] {
  const meeting = workdayFrom(plusDays(today, 3));
  const council = workdayFrom(plusDays(today, 2));
  return [
    {
      ...{ author: "deputy", audience: GRADE_FAMILIES, publishedAt: moment(plusDays(today, -30), "12:20"), shownTo: plusDays(today, -16) },
      ...{ needsAcknowledgement: false, readShare: 0.86, unreadBy: [] },
      title: "Сбор макулатуры",
      text:
        "Школа участвует в городской акции «Сдай бумагу — сохрани дерево». Связанные пачки принимаем у входа со стороны спортзала " +
        "с 8:00 до 8:25 и с 14:00 до 15:00.\n\nКласс-победитель поедет на экскурсию в типографию.",
    },
    {
      ...{
        author: "director",
        audience: EVERYBODY,
        publishedAt: moment(workdayUntil(plusDays(today, -6)), "10:05"),
        shownTo: plusDays(today, 24),
      },
      ...{ needsAcknowledgement: false, readShare: 0.71, unreadBy: [] },
      title: "Вход в школу по электронным пропускам",
      text:
        "Уважаемые родители, учащиеся и коллеги!\n\nВход в здание — по электронным пропускам. Если пропуск забыт или потерян, назовите на посту охраны " +
        "фамилию и класс: дежурный администратор запишет ученика и пропустит его на урок. Новый пропуск выдаёт секретарь, кабинет 104, " +
        "ежедневно с 8:30 до 16:00.\n\nРодителей просим ждать детей в холле первого этажа.",
    },
    {
      ...{ author: "deputy", audience: STAFF, publishedAt: moment(workdayUntil(plusDays(today, -2)), "14:10"), shownTo: council },
      ...{ needsAcknowledgement: true, readShare: 0.82, unreadBy: ["classteacher"] },
      title: `Педагогический совет ${shortDate(council)}`,
      text:
        `Педагогический совет состоится ${shortDate(council)} в 15:30 в актовом зале. Повестка: качество заполнения журналов, работа с учащимися, у которых ` +
        "снизилась успеваемость, подготовка к открытым урокам.\n\nПросим до совета записать все проведённые уроки и выставить отметки за контрольные работы. " +
        "Пожалуйста, подтвердите, что ознакомились.",
    },
    {
      ...{
        author: "classteacher",
        audience: CLASS_FAMILIES,
        publishedAt: moment(workdayUntil(plusDays(today, -1)), "16:40"),
        shownTo: meeting,
      },
      ...{ needsAcknowledgement: true, readShare: 0.56, unreadBy: ["parent"] },
      title: `Родительское собрание ${shortDate(meeting)}`,
      text:
        `Уважаемые родители! Приглашаю вас на собрание ${shortDate(meeting)} в 18:30 в нашем кабинете. Обсудим успеваемость класса, питание и поездку в музей. ` +
        "Учитель математики придёт к началу и ответит на вопросы.\n\nПожалуйста, подтвердите, что получили объявление. Если прийти не сможете, напишите мне.",
    },
    {
      ...{ author: "classteacher", audience: CLASS_PUPILS, publishedAt: moment(today, "08:05"), shownTo: plusDays(today, 7) },
      ...{ needsAcknowledgement: false, readShare: 0.4, unreadBy: ["pupil"] },
      title: "Дежурим по школе",
      text:
        "Ребята, на этой неделе дежурит наш класс. Приходим к 7:50, посты — на плане у кабинета. Кто не может в свой день, " +
        "меняется с товарищем и предупреждает меня заранее.",
    },
  ];
}

/** «26.11», as people write it in a title. */
function shortDate(date: string): string {
  return `${date.slice(8)}.${date.slice(5, 7)}`;
}

function moment(date: string, time: string): string {
  return `${date}T${time}:00+03:00`;
}

function workdayFrom(date: string): string {
  return isoWeekday(date) > 5 ? plusDays(date, 8 - isoWeekday(date)) : date;
}

function workdayUntil(date: string): string {
  return plusDays(date, -Math.max(0, isoWeekday(date) - 5));
}
