import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { readUrl } from './app/url';

const early = readFileSync('www/early.js', 'utf8');

/** The attributes of <html> after the script has run. */
function begin(
  search: string,
  kept: Record<string, string>,
  languages: string[] | undefined,
  offered = 'en zh',
) {
  const root = {
    lang: 'en',
    dataset: { languages: offered } as Record<string, string>,
    classList: new Set<string>(),
  };
  runInNewContext(early, {
    URLSearchParams,
    document: { documentElement: root },
    location: { search },
    navigator: { languages },
    localStorage: { getItem: (key: string) => kept[key] ?? null },
  });
  return root;
}

it('takes the language of the address before the last choice, and that before the browser’s', () => {
  expect(begin('?lang=zh', { language: 'en' }, ['en']).lang).toBe('zh-Hans');
  expect(begin('?lang=fr', { language: 'zh' }, ['en']).lang).toBe('zh-Hans');
  expect(begin('', {}, ['de-CH', 'zh-TW', 'en']).dataset.awaits).toBe('zh');
  expect(begin('', {}, ['en-GB', 'zh-CN']).dataset.awaits).toBeUndefined();
  expect(begin('', {}, ['de']).lang).toBe('en');
});

it('knows a language by tags that no standard has, and speaks English where it knows none', () => {
  for (const tag of ['zh_CN', 'zh_CN.UTF-8', 'zh@posix', 'ZH']) {
    expect(begin(`?lang=${tag}`, {}, ['en']).lang, tag).toBe('zh-Hans');
    expect(begin('', {}, [tag]).lang, tag).toBe('zh-Hans');
  }
  for (const tag of ['C', 'en_US', 'en-US@posix', '', 'constructor'])
    expect(begin(`?lang=${tag}`, { language: tag }, [tag]).lang, tag).toBe('en');
  expect(begin('', {}, undefined).lang).toBe('en');
});

it('offers none that a page does not have', () => {
  expect(begin('?lang=zh', {}, ['zh'], 'en').lang).toBe('en');
});

it('takes the theme that was chosen, and follows the system otherwise', () => {
  expect(begin('', { theme: 'dark' }, []).dataset.theme).toBe('dark');
  expect(begin('', { theme: 'system' }, []).dataset.theme).toBeUndefined();
});

it('lays the page out for the lecture that the address asks for, read as the page reads it', () => {
  for (const search of [
    '?lecture',
    '?lecture=1',
    '?lecture=TRUE',
    '?lecture=0',
    '?lecture=no',
    '?seed=7',
    '',
  ])
    expect(begin(search, {}, []).classList.has('lecture'), search).toBe(readUrl(search).lecture ?? false);
});
