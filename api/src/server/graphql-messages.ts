/** The input field at fault in graphql-js's sentence about a variable, as `input.cells[0].version`; undefined for other sentences. */
export function variableField(message: string): string | undefined {
  const variable = /^Variable "\$(\w+)"/.exec(message)?.[1];
  if (!variable || !VALUE_FAULT.test(message)) return undefined;
  const place = / at "([^"]+)"; /.exec(message)?.[1] ?? variable;
  const missing = /; Field "([^"]+)" (?:of required type|is not defined)/.exec(message)?.[1];
  return missing ? `${place}.${missing}` : place;
}

const VALUE_FAULT = /^Variable "\$\w+" (got invalid value|of required type .* was not provided|of non-null type .* must not be null)/;

/** A library's sentence about a request, in Russian. The value that was sent is never repeated: it may be a password. */
export function inRussian(message: string): string {
  for (const [pattern, sentence] of SENTENCES) {
    const match = pattern.exec(message);
    if (match) return sentence(...match.slice(1));
  }
  return `Запрос составлен неверно: ${message}`;
}

const SENTENCES: readonly [RegExp, (...parts: string[]) => string][] = [
  [/^Variable "\$\w+" got invalid value .*?(?: at "([^"]+)")?; (?:.*\. )?([А-ЯЁ][^"]*)$/s, (at, why) => `${inField(at)}${why}`],
  [
    /^Variable "\$(\w+)" got invalid value .*; Field "([^"]+)" of required type "([^"]+)" was not provided/s,
    (_, field) => `Не заполнено поле «${field}».`,
  ],
  [
    /^Variable "\$(\w+)" got invalid value .*; Field "([^"]+)" is not defined by type "([^"]+)"/s,
    (_, field, type) => `В типе ${type} нет поля «${field}».`,
  ],
  [/^Variable "\$(\w+)" got invalid value .*? at "([^"]+)"; /s, (_, at) => `Неверное значение поля «${at}».`],
  [/^Variable "\$(\w+)" got invalid value/, (variable) => `Неверное значение поля «${variable}».`],
  [/^Variable "\$(\w+)" of (?:required|non-null) type/, (variable) => `Не заполнено поле «${variable}».`],
  [/^Cannot query field "([^"]+)" on type "([^"]+)"/, (field, type) => `Запрос составлен неверно: в типе ${type} нет поля «${field}».`],
  [/^Syntax Error: (.*)$/s, (detail) => `Запрос составлен неверно: ошибка в тексте (${detail})`],
  [/^Operation batching disabled/, () => "Несколько запросов в одном теле не принимаются. Отправьте их по одному."],
  [/must contain a non-empty `query`|^POST body missing/, () => "В запросе нет документа: нужно поле query с текстом запроса."],
  [/^GET requests only support query operations/, () => "Изменения принимаются только методом POST."],
  [/^This operation has been blocked as a potential Cross-Site/, () => "В запросе нужен заголовок x-journal-client."],
];

function inField(at: string | undefined): string {
  return at ? `Поле «${at}»: ` : "";
}
