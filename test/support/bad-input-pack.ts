/** A small pack with a construct of every kind, and its compiled form, for tests with bad input. */
import { type CompiledPack, compilePack } from '@proviso/compiler';

/** The texts of the pack; every sentence of prose is unlike the others, so that a test can find and replace it. */
export const badInputPack = `/// Prose: doc of the pack.
pack sample.one {
  title   "Prose: title of the pack"
  version "0.1.0"
  period  from 2020-01-01 ceasing 2031-01-01
  licence "Prose: licence"
}

source act "Prose: title of the source" { edition "Prose: edition" status statute url "https://example.org/prose" }
bearer firm "Prose: bearer"

/// Prose: doc of an enum.
enum Channel {
  /// Prose: doc of a member.
  post,
  email,
}

/// Prose: doc of a record.
record Letter "Prose: the letter" {
  event receivedOn { ask "Prose: received?" say "Prose: received {value}" }
  event answeredOn { ask "Prose: answered?" say "Prose: answered {value}" }
}

/// Prose: doc of a fact.
fact channel: Channel { ask "Prose: which channel?" say "Prose: channel {value}" help "Prose: help" }
fact consents: set of Channel { ask "Prose: which consents?" say "Prose: consents {include|do not include} {value}" }
fact city: text { ask "Prose: which city?" say "Prose: city {value}" }
fact copies: number { ask "Prose: how many?" say "Prose: copies {value}" }
fact wait: duration { ask "Prose: how long?" say "Prose: wait {value}" }
fact known: yesno { ask "Prose: known?" say "Prose: it {is|is not} known" }
fact letters: list of Letter { ask "Prose: which letters?" say "Prose: letters {value}" }
judgement fair { ask "Prose: fair?" say "Prose: it {is|is not} fair" }

ambiguity term "Prose: title of the ambiguity" {
  reading short "Prose: the short reading" default
  reading long "Prose: the long reading"
  cite act s.9 "prose of an anchor"
}

/// Prose: doc of a definition.
define reachable {
  say "Prose: it {is|is not} reachable"
  means (consents includes post and city is "Prose: a text of the law") or (fair and copies > 3)
    or by reading term { short: no long: known }, "Prose: certainty"
  except gone: known cite act s.2 "prose of the exception" { say "Prose: words of an exception" }
  cite act s.1 "prose of a limb"
}

define dueDate for l: Letter: date {
  say "Prose: due {value}"
  means wait after l.receivedOn
  cite act s.3
}

rule answer for l: Letter on firm {
  must "Prose: answer the letter"
  when channel is post
  done by l.answeredOn, no later than 14 days after l.receivedOn
  cite act s.4 "prose of a rule"
}

constraint order {
  never copies > 1000
  because "Prose: because"
}

goal reachable "Prose: title of a goal"
goal everything "Prose: title of a goal on everything" { reachable, dueDate, answer }
goal answer "Prose: title of a goal without readings"
`;

/** The pack compiled; throws with what is wrong where it has errors. */
export function compileBadInputPack(text: string = badInputPack): CompiledPack {
  const { value, diagnostics } = compilePack(new Map([['pack.policy', text]]), 'pack.policy');
  if (value === undefined)
    throw new Error(
      diagnostics
        .map((d) => `${d.code}: ${d.message} at ${text.slice(d.span.start, d.span.start + 30)}`)
        .join('\n'),
    );
  return value;
}
