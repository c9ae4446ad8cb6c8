// Compresses the first test images by a copy of the model.

import { saveBlob } from '../../app/export/files';
import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import type { Packing } from '../../engine/protocol/uses';
import { gzipped } from './gzip';

export type CompressCommand =
  | { do: 'compress'; packing: Packing; images: number }
  /** The bytes of the last one, as a file. */
  | { do: 'save compressed' };

export function compressCommands({ state, uses }: Page): Handlers<CompressCommand> {
  const { result, works, shown } = state.compress;
  return {
    async compress({ packing, images }) {
      works.value = true;
      try {
        const { value } = await uses.ask(async (it, subject) => ({
          subject,
          packed: await it.compress.pack(images, packing),
        }));
        const gzip = await gzipped(value.packed.before, packing.kind === 'blackAndWhite');
        result.value = { ...value, packing, images, gzip };
      } finally {
        works.value = false;
      }
    },

    'save compressed'() {
      const bytes = shown.peek()?.packed.bytes;
      if (bytes) saveBlob(new Blob([bytes.slice()]), 'images.latent');
    },
  };
}
