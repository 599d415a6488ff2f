import type { Database, Statement } from "../../kernel/database";
import { seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { byName, fullName, listName } from "../people/person-name";
import type { ForecastReceipt, ForecastRecipient } from "./sent-forecast";

/** The newest receipts of a class's term that one answer holds: three for each pupil of a large class. */
const MOST_RECEIPTS = 120;

/** What became of the forecasts of a class that the viewer leads, or whose school the viewer sees; newest first. */
export async function loadReceipts(database: Database, viewer: Viewer, classId: string, termId: string): Promise<ForecastReceipt[]> {
  const classes = seesWholeSchool(viewer) ? null : [...viewer.leads];
  const rows = await database.read<ReceiptRow>(viewer.schoolId, RECEIPTS, [viewer.schoolId, classId, termId, classes, MOST_RECEIPTS]);
  return rows.map(({ recipients, ...receipt }) => ({ ...receipt, recipients: recipients.map(toRecipient) }));
}

type ReceiptRow = Omit<ForecastReceipt, "recipients"> & { recipients: KeptRecipient[] };

/** As JSON has it. */
type KeptRecipient = Omit<ForecastRecipient, "deliveredAt" | "mailedAt" | "readAt"> &
  Record<"deliveredAt" | "mailedAt" | "readAt", string | null>;

function toRecipient({ deliveredAt, mailedAt, readAt, ...rest }: KeptRecipient): ForecastRecipient {
  return { ...rest, deliveredAt: moment(deliveredAt), mailedAt: moment(mailedAt), readAt: moment(readAt) };
}

function moment(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** $2 class, $3 term, $4 the classes that the viewer leads, or null: all; $5 how many. The notice is found by person and source, its letter by the notice. */
const RECEIPTS: Statement = {
  name: "forecast-receipts",
  text: `
  SELECT sent.id AS "forecastId", sent.pupil_id AS "pupilId", ${listName("pupil")} AS "pupilName", sent.sent_at AS "sentAt", ${fullName("sender")} AS "sentBy",
    (SELECT json_agg(json_build_object('personId', person.id, 'name', ${fullName("person")}, 'isPupil', person.id = sent.pupil_id,
        'hasAccount', EXISTS (SELECT FROM account WHERE account.school_id = $1 AND account.person_id = person.id AND account.closed_at IS NULL),
        'deliveredAt', CASE WHEN notice.in_portal THEN notice.arrived_at END,
        'mail', CASE letter.state WHEN 'SENT' THEN 'SENT' WHEN 'DEAD' THEN 'FAILED' WHEN 'WAITING' THEN 'WAITING' WHEN 'SENDING' THEN 'WAITING' ELSE 'NONE' END,
        'mailedAt', letter.sent_at, 'readAt', recipient.read_at) ORDER BY person.id = sent.pupil_id, ${byName("person")})
     FROM forecast_recipient AS recipient
     JOIN person ON person.school_id = $1 AND person.id = recipient.person_id
     LEFT JOIN notice ON notice.school_id = $1 AND notice.person_id = recipient.person_id AND notice.source = 'forecast:' || sent.id AND notice.occurred_at = sent.sent_at
     LEFT JOIN mail_delivery AS letter ON letter.school_id = $1 AND letter.notice_id = notice.id
     WHERE recipient.school_id = $1 AND recipient.forecast_id = sent.id) AS recipients
  FROM (
    SELECT * FROM forecast WHERE school_id = $1 AND class_id = $2 AND term_id = $3 AND ($4::uuid[] IS NULL OR class_id = ANY($4::uuid[]))
    ORDER BY sent_at DESC, id LIMIT $5
  ) sent
  JOIN person AS pupil ON pupil.school_id = $1 AND pupil.id = sent.pupil_id
  JOIN person AS sender ON sender.school_id = $1 AND sender.id = sent.sent_by
  ORDER BY sent.sent_at DESC, ${byName("pupil")}`,
};
