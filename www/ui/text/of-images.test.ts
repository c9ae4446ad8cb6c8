import { afterEach, expect, it } from 'vitest';
import { chooseLanguage, speakOfDigits, text } from '.';

afterEach(async () => {
  await chooseLanguage('en');
  await speakOfDigits(true);
});

it('speaks of images where the samples are no digits, in both languages', async () => {
  await speakOfDigits(false);
  expect(text.value.input.lead).toBe('Draw an image <var>x</var>.');
  expect(text.value.input.testDigitWords('7', 'Bag')).toBe('Test image 7, a Bag.');
  expect(text.value.neighbours.title).toBe('Nearest training images');
  expect(text.value.map.layers.digits).toBe('Test images by class');
  await chooseLanguage('zh');
  expect(text.value.input.testDigit).toBe('随机测试图像');
  expect(text.value.input.lead).not.toContain('数字');
});

it('leaves MNIST’s own words and those of numerals as they are', async () => {
  const { licence } = text.value.data;
  const { lead } = text.value.page;
  await speakOfDigits(false);
  expect(text.value.data.licence).toBe(licence);
  expect(text.value.page.lead).toBe(lead);
  await speakOfDigits(true);
  expect(text.value.input.testDigit).toBe('Random test digit');
});
