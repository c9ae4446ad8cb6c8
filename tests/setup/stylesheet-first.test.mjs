import { expect, it } from 'vitest';
import { withStylesheetFirst } from '../../www/setup/stylesheet-first.ts';

const MODULE = '<link rel="modulepreload" crossorigin href="./a.js">';
const STYLE = '<link rel="stylesheet" crossorigin href="./a.css">';

it('asks for the style before what nothing of it waits for, and after the scripts that would wait for it', () => {
  const before = '<link rel="manifest">\n  <script>1</script>';
  const html = `<head>\n  ${before}\n  ${MODULE}\n  ${STYLE}\n</head>`;
  const first = `<head>\n  ${before}\n  ${STYLE}\n  ${MODULE}\n</head>`;
  expect(withStylesheetFirst(html)).toBe(first);
});

it('leaves the style where it is in a page that loads nothing beforehand', () => {
  expect(withStylesheetFirst(`<head>\n  ${STYLE}\n</head>`)).toBe(`<head>\n  ${STYLE}\n</head>`);
});

it('leaves a page without style as it is', () => {
  expect(withStylesheetFirst(`<head>\n  ${MODULE}\n</head>`)).toBe(`<head>\n  ${MODULE}\n</head>`);
});
