import {
  clauseWords,
  connectingWords,
  declarationWords,
  reservedWords,
  typeWords,
  unitWords,
} from './keywords.ts';

const word = (words: readonly string[]): string => `\\b(?:${words.join('|')})\\b`;

/** A TextMate grammar of `.policy` files, from the tables of words: colours for editors. */
export function textMateGrammar(): object {
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    comment: 'Generated from packages/language/src/1-lex by scripts/generate-docs.ts. Do not edit.',
    name: 'Proviso policy',
    scopeName: 'source.policy',
    fileTypes: ['policy'],
    patterns: [
      { name: 'comment.line.documentation.policy', match: '///.*$' },
      { name: 'comment.line.double-slash.policy', match: '//.*$' },
      {
        name: 'string.quoted.double.policy',
        begin: '"',
        end: '"|$',
        patterns: [{ name: 'constant.character.escape.policy', match: '\\\\["\\\\n]' }],
      },
      { name: 'constant.other.date.policy', match: '\\b\\d{4}-\\d{2}-\\d{2}\\b' },
      { name: 'constant.other.statement-id.policy', match: '\\b[A-Z]+[0-9]*-\\d+[A-Za-z]?\\b' },
      { name: 'entity.name.tag.pinpoint.policy', match: '\\b[a-z]+\\.\\d[\\w-]*(?:\\([0-9A-Za-z]+\\))*' },
      {
        match: `(${word(declarationWords)})\\s+([A-Za-z][A-Za-z0-9_]*)(?!\\s*[.:,])`,
        captures: { 1: { name: 'keyword.declaration.policy' }, 2: { name: 'entity.name.policy' } },
      },
      { name: 'variable.other.member.policy', match: '(?<=\\.)[A-Za-z][A-Za-z0-9_]*' },
      { name: 'entity.other.label.policy', match: '\\b[A-Za-z][A-Za-z0-9_]*(?=\\s*:)' },
      {
        name: 'constant.language.policy',
        match: word(reservedWords.filter((each) => !['and', 'or', 'not'].includes(each))),
      },
      { name: 'keyword.operator.logical.policy', match: word(['and', 'or', 'not']) },
      { name: 'keyword.control.clause.policy', match: word(clauseWords) },
      { name: 'keyword.declaration.policy', match: word(declarationWords) },
      { name: 'constant.numeric.duration.policy', match: `\\b\\d+\\s+(?:${unitWords.join('|')})\\b` },
      { name: 'support.type.policy', match: word(typeWords) },
      { name: 'keyword.other.policy', match: word(connectingWords) },
      { name: 'constant.numeric.policy', match: '-?\\b\\d+(?:\\.\\d+)?\\b' },
      { name: 'keyword.operator.policy', match: '<=|>=|[<>+*|-]' },
      { name: 'variable.other.policy', match: '[A-Za-z][A-Za-z0-9_]*' },
    ],
  };
}
