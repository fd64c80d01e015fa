import {
  CstParser,
  EOF,
  createTokenInstance,
  tokenMatcher,
  type CstNode,
  type IToken,
  type ParserMethod,
  type TokenType,
} from 'chevrotain';
import { closing, opening } from '../1-lex/brackets.ts';
import { endOf } from '../1-lex/lex.ts';
import { clauseStart } from '../1-lex/structure.ts';
import {
  Colon,
  Comma,
  DateToken,
  Dot,
  Identifier,
  LBrace,
  LBracket,
  LParen,
  Minus,
  NumberToken,
  RBrace,
  RBracket,
  RParen,
  StringLiteral,
  allTokens,
  kw,
} from '../1-lex/tokens.ts';
import { type ErrorBudget, errorMessages } from './expectations.ts';

/** A rule of the grammar. */
export type Rule = ParserMethod<[], CstNode>;

/** Closing and separating marks may be assumed where they are missing; a name, a text or a value may not. */
const insertable = new Set<TokenType>([RBrace, RParen, RBracket, Colon, Comma]);

const unitTokens = new Set<TokenType>([
  kw.day,
  kw.days,
  kw.week,
  kw.weeks,
  kw.month,
  kw.months,
  kw.year,
  kw.years,
]);

/** The rules of what operators stand between: brackets, literals, counts, cases, paths. */
export abstract class PrimaryParser extends CstParser {
  /** Of Chevrotain's recovery, which does not declare it. */
  declare protected readonly flattenFollowSet: () => readonly TokenType[];

  constructor(budget: ErrorBudget) {
    super([...allTokens], {
      recoveryEnabled: true,
      maxLookahead: 1,
      nodeLocationTracking: 'onlyOffset',
      errorMessageProvider: errorMessages(budget),
      skipValidations: true,
    });
  }

  protected override canTokenTypeBeInsertedInRecovery(type: TokenType): boolean {
    // A line that begins something else is not what should follow the mark.
    const isOnNextLine = (this.LA(1).startLine ?? 0) > (this.LA(0).endLine ?? 0);
    return insertable.has(type) && !(type === Colon && isOnNextLine);
  }

  /** An assumed mark stands right after the token before it and is empty. */
  protected override getTokenToInsert(type: TokenType): IToken {
    const previous = this.LA(0);
    const at = endOf(previous);
    return createTokenInstance(type, '', at, at - 1, 0, 0, 0, 0);
  }

  protected override canTokenTypeBeDeletedInRecovery(): boolean {
    return false;
  }

  /**
   * Where reading goes on after an error: the first token that may follow what is being read. Brackets are passed over as a
   * whole, since what may follow outside them stands inside them too; the lexer's structure has closed every one.
   */
  protected findReSyncTokenType(): TokenType {
    const following = this.flattenFollowSet();
    for (let ahead = 1; ; ahead = this.pastGroup(ahead)) {
      const token = this.LA(ahead);
      const found = following.find((type) => tokenMatcher(token, type));
      if (found !== undefined) return found;
    }
  }

  /** The same of every step on the way there. */
  protected override SKIP_TOKEN(): IToken {
    for (let steps = this.pastGroup(1) - 1; steps > 0; steps--) super.SKIP_TOKEN();
    return this.LA(1);
  }

  /** How far ahead the token stands that follows one, and what is in brackets behind it. */
  private pastGroup(ahead: number): number {
    let depth = 0;
    let at = ahead;
    do {
      const { tokenType } = this.LA(at++);
      if (tokenType === EOF) break;
      if (opening.has(tokenType)) depth++;
      else if (closing.has(tokenType)) depth--;
    } while (depth > 0);
    return at;
  }

  /** Whether the token `distance` ahead is of the type (or in its category). */
  protected at(distance: number, type: TokenType): boolean {
    return tokenMatcher(this.LA(distance), type);
  }

  protected startsClause(token: IToken): boolean {
    return token.payload === clauseStart;
  }

  protected notBeforeColon(): boolean {
    return !this.at(2, Colon);
  }

  /** A number and its unit on one line; what stands on the next line, or has parts, is something of that name. */
  protected isDuration(): boolean {
    const unit = this.LA(2);
    return unitTokens.has(unit.tokenType) && unit.startLine === this.LA(1).startLine && !this.at(3, Dot);
  }

  private isQuantified(): boolean {
    const word = this.LA(1).tokenType;
    if (word === kw.at) return this.at(2, kw.least) && this.at(4, Identifier) && this.at(5, kw.in);
    const quantifier = word === kw.some || word === kw.every || word === kw.no;
    return quantifier && this.at(2, Identifier) && this.at(3, kw.in);
  }

  private isNOf(): boolean {
    const word = this.LA(1).tokenType;
    if (word === kw.at) return this.at(2, kw.least) && !this.isQuantified();
    return (word === kw.all || word === kw.any) && this.at(2, kw.of);
  }

  /** Brackets hold any expression. */
  abstract expression: Rule;

  primary: Rule = this.RULE('primary', () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(LParen);
            this.SUBRULE(this.expression);
            this.CONSUME(RParen);
          },
        },
        {
          GATE: () => this.isQuantified(),
          ALT: () => this.SUBRULE(this.quantified),
          IGNORE_AMBIGUITIES: true,
        },
        { GATE: () => this.isNOf(), ALT: () => this.SUBRULE(this.nOf), IGNORE_AMBIGUITIES: true },
        { ALT: () => this.CONSUME(kw.yes) },
        { ALT: () => this.CONSUME(kw.no) },
        { ALT: () => this.CONSUME(kw.notYet) },
        { ALT: () => this.CONSUME(kw.asOf) },
        { ALT: () => this.CONSUME(DateToken) },
        {
          GATE: () => this.isDuration(),
          ALT: () => this.SUBRULE(this.duration),
          IGNORE_AMBIGUITIES: true,
        },
        {
          ALT: () => {
            this.OPTION(() => this.CONSUME(Minus));
            this.CONSUME(NumberToken);
          },
        },
        { ALT: () => this.CONSUME(StringLiteral) },
        {
          GATE: () => this.at(2, kw.of) || (this.at(2, Identifier) && this.at(3, kw.in)),
          ALT: () => this.SUBRULE(this.extreme),
          IGNORE_AMBIGUITIES: true,
        },
        { GATE: () => this.at(2, LBrace), ALT: () => this.SUBRULE(this.case), IGNORE_AMBIGUITIES: true },
        {
          GATE: () => this.at(2, kw.reading),
          ALT: () => this.SUBRULE(this.byReading),
          IGNORE_AMBIGUITIES: true,
        },
        { GATE: () => !this.startsClause(this.LA(1)), ALT: () => this.SUBRULE(this.path) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  duration: Rule = this.RULE('duration', () => {
    this.CONSUME(NumberToken);
    this.OR([...unitTokens].map((unit) => ({ ALT: (): IToken => this.CONSUME(unit) })));
  });

  nOf: Rule = this.RULE('nOf', () => {
    this.OR([
      { ALT: () => this.CONSUME(kw.all) },
      { ALT: () => this.CONSUME(kw.any) },
      { ALT: () => (this.CONSUME(kw.at), this.CONSUME(kw.least), this.CONSUME(NumberToken)) },
    ]);
    this.CONSUME(kw.of);
    this.SUBRULE(this.operands);
  });

  /** `{ a, b, }`: the operands of `all of`, `earliest of` and their like. */
  operands: Rule = this.RULE('operands', () => {
    this.CONSUME(LBrace);
    this.SUBRULE(this.expression);
    this.MANY({
      GATE: () => !this.at(2, RBrace),
      DEF: () => {
        this.CONSUME(Comma);
        this.SUBRULE2(this.expression);
      },
    });
    this.OPTION(() => this.CONSUME2(Comma));
    this.CONSUME(RBrace);
  });

  quantified: Rule = this.RULE('quantified', () => {
    this.OR([
      { ALT: () => this.CONSUME(kw.some) },
      { ALT: () => this.CONSUME(kw.every) },
      { ALT: () => this.CONSUME(kw.no) },
      { ALT: () => (this.CONSUME(kw.at), this.CONSUME(kw.least), this.CONSUME(NumberToken)) },
    ]);
    this.CONSUME(Identifier);
    this.CONSUME(kw.in);
    this.SUBRULE(this.path);
    this.CONSUME(kw.has);
    this.SUBRULE(this.primary);
  });

  extreme: Rule = this.RULE('extreme', () => {
    this.OR([{ ALT: () => this.CONSUME(kw.earliest) }, { ALT: () => this.CONSUME(kw.latest) }]);
    this.OR2([
      {
        GATE: () => !this.at(2, kw.in),
        ALT: () => {
          this.CONSUME(kw.of);
          this.SUBRULE(this.operands);
        },
        IGNORE_AMBIGUITIES: true,
      },
      {
        ALT: () => {
          this.CONSUME(Identifier);
          this.CONSUME(kw.in);
          this.SUBRULE(this.path);
          this.CONSUME2(kw.of);
          this.SUBRULE(this.primary);
        },
      },
    ]);
  });

  case: Rule = this.RULE('case', () => {
    this.CONSUME(kw.case);
    this.CONSUME(LBrace);
    this.MANY({
      GATE: () => !this.isOtherwise(),
      DEF: () => this.SUBRULE(this.caseBranch),
    });
    this.OPTION(() => {
      this.CONSUME(kw.otherwise);
      this.CONSUME(Colon);
      this.SUBRULE(this.expression);
    });
    this.CONSUME(RBrace);
  });

  private isOtherwise(): boolean {
    return this.at(1, kw.otherwise) && this.at(2, Colon);
  }

  /** `condition: value`, in a `case`. */
  caseBranch: Rule = this.RULE('caseBranch', () => {
    this.SUBRULE(this.expression);
    this.CONSUME(Colon);
    this.SUBRULE2(this.expression);
  });

  byReading: Rule = this.RULE('byReading', () => {
    this.CONSUME(kw.by);
    this.CONSUME(kw.reading);
    this.CONSUME(Identifier);
    this.CONSUME(LBrace);
    this.AT_LEAST_ONE(() => this.SUBRULE(this.readingBranch));
    this.CONSUME(RBrace);
  });

  /** `reading: value`, in a `by reading`. */
  readingBranch: Rule = this.RULE('readingBranch', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Colon);
    this.SUBRULE(this.expression);
  });

  path: Rule = this.RULE('path', () => {
    this.CONSUME(Identifier);
    this.MANY(() => {
      this.CONSUME(Dot);
      this.CONSUME2(Identifier);
    });
  });

  indexedPath: Rule = this.RULE('indexedPath', () => {
    this.SUBRULE(this.indexedSegment);
    this.MANY(() => {
      this.CONSUME(Dot);
      this.SUBRULE2(this.indexedSegment);
    });
  });

  /** `letters[0]` or `letters`. */
  indexedSegment: Rule = this.RULE('indexedSegment', () => {
    this.CONSUME(Identifier);
    this.OPTION(() => {
      this.CONSUME(LBracket);
      this.CONSUME(NumberToken);
      this.CONSUME(RBracket);
    });
  });

  members: Rule = this.RULE('members', () => {
    this.CONSUME(LBrace);
    this.MANY_SEP({ SEP: Comma, DEF: () => this.CONSUME(Identifier) });
    this.CONSUME(RBrace);
  });
}
