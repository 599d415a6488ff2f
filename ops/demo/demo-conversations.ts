/** Somebody of a demo conversation, by the demo login: who has no account could not answer. */
export type Talker = "parent" | "pupil" | "teacher" | "classteacher" | "deputy";

/** A conversation of the demo school: of two, or a group with a title. */
export interface DemoConversation {
  between: readonly [Talker, Talker];
  /** Families of the class that are in it too. */
  families?: number;
  title?: string;
  about: "pupil" | "otherChild" | null;
  messages: readonly DemoMessage[];
  /** How many of the last messages a demo login has not read; all, when it is not named. */
  unread: Partial<Record<Talker, number>>;
}

export interface DemoMessage {
  by: Talker;
  /** In school days, Saturday left out. */
  daysAgo: number;
  time: string;
  text: string;
  /** Linked to the last lesson of `teacher` in the class before the conversations. */
  onLesson?: boolean;
}

/** How people are addressed and spoken of. */
export interface Spoken {
  /** «Мария Петровна», by talker. */
  politely: (talker: Talker) => string;
  isGirl: boolean;
  isOtherGirl: boolean;
  classLabel: string;
}

/** What families and staff of the demo school have been writing to each other in the last days. */
export function demoConversations(spoken: Spoken): DemoConversation[] {
  return [
    aboutMathematics(spoken),
    aboutIllness(spoken),
    aboutOtherChild(spoken),
    classGroup(spoken),
    ofHomework(spoken),
    amongStaff(spoken),
    fromDeputy(spoken),
  ];
}

function aboutMathematics({ politely, isGirl }: Spoken): DemoConversation {
  const child = isGirl ? "дочь" : "сын";
  return {
    ...{ between: ["teacher", "parent"], about: "pupil", unread: { parent: 1 } },
    messages: [
      {
        ...{ by: "parent", daysAgo: 3, time: "18:42", onLesson: true },
        text: `Здравствуйте, ${politely("teacher")}! ${isGirl ? "Дочь говорит, что не поняла" : "Сын говорит, что не понял"} последнюю тему. Что лучше повторить к контрольной?`,
      },
      {
        ...{ by: "teacher", daysAgo: 2, time: "08:10" },
        text: "Здравствуйте! Ничего страшного, тема новая, её ещё будем закреплять. Посмотрите примеры из параграфа и решите задания из рубрики «Проверь себя».",
      },
      { by: "parent", daysAgo: 2, time: "19:05", text: "Спасибо, решаем. Часть примеров уже получается." },
      { by: "parent", daysAgo: 1, time: "20:17", text: `Можно ли ${isGirl ? "ей" : "ему"} подойти к вам на консультацию?` },
      {
        ...{ by: "teacher", daysAgo: 0, time: "09:35" },
        text: `Конечно. Консультация в четверг после шестого урока, кабинет тот же. Пусть ваш${isGirl ? "а" : ""} ${child} возьмёт тетрадь и выпишет вопросы.`,
      },
    ],
  };
}

function aboutIllness({ politely, isGirl }: Spoken): DemoConversation {
  return {
    ...{ between: ["classteacher", "parent"], about: "pupil", unread: {} },
    messages: [
      {
        ...{ by: "parent", daysAgo: 9, time: "07:15" },
        text: `Доброе утро, ${politely("classteacher")}! Сегодня идём к врачу, к третьему уроку будем в школе.`,
      },
      {
        by: "classteacher",
        daysAgo: 9,
        time: "07:31",
        text: "Доброе утро! Спасибо, что предупредили. Возьмите, пожалуйста, справку из поликлиники.",
      },
      {
        by: "parent",
        daysAgo: 9,
        time: "12:48",
        text: `Справка есть. Врач говорит: ${isGirl ? "здорова" : "здоров"}, можно заниматься и физкультурой.`,
      },
      {
        ...{ by: "classteacher", daysAgo: 8, time: "15:20" },
        text: "Хорошо, отмечу уважительную причину. Пропущенные темы и домашние задания есть в дневнике. Если будут вопросы, пишите.",
      },
    ],
  };
}

function aboutOtherChild({ politely, isOtherGirl }: Spoken): DemoConversation {
  const child = isOtherGirl ? "дочь" : "сына";
  return {
    ...{ between: ["deputy", "parent"], about: "otherChild", unread: {} },
    messages: [
      {
        ...{ by: "parent", daysAgo: 5, time: "12:20" },
        text: `Здравствуйте, ${politely("deputy")}! Подскажите, пожалуйста, как перевести ${child} в другую группу по английскому языку?`,
      },
      {
        ...{ by: "deputy", daysAgo: 5, time: "14:05" },
        text: "Здравствуйте! Напишите заявление на имя директора, образец есть у секретаря в кабинете 104. Ответ дадим в течение недели.",
      },
      { by: "parent", daysAgo: 4, time: "09:50", text: "Спасибо, заявление отнесём сегодня." },
    ],
  };
}

function classGroup({ classLabel, politely }: Spoken): DemoConversation {
  return {
    ...{
      between: ["classteacher", "parent"],
      families: 11,
      title: `Родители ${classLabel}: поездка в музей`,
      about: "pupil",
      unread: { parent: 2 },
    },
    messages: [
      {
        ...{ by: "classteacher", daysAgo: 6, time: "16:30" },
        text: "Уважаемые родители! Планируем поездку в краеведческий музей: сбор у школы в 9:45, вернёмся к 14 часам. Напишите, пожалуйста, кто сможет нас сопровождать.",
      },
      { by: "parent", daysAgo: 6, time: "19:12", text: `Здравствуйте, ${politely("classteacher")}! Смогу поехать с вами.` },
      { by: "classteacher", daysAgo: 5, time: "08:20", text: "Спасибо! Нужен ещё один сопровождающий." },
      {
        ...{ by: "classteacher", daysAgo: 1, time: "17:10" },
        text: "Второй сопровождающий нашёлся. Едем в субботу, экскурсия бесплатная, с собой нужны вода, перекус и удобная обувь.",
      },
      { by: "classteacher", daysAgo: 0, time: "08:40", text: "Напоминаю: заявления на поездку жду до четверга." },
    ],
  };
}

function ofHomework({ politely }: Spoken): DemoConversation {
  return {
    ...{ between: ["teacher", "pupil"], about: "pupil", unread: { pupil: 1 } },
    messages: [
      {
        ...{ by: "pupil", daysAgo: 1, time: "17:25", onLesson: true },
        text: `Здравствуйте, ${politely("teacher")}! В домашнем задании нужно решать все буквы или только первые две?`,
      },
      {
        by: "teacher",
        daysAgo: 1,
        time: "18:02",
        text: "Здравствуй! Первые две обязательно, остальные по желанию, за них будет отдельная отметка.",
      },
    ],
  };
}

function amongStaff({ politely, classLabel }: Spoken): DemoConversation {
  return {
    ...{ between: ["teacher", "classteacher"], about: null, unread: { classteacher: 1 } },
    messages: [
      {
        by: "classteacher",
        daysAgo: 4,
        time: "13:15",
        text: `${politely("teacher")}, здравствуйте! Как дела у ${classLabel} с математикой? Готовлюсь к собранию.`,
      },
      {
        ...{ by: "teacher", daysAgo: 4, time: "14:40" },
        text: "Здравствуйте! В целом неплохо, но четверым нужна помощь: пропуски и не сданы работы. Список пришлю к среде.",
      },
      { by: "classteacher", daysAgo: 4, time: "14:52", text: "Спасибо! Поговорю с их родителями." },
      {
        by: "teacher",
        daysAgo: 0,
        time: "10:55",
        text: "Готово: отметки и пропуски за последние две недели внесены, всё видно на странице класса.",
      },
    ],
  };
}

function fromDeputy({ politely }: Spoken): DemoConversation {
  return {
    ...{ between: ["deputy", "teacher"], about: null, unread: { teacher: 1 } },
    messages: [
      {
        by: "deputy",
        daysAgo: 2,
        time: "15:30",
        text: `${politely("teacher")}, добрый день! У вас остались незаписанные уроки. Запишите их, пожалуйста, до педсовета.`,
      },
      { by: "teacher", daysAgo: 2, time: "16:05", text: "Добрый день! Вижу их в списке «Мой день», сегодня допишу." },
      { by: "deputy", daysAgo: 2, time: "16:09", text: "Спасибо!" },
    ],
  };
}
