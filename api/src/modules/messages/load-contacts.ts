import { type CountedPage, type PageArgs, readCursor, rowsToRead, toPage } from "../../kernel/connection";
import type { Database, Statement, Transaction } from "../../kernel/database";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { requireUuid } from "../../kernel/uuid";
import type { Viewer } from "../../kernel/viewer";
import { searchWords } from "../people/name-search";
import type { Contact } from "./contact";
import { CONTACT_FIELDS, CONTACT_PEOPLE, CONTACTS } from "./contacts-sql";

/** One page of those whom the viewer may write to, child by child, teachers first, by name. */
export async function loadAddressBook(
  database: Database,
  viewer: Viewer,
  { first, after }: PageArgs,
  { search, pupilId }: { search: string | null; pupilId: string | null },
): Promise<CountedPage<Contact>> {
  const { schoolId } = viewer;
  const limit = rowsToRead(first);
  const cursor = readCursor(after, "addressBook", "text", "number", "text", "text", "text");
  const asked = [
    schoolId,
    viewer.personId,
    viewer.today,
    searchWords(search ?? "", "search"),
    pupilId ? requireUuid(pupilId, "pupilId") : null,
  ];
  const rows = await database.read<SortedContact>(schoolId, PAGE, [...asked, ...(cursor ?? [null, null, null, null, null]), limit]);
  return {
    ...toPage(rows, first, "addressBook", ({ child, rank, surname, givenName, place }) => [child, rank, surname, givenName, place]),
    count: async () => (await database.read<{ count: number }>(schoolId, COUNT, asked))[0]?.count ?? 0,
  };
}

/** A contact with what it is sorted by. */
type SortedContact = Contact & { child: string; rank: number; surname: string; givenName: string; place: string };

/** The most pupils whose guardians are asked for at once. */
const PUPILS_LIMIT = 50;

/** The guardians of these pupils whom the viewer may write to. @throws Refusal LIMIT_EXCEEDED beyond 50 pupils. */
export async function loadGuardiansOfPupils(database: Database, viewer: Viewer, pupilIds: readonly string[]): Promise<Contact[]> {
  if (pupilIds.length > PUPILS_LIMIT) {
    throw new Refusal(ErrorCode.LIMIT_EXCEEDED, `Выберите не больше ${PUPILS_LIMIT} учащихся за один раз.`, {
      field: "pupilIds",
      limit: PUPILS_LIMIT,
    });
  }
  const ids = pupilIds.map((id) => requireUuid(id, "pupilIds"));
  return database.read<Contact>(viewer.schoolId, GUARDIANS, [viewer.schoolId, viewer.personId, viewer.today, ids]);
}

/** A person to write to, and the child that it is about. */
export interface Recipient {
  personId: string;
  pupilId: string | null;
}

/** How a recipient is reached, and whether about a child of a class that the viewer leads. */
export interface Reached {
  kind: Contact["kind"];
  isLed: boolean;
}

/** How each recipient is reached, in their order; null: not at all. */
export async function findContacts(
  transaction: Transaction,
  viewer: Viewer,
  recipients: readonly Recipient[],
): Promise<(Reached | null)[]> {
  const rows = await transaction.query<{ kind: Contact["kind"] | null; isLed: boolean }>(REACHED, [
    viewer.schoolId,
    viewer.personId,
    viewer.today,
    recipients.map(({ personId }) => personId),
    recipients.map(({ pupilId }) => pupilId),
    [...viewer.leads],
  ]);
  return rows.map(({ kind, isLed }) => kind && { kind, isLed });
}

const RANK = "array_position(ARRAY['CLASS_TEACHER', 'TEACHER', 'ADMINISTRATION', 'COLLEAGUE', 'GUARDIAN', 'PUPIL'], contact.kind)";

/** A family's own children keep their contacts together; staff find theirs by name. */
const CHILD = `CASE WHEN contact.kind IN ('CLASS_TEACHER', 'TEACHER', 'ADMINISTRATION') THEN COALESCE(child.given_name || contact.pupil_id, '') ELSE '' END`;

/** $4 words, $5 the child or null. A guardian is also found by the child's name. */
const LISTED = `
  FROM contact ${CONTACT_PEOPLE}
  WHERE ($5::uuid IS NULL OR contact.pupil_id = $5::uuid)
    AND (SELECT COALESCE(bool_and(person.folded_surname ^@ word OR person.folded_given_name ^@ word OR COALESCE(replace(lower(school_class.label COLLATE "ru-x-icu"), 'ё', 'е') ^@ word, false)
           OR (contact.kind = 'GUARDIAN' AND (child.folded_surname ^@ word OR child.folded_given_name ^@ word))
           OR EXISTS (SELECT FROM unnest(contact.subjects) subject WHERE replace(lower(subject COLLATE "ru-x-icu"), 'ё', 'е') ^@ word)), true) FROM unnest($4::text[]) AS word)`;

/** $6 to $10 the cursor, $11 how many rows. */
const PAGE: Statement = {
  name: "address-book",
  text: `WITH ${CONTACTS}, listed AS (
    SELECT ${CONTACT_FIELDS}, ${CHILD} AS child, ${RANK} AS rank, person.surname, person.given_name AS "givenName", concat(contact.person_id, ' ', contact.pupil_id) AS place ${LISTED})
  SELECT * FROM listed
  WHERE $6::text IS NULL OR (child COLLATE "ru-x-icu", rank, surname COLLATE "ru-x-icu", "givenName" COLLATE "ru-x-icu", place) > ($6::text, $7::int, $8::text, $9::text, $10::text)
  ORDER BY child COLLATE "ru-x-icu", rank, surname COLLATE "ru-x-icu", "givenName" COLLATE "ru-x-icu", place LIMIT $11`,
};

const COUNT: Statement = { name: "address-book-count", text: `WITH ${CONTACTS} SELECT count(*)::int ${LISTED}` };

const GUARDIANS: Statement = {
  name: "guardians-of-pupils",
  text: `WITH ${CONTACTS} SELECT ${CONTACT_FIELDS} FROM contact ${CONTACT_PEOPLE}
    WHERE contact.kind = 'GUARDIAN' AND contact.pupil_id = ANY($4::uuid[])
    ORDER BY child.surname COLLATE "ru-x-icu", child.given_name COLLATE "ru-x-icu", child.id, person.surname COLLATE "ru-x-icu", person.id`,
};

/** $4 persons and $5 children, in pairs; $6 the classes that the viewer leads. */
const REACHED: Statement = {
  name: "contacts-reached",
  text: `WITH ${CONTACTS}
    SELECT contact.kind, EXISTS (SELECT FROM enrolment WHERE enrolment.school_id = $1 AND enrolment.pupil_id = contact.pupil_id
        AND enrolment.class_id = ANY($6::uuid[]) AND enrolment.valid_from <= $3::date AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= $3::date)) AS "isLed"
    FROM unnest($4::uuid[], $5::uuid[]) WITH ORDINALITY AS wanted (person_id, pupil_id, place)
    LEFT JOIN contact ON contact.person_id = wanted.person_id AND contact.pupil_id IS NOT DISTINCT FROM wanted.pupil_id ORDER BY wanted.place`,
};
