import { expect, it } from 'vitest';
import { preferredLanguage } from './language';

it('takes the address before the last choice, and that before the browser', () => {
  expect(preferredLanguage('?lang=zh', 'en', ['en'])).toBe('zh');
  expect(preferredLanguage('?lang=fr', 'zh', ['en'])).toBe('zh');
  expect(preferredLanguage('', null, ['de-CH', 'zh-TW', 'en'])).toBe('zh');
  expect(preferredLanguage('', null, ['en-GB', 'zh-CN'])).toBe('en');
  expect(preferredLanguage('', null, ['de'])).toBe('en');
});
