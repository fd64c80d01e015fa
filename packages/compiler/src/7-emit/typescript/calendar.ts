/** Dates in names and comments of emitted code. (The compiler does not import the runtime.) */

/** The ISO form of a finite day number. */
export function formatDay(day: number): string {
  // Counted from 0000-03-01, so that the leap day ends a year of the count.
  const since = day + 719_468;
  const era = Math.floor(since / 146_097);
  const dayOfEra = since - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const civilMonth = month < 10 ? month + 3 : month - 9;
  const year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0);
  return [
    String(year).padStart(4, '0'),
    String(civilMonth).padStart(2, '0'),
    String(date).padStart(2, '0'),
  ].join('-');
}

/** A day number in code that has no name for it, with the date that it stands for. */
export function dayText(day: number): string {
  return `${day} /* ${formatDay(day)} */`;
}
