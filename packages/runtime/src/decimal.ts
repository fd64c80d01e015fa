/** The largest number a fact may be, in its own units: 10¹² of 10⁻ⁿ. Sums and multiples then stay exact integers. */
export const maxUnits = 1e12;

/**
 * A JSON number as an integer of `10^-places` units. `undefined` where it has more decimals; the caller checks the size
 * first. Exact: both divisions round to the nearest double, and so does reading `12.34`.
 */
export function unitsOf(value: number, places: number): number | undefined {
  const scale = 10 ** places;
  const units = Math.round(value * scale);
  return units / scale === value ? units + 0 : undefined;
}

/** The JSON number of an integer of `10^-places` units. */
export function numberOf(units: number, places: number): number {
  return units / 10 ** places;
}
