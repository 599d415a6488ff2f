import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";

/** A closed term that the deputy has opened in one journal, until `end`. */
export interface OpenedTerm {
  end: () => Promise<void>;
}

/** Opens a term in one journal for a day, in the deputy's name. */
export async function openTermOfJournal(deputy: Page, place: { termId: string; journalId: string }): Promise<OpenedTerm> {
  const input = { operationId: randomUUID(), places: [place], reason: "Проверка выставления отметок", until: "2026-11-24T20:00:00Z" };
  const { openTerm } = await ask<{ openTerm: { openings: { id: string; version: number }[] } }>(
    deputy,
    "mutation ($input: OpenTermInput!) { openTerm(input: $input) { openings { id version } } }",
    { input },
  );
  const [opening] = openTerm.openings;
  if (!opening) throw new Error("the term was not opened");
  return {
    end: async () => {
      const ended = { operationId: randomUUID(), openingId: opening.id, version: opening.version };
      await ask(deputy, "mutation ($input: EndOpeningInput!) { endOpening(input: $input) { opening { id } } }", { input: ended });
    },
  };
}

async function ask<Data>(page: Page, query: string, variables: object): Promise<Data> {
  const answer = await page.request.post("/graphql", {
    headers: { "x-journal-client": "portal", accept: "application/json" },
    data: { query, variables },
  });
  const { data, errors } = (await answer.json()) as { data?: Data; errors?: { message: string }[] };
  if (!data || errors) throw new Error(`the api answered ${answer.status()}: ${errors?.map(({ message }) => message).join("; ")}`);
  return data;
}
