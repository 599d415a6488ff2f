import { isEnumType, isInputObjectType, isObjectType, isScalarType, type GraphQLNamedType } from "graphql";
import { buildContract } from "../../src/server/build-schema";

describe("the contract", () => {
  const types = Object.values(buildContract().getTypeMap()).filter(({ name }) => !name.startsWith("__"));

  it("says what every type, field and argument means", () => {
    expect(types.flatMap(undescribed)).toEqual([]);
  });

  it("asks for every connection by `first` and `after`", () => {
    const unpaged = types.filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => field.type.toString().endsWith("Connection!"))
        .filter(({ args }) => !["first", "after"].every((name) => args.some((argument) => argument.name === name)))
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(unpaged).toEqual([]);
  });

  it("has closed sets as enums, in capital letters", () => {
    const values = types.filter(isEnumType).flatMap((type) => type.getValues().map(({ name }) => name));
    expect(values.filter((name) => !/^[A-Z][A-Z_]*$/.test(name))).toEqual([]);
  });
});

function undescribed(type: GraphQLNamedType): string[] {
  if (isScalarType(type) && ["ID", "String", "Int", "Float", "Boolean"].includes(type.name)) return [];
  const bare = type.description || ["Query", "Mutation", "Subscription"].includes(type.name) ? [] : [type.name];
  if (!isObjectType(type) && !isInputObjectType(type)) return bare;
  for (const field of Object.values(type.getFields())) {
    if (!field.description) bare.push(`${type.name}.${field.name}`);
    if ("args" in field)
      for (const argument of field.args) if (!argument.description) bare.push(`${type.name}.${field.name}(${argument.name})`);
  }
  return bare;
}
