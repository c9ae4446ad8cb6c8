// Which videos this browser can write: WebCodecs encode, where it has them, each browser with codecs of its own.

import type { FileFormat } from './exports';

export type Codec = 'avc' | 'vp9' | 'vp8';

/** The better one first, as WebCodecs call them: what plays everywhere that such a file is played. */
const CODECS: Partial<Record<FileFormat, readonly (readonly [Codec, string])[]>> = {
  mp4: [['avc', 'avc1.42001f']],
  webm: [
    ['vp9', 'vp09.00.10.08'],
    ['vp8', 'vp8'],
  ],
};

/** As large as an animation is. */
const SIZE = { width: 600, height: 400 };

/** The codec of a video of this format; nothing where the browser encodes none. */
export async function codecOf(format: FileFormat, size = SIZE): Promise<Codec | undefined> {
  if (typeof VideoEncoder === 'undefined') return undefined;
  wakeGStreamer();
  for (const [name, codec] of CODECS[format] ?? []) {
    const { supported } = await VideoEncoder.isConfigSupported({ codec, ...size }).catch(() => ({
      supported: false,
    }));
    if (supported) return name;
  }
  return undefined;
}

/** WebKitGTK up to 2.52 crashes where an encoder is asked for before GStreamer: https://bugs.webkit.org/show_bug.cgi?id=320327 */
function wakeGStreamer() {
  document.createElement('video').canPlayType('video/mp4');
}

/** The formats of which it encodes none. */
export async function formatsWithout(): Promise<FileFormat[]> {
  const formats = Object.keys(CODECS) as FileFormat[];
  const codecs = await Promise.all(formats.map((format) => codecOf(format)));
  return formats.filter((_, index) => !codecs[index]);
}
