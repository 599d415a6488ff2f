import fc from "fast-check";
import { fitsVersion } from "./cell-version";

describe("the version that a change names", () => {
  it("is the cell's own, or 0 for a cell that was seen empty and is", () => {
    expect(fitsVersion(0, null)).toBe(true);
    expect(fitsVersion(0, { version: 4, isEmpty: true })).toBe(true);
    expect(fitsVersion(4, { version: 4, isEmpty: true })).toBe(true);
    expect(fitsVersion(0, { version: 1, isEmpty: false })).toBe(false);
    expect(fitsVersion(1, null)).toBe(false);
  });

  it("never fits twice: after a change the same version is old", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.boolean(), (seen, version, isEmpty) => {
        const fitted = fitsVersion(seen, { version, isEmpty });
        expect(fitted && fitsVersion(seen, { version: version + 1, isEmpty: false })).toBe(false);
      }),
    );
  });
});
