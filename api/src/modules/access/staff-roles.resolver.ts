import type DataLoader from "dataloader";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { listLoader } from "../../kernel/batch-loader";
import type { RequestContext } from "../../kernel/request-context";
import { Staff } from "../people/staff.entity";
import { StaffRole } from "./staff-role.entity";
import { HeldRoleCard } from "./viewer.entity";

@Resolver(() => Staff)
export class StaffRolesResolver {
  @FieldResolver(() => [HeldRoleCard], {
    description: "Roles in force today, for the office [2.1]; being in charge of a class is told by `SchoolClass.classTeacher`.",
  })
  async roles(@Root() staff: Staff, @Ctx() context: RequestContext): Promise<HeldRoleCard[]> {
    return context.loader(makeRolesOfStaffLoader).load(staff.id);
  }
}

function makeRolesOfStaffLoader(context: RequestContext): DataLoader<string, StaffRole[]> {
  return listLoader(
    context,
    (held) => held.staffId,
    (manager, { schoolId, today }, staffIds) =>
      manager
        .createQueryBuilder(StaffRole, "held")
        .where("held.schoolId = :schoolId AND held.staffId = ANY(:staffIds)", { schoolId, staffIds })
        .andWhere("held.validFrom <= :today AND (held.validTo IS NULL OR held.validTo >= :today)", { today })
        .orderBy("held.role")
        .getMany(),
  );
}
