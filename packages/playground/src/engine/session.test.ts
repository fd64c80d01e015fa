import { describe, expect, test } from 'vitest';
import type { Place } from './protocol.ts';
import { Session } from './session.ts';

const text = `pack example.vote {
  title "Voting"
  version "1.0.0"
  period from 2018-05-25
}

source act "An Act" { status statute }

fact adult: yesno {
  ask "Are they an adult?"
  say "they {are|are not} an adult"
}

ambiguity residence "Who lives there" {
  reading anyone "anybody lives there" default cite act s.2
  reading owners "only owners live there" cite act s.2
}

fact owner: yesno {
  ask "Do they own a house there?"
  say "they {own|do not own} a house there"
}

define mayVote {
  say "they {may|may not} vote"
  means adult and by reading residence { anyone: yes  owners: owner }
  cite act s.1 "an adult"
}

goal vote "May they vote?" { mayVote }

scenario "an adult" as of 2024-05-01 {
  given {
    adult: yes
    owner: no
  }
  expect { mayVote: yes }
  cite act s.1
}

scenario "a child" as of 2024-05-01 {
  given { adult: no }
  expect { mayVote: yes }
  cite act s.1
}
`;

const open = (of = text): Session => new Session({ entry: 'vote.policy', files: [['vote.policy', of]] });

describe('the texts', () => {
  test('what is offered of a pack without errors', () => {
    const { findings, offer } = open().check();
    expect(findings).toEqual([]);
    expect(offer).toMatchObject({
      title: 'Voting',
      version: '1.0.0',
      period: { first: '2018-05-25' },
      goals: [{ name: 'vote', title: 'May they vote?', ambiguities: [{ name: 'residence' }] }],
      scenarios: [{ name: 'an adult', place: { file: 'vote.policy' } }, { name: 'a child' }],
    });
  });

  test('a mistake is found at its place, and its repair mends it', () => {
    const session = open(text.replace('means adult', 'means adlut'));
    const { findings, offer } = session.check();
    expect(offer).toBeUndefined();
    const [first] = findings;
    expect(first).toMatchObject({ severity: 'error', file: 'vote.policy', line: 26 });
    const [edit] = first?.fixes[0]?.edits ?? [];
    expect(edit?.text).toBe('adult');
    session.write('vote.policy', text);
    expect(session.check().findings).toEqual([]);
  });

  test('a file in its layout; none where its mistakes leave no layout', () => {
    const session = open();
    session.write('vote.policy', text.replace('title "Voting"', '    title    "Voting"'));
    expect(session.format('vote.policy')).toBe(
      session.format('vote.policy')?.replace(/ {4}title/, '  title'),
    );
    expect(session.format('vote.policy')).toContain('\n  title "Voting"\n');
    session.write('vote.policy', 'define {');
    expect(session.format('vote.policy')).toBeUndefined();
  });
});

describe('names', () => {
  const at = (of: string): Place => ({ file: 'vote.policy', start: text.indexOf(of) });

  test('what stands at a place, and what would have to change', () => {
    const session = open();
    expect(session.names.tell(at('adult and'))).toEqual({
      told: {
        what: 'fact',
        name: 'adult',
        type: 'yesno',
        versions: 1,
        words: ['Are they an adult?'],
        cites: [],
      },
      start: text.indexOf('adult and'),
      end: text.indexOf(' and'),
      declared: [{ ...at('adult: yesno'), line: 9 }],
    });
    expect(session.names.tell(at('means'))).toBeNull();
    const renamed = session.names.rename(at('adult and'), 'ofAge');
    expect(renamed).toHaveProperty('edits');
    expect('edits' in renamed ? renamed.edits.map(({ text: to }) => to) : []).toEqual([
      'ofAge',
      'ofAge',
      'ofAge',
      'ofAge',
    ]);
  });

  test('a name that is taken is refused, with the reason', () => {
    expect(open().names.rename(at('adult and'), 'owner')).toMatchObject({
      problem: expect.stringContaining('owner'),
    });
    expect(open().names.rename(at('means'), 'x')).toEqual({ problem: 'no name stands there' });
  });
});

describe('a case', () => {
  const session = open();
  session.check();
  const of = { goal: 'vote', asOf: '2024-05-01', readings: {} };

  test('is explained', () => {
    const answer = session.assess({ ...of, facts: 'adult: yes\n' });
    expect(answer).toHaveProperty('html');
    expect(JSON.stringify(answer)).toContain('They may vote');
  });

  test('is read another way', () => {
    const answer = session.assess({
      ...of,
      readings: { residence: 'owners' },
      facts: '{ "adult": true, "owner": false }',
    });
    expect(JSON.stringify(answer)).toContain('They may not vote');
  });

  test('with facts that cannot be used says which, and where', () => {
    expect(session.assess({ ...of, facts: 'owner: no\nadlut: yes\n' })).toMatchObject({
      problems: [{ line: 2, path: 'adlut' }],
    });
    expect(session.assess({ ...of, readings: { residence: 'owner' }, facts: '' })).toMatchObject({
      problems: [{ path: 'readings.residence' }],
    });
    expect(session.assess({ ...of, facts: 'adult: &a yes\n' })).toMatchObject({ problems: [{ line: 1 }] });
    expect(session.assess({ ...of, asOf: '2001-01-01', facts: 'adult: yes' })).toEqual({
      problems: [{ message: expect.stringContaining('outside the period') }],
    });
  });

  test('can be begun from a file to fill in, and from a scenario', () => {
    expect(session.template('vote')).toContain('# Are they an adult?\nadult: null  # yes or no');
    expect(session.scenario('an adult')).toEqual({ ...of, facts: 'adult: true\nowner: false\n' });
    expect(session.scenario('nobody')).toBeUndefined();
  });

  test('has no answer where the text has errors', () => {
    const broken = open('define {');
    broken.check();
    expect(broken.assess({ ...of, facts: '' })).toBeUndefined();
    expect(broken.template('vote')).toBeUndefined();
    expect([...broken.scenarios()]).toEqual([]);
  });
});

test('scenarios tell what they expected and what came', () => {
  const session = open();
  session.check();
  expect([...session.scenarios()]).toEqual([
    { name: 'an adult', passed: true, says: [] },
    { name: 'a child', passed: false, says: ['mayVote: expected yes, got no'] },
  ]);
});
