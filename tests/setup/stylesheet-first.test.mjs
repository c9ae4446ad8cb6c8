import { expect, it } from 'vitest';
import { withStylesheetFirst } from '../../www/setup/stylesheet-first.ts';

const MODULE = '<link rel="modulepreload" crossorigin href="./a.js">';
const STYLE = '<link rel="stylesheet" crossorigin href="./a.css">';

it('asks for the style before all else', () => {
  const html = `<head>\n  <title></title>\n  <link rel="icon">\n  ${MODULE}\n  ${STYLE}\n</head>`;
  const first = `<head>\n  <title></title>\n  ${STYLE}\n  <link rel="icon">\n  ${MODULE}\n</head>`;
  expect(withStylesheetFirst(html)).toBe(first);
});

it('leaves a page without style as it is', () => {
  expect(withStylesheetFirst(`<head>\n  ${MODULE}\n</head>`)).toBe(`<head>\n  ${MODULE}\n</head>`);
});
