// The model that the page opens with, in two files: the first digit waits for its decoder alone.

import { readFileSync, writeFileSync } from 'node:fs';

/** 64 bits at the start of a safetensors file: the length of its header. */
const prefix = 8;

/** Where the decoder's last tensor ends; the encoder's lie behind it. */
function endOfDecoder(bytes) {
  const start = prefix + Number(bytes.readBigUInt64LE());
  const tensors = Object.entries(JSON.parse(bytes.subarray(prefix, start).toString()));
  const ends = tensors
    .filter(([name]) => name.startsWith('decoder.'))
    .map(([, tensor]) => tensor.data_offsets[1]);
  return start + Math.max(...ends);
}

/** Puts NAME.decoder.part and NAME.encoder.part beside NAME.safetensors: together they are its bytes. */
export function splitModel(file) {
  const bytes = readFileSync(file);
  const end = endOfDecoder(bytes);
  const name = file.replace(/safetensors$/, '');
  writeFileSync(`${name}decoder.part`, bytes.subarray(0, end));
  writeFileSync(`${name}encoder.part`, bytes.subarray(end));
}
