/** The files of a new pack: small, whole, and passing its own scenarios. */

/** Files by path within the new folder. `id` is the pack's dotted name, `title` its heading. */
export function newPack(id: string, title: string, folder: string): ReadonlyMap<string, string> {
  return new Map([
    ['pack.policy', packText(id, title)],
    ['scenarios.policy', SCENARIOS],
    ['case.yaml', CASE],
    ['README.md', readme(title, folder)],
  ]);
}

function packText(id: string, title: string): string {
  return `/// A pack to begin with: when may goods be sent back, and when must the money be returned?
/// The source is made up; put yours in its place.
pack ${id} {
  title "${title}"
  version "0.1.0"
  period from 2020-01-01
}

import "scenarios.policy"

source terms "Terms of sale" { edition "a made-up example" status guidance }

bearer seller "the seller"

record Order "the order" {
  event deliveredOn { ask "When was it delivered?" say "the goods were delivered on {value}" }
  event returnedOn { ask "When were the goods sent back?" say "the goods were sent back on {value}" }
  event refundedOn { ask "When was the money returned?" say "the money was returned on {value}" }
  fact madeToMeasure: yesno {
    ask "Were the goods made to measure?"
    say "the goods {were|were not} made to measure"
  }
}

fact order: Order

define returnable {
  say "the goods {may|may not} be sent back"
  means order.returnedOn <= 14 days after order.deliveredOn
  except custom: order.madeToMeasure cite terms s.3 "made to your measure"
  cite terms s.2 "within fourteen days"
}

rule refund on seller {
  must "return the money"
  when returnable
  done by order.refundedOn, no later than 30 days after order.returnedOn
  cite terms s.4 "within thirty days"
}
`;
}

const SCENARIOS = `scenario "sent back in time, and paid late" as of 2026-03-01 {
  given {
    order.deliveredOn: 2026-01-05
    order.returnedOn: 2026-01-12
    order.refundedOn: notYet
    order.madeToMeasure: no
  }
  expect {
    returnable: yes
    refund: breached
  }
  cite terms s.4
}

scenario "made to measure" as of 2026-03-01 {
  given {
    order.deliveredOn: 2026-01-05
    order.returnedOn: 2026-01-12
    order.madeToMeasure: yes
  }
  expect {
    returnable: no
    refund: doesNotApply
  }
  cite terms s.3
}

scenario "when it was delivered is not known" as of 2026-03-01 {
  given {
    order.returnedOn: 2026-01-12
    order.madeToMeasure: no
  }
  expect {
    returnable: unknown
  }
  cite terms s.2
}
`;

const CASE = `# Facts of a case. What is left out, or null, is not known.
order:
  deliveredOn: 2026-01-05
  returnedOn: 2026-01-12
  refundedOn: notYet
  madeToMeasure: no
`;

function readme(title: string, folder: string): string {
  return `# ${title}

    proviso check ${folder}
    proviso test ${folder} --coverage
    proviso assess ${folder} --facts ${folder}/case.yaml --as-of 2026-03-01
`;
}
