/** `proviso keys new`: a pair of keys to sign with and to verify by. */
import { newKeyPair } from '@proviso/record/sign';
import type { Command } from 'commander';
import type { ExitCode } from '../exit.ts';
import { refuseExisting } from '../output/new-file.ts';
import type { Runner, Session } from '../session.ts';

const EXAMPLES = `
Writes NAME.private.pem, which only its owner can read and which signs, and NAME.public.pem, which verifies.
The private key has no passphrase: keep it where nobody else can read it. Give the public key to whoever is
to verify, by a way that they trust; as trusted-keys.pem in a folder of records it is required there.

Examples:
  $ proviso keys new legal
  $ proviso record my-pack --facts case.json --as-of 2026-01-15 --sign legal.private.pem --out case.record.json
  $ proviso replay case.record.json --pack my-pack --key legal.public.pem`;

/** Adds the command. */
export function registerKeys(program: Command, runner: Runner): void {
  program
    .command('keys')
    .summary('make keys for signing records and reviews')
    .description('Keys for signing records and reviews: Ed25519, as PEM.')
    .command('new')
    .summary('make a pair of keys')
    .description('Makes a private and a public key.')
    .argument('<name>', 'what the two files begin with')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string) => runner((session) => newKeys(session, name), undefined));
}

async function newKeys(session: Session, name: string): Promise<ExitCode> {
  const { host } = session;
  const files = { secret: `${name}.private.pem`, open: `${name}.public.pem` };
  for (const file of Object.values(files)) await refuseExisting(host, file, 'a key is');
  const { privatePem, publicPem, fingerprint } = newKeyPair();
  await host.writeFile(files.secret, privatePem, 'secret');
  await host.writeFile(files.open, publicPem);
  session.print(`wrote ${files.secret} and ${files.open}\n  fingerprint ${fingerprint}\n`);
  return 0;
}
