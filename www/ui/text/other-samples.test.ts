import { afterEach, expect, it } from 'vitest';
import { chooseLanguage, speakOf, text } from '.';
import { panelOfPeople, panelOfTexts } from './other-samples';

afterEach(async () => {
  await chooseLanguage('en');
  await speakOf('digits');
});

it('speaks of images where the samples are no digits, in both languages', async () => {
  await speakOf('images');
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
  await speakOf('images');
  expect(text.value.data.licence).toBe(licence);
  await speakOf('digits');
  expect(text.value.input.testDigit).toBe('Random test digit');
});

it('speaks of people where a sample is what somebody likes, and of pictures still where they are saved', async () => {
  await speakOf('people');
  expect(text.value.training.speed('900', '3 s')).toBe('900 people/s · 3 s left in the epoch');
  expect(text.value.curves.scope('Films')).toBe('Nats a person; Films.');
  expect(text.value.map.layers.digits).toBe('Test people');
  expect(text.value.map.layers.density).toBe('Density of the test people’s codes');
  expect(text.value.paths.toTestDigit).toBe('Test person');
  await chooseLanguage('zh');
  expect(text.value.map.layers.digits).toBe('测试者');
  expect(text.value.curves.scope('电影')).toContain('每人');
  expect(text.value.training.speed('900', '3 秒')).not.toContain('图像');
});

it('speaks of texts where a sample is the words of one', async () => {
  await speakOf('texts');
  expect(text.value.training.speed('900', '3 s')).toBe('900 texts/s · 3 s left in the epoch');
  expect(text.value.curves.scope('Reviews')).toBe('Nats a text; Reviews.');
  expect(text.value.map.layers.digits).toBe('Test texts by class');
  expect(text.value.map.leadOfItems).toBe('Drag to move <var>z</var>. Names: used more there.');
  expect(text.value.map.person(7, ['tea'])).toBe('Text 7: tea');
  expect(text.value.input.away.ofItems).toBe('Of the text; z has moved.');
  expect(text.value.article.tastes.ofLikes).toBe('At z = μ of the text above.');
  expect(text.value.tour.stepsOf.items.output).toContain('words that it would also use');
  expect(JSON.stringify(text.value.tour.stepsOf.items)).not.toMatch(/\blike[ds]?\b|people/);
  expect(panelOfTexts({ of: 'first 67 test images' }, 'en').of).toBe('first 67 test texts');
  await chooseLanguage('zh');
  expect(text.value.map.layers.digits).toContain('文本');
  expect(text.value.map.person(7, ['茶'])).toBe('第 7 篇：茶');
  expect(text.value.map.leadOfItems).not.toContain('喜爱');
  expect(text.value.training.speed('900', '3 秒')).not.toMatch(/图像|人/);
});

it('says at the top of the page what a model of these samples does, at about the same length', async () => {
  for (const language of ['en', 'zh'] as const) {
    await chooseLanguage(language);
    const { lead } = text.value.page;
    const leads: string[] = [];
    for (const samples of ['images', 'people', 'texts'] as const) {
      await speakOf(samples);
      leads.push(text.value.page.lead);
    }
    await speakOf('digits');
    expect(new Set([lead, ...leads]).size).toBe(4);
    const marks = /<\/?[a-z]+>/g;
    for (const other of leads) {
      expect(other.match(marks)).toEqual(lead.match(marks));
      expect(Math.abs(other.length - lead.length)).toBeLessThan(0.15 * lead.length);
    }
  }
});

it('says what was asked for last, whichever words come first', async () => {
  const people = speakOf('people');
  await speakOf('digits');
  await people;
  expect(text.value.input.testDigit).toBe('Random test digit');
});

it('says a panel’s own texts of people', () => {
  const panel = { of: (images: string) => `first ${images} test images`, whole: ['Images as they are'] };
  const people = panelOfPeople(panel, 'en');
  expect([people.of('67'), people.whole]).toEqual(['first 67 test people', ['People as they are']]);
  expect(panelOfPeople({ of: '前 9 幅测试图像，同样训练图像' }, 'zh').of).toBe('前 9 位测试者，同样训练者');
});
