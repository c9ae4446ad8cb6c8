// Animations as MP4 or WebM.

import {
  BufferTarget,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  WebMOutputFormat,
} from 'mediabunny';
import { Failed } from '../../engine/failure/failure';
import { codecOf } from './codecs';
import { canvasOf } from './drawing';
import { refuseFalsified } from './files';
import type { Animation } from './film';

/** Codecs halve the colours' resolution: they take even sides alone. */
const even = (side: number) => side + (side % 2);

export async function videoOf(
  { width, height, frames, delay, draw }: Animation,
  format: 'mp4' | 'webm',
): Promise<Blob> {
  refuseFalsified();
  const size = { width: even(width), height: even(height) };
  const codec = await codecOf(format, size);
  if (!codec) throw new Failed({ kind: 'noEncoder', format });
  const [canvas, context] = canvasOf(size.width, size.height, '#fff');
  const target = new BufferTarget();
  const output = new Output({
    format: format === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(),
    target,
  });
  const source = new CanvasSource(canvas, { codec, bitrate: QUALITY_HIGH });
  output.addVideoTrack(source, { frameRate: 1000 / delay });
  await output.start();
  for (let frame = 0; frame < frames; frame++) {
    await draw(context, frame);
    await source.add((frame * delay) / 1000, delay / 1000);
  }
  await output.finalize();
  return new Blob([target.buffer ?? ''], { type: `video/${format}` });
}
