import { listName } from "../people/person-name";
import { nameOf, placeJson } from "./term-places-sql";

/** SQL over `opening_request`: the columns of the contract's OpeningRequest, to be gone on with `AND …`. `$1` is the school. */
export const REQUEST = `
  SELECT request.id, ${placeJson("request")} AS place, COALESCE(request.outcome, 'WAITING') AS state, request.correction, request.reason,
    request.lesson_id AS "lessonId", (SELECT lesson.date FROM lesson WHERE lesson.school_id = $1 AND lesson.id = request.lesson_id) AS "lessonDate",
    (SELECT ${listName("person")} FROM person WHERE person.school_id = $1 AND person.id = request.pupil_id) AS pupil,
    ${nameOf("request.requested_by")} AS "requestedBy", request.requested_at AS "requestedAt", request.answer, ${nameOf("request.answered_by")} AS "answeredBy",
    request.answered_at AS "answeredAt", LEAST(opening.opened_until, opening.ended_at) AS "openUntil", request.version
  FROM (SELECT *, NULL::uuid AS class_id FROM opening_request WHERE school_id = $1) AS request
  LEFT JOIN term_opening AS opening ON opening.school_id = $1 AND opening.id = request.opening_id
  WHERE request.school_id = $1`;
