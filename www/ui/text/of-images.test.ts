import { afterEach, expect, it } from 'vitest';
import { showData, shownData } from '../shown-data';
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

it('speaks of people where they are what the samples are, in both languages', async () => {
  const mnist = shownData.peek();
  showData({ ...mnist, kind: 'items', classes: ['?'], items: ['A'], width: 1, height: 1 });
  await speakOfDigits(false);
  expect(text.value.map.layers.digits).toBe('Test people');
  expect(text.value.map.layers.density).toBe('Density of the test people’s codes');
  expect(text.value.paths.toTestDigit).toBe('Test person');
  await chooseLanguage('zh');
  expect(text.value.map.layers.digits).toBe('测试者');
  expect(text.value.map.layers.density).toBe('测试者编码的密度');
  showData(mnist);
  expect(text.value.map.layers.digits).toBe('按类别显示测试图像');
});
