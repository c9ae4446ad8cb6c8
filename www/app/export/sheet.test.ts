import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readsTrue } from '../../ui/canvas';
import { svgSheet } from './sheet';

vi.mock('../../ui/canvas', () => ({ readsTrue: vi.fn() }));

beforeEach(() => void vi.mocked(readsTrue).mockReturnValue(true));
afterEach(() => void vi.resetAllMocks());

const canvas = { width: 8, height: 6, toDataURL: () => 'data:image/png;base64,AAAA' };

it('keeps words as words and lines as lines, and images as PNG, in the order in which they were drawn', async () => {
  const sheet = svgSheet(1920, 1080, '#fff', 'Noto "Sans", serif');
  sheet.picture(canvas as unknown as HTMLCanvasElement, [10, 20]);
  sheet.words('β < 4 & "more"', [1.234, 2], { size: 28, colour: '#000', anchor: 'end', bold: true });
  sheet.line(
    [
      [0, 0],
      [1, 2.006],
    ],
    { colour: '#00f', width: 2, dashes: [4, 2] },
  );
  const svg = await (await sheet.file()).text();
  expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" width="1920" height="1080"')).toBe(true);
  expect(svg).toContain('font-family="Noto &quot;Sans&quot;, serif"');
  const [image, words, line] = ['<image', '<text', '<polyline'].map((tag) => svg.indexOf(tag));
  expect([image, words, line]).toEqual([image, words, line].sort((a = 0, b = 0) => a - b));
  expect(svg).toContain('x="10" y="20" width="8" height="6" href="data:image/png;base64,AAAA"');
  expect(svg).toContain('text-anchor="end" font-weight="bold">β &lt; 4 &amp; &quot;more&quot;</text>');
  expect(svg).toContain('points="0,0 1,2.01" fill="none" stroke="#00f" stroke-width="2"');
  expect(svg).toContain('stroke-dasharray="4 2"');
});

it('holds any words so that they can be read again, but for what no XML may hold', async () => {
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (words) => {
      const sheet = svgSheet(10, 10, '#fff', 'serif');
      sheet.words(words, [1, 2], { size: 28, colour: '#000' });
      const svg = await (await sheet.file()).text();
      const [, held = ''] = /<text [^>]*>([^<]*)<\/text><\/svg>$/.exec(svg) ?? [];
      const read = held.replace(/&\w+;/g, (entity) => entities[entity as keyof typeof entities]);
      const isAllowed = (sign: string) => /[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}]|[^\0-\uffff]/u.test(sign);
      expect(read).toBe(Array.from(words, (sign) => (isAllowed(sign) ? sign : '\ufffd')).join(''));
      expect(held).not.toContain(']]>');
    }),
  );
});

it('holds no picture of noise where the browser falsifies what is read, and words all the same', async () => {
  vi.mocked(readsTrue).mockReturnValue(false);
  const sheet = svgSheet(10, 10, '#fff', 'serif');
  sheet.words('β', [1, 2], { size: 28, colour: '#000' });
  expect(() => sheet.picture(canvas as unknown as HTMLCanvasElement, [0, 0])).toThrow(
    expect.objectContaining({ failure: { kind: 'falsified' } }),
  );
  expect(await (await sheet.file()).text()).toContain('β');
});
