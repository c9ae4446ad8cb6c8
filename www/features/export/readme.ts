// The word that goes with an experiment. It is of the file, not of the page, and comes with it.

import type { Experiment } from '../../app/export/experiment';
import { UNKNOWN_PLACE } from '../../app/run/train-command';
import { differencesWords } from '../../app/run/words';
import type { DataSet } from '../../engine/protocol';
import { setName } from '../../ui/data-names';
import { language } from '../../ui/text';
import { after } from '../../ui/text/zh/parted';
import { count, labelled } from '../../ui/words';
import type { Subject } from './subject';

const words = {
  en: {
    title: (name: string) => `${name}, an experiment of Latent Explorer`,
    again:
      'To see it again, drop this file on the page: the model, and its run with its curves, come back as they were.',
    natively: 'To train it again natively:',
    site: (name: string, key: string, folder: string) =>
      `The data set is ${name}, in the folder \`${key}\`: \`npm start\` of the project makes it at \`${folder}\`.`,
    own: (name: string) =>
      `The data set is “${name}”, one of your own: the files are read again where they lie, with the flags that say how.`,
    unknown: (name: string, place: string) =>
      `The data set is “${name}”, one of your own. In place of \`${place}\` name the file or folder that it was read from, with the flags of ` +
      '`latent train --help` that it was read with; what was drawn on the pad is in this browser alone.',
    part: (step: string, of: string) =>
      `The run stood at step ${step} of ${of} of its last epoch; the command trains that epoch to its end.`,
    changed: (how: string) => `Settings were changed on the way, which the command does not do: ${how}.`,
    files: 'What is in it:',
    description: 'settings, seed, curves, and where the run stood',
    weights: 'the weights; of the present run also all that it takes to train on',
  },
  zh: {
    title: (name: string) => `${name}，Latent Explorer 的一次实验`,
    again: '把这个文件拖到页面上即可重新打开：模型及其训练和曲线都会恢复原样。',
    natively: '可用以下命令在本机重新训练：',
    site: (name: string, key: string, folder: string) =>
      `数据集为${after(name)}，位于文件夹 \`${key}\`：项目的 \`npm start\` 会把它放在 \`${folder}\`。`,
    own: (name: string) => `数据集为您自己的“${name}”：文件在原处再次读取，命令中的选项说明如何读取。`,
    unknown: (name: string, place: string) =>
      `数据集为您自己的“${name}”。请把 \`${place}\` 换成读取它的文件或文件夹，并加上当时所用的 \`latent train --help\` 中的选项；在画板上画的只在此浏览器中。`,
    part: (step: string, of: string) =>
      `训练停在最后一轮的第 ${step} 步，共 ${of} 步；该命令会把这一轮训练完。`,
    changed: (how: string) => `训练途中更改过设置，该命令不会这样做：${how}。`,
    files: '其中包含：',
    description: '设置、随机种子、曲线，以及训练进行到的位置',
    weights: '权重；若是当前的训练，还包括继续训练所需的一切',
  },
};

export function readme(
  { name, texts, data, run }: Subject,
  { command, weights }: Experiment,
  results: readonly string[],
): string {
  const said = words[language.peek()];
  const { stepInEpoch = 0, stepsPerEpoch = 0 } = run?.position ?? {};
  const [changes = ''] =
    run && run.before.length > 0 ? differencesWords([{ texts, before: run.before }]) : [];
  const notes = [
    stepInEpoch < stepsPerEpoch ? said.part(count(stepInEpoch), count(stepsPerEpoch)) : '',
    changes ? said.changed(changes) : '',
  ].filter(Boolean);
  const files = [
    `- ${labelled('experiment.json', said.description)}`,
    `- ${labelled(weights.file, said.weights)}`,
    ...results.map((file) => `- ${file}`),
  ];
  return `${[`# ${said.title(name)}`, said.again, said.natively, `    ${command}`, dataWords(data), ...notes, said.files, files.join('\n')].join('\n\n')}\n`;
}

/** Where the data is that the command names. */
function dataWords(data: DataSet): string {
  const { site, own, unknown } = words[language.peek()];
  const { source, key, reading } = data;
  const name = setName(data);
  if (source.at === 'site') return site(name, key, `www/public/${source.folder.replace(/\/$/, '')}`);
  return reading?.length ? own(name) : unknown(name, UNKNOWN_PLACE);
}
