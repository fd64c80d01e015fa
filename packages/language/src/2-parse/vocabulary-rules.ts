import { Comma, DateToken, Dot, Identifier, LBrace, RBrace, StringLiteral, kw } from '../1-lex/tokens.ts';
import type { Rule } from './primary-rules.ts';
import { ScenarioParser } from './scenario-rules.ts';

/** The rules of what a pack speaks of: the pack itself, sources, enums, bearers, records, ambiguities. */
export class VocabularyParser extends ScenarioParser {
  pack: Rule = this.RULE('pack', () => {
    this.CONSUME(kw.pack);
    this.SUBRULE(this.dottedName);
    this.CONSUME(LBrace);
    this.MANY(() => this.SUBRULE(this.packClause));
    this.CONSUME(RBrace);
  });

  packClause: Rule = this.RULE('packClause', () => {
    this.OR([
      { ALT: () => (this.CONSUME(kw.title), this.CONSUME(StringLiteral)) },
      { ALT: () => (this.CONSUME(kw.version), this.CONSUME2(StringLiteral)) },
      {
        ALT: () => {
          this.CONSUME(kw.period);
          this.CONSUME(kw.from);
          this.CONSUME(DateToken);
          this.OPTION(() => {
            this.CONSUME(kw.ceasing);
            this.CONSUME2(DateToken);
          });
        },
      },
      { ALT: () => (this.CONSUME(kw.licence), this.CONSUME3(StringLiteral)) },
    ]);
  });

  dottedName: Rule = this.RULE('dottedName', () => {
    this.CONSUME(Identifier);
    this.MANY(() => {
      this.CONSUME(Dot);
      this.CONSUME2(Identifier);
    });
  });

  import: Rule = this.RULE('import', () => {
    this.CONSUME(kw.import);
    this.CONSUME(StringLiteral);
  });

  goal: Rule = this.RULE('goal', () => {
    this.CONSUME(kw.goal);
    this.CONSUME(Identifier);
    this.OPTION(() => this.CONSUME(StringLiteral));
    this.OPTION2(() => this.SUBRULE(this.names));
  });

  /** `{ a, b, }`: one or more names. */
  names: Rule = this.RULE('names', () => {
    this.CONSUME(LBrace);
    this.CONSUME(Identifier);
    this.MANY({
      GATE: () => !this.at(2, RBrace),
      DEF: () => {
        this.CONSUME(Comma);
        this.CONSUME2(Identifier);
      },
    });
    this.OPTION(() => this.CONSUME2(Comma));
    this.CONSUME(RBrace);
  });

  source: Rule = this.RULE('source', () => {
    this.CONSUME(kw.source);
    this.CONSUME(Identifier);
    this.CONSUME(StringLiteral);
    this.OPTION(() => {
      this.CONSUME(LBrace);
      this.MANY(() => this.SUBRULE(this.sourceClause));
      this.CONSUME(RBrace);
    });
  });

  sourceClause: Rule = this.RULE('sourceClause', () => {
    this.OR([
      { ALT: () => (this.CONSUME(kw.edition), this.CONSUME(StringLiteral)) },
      { ALT: () => (this.CONSUME(kw.published), this.CONSUME(DateToken)) },
      { ALT: () => (this.CONSUME(kw.checked), this.CONSUME2(DateToken)) },
      { ALT: () => (this.CONSUME(kw.status), this.CONSUME(Identifier)) },
      { ALT: () => (this.CONSUME(kw.basis), this.CONSUME2(Identifier)) },
      { ALT: () => (this.CONSUME(kw.succeeds), this.CONSUME3(Identifier)) },
      { ALT: () => (this.CONSUME(kw.from), this.CONSUME3(DateToken)) },
      { ALT: () => (this.CONSUME(kw.ceasing), this.CONSUME4(DateToken)) },
      { ALT: () => (this.CONSUME(kw.url), this.CONSUME2(StringLiteral)) },
      { ALT: () => (this.CONSUME(kw.short), this.CONSUME3(StringLiteral)) },
    ]);
  });

  enum: Rule = this.RULE('enum', () => {
    this.CONSUME(kw.enum);
    this.CONSUME(Identifier);
    this.SUBRULE(this.enumMembers);
  });

  /** `{ a "the first", b, }`: one or more names, each with its words if it has any. */
  enumMembers: Rule = this.RULE('enumMembers', () => {
    this.CONSUME(LBrace);
    this.CONSUME(Identifier);
    this.OPTION(() => this.CONSUME(StringLiteral));
    this.MANY({
      GATE: () => !this.at(2, RBrace),
      DEF: () => {
        this.CONSUME(Comma);
        this.CONSUME2(Identifier);
        this.OPTION2(() => this.CONSUME2(StringLiteral));
      },
    });
    this.OPTION3(() => this.CONSUME2(Comma));
    this.CONSUME(RBrace);
  });

  bearer: Rule = this.RULE('bearer', () => {
    this.CONSUME(kw.bearer);
    this.CONSUME(Identifier);
    this.CONSUME(StringLiteral);
  });

  record: Rule = this.RULE('record', () => {
    this.CONSUME(kw.record);
    this.CONSUME(Identifier);
    // That the title is missing is said by the lowering: its fields are read all the same.
    this.OPTION(() => this.CONSUME(StringLiteral));
    this.CONSUME(LBrace);
    this.MANY(() => this.SUBRULE(this.fact));
    this.CONSUME(RBrace);
  });

  ambiguity: Rule = this.RULE('ambiguity', () => {
    this.CONSUME(kw.ambiguity);
    this.CONSUME(Identifier);
    this.OPTION(() => this.CONSUME(StringLiteral));
    this.CONSUME(LBrace);
    this.MANY(() => this.SUBRULE(this.ambiguityClause));
    this.CONSUME(RBrace);
  });

  ambiguityClause: Rule = this.RULE('ambiguityClause', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.reading) },
      { ALT: () => (this.CONSUME(kw.cite), this.SUBRULE(this.citations)) },
      { ALT: () => (this.CONSUME(kw.covers), this.SUBRULE(this.covers)) },
    ]);
  });

  reading: Rule = this.RULE('reading', () => {
    this.CONSUME(kw.reading);
    this.CONSUME(Identifier);
    this.CONSUME(StringLiteral);
    this.OPTION(() => this.CONSUME(kw.default));
    // A `cite` that begins a line is not of the reading before it but of the ambiguity.
    this.OPTION2({
      GATE: () => !this.startsClause(this.LA(1)),
      DEF: () => {
        this.CONSUME(kw.cite);
        this.SUBRULE(this.citations);
      },
    });
  });
}
