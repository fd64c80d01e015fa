import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { z3Solver } from './solver.ts';

const folder = mkdtempSync(join(tmpdir(), 'proviso-solver-'));
let written = 0;

/** A file that a process of a solver runs instead of z3. */
function code(text: string): URL {
  const file = join(folder, `${(written += 1)}.mjs`);
  writeFileSync(file, text);
  return pathToFileURL(file);
}

const z3 = z3Solver();
afterAll(async () => {
  await z3.close();
  rmSync(folder, { recursive: true });
});

test('texts are evaluated apart from each other', async () => {
  expect(await z3.run('(declare-const a Bool)(assert a)(check-sat)')).toBe('sat\n');
  expect(await z3.run('(check-sat)(assert a)')).toMatch(/^sat\n\(error ".*unknown constant a"\)/);
});

test('a process that fails is replaced, and a text that fails twice is given up', async () => {
  const solver = z3Solver(
    code(`process.on('message', (text) => {
      if (text === 'fail') throw new Error('no memory');
      if (text === 'crash') process.kill(process.pid, 'SIGKILL');
      if (text === 'full') process.send('(error "out of memory")');
      else process.send('ran ' + text);
    });
    process.send('ready');`),
  );
  expect(await solver.run('one')).toBe('ran one');
  expect(await solver.run('fail')).toBeUndefined();
  expect(await solver.run('crash')).toBeUndefined();
  expect(await solver.run('full')).toBeUndefined();
  expect(await solver.run('two')).toBe('ran two');
  await solver.close();
});

test('a text that fails once is given to the process that comes after', async () => {
  const mark = join(folder, 'failed once');
  const solver = z3Solver(
    code(`import { existsSync, writeFileSync } from 'node:fs';
    const mark = ${JSON.stringify(mark)};
    process.on('message', (text) => {
      if (existsSync(mark)) return process.send('ran ' + text);
      writeFileSync(mark, '');
      process.kill(process.pid, 'SIGKILL');
    });
    process.send('ready');`),
  );
  expect(await solver.run('one')).toBe('ran one');
  await solver.close();
});

test('a process that does not start is an error, with what it said', async () => {
  const solver = z3Solver(code(`throw new Error('broken')`));
  await expect(solver.run('one')).rejects.toMatchObject({
    message: expect.stringContaining('did not start'),
    cause: { message: expect.stringContaining('Error: broken') },
  });
  await solver.close();
});

test('a solver that is closed gives up what it runs', async () => {
  const solver = z3Solver(code(`process.on('message', () => {}); process.send('ready');`));
  const running = solver.run('one');
  const [given] = await Promise.allSettled([running, solver.close()]);
  expect(given).toMatchObject({
    status: 'rejected',
    reason: { message: 'the solver was closed before it answered' },
  });
  await expect(solver.run('two')).rejects.toThrow('closed');
});
