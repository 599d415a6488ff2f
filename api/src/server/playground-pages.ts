/** The page of GraphiQL. */
export const PLAYGROUND_PAGE = html(
  "Площадка запросов",
  `<link rel="stylesheet" href="/playground/graphiql.css">`,
  `<p class="note">Здесь можно спросить у журнала то, чего нет на экранах портала. Видно ровно то, что разрешено вам;
     запрос ограничен по глубине, числу полей и размеру списков. Слева вверху — описание всех данных. <a href="/">Вернуться в журнал</a></p>
   <div id="graphiql"></div>
   <noscript>Для площадки нужен JavaScript.</noscript>
   <script src="/playground/react.js"></script>
   <script src="/playground/react-dom.js"></script>
   <script src="/playground/graphiql.js"></script>
   <script src="/playground/start.js"></script>`,
);

/** A page that says why GraphiQL is not shown, and where to go. */
export function refusalPage(title: string, sentence: string, href: string, link: string): string {
  return html(title, "", `<main><h1>${title}</h1><p>${sentence}</p><p><a href="${href}">${link}</a></p></main>`);
}

const EXAMPLES = [
  `# Классы и их классные руководители.
# Ctrl+Enter — выполнить запрос, Ctrl+Space — подсказка.
query Classes {
  classes {
    label
    classTeacher { surname givenName patronymic }
  }
}
`,
  `# Учащиеся по началу фамилии; следующая страница — endCursor в аргументе after.
query Pupils {
  pupils(first: 20, filter: { search: "Ив" }) {
    totalCount
    nodes { surname givenName schoolClass { label } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  `# Журналы с учителями и часами в неделю.
query Journals {
  journals(first: 20) {
    nodes { className subject { name } teachers { surname givenName } weeklyHours }
  }
}
`,
];

/** The header tells the API that the request comes from a page of ours. */
export const PLAYGROUND_SCRIPT = `"use strict";
const fetcher = GraphiQL.createFetcher({ url: "/graphql", headers: { "x-journal-client": "playground" } });
const examples = ${JSON.stringify(EXAMPLES)};
ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultQuery: examples[0],
    defaultTabs: examples.map((query) => ({ query })),
    isHeadersEditorEnabled: false,
    shouldPersistHeaders: false,
  }),
);
`;

function html(title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/icon.svg">
<title>${title} — электронный журнал</title>
${head}
<style>
html, body { height: 100%; margin: 0; font-family: system-ui, sans-serif; }
body { display: flex; flex-direction: column; }
main { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
.note { margin: 0; padding: 0.5rem 1rem; font-size: 0.9rem; }
#graphiql { flex: 1; min-height: 0; }
</style>
</head>
<body>
${body}
</body>
</html>
`;
}
