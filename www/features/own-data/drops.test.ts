import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Command } from '../../app/send';
import { sendOn } from './drops';

beforeEach(() => vi.stubGlobal('document', { querySelector: () => null }));
afterEach(() => vi.unstubAllGlobals());

const zip = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, Uint8Array.of(1)]))) as Uint8Array<ArrayBuffer>;

it('sends models and experiments to those that are saved, all else to one’s own data', async () => {
  const files = [
    new File([], 'mine.safetensors'),
    new File([zip('a/experiment.json', 'a/model.safetensors')], 'run.zip'),
    new File([zip('cats/1.png')], 'cats.zip'),
    new File([], 'faces.npy'),
  ];
  const sent: Command[] = [];
  await sendOn({ files, folders: [] }, (command) => sent.push(command));
  expect(sent.map((command) => [command.do, command.do === 'bring in' ? command.file.name : ''])).toEqual([
    ['bring in', 'mine.safetensors'],
    ['bring in', 'run.zip'],
    ['read own data', ''],
  ]);
  const paths: string[] = [];
  for (const command of sent)
    if (command.do === 'read own data') for await (const { path } of command.files) paths.push(path);
  expect(paths).toEqual(['cats.zip', 'faces.npy']);
});
