import { Field, ID, InputType } from "type-graphql";
import { JournalKind } from "./journal-kind";

@InputType({ description: "What the list of journals is narrowed to; what is left out does not narrow it." })
export class JournalFilter {
  @Field(() => ID, { nullable: true, description: "A school year; left out: that of today, or the last one begun." })
  academicYearId?: string | null;

  @Field(() => ID, { nullable: true, description: "Journals of the class and of its groups." })
  classId?: string | null;

  @Field(() => ID, { nullable: true, description: "A subject." })
  subjectId?: string | null;

  @Field(() => ID, { nullable: true, description: "Who teaches it, by any load of the year." })
  teacherId?: string | null;

  @Field(() => JournalKind, { nullable: true, description: "Whom the journal is of." })
  kind?: JournalKind | null;

  @Field(() => String, { nullable: true, description: "Words of the subject's or the class's name, in any order; ё is as good as е." })
  search?: string | null;
}
