/** A mark of the diary that can be asked about, and how the diary names it. */
export interface AskedMark {
  markId?: string;
  termMarkId?: string;
  value: string;
  subject: string;
  /** «Контрольная работа, 20.11.2026», «2-я четверть» */
  name: string;
  comment?: string | null;
  /** The date of its lesson, where it has one. */
  date?: string;
}
