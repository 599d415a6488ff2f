import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { type CountedPage, PageArgs } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { Contact, ContactConnection } from "./contact";
import { loadAddressBook, loadGuardiansOfPupils } from "./load-contacts";

@Resolver(() => ContactConnection)
export class AddressBookResolver {
  @Query(() => ContactConnection, {
    description:
      "Whom the viewer may write to, and nobody else [1.4.8, 2.2]: a family its children's teachers, class teacher, director and deputies; staff each other, and the guardians of pupils whom they teach or lead.",
  })
  addressBook(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, { nullable: true, description: "Beginnings of a surname, given name, class or subject." })
    search: string | null | undefined,
    @Arg("pupilId", () => ID, { nullable: true, description: "Only about this child." }) pupilId: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<ContactConnection> {
    return loadAddressBook(context.database, signedIn(context), page, { search: search ?? null, pupilId: pupilId ?? null });
  }

  @Query(() => [Contact], {
    description: "The guardians of at most 50 pupils of a journal or a class whom the viewer may write to, child by child.",
  })
  guardiansOfPupils(
    @Arg("journalId", () => ID, { nullable: true, description: "A journal that the viewer reads." }) _journalId: string | null | undefined,
    @Arg("classId", () => ID, { nullable: true, description: "Or a class that the viewer leads." }) _classId: string | null | undefined,
    @Arg("pupilIds", () => [ID], { description: "The pupils." }) pupilIds: string[],
    @Ctx() context: RequestContext,
  ): Promise<Contact[]> {
    return loadGuardiansOfPupils(context.database, signedIn(context), pupilIds);
  }

  @FieldResolver(() => Int, { description: "How many there are over all pages." })
  async totalCount(@Root() page: CountedPage<Contact>): Promise<number> {
    return page.count();
  }
}
