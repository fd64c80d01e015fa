/** `proviso review`: what reviewers say of the definitions and rules of a pack, and how far it is reviewed. */
import { reviewCounts, type ReviewEntry } from '@proviso/record';
import type { Command } from 'commander';
import { collect, readAsOf } from '../dates.ts';
import { type ExitCode, UsageError } from '../exit.ts';
import { jsonDocument } from '../output/json.ts';
import { statementTitle } from '../output/statement-title.ts';
import { usePack } from '../pack/compile-pack.ts';
import { trustedKeys } from '../record/keys.ts';
import { addReviews } from '../review/add-reviews.ts';
import { readReviews, reviewsFolder, statesOf } from '../review/reviews-of.ts';
import { reviewText } from '../review/review-text.ts';
import type { Runner, Session } from '../session.ts';
import { formatOption } from './options.ts';

interface ReviewFlags {
  readonly list?: true;
  readonly approve?: readonly string[];
  readonly changes?: readonly string[];
  readonly about?: readonly string[];
  readonly comment?: string;
  readonly by?: string;
  readonly on?: string;
  readonly sign?: string;
  readonly key?: readonly string[];
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
A statement is a definition or rule, or the number of a statement of the source (which stands for all that
covers it). What is said of it is kept in reviews/ in the pack's folder, in a file for each reviewer that is
only ever added to. It is about the statement as it is now, with all that it refers to: when any of that is
edited, the statement is open again.

With --key, or with a file trusted-keys.pem in reviews/, a review that is not signed is refused.

Examples:
  $ proviso review my-pack
  $ proviso review my-pack --list
  $ proviso review my-pack --approve refund --by "NAME" --sign reviewer.private.pem
  $ proviso review my-pack --changes refund --comment "Clause 4(2) has two limbs" --by "NAME"
  $ proviso review my-pack --about refund --comment "See also clause 9" --by "NAME"`;

/** Adds the command. */
export function registerReview(program: Command, runner: Runner): void {
  program
    .command('review')
    .summary('record what a reviewer says of a rule, and show how far a pack is reviewed')
    .description(
      'Records what a reviewer says of definitions and rules, and shows how far a pack is reviewed.',
    )
    .argument('<pack>', 'a folder with a pack.policy, or a .policy file')
    .option('--list', 'show every definition and rule with its state and what was said of it')
    .option('--approve <statement...>', 'it says what the source says; may be repeated', collect)
    .option('--changes <statement...>', 'it is to be changed; needs --comment', collect)
    .option('--about <statement...>', 'what a comment that decides nothing is about', collect)
    .option('--comment <text>', 'what to say of it')
    .option('--by <name>', 'the reviewer')
    .option('--on <date>', 'the day of the review; today unless told', readAsOf)
    .option('--sign <file>', 'sign with this private key')
    .option('--key <file...>', 'a public key that reviews must be signed with; may be repeated', collect)
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', EXAMPLES)
    .action(async (pack: string, flags: ReviewFlags) =>
      runner((session) => review(session, pack, flags), flags.format),
    );
}

async function review(session: Session, path: string, flags: ReviewFlags): Promise<ExitCode> {
  const { host } = session;
  const asked = askedOf(flags);
  const pack = await usePack(session, path);
  const folder = await reviewsFolder(host, path);
  const keys = await trustedKeys(host, flags.key, folder);
  if (asked !== undefined) {
    const { by = '', on = host.today(), comment, sign } = flags;
    const said = { ...asked, by, on, ...(comment === undefined ? {} : { comment }) };
    const added = await addReviews(session, pack, folder, keys, said, sign);
    session.tell(`${added.map(({ name, decision }) => `recorded: ${name}: ${decision}`).join('\n')}\n`);
  }
  const statements = statesOf(pack, await readReviews(host, folder, keys)).map((one) => ({
    ...one,
    title: statementTitle(one.name, pack),
  }));
  const { id, version } = pack.plan.pack;
  session.print(
    flags.format === 'json'
      ? jsonDocument('review', { pack: { id, version }, counts: reviewCounts(statements), statements })
      : reviewText(
          { id, version, statements, all: flags.list === true, isVerified: keys !== undefined },
          session.style,
        ),
  );
  return 0;
}

/** The decision asked for and what it is about; undefined where the state is only to be shown. */
function askedOf(
  flags: ReviewFlags,
): { readonly decision: ReviewEntry['decision']; readonly statements: readonly string[] } | undefined {
  const { approve, changes, about, comment, by, sign } = flags;
  const given = (
    [
      ['approved', approve],
      ['changesWanted', changes],
      ['comment', about],
    ] as const
  ).flatMap(([decision, statements]) => (statements === undefined ? [] : [{ decision, statements }]));
  const [asked, ...more] = given;
  if (more.length > 0) throw new UsageError('give one of --approve, --changes and --about at a time');
  if (asked === undefined) {
    if (comment !== undefined || sign !== undefined || by !== undefined)
      throw new UsageError('nothing is said of what', {
        help: 'name statements with --approve, --changes, or --about for a comment alone',
      });
    return undefined;
  }
  if (by === undefined || by.trim() === '')
    throw new UsageError('a review is by somebody', { help: 'add --by "NAME"' });
  if (asked.decision !== 'approved' && (comment === undefined || comment.trim() === ''))
    throw new UsageError('what is to be said of it?', { help: 'add --comment "…"' });
  return asked;
}
