import {
  Bar,
  Colon,
  Comma,
  ForeignIsNot,
  ForeignIs,
  Greater,
  GreaterOrEqual,
  Identifier,
  LBrace,
  LBracket,
  LParen,
  Less,
  LessOrEqual,
  Minus,
  NumberToken,
  Plus,
  RBrace,
  RBracket,
  RParen,
  Star,
  kw,
} from '../1-lex/tokens.ts';
import { PrimaryParser, type Rule } from './primary-rules.ts';

/**
 * The rules of expressions. Lookahead is one token; where a keyword may also be a name, a gate looks further. Laxer
 * than the grammar in places (`and` beside `or`, `not` before a comparison): the lowering reports those better.
 */
export class ExpressionParser extends PrimaryParser {
  /** `in { … }` and `not in { … }`, of other languages; otherwise a word that begins something new. */
  private isForeignIn(): boolean {
    const at = this.at(1, kw.not) ? 2 : 1;
    return this.at(at, kw.in) && [LBrace, LBracket, LParen].some((type) => this.at(at + 1, type));
  }

  private comparesOn(): boolean {
    if (this.startsClause(this.LA(1))) return false;
    return this.at(1, kw.not) || this.at(1, kw.in) ? this.isForeignIn() : this.notBeforeColon();
  }

  private isBinary(): boolean {
    return !this.startsClause(this.LA(1)) && !this.at(2, Bar) && !this.at(2, Colon);
  }

  expression: Rule = this.RULE('expression', () => {
    this.SUBRULE(this.conjunction);
  });

  conjunction: Rule = this.RULE('conjunction', () => {
    this.SUBRULE(this.unary);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(kw.and) }, { ALT: () => this.CONSUME(kw.or) }]);
      this.SUBRULE2(this.unary);
    });
  });

  unary: Rule = this.RULE('unary', () => {
    this.MANY(() => this.CONSUME(kw.not));
    this.SUBRULE(this.comparison);
  });

  comparison: Rule = this.RULE('comparison', () => {
    this.SUBRULE(this.sum);
    this.MANY({
      GATE: () => this.comparesOn(),
      DEF: () =>
        this.OR([
          { ALT: () => (this.CONSUME(Less), this.SUBRULE2(this.sum)) },
          { ALT: () => (this.CONSUME(LessOrEqual), this.SUBRULE3(this.sum)) },
          { ALT: () => (this.CONSUME(Greater), this.SUBRULE4(this.sum)) },
          { ALT: () => (this.CONSUME(GreaterOrEqual), this.SUBRULE5(this.sum)) },
          { ALT: () => (this.CONSUME(ForeignIsNot), this.SUBRULE6(this.sum)) },
          { ALT: () => (this.CONSUME(ForeignIs), this.SUBRULE7(this.sum)) },
          { ALT: () => (this.CONSUME(kw.is), this.SUBRULE(this.isTail)) },
          { ALT: () => (this.CONSUME(kw.includes), this.SUBRULE(this.primary)) },
          {
            ALT: () => {
              this.OPTION(() => this.CONSUME(kw.not));
              this.CONSUME(kw.in);
              this.OR2([
                {
                  ALT: () => {
                    this.CONSUME(LBrace);
                    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE2(this.primary) });
                    this.CONSUME(RBrace);
                  },
                },
                {
                  ALT: () => {
                    this.CONSUME(LBracket);
                    this.AT_LEAST_ONE_SEP2({ SEP: Comma, DEF: () => this.SUBRULE3(this.primary) });
                    this.CONSUME(RBracket);
                  },
                },
                {
                  ALT: () => {
                    this.CONSUME(LParen);
                    this.AT_LEAST_ONE_SEP3({ SEP: Comma, DEF: () => this.SUBRULE4(this.primary) });
                    this.CONSUME(RParen);
                  },
                },
              ]);
            },
          },
        ]),
    });
  });

  isTail: Rule = this.RULE('isTail', () => {
    this.OR([
      {
        // A name behind it is what is missing its braces.
        GATE: () => this.at(2, LBrace) || this.LA(2).tokenType === Identifier,
        ALT: () => (this.CONSUME(kw.exactly), this.SUBRULE(this.members)),
        IGNORE_AMBIGUITIES: true,
      },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(kw.not));
          this.OR2([
            {
              GATE: () => this.at(2, kw.of),
              ALT: () => {
                this.CONSUME(kw.one);
                this.CONSUME(kw.of);
                this.CONSUME(LBrace);
                this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.primary) });
                this.CONSUME(RBrace);
              },
              IGNORE_AMBIGUITIES: true,
            },
            { ALT: () => this.CONSUME(kw.empty), IGNORE_AMBIGUITIES: true },
            { ALT: () => this.SUBRULE(this.sum) },
          ]);
        },
      },
    ]);
  });

  sum: Rule = this.RULE('sum', () => {
    this.SUBRULE(this.term);
    this.MANY({
      GATE: () => this.isBinary(),
      DEF: () => {
        this.OR([{ ALT: () => this.CONSUME(Plus) }, { ALT: () => this.CONSUME(Minus) }]);
        this.SUBRULE2(this.term);
      },
    });
  });

  term: Rule = this.RULE('term', () => {
    this.OPTION({
      GATE: () => this.at(2, Star),
      DEF: () => {
        this.CONSUME(NumberToken);
        this.CONSUME(Star);
      },
    });
    this.SUBRULE(this.shift);
  });

  shift: Rule = this.RULE('shift', () => {
    this.SUBRULE(this.primary);
    this.OPTION({
      GATE: () => this.notBeforeColon(),
      DEF: () => {
        this.OR([{ ALT: () => this.CONSUME(kw.after) }, { ALT: () => this.CONSUME(kw.before) }]);
        this.SUBRULE(this.sum);
      },
    });
  });
}
