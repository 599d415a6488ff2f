"use client";

/** The last resort, when not even the layout could be made: without providers, styles and texts, hence plain Russian. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="ru">
      <body
        style={{ maxWidth: "30rem", margin: "12vh auto 0", padding: "0 1rem", fontFamily: "system-ui, sans-serif", textAlign: "center" }}
      >
        <title>Ошибка — Электронный журнал</title>
        <main>
          <h1>Журнал сейчас не отвечает</h1>
          <p>Сохранённые данные не пострадали. Повторите через минуту; если не поможет, сообщите администратору школы.</p>
          <button type="button" onClick={retry}>
            Повторить
          </button>
        </main>
      </body>
    </html>
  );
}
