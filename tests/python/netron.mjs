// Opens ONNX files in Netron's parser, as Netron itself does, and prints what it finds as JSON, a line each.
//
//   node tests/python/netron.mjs NETRON FILE...

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [netron = '', ...files] = process.argv.slice(2);
const part = (id) => import(join(netron, `${id.replace(/^\.\//, '')}.js`));
const [{ ModelFactoryService }, { BinaryStream }] = [await part('view'), await part('base')];

const host = { require: part, event: () => undefined };
const service = new ModelFactoryService(host);
service.import();

function contextOf(file) {
  return {
    identifier: basename(file),
    stream: new BinaryStream(new Uint8Array(readFileSync(file))),
    entries: new Map(),
    asset: async (name) => readFileSync(join(netron, name), 'utf8'),
    require: part,
    error(error) {
      throw error;
    },
  };
}

const described = ({ name, value }) => [name, String(value[0].type)];

for (const file of files) {
  const model = await service.open(contextOf(file));
  const [graph] = model.modules;
  const unknown = graph.nodes.filter(({ type }) => !type.inputs).map(({ type }) => type.name);
  console.log(
    JSON.stringify({
      format: model.format,
      name: graph.name,
      inputs: Object.fromEntries(graph.inputs.map(described)),
      outputs: Object.fromEntries(graph.outputs.map(described)),
      operators: graph.nodes.map(({ type }) => type.name),
      unknown,
    }),
  );
}
