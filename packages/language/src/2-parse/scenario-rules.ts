import {
  Colon,
  Comma,
  DateToken,
  Dot,
  Identifier,
  LBrace,
  LBracket,
  Minus,
  NumberToken,
  RBrace,
  RBracket,
  StringLiteral,
  kw,
} from '../1-lex/tokens.ts';
import { ClauseParser } from './clause-rules.ts';
import type { Rule } from './primary-rules.ts';

/** The rules of scenarios. */
export class ScenarioParser extends ClauseParser {
  scenario: Rule = this.RULE('scenario', () => {
    this.CONSUME(kw.scenario);
    this.CONSUME(StringLiteral);
    this.OPTION({
      GATE: () => !this.at(2, kw.of),
      DEF: () => {
        this.CONSUME(kw.as);
        this.CONSUME2(StringLiteral);
        this.CONSUME(Comma);
        this.CONSUME(kw.but);
      },
    });
    this.OPTION2(() => {
      this.CONSUME2(kw.as);
      this.CONSUME(kw.of);
      this.CONSUME(DateToken);
    });
    this.CONSUME(LBrace);
    this.MANY(() => this.SUBRULE(this.scenarioClause));
    this.CONSUME(RBrace);
  });

  scenarioClause: Rule = this.RULE('scenarioClause', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(kw.given);
          this.CONSUME(LBrace);
          this.MANY(() => this.SUBRULE(this.given));
          this.CONSUME(RBrace);
        },
      },
      {
        ALT: () => {
          this.CONSUME(kw.expect);
          this.CONSUME2(LBrace);
          this.MANY2(() => this.SUBRULE(this.expect));
          this.CONSUME2(RBrace);
        },
      },
      {
        ALT: () => {
          this.CONSUME(kw.reading);
          this.CONSUME(Identifier);
          this.CONSUME(Colon);
          this.CONSUME2(Identifier);
        },
      },
      { ALT: () => (this.CONSUME(kw.cite), this.SUBRULE(this.citations)) },
      { ALT: () => (this.CONSUME(kw.covers), this.SUBRULE(this.covers)) },
    ]);
  });

  given: Rule = this.RULE('given', () => {
    this.OR({
      DEF: [
        {
          GATE: () => this.at(2, Identifier),
          ALT: () => (this.CONSUME(kw.forget), this.SUBRULE(this.indexedPath)),
        },
        {
          ALT: () => {
            this.SUBRULE2(this.indexedPath);
            this.CONSUME(Colon);
            this.SUBRULE(this.givenValue);
          },
        },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  givenValue: Rule = this.RULE('givenValue', () => {
    this.OR({
      DEF: [
        {
          GATE: () => this.at(2, kw.least),
          ALT: () => {
            this.CONSUME(kw.at);
            this.CONSUME(kw.least);
            this.OR2([
              {
                ALT: () => {
                  this.SUBRULE(this.members);
                  this.OPTION(() => {
                    this.CONSUME(kw.not);
                    this.SUBRULE2(this.members);
                  });
                },
              },
              { ALT: () => this.SUBRULE(this.elements) },
            ]);
          },
        },
        {
          // `parcel: { glass: yes }`: the lowering says how it is given.
          GATE: () => this.at(2, Identifier) && (this.at(3, Colon) || this.at(3, Dot)),
          ALT: () => this.SUBRULE(this.element),
        },
        { ALT: () => this.SUBRULE3(this.members) },
        { ALT: () => this.SUBRULE2(this.elements) },
        { ALT: () => this.SUBRULE(this.givenScalar) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  elements: Rule = this.RULE('elements', () => {
    this.CONSUME(LBracket);
    this.MANY_SEP({
      SEP: Comma,
      DEF: () =>
        this.OR([{ ALT: () => this.SUBRULE(this.element) }, { ALT: () => this.SUBRULE(this.givenScalar) }]),
    });
    this.CONSUME(RBracket);
  });

  /** `{ receivedOn: 2019-01-01 }`: one member of a list. */
  element: Rule = this.RULE('element', () => {
    this.CONSUME(LBrace);
    this.MANY(() => this.SUBRULE(this.given));
    this.CONSUME(RBrace);
  });

  givenScalar: Rule = this.RULE('givenScalar', () => {
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(kw.yes) },
        { ALT: () => this.CONSUME(kw.no) },
        { ALT: () => this.CONSUME(kw.notYet) },
        { ALT: () => this.CONSUME(DateToken) },
        {
          GATE: () => this.isDuration(),
          ALT: () => this.SUBRULE(this.duration),
        },
        {
          ALT: () => {
            this.OPTION(() => this.CONSUME(Minus));
            this.CONSUME(NumberToken);
          },
        },
        { ALT: () => this.CONSUME(StringLiteral) },
        { ALT: () => this.SUBRULE(this.path) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  expect: Rule = this.RULE('expect', () => {
    // A path; the lowering says that it is a name.
    this.SUBRULE(this.indexedPath);
    this.OPTION(() => {
      this.CONSUME(kw.for);
      this.SUBRULE2(this.indexedPath);
    });
    this.CONSUME(Colon);
    this.SUBRULE(this.givenScalar);
    this.OPTION2({
      GATE: () => this.notBeforeColon() && !this.at(2, kw.for),
      DEF: () => {
        this.CONSUME(kw.presumed);
        this.SUBRULE2(this.givenScalar);
      },
    });
    this.OPTION3({
      GATE: () => this.at(2, kw.on),
      DEF: () => {
        this.CONSUME(kw.depends);
        this.CONSUME(kw.on);
        this.AT_LEAST_ONE_SEP({ SEP: kw.and, DEF: () => this.CONSUME(Identifier) });
      },
    });
  });
}
