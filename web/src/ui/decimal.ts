/** A number as people write it in Russian: two digits after the comma at most. */
export function decimal(value: number): string {
  return String(Math.round(value * 100) / 100).replace(".", ",");
}
