/** How far a proof looked, in words. */
import { dateWords, wrap } from '@proviso/explain';
import { type Day, formatDay } from '@proviso/runtime';
import type { Bounds } from '@proviso/verify';
import type { Session } from '../session.ts';

/** A sentence that every result is read with. `over`: the dates and the readings. */
function boundsText(
  { listLength, dates, durations }: Bounds,
  over = "on every date of the pack's period and with every reading",
): string {
  const day = (n: number): string => dateWords(formatDay(n as Day));
  const lists = listLength === 1 ? 'one element' : `${listLength} elements`;
  return (
    `Looked at: every complete case that the constraints allow, ${over}; ` +
    `lists of up to ${lists}, dates of facts from ${day(dates.min)} to ${day(dates.max)}, ` +
    `durations of up to ${durations.months} months and ${durations.days} days.`
  );
}

/** The sentence as a paragraph, set back behind what it is about. */
export function boundsParagraph(
  bounds: Bounds,
  { width, style }: Pick<Session, 'width' | 'style'>,
  over?: string,
): string {
  return wrap(boundsText(bounds, over), '', '', width)
    .map((line) => `${style('quiet', line)}\n`)
    .join('');
}

/** The same for a machine. */
export function boundsJson({ listLength, dates, durations }: Bounds): object {
  return {
    listLength,
    dates: { from: formatDay(dates.min as Day), to: formatDay(dates.max as Day) },
    durations,
  };
}
