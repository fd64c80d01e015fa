import {
  Bar,
  Colon,
  Comma,
  DateToken,
  Greater,
  GreaterOrEqual,
  Identifier,
  LBrace,
  LParen,
  Less,
  LessOrEqual,
  Minus,
  NumberToken,
  Pinpoint,
  RBrace,
  RParen,
  StatementIdToken,
  StringLiteral,
  kw,
} from '../1-lex/tokens.ts';
import { ExpressionParser } from './expression-rules.ts';
import type { Rule } from './primary-rules.ts';

/** The rules of what declarations are made of: types, citations, law, limbs, exceptions, tables. */
export class ClauseParser extends ExpressionParser {
  type: Rule = this.RULE('type', () => {
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(kw.yesno) },
        { ALT: () => this.CONSUME(kw.date) },
        { ALT: () => this.CONSUME(kw.duration) },
        { ALT: () => this.CONSUME(kw.text) },
        { ALT: () => (this.CONSUME(kw.number), this.OPTION(() => this.SUBRULE(this.unit))) },
        {
          ALT: () => {
            this.CONSUME(kw.decimal);
            this.CONSUME(LParen);
            this.CONSUME(NumberToken);
            this.CONSUME(RParen);
            this.OPTION2(() => this.SUBRULE2(this.unit));
          },
        },
        { ALT: () => (this.CONSUME(kw.set), this.CONSUME(kw.of), this.CONSUME(Identifier)) },
        { ALT: () => (this.CONSUME(kw.list), this.CONSUME2(kw.of), this.CONSUME2(Identifier)) },
        { ALT: () => this.CONSUME3(Identifier) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  unit: Rule = this.RULE('unit', () => (this.CONSUME(kw.in), this.CONSUME(StringLiteral)));

  citations: Rule = this.RULE('citations', () => {
    this.SUBRULE(this.citation);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE2(this.citation);
    });
  });

  citation: Rule = this.RULE('citation', () => {
    this.CONSUME(Identifier);
    this.AT_LEAST_ONE(() => this.CONSUME(Pinpoint));
    this.OPTION(() => this.CONSUME(StringLiteral));
  });

  covers: Rule = this.RULE('covers', () => {
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.CONSUME(StatementIdToken) });
  });

  /** Whether a clause of law begins `distance` tokens ahead. */
  protected isLaw(distance: number): boolean {
    const type = this.LA(distance).tokenType;
    if (type === kw.governed || type === kw.succeeded) return this.at(distance + 1, kw.by);
    return (type === kw.from || type === kw.ceasing) && this.at(distance + 1, DateToken);
  }

  law: Rule = this.RULE('law', () => {
    this.SUBRULE(this.lawClause);
    this.MANY({
      GATE: () => this.isLaw(1) || (this.at(1, Comma) && this.isLaw(2)),
      DEF: () => {
        this.OPTION(() => this.CONSUME(Comma));
        this.SUBRULE2(this.lawClause);
      },
    });
  });

  lawClause: Rule = this.RULE('lawClause', () => {
    this.OR([
      { ALT: () => (this.CONSUME(kw.governed), this.CONSUME(kw.by), this.SUBRULE(this.expression)) },
      {
        ALT: () => {
          this.CONSUME(kw.from);
          this.CONSUME(DateToken);
          this.OPTION(() => {
            this.CONSUME(kw.ceasing);
            this.CONSUME2(DateToken);
          });
        },
      },
      { ALT: () => (this.CONSUME2(kw.ceasing), this.CONSUME3(DateToken)) },
      {
        ALT: () => {
          this.CONSUME(kw.succeeded);
          this.CONSUME2(kw.by);
          this.AT_LEAST_ONE_SEP({ SEP: kw.and, DEF: () => this.CONSUME(Identifier) });
        },
      },
    ]);
  });

  param: Rule = this.RULE('param', () => {
    this.CONSUME(kw.for);
    this.OPTION({
      // `for every p: Parcel`; the lowering says what a parameter is.
      GATE: () => this.at(2, Identifier) && !this.at(2, kw.in) && !this.at(2, kw.of),
      DEF: () => this.OR([{ ALT: () => this.CONSUME(kw.every) }, { ALT: () => this.CONSUME(kw.all) }]),
    });
    this.CONSUME(Identifier);
    this.OPTION2(() => {
      this.OR2([
        { ALT: () => this.CONSUME(Colon) },
        { ALT: () => this.CONSUME(kw.in) },
        { ALT: () => this.CONSUME(kw.of) },
      ]);
      this.SUBRULE(this.path);
    });
  });

  /** Whether a label begins, with its colon; a certainty may have slipped in between. */
  private isLabel(): boolean {
    if (this.at(2, Colon)) return true;
    const words = this.at(3, kw.difficult) ? 3 : this.at(3, kw.very) || this.at(3, kw.highly) ? 2 : 1;
    return this.at(2, Comma) && this.at(3 + words, Colon);
  }

  limb: Rule = this.RULE('limb', () => {
    this.OPTION({
      GATE: () => this.isLabel(),
      DEF: () => {
        this.CONSUME(Identifier);
        this.OPTION5(() => {
          this.CONSUME2(Comma);
          this.SUBRULE2(this.certainty);
        });
        this.CONSUME(Colon);
      },
    });
    this.SUBRULE(this.expression);
    this.OPTION2(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.certainty);
    });
    this.OPTION3(() => {
      this.CONSUME(kw.cite);
      this.SUBRULE(this.citations);
    });
    this.OPTION4(() => this.SUBRULE(this.limbBlock));
  });

  limbBlock: Rule = this.RULE('limbBlock', () => {
    this.CONSUME(LBrace);
    // Empty braces would hide whose citation the next one is.
    this.AT_LEAST_ONE(() => this.SUBRULE(this.limbClause));
    this.CONSUME(RBrace);
  });

  limbClause: Rule = this.RULE('limbClause', () => {
    this.OR([
      { ALT: () => (this.CONSUME(kw.say), this.CONSUME(StringLiteral)) },
      { ALT: () => (this.CONSUME(kw.cite), this.SUBRULE(this.citations)) },
      { ALT: () => (this.CONSUME(kw.covers), this.SUBRULE(this.covers)) },
      { ALT: () => this.SUBRULE(this.exception) },
    ]);
  });

  certainty: Rule = this.RULE('certainty', () => {
    this.OR([
      {
        ALT: () => {
          this.OPTION(() =>
            this.OR2([{ ALT: () => this.CONSUME(kw.very) }, { ALT: () => this.CONSUME(kw.highly) }]),
          );
          this.OR3([{ ALT: () => this.CONSUME(kw.likely) }, { ALT: () => this.CONSUME(kw.unlikely) }]);
        },
      },
      { ALT: () => (this.CONSUME(kw.difficult), this.CONSUME(kw.to), this.CONSUME(kw.see)) },
      { ALT: () => this.CONSUME(StringLiteral) },
    ]);
  });

  exception: Rule = this.RULE('exception', () => {
    this.CONSUME(kw.except);
    this.OR([
      {
        GATE: () => this.notBeforeColon(),
        ALT: () => {
          this.CONSUME(kw.otherwise);
          this.OPTION(() => this.CONSUME(StringLiteral));
        },
        IGNORE_AMBIGUITIES: true,
      },
      { ALT: () => this.SUBRULE(this.limb) },
    ]);
  });

  table: Rule = this.RULE('table', () => {
    this.CONSUME(kw.table);
    this.AT_LEAST_ONE_SEP({ SEP: Bar, DEF: () => this.SUBRULE(this.expression) });
    this.CONSUME(LBrace);
    this.MANY(() => this.SUBRULE(this.row));
    this.CONSUME(RBrace);
  });

  row: Rule = this.RULE('row', () => {
    this.AT_LEAST_ONE_SEP({ SEP: Bar, DEF: () => this.SUBRULE(this.cell) });
    this.CONSUME(Colon);
    this.SUBRULE(this.expression);
    this.OPTION(() => {
      this.CONSUME(kw.cite);
      this.SUBRULE(this.citations);
    });
  });

  cell: Rule = this.RULE('cell', () => {
    this.OR({
      DEF: [
        { GATE: () => !this.at(2, NumberToken), ALT: () => this.CONSUME(Minus) },
        { ALT: () => this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.cellValue) }) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  cellValue: Rule = this.RULE('cellValue', () => {
    this.OPTION(() =>
      this.OR([
        { ALT: () => this.CONSUME(Less) },
        { ALT: () => this.CONSUME(LessOrEqual) },
        { ALT: () => this.CONSUME(Greater) },
        { ALT: () => this.CONSUME(GreaterOrEqual) },
      ]),
    );
    this.SUBRULE(this.primary);
  });

  fact: Rule = this.RULE('fact', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(kw.fact);
          this.CONSUME(Identifier);
          this.CONSUME(Colon);
          this.SUBRULE(this.type);
        },
      },
      { ALT: () => (this.CONSUME(kw.event), this.CONSUME2(Identifier)) },
      {
        ALT: () => {
          this.CONSUME(kw.judgement);
          this.CONSUME3(Identifier);
          this.OPTION(() => {
            this.CONSUME2(Colon);
            this.SUBRULE2(this.type);
          });
        },
      },
    ]);
    this.OPTION2(() => {
      this.CONSUME(kw.only);
      this.CONSUME(kw.if);
      this.SUBRULE(this.expression);
    });
    this.OPTION3(() => {
      this.CONSUME(LBrace);
      this.MANY(() => this.SUBRULE(this.factClause));
      this.CONSUME(RBrace);
    });
  });

  factClause: Rule = this.RULE('factClause', () => {
    this.OR([
      { ALT: () => (this.CONSUME(kw.ask), this.CONSUME(StringLiteral)) },
      { ALT: () => (this.CONSUME(kw.say), this.CONSUME2(StringLiteral)) },
      { ALT: () => (this.CONSUME(kw.help), this.CONSUME3(StringLiteral)) },
      { ALT: () => this.CONSUME(kw.fixed) },
      { ALT: () => (this.CONSUME(kw.effort), this.CONSUME(NumberToken)) },
      {
        ALT: () => {
          this.CONSUME(kw.consider);
          this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.path) });
        },
      },
      {
        ALT: () => {
          this.CONSUME(kw.assume);
          this.SUBRULE(this.primary);
          this.CONSUME(kw.if);
          this.CONSUME(kw.not);
          this.CONSUME(kw.known);
        },
      },
      { ALT: () => (this.CONSUME(kw.cite), this.SUBRULE(this.citations)) },
    ]);
  });
}
