// Compresses the first test images by a copy of the model.

import { saveBlob } from '../../app/export/files';
import { subjectOf } from '../../app/model/subject';
import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import type { Packing } from '../../engine/protocol/uses';
import { gzipped } from './gzip';

export type CompressCommand =
  | { do: 'compress'; packing: Packing; images: number }
  /** The bytes of the last one, as a file. */
  | { do: 'save compressed' };

export function compressCommands({ state, uses }: Page): Handlers<CompressCommand> {
  const { result, works } = state.compress;
  return {
    async compress({ packing, images }) {
      works.value = true;
      try {
        const { value: packed } = await uses.ask((it) => it.compress.pack(images, packing));
        const subject = subjectOf(state);
        const gzip = await gzipped(packed.before, packing.kind === 'blackAndWhite');
        if (subject) result.value = { subject, packing, images, packed, gzip };
      } finally {
        works.value = false;
      }
    },

    'save compressed'() {
      const bytes = result.peek()?.packed.bytes;
      if (bytes) saveBlob(new Blob([bytes.slice()]), 'images.latent');
    },
  };
}
