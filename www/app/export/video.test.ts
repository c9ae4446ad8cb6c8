import fc from 'fast-check';
import {
  BufferSource,
  CustomVideoEncoder,
  EncodedPacket,
  EncodedPacketSink,
  Input,
  Mp4InputFormat,
  registerEncoder,
  type VideoCodec,
  type VideoSample,
  WebMInputFormat,
} from 'mediabunny';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { videoOf } from './video';

const CODECS = { mp4: 'avc', webm: 'vp9' } as const;
/** H.264 says in its configuration what its pictures are: the shortest that is one. */
const AVC = Uint8Array.of(1, 0x42, 0, 0x1f, 0xff, 0xe1, 0, 4, 0x67, 0x42, 0, 0x1f, 1, 0, 2, 0x68, 0xce);

/** Node encodes no pictures: what stands for one is the number of its frame. */
class Numbering extends CustomVideoEncoder {
  static override supports = (codec: VideoCodec) => Object.values(CODECS).some((each) => each === codec);
  private frames = 0;
  init() {}
  flush() {}
  close() {}
  encode({ timestamp, duration, codedWidth, codedHeight }: VideoSample) {
    const data = Uint8Array.of(0, 0, 0, 2, 0x65, this.frames++);
    const { codec } = this.config;
    const decoderConfig = {
      codec,
      codedWidth,
      codedHeight,
      ...(this.codec === 'avc' && { description: AVC }),
    };
    this.onPacket(new EncodedPacket(data, 'key', timestamp, duration), { decoderConfig });
  }
}
registerEncoder(Numbering);

class Canvas {
  constructor(
    readonly width: number,
    readonly height: number,
  ) {}
  getContext() {
    const data = new Uint8ClampedArray(4 * this.width * this.height);
    return { drawImage: () => undefined, getImageData: () => ({ data }) };
  }
}

vi.mock('./files', () => ({ refuseFalsified: () => undefined }));
vi.mock('./codecs', () => ({ codecOf: async (format: keyof typeof CODECS) => CODECS[format] }));
vi.mock('./drawing', () => ({
  canvasOf: (width: number, height: number) => [new Canvas(width, height), undefined],
}));
beforeEach(() => vi.stubGlobal('OffscreenCanvas', Canvas));
afterEach(() => vi.unstubAllGlobals());

async function read(file: Blob) {
  const source = new BufferSource(await file.arrayBuffer());
  const input = new Input({ source, formats: [new Mp4InputFormat(), new WebMInputFormat()] });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error('Expected a track of pictures.');
  const frames: { number: number | undefined; from: number; to: number }[] = [];
  for await (const { data, timestamp, duration } of new EncodedPacketSink(track).packets())
    frames.push({ number: data.at(-1), from: timestamp, to: timestamp + duration });
  const { codec, codedWidth, codedHeight } = track;
  return { codec, width: codedWidth, height: codedHeight, seconds: await input.computeDuration(), frames };
}

const even = (side: number) => 2 * Math.ceil(side / 2);

it.each(['mp4', 'webm'] as const)(
  'writes any animation as %s so that size, frames and times come back',
  async (format) => {
    const side = fc.integer({ min: 1, max: 64 });
    const animation = fc.record({
      width: side,
      height: side,
      frames: fc.integer({ min: 1, max: 40 }),
      delay: fc.integer({ min: 2, max: 200 }).map((hundredths) => 10 * hundredths),
    });
    const property = fc.asyncProperty(animation, async ({ width, height, frames, delay }) => {
      const drawn: number[] = [];
      const draw = (_: unknown, frame: number) => {
        drawn.push(frame);
      };
      const file = await videoOf({ width, height, frames, delay, draw }, format);
      expect(file.type).toBe(`video/${format}`);
      const all = Array.from({ length: frames }, (_, frame) => frame);
      expect(drawn).toEqual(all);
      const video = await read(file);
      expect(video).toMatchObject({ codec: CODECS[format], width: even(width), height: even(height) });
      expect(video.seconds).toBeCloseTo((frames * delay) / 1000, 2);
      expect(video.frames.map(({ number }) => number)).toEqual(all);
      for (const [at, { from, to }] of video.frames.entries()) {
        expect(from).toBeCloseTo((at * delay) / 1000, 2);
        expect(to).toBeCloseTo(((at + 1) * delay) / 1000, 2);
      }
    });
    await fc.assert(property, { numRuns: 30 });
  },
);
