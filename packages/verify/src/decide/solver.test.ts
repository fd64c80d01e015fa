import { afterAll, expect, test } from 'vitest';
import { z3Solver } from './solver.ts';

const code = (text: string): URL => new URL(`data:text/javascript,${encodeURIComponent(text)}`);
const start = `import { parentPort } from 'node:worker_threads'; parentPort.postMessage('ready');`;

const z3 = z3Solver();
afterAll(() => z3.close());

test('texts are evaluated apart from each other', async () => {
  expect(await z3.run('(declare-const a Bool)(assert a)(check-sat)')).toBe('sat\n');
  expect(await z3.run('(check-sat)(assert a)')).toMatch(/^sat\n\(error ".*unknown constant a"\)/);
});

test('a worker that fails is replaced, and a text that fails twice is given up', async () => {
  const solver = z3Solver(
    code(`${start} parentPort.on('message', (text) => {
      if (text === 'fail') throw new Error('no memory');
      if (text === 'full') parentPort.postMessage('(error "out of memory")');
      else parentPort.postMessage('ran ' + text);
    });`),
  );
  expect(await solver.run('one')).toBe('ran one');
  expect(await solver.run('fail')).toBeUndefined();
  expect(await solver.run('full')).toBeUndefined();
  expect(await solver.run('two')).toBe('ran two');
  await solver.close();
});

test('a worker that does not start is an error', async () => {
  const solver = z3Solver(code(`throw new Error('broken')`));
  await expect(solver.run('one')).rejects.toThrow('did not start');
  await solver.close();
});

test('a solver that is closed gives up what it runs', async () => {
  const solver = z3Solver(code(`${start} parentPort.on('message', () => {});`));
  const running = solver.run('one');
  const [given] = await Promise.allSettled([running, solver.close()]);
  expect(given).toMatchObject({
    status: 'rejected',
    reason: { message: 'the solver was closed before it answered' },
  });
  await expect(solver.run('two')).rejects.toThrow('closed');
});
