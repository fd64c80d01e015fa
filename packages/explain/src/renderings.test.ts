import { expect, test } from 'vitest';
import { renderHtml, renderHtmlPage } from './html/index.ts';
import { renderMarkdown } from './markdown.ts';
import type { Explanation, Point } from './outline.ts';
import { renderText } from './text.ts';

const explanation = (points: readonly Point[], numbered = true): Explanation => ({
  language: 'en',
  title: 'A & B',
  subtitle: 'as of today',
  sections: [
    { heading: 'First', paragraphs: ['1. not a list', '# no heading'], points, numbered },
    { heading: 'Second', paragraphs: [], points: [{ text: 'last', points: [] }], numbered: true },
  ],
  standing: 'no advice',
});

const cited: Point = {
  text: 'it follows',
  see: { words: 'see 2', paragraph: 2 },
  cites: [
    { where: 'code p.1', note: ', “so”', url: 'https://code.example/a_b' },
    { where: 'act s.2', note: '', url: 'javascript:alert(1)' },
  ],
  points: [
    { text: 'one', points: [] },
    { text: 'two', points: [] },
  ],
};

test('each rendering says the same', () => {
  const words = (text: string): string => text.replaceAll(/[^a-z0-9]+/gi, ' ').toLowerCase();
  const plain = words('1. It follows (see 2) [code p.1, “so”; act s.2]: - One. - Two.');
  expect(words(renderText(explanation([cited])))).toContain(plain);
  const html = renderHtml(explanation([cited]))
    .replaceAll(/<li id="\w+-(\d)"/g, '$1 <li')
    .replaceAll(/<[^>]*>/g, ' ');
  expect(words(html)).toContain(plain);
  const markdown = renderMarkdown(explanation([cited])).replaceAll(/\(<[^>]*>\)/g, '');
  expect(words(markdown)).toContain(plain);
});

test('citations link to the web and to nothing else; references to their paragraph', () => {
  const html = renderHtml(explanation([cited]), { idPrefix: 'x-', level: 2 });
  expect(html.match(/href="[^"]*"/g)).toEqual(['href="#x-paragraph-2"', 'href="https://code.example/a_b"']);
  expect(html).toContain('id="x-paragraph-2"');
  expect(html).toMatch(/^<article lang="en"><h2>A &amp; B<\/h2>.*<h3 id="x-section-1">First<\/h3>/s);
  const markdown = renderMarkdown(explanation([cited]), { level: 2 });
  expect(markdown).toContain(String.raw`(see 2) \[[code p.1](<https://code.example/a_b>), “so”; act s.2\]:`);
  expect(markdown).not.toContain('javascript');
  expect(markdown).toMatch(
    /^## A \\& B\n\nas of today\n\n### First\n\n1\\\. not a list\n\n\\# no heading\n\n1\. It/,
  );
});

test('a number of three figures stands apart from its text', () => {
  const many = Array.from({ length: 99 }, () => ({ text: 'one', points: [] }));
  expect(renderText(explanation(many))).toContain('\n99. One.\n\nSECOND\n100. Last.');
});

test('numbers run on from section to section', () => {
  expect(renderMarkdown(explanation([cited, cited]))).toContain('\n3. Last.');
  expect(renderText(explanation([cited, cited]))).toContain('\n3.  Last.');
  expect(renderHtml(explanation([cited, cited]))).toContain('<li id="paragraph-3" value="3">Last.</li>');
  expect(renderHtml(explanation([cited], false))).toContain('<li id="paragraph-1" value="1">Last.</li>');
});

test.each([
  ['<script>alert(1)</script>', '&lt;script>alert(1)&lt;/script>', '\\<script\\>alert(1)\\</script\\>'],
  ['[a](https://x.example)', '[a](https://x.example)', '\\[a\\](https\\://x.example)'],
  ['*a* _b_ `c` ~d~', '*a* _b_ `c` ~d~', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~'],
  ['a\n\n# b', 'a\n\n# b', 'a # b'],
  ['a\n- b', 'a\n- b', 'a - b'],
])('what a case says is no markup: %j', (text, html, markdown) => {
  const said = explanation([{ text, points: [], whole: true }], false);
  expect(renderHtml(said)).toContain(`<ul><li>${html}</li></ul>`);
  expect(renderMarkdown(said).replaceAll('\\&', '&')).toContain(`- ${markdown}\n`);
});

test('law and good practice are told apart in words, not by colour alone', () => {
  const rule = (kind: 'law' | 'goodPractice', words: string): Point => ({
    text: 'they do it',
    after: ['It was due.'],
    force: { kind, words },
    points: [],
  });
  const html = renderHtml(explanation([rule('law', 'Law'), rule('goodPractice', 'Good practice')]));
  expect(html).toContain('<span class="force law">Law</span> They do it. It was due.</li>');
  expect(html).toContain('<span class="force goodPractice">Good practice</span> They do it.');
});

test('a page is one file without a script', () => {
  const page = renderHtmlPage(explanation([cited]));
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page).toContain('<title>A &amp; B: as of today</title>');
  expect(page).not.toMatch(/<script|<link|src=|@import|url\(/);
  expect(page.match(/<h1/g)).toHaveLength(1);
});
