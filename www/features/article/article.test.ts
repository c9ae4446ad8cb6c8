import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { typeset } from '../../setup/article';
import { readPage } from '../../setup/markup';
import { TRIES } from './tries';

const read = (language: string) => readFileSync(`www/features/article/${language}.html`, 'utf8');
const all = (prose: string, pattern: RegExp) => [...prose.matchAll(pattern)].map(([, found]) => found ?? '');
const normal = (tex: string) => tex.replace(/\s+/g, ' ');

const [english, chinese] = [read('en'), read('zh')];

it('has the same parts in both languages', () => {
  for (const part of [
    /<h\d id="([^"]+)"/g,
    /data-figure="([^"]+)"/g,
    /data-try="([^"]+)"/g,
    /<a href="([^"]+)"/g,
  ])
    expect(all(chinese, part)).toEqual(all(english, part));
});

it('has the same formulas in both languages', () => {
  const display = /\$\$([^$]+)\$\$/g;
  expect(all(chinese, display).map(normal)).toEqual(all(english, display).map(normal));
  const inline = (prose: string) =>
    [...new Set(all(prose.replace(display, ''), /\$([^$]+)\$/g).map(normal))].sort();
  expect(inline(chinese)).toEqual(inline(english));
});

it('typesets every formula, without a style that the policy would refuse', () => {
  for (const prose of [english, chinese]) {
    const markup = typeset(prose);
    expect(all(markup, /(<math)/g).length).toBe(all(prose, /(\$\$?)[^$]+\$\$?/g).length);
    expect(markup).not.toMatch(/\$| style=/);
  }
});

it('joins lines of Chinese without a blank, and no others', () => {
  expect(typeset('更高，\n  但更容易读懂。\n<b>词</b>\nVAE\n  的')).toBe(
    '更高，但更容易读懂。\n<b>词</b>\nVAE\n  的',
  );
  expect(typeset(english)).toContain('\n');
  expect(typeset(chinese)).not.toMatch(/[\p{Script=Han}，。；：、]\s+\p{Script=Han}/u);
});

it('links to headings and papers that are there, and has a doing for each button', () => {
  const here = all(readPage() + english, /id="([^"]+)"/g);
  for (const target of all(english, /href="#([^"]+)"/g)) expect(here).toContain(target);
  expect(Object.keys(TRIES).sort()).toEqual([...new Set(all(english, /data-try="([^"]+)"/g))].sort());
});

it('numbers the papers as their list does', () => {
  for (const prose of [english, chinese]) {
    const papers = all(prose.slice(prose.indexOf('class="papers"')), /<li id="([^"]+)"/g);
    const cited = [...prose.matchAll(/<a href="#([^"]+)">(\d+)<\/a>/g)];
    expect(cited.length).toBeGreaterThan(0);
    for (const [, paper = '', number] of cited) expect(Number(number), paper).toBe(papers.indexOf(paper) + 1);
  }
});
