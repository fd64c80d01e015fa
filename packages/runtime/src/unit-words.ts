/** The unit of a phrasebook as it is told: of `{day|days}` "days" or, of exactly one, "day"; any other as it is. */
export function unitWords(unit: string, one: boolean): string {
  return unit.replace(/\{([^{}|]*)\|([^{}|]*)\}/, one ? '$1' : '$2');
}
