import { Colon, Comma, Identifier, LBrace, Minus, RBrace, StringLiteral, kw } from '../1-lex/tokens.ts';
import type { ErrorBudget } from './expectations.ts';
import type { Rule } from './primary-rules.ts';
import { VocabularyParser } from './vocabulary-rules.ts';

/** The rules of whole declarations. Each clause is a rule of its own, so that an error in one spoils only that one. */
export class PolicyParser extends VocabularyParser {
  constructor(budget: ErrorBudget) {
    super(budget);
    this.performSelfAnalysis();
  }

  file: Rule = this.RULE('file', () => {
    this.MANY(() => this.SUBRULE(this.declaration));
  });

  declaration: Rule = this.RULE('declaration', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.pack) },
      { ALT: () => this.SUBRULE(this.import) },
      { ALT: () => this.SUBRULE(this.goal) },
      { ALT: () => this.SUBRULE(this.source) },
      { ALT: () => this.SUBRULE(this.enum) },
      { ALT: () => this.SUBRULE(this.bearer) },
      { ALT: () => this.SUBRULE(this.record) },
      { ALT: () => this.SUBRULE(this.fact) },
      { ALT: () => this.SUBRULE(this.ambiguity) },
      { ALT: () => this.SUBRULE(this.define) },
      { ALT: () => this.SUBRULE(this.rule) },
      { ALT: () => this.SUBRULE(this.exceptionDecl) },
      { ALT: () => this.SUBRULE(this.section) },
      { ALT: () => this.SUBRULE(this.constraint) },
      { ALT: () => this.SUBRULE(this.invariant) },
      { ALT: () => this.SUBRULE(this.scenario) },
      { ALT: () => this.SUBRULE(this.accept) },
    ]);
  });

  section: Rule = this.RULE('section', () => {
    this.CONSUME(kw.section);
    this.CONSUME(StringLiteral);
    this.OPTION(() => this.SUBRULE(this.law));
    this.CONSUME(LBrace);
    this.MANY(() => this.SUBRULE(this.declaration));
    this.CONSUME(RBrace);
  });

  define: Rule = this.RULE('define', () => {
    this.CONSUME(kw.define);
    this.CONSUME(Identifier);
    this.OPTION(() => this.SUBRULE(this.param));
    this.OPTION2(() => {
      this.CONSUME(Colon);
      this.SUBRULE(this.type);
    });
    this.OPTION3(() => this.SUBRULE(this.law));
    this.CONSUME(LBrace);
    this.MANY(() => this.SUBRULE(this.defineClause));
    this.CONSUME(RBrace);
  });

  defineClause: Rule = this.RULE('defineClause', () => {
    this.OR([
      { ALT: () => (this.CONSUME(kw.say), this.CONSUME(StringLiteral)) },
      { ALT: () => (this.CONSUME(kw.requires), this.SUBRULE(this.limb)) },
      { ALT: () => (this.CONSUME(kw.includes), this.SUBRULE2(this.limb)) },
      { ALT: () => (this.CONSUME(kw.means), this.SUBRULE3(this.limb)) },
      { ALT: () => (this.CONSUME(kw.otherwise), this.CONSUME2(StringLiteral)) },
      { ALT: () => this.SUBRULE(this.table) },
      { ALT: () => this.SUBRULE(this.exception) },
      { ALT: () => (this.CONSUME(kw.cite), this.SUBRULE(this.citations)) },
      { ALT: () => (this.CONSUME(kw.covers), this.SUBRULE(this.covers)) },
    ]);
  });

  exceptionDecl: Rule = this.RULE('exceptionDecl', () => {
    this.CONSUME(kw.exception);
    this.CONSUME(Identifier);
    this.CONSUME(kw.to);
    this.SUBRULE(this.path);
    this.OPTION(() => this.SUBRULE(this.law));
    this.CONSUME(LBrace);
    this.MANY(() => this.SUBRULE(this.exceptionClause));
    this.CONSUME(RBrace);
  });

  exceptionClause: Rule = this.RULE('exceptionClause', () => {
    this.OR([
      { ALT: () => (this.CONSUME(kw.say), this.CONSUME(StringLiteral)) },
      {
        ALT: () => {
          this.CONSUME(kw.when);
          this.SUBRULE(this.expression);
          this.OPTION(() => {
            this.CONSUME(Comma);
            this.SUBRULE(this.certainty);
          });
        },
      },
      { ALT: () => this.SUBRULE(this.exception) },
      { ALT: () => (this.CONSUME(kw.cite), this.SUBRULE(this.citations)) },
      { ALT: () => (this.CONSUME(kw.covers), this.SUBRULE(this.covers)) },
    ]);
  });

  rule: Rule = this.RULE('rule', () => {
    this.CONSUME(kw.rule);
    this.CONSUME(Identifier);
    this.OPTION(() => this.SUBRULE(this.param));
    this.MANY(() => this.SUBRULE(this.ruleHead));
    this.CONSUME(LBrace);
    this.MANY2(() => this.SUBRULE(this.ruleClause));
    this.CONSUME(RBrace);
  });

  ruleHead: Rule = this.RULE('ruleHead', () => {
    this.OR([
      { ALT: () => (this.CONSUME(kw.on), this.CONSUME(Identifier)) },
      {
        ALT: () => {
          this.CONSUME(kw.despite);
          this.CONSUME2(Identifier);
          this.MANY({
            GATE: () => !this.isLaw(2),
            DEF: () => {
              this.CONSUME(Comma);
              this.CONSUME3(Identifier);
            },
          });
        },
      },
      { ALT: () => this.SUBRULE(this.law) },
    ]);
  });

  ruleClause: Rule = this.RULE('ruleClause', () => {
    this.OR([
      {
        ALT: () => {
          this.SUBRULE(this.modal);
          this.CONSUME(StringLiteral);
          this.OPTION(() => {
            this.CONSUME(kw.as);
            this.CONSUME2(StringLiteral);
          });
        },
      },
      { ALT: () => (this.CONSUME(kw.when), this.SUBRULE(this.expression)) },
      {
        ALT: () => {
          this.CONSUME(kw.done);
          this.OR2([
            { ALT: () => (this.CONSUME2(kw.when), this.SUBRULE2(this.expression)) },
            {
              ALT: () => {
                this.CONSUME(kw.by);
                this.SUBRULE3(this.expression);
                this.OPTION2(() => {
                  this.OPTION3(() => this.CONSUME(Comma));
                  this.CONSUME(kw.no);
                  this.CONSUME(kw.later);
                  this.CONSUME(kw.than);
                  this.SUBRULE4(this.expression);
                });
              },
            },
          ]);
        },
      },
      { ALT: () => this.SUBRULE(this.exception) },
      { ALT: () => (this.CONSUME(kw.cite), this.SUBRULE(this.citations)) },
      { ALT: () => (this.CONSUME(kw.covers), this.SUBRULE(this.covers)) },
    ]);
  });

  modal: Rule = this.RULE('modal', () => {
    this.OR([
      { ALT: () => (this.CONSUME(kw.must), this.OPTION(() => this.CONSUME(kw.not))) },
      { ALT: () => (this.CONSUME(kw.should), this.OPTION2(() => this.CONSUME2(kw.not))) },
      { ALT: () => this.CONSUME(kw.may) },
    ]);
  });

  constraint: Rule = this.RULE('constraint', () => {
    this.CONSUME(kw.constraint);
    this.CONSUME(Identifier);
    this.OPTION(() => this.SUBRULE(this.param));
    this.CONSUME(LBrace);
    this.MANY(() => this.SUBRULE(this.constraintClause));
    this.CONSUME(RBrace);
  });

  constraintClause: Rule = this.RULE('constraintClause', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.claim) },
      { ALT: () => (this.CONSUME(kw.because), this.CONSUME(StringLiteral)) },
      { ALT: () => (this.CONSUME(kw.cite), this.SUBRULE(this.citations)) },
    ]);
  });

  invariant: Rule = this.RULE('invariant', () => {
    this.CONSUME(kw.invariant);
    this.CONSUME(Identifier);
    this.OPTION(() => this.SUBRULE(this.param));
    this.CONSUME(LBrace);
    this.MANY(() => this.SUBRULE(this.invariantClause));
    this.CONSUME(RBrace);
  });

  invariantClause: Rule = this.RULE('invariantClause', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.claim) },
      { ALT: () => (this.CONSUME(kw.because), this.CONSUME(StringLiteral)) },
      { ALT: () => (this.CONSUME(kw.cite), this.SUBRULE(this.citations)) },
      { ALT: () => (this.CONSUME(kw.covers), this.SUBRULE(this.covers)) },
    ]);
  });

  claim: Rule = this.RULE('claim', () => {
    this.OR([
      { ALT: () => (this.CONSUME(kw.always), this.SUBRULE(this.expression)) },
      {
        ALT: () => {
          this.CONSUME(kw.never);
          this.OR2([
            {
              GATE: () => this.at(2, LBrace),
              ALT: () => {
                this.CONSUME(kw.both);
                this.SUBRULE(this.operands);
              },
              IGNORE_AMBIGUITIES: true,
            },
            { ALT: () => this.SUBRULE2(this.expression) },
          ]);
        },
      },
    ]);
  });

  accept: Rule = this.RULE('accept', () => {
    this.CONSUME(kw.accept);
    this.SUBRULE(this.slug);
    this.OPTION(() => {
      this.CONSUME(kw.on);
      this.SUBRULE(this.path);
    });
    this.CONSUME(kw.because);
    this.CONSUME(StringLiteral);
  });

  slug: Rule = this.RULE('slug', () => {
    this.CONSUME(Identifier);
    this.MANY(() => {
      this.CONSUME(Minus);
      this.CONSUME2(Identifier);
    });
  });
}
