import { expect, it } from 'vitest';
import { linesOf } from '../../www/setup/data-sets/colours.mjs';
import { quatrainsOf } from '../../www/setup/data-sets/quatrains.mjs';

it('reads names and colours of a table, also names with commas and quotes', () => {
  const table = 'name,hex\nRed,#ff0000\n"A, B",#00ff00\n"Say ""Hi""",#0000ff\n';
  expect(linesOf(table)).toEqual(['Red\t#ff0000', 'A, B\t#00ff00', 'Say "Hi"\t#0000ff']);
});

it('takes poems of four times five characters, each once and in order', () => {
  const poem = ['白日依山盡，黃河入海流。', '欲窮千里目，更上一層樓。'];
  const long = ['秦川雄帝宅，函谷壯皇居。', '綺殿千尋起，離宮百雉餘。', '連甍遙接漢，飛觀迥凌虛。'];
  const sevens = ['朝辭白帝彩雲間，千里江陵一日還。', '兩岸猿聲啼不住，輕舟已過萬重山。'];
  const other = ['牀前明月光，疑是地上霜。', '舉頭望明月，低頭思故鄉。'];
  const poems = [poem, long, sevens, other, poem].map((paragraphs) => ({ paragraphs }));
  expect(quatrainsOf([...poems, {}])).toEqual([
    '牀前明月光疑是地上霜舉頭望明月低頭思故鄉',
    '白日依山盡黃河入海流欲窮千里目更上一層樓',
  ]);
});
