// Draws the sheet anew whenever what it is drawn from or the model change; then looks for the nearest training images, if wanted.

import { conditionOf } from '../../app/latent/condition';
import type { Page } from '../../app/page';
import { type Picture, pictureOf } from '../../app/uses/picture';
import type { AskedOfUses } from '../../engine/clients/uses';
import { sizeOf } from '../../engine/data/spec';
import type { Source } from '../../engine/protocol/uses';
import { shownData } from '../../ui/shown-data';
import type { Draw, Lack, Sheet } from './state';

export const SAMPLES = 32;
/** Training images whose posteriors are drawn from, and those that are looked among. */
const CODES = 2000;
const ENCODED_AT_ONCE = 200;
const AMONG = 10_000;
const REST_MS = 2000;

interface Inputs {
  draw: Draw;
  picture: Picture | undefined;
  classIndex: number;
}

interface Told {
  source: Source;
  classIndex: number;
}

/** A conditional model is told the class, and draws among images of it; of its prior, a class is what it is told. */
export function toldOf({ from, classIndex: chosen }: Draw, classIndex: number, conditional: boolean): Told {
  if (from === 'near') return { source: { kind: 'near' }, classIndex };
  if (from === 'prior') return { source: { kind: 'prior' }, classIndex };
  if (from === 'ofClass' && conditional) return { source: { kind: 'prior' }, classIndex: chosen };
  if (from === 'ofClass') return { source: { kind: 'ofClass', class: chosen }, classIndex };
  return {
    source: conditional ? { kind: 'ofClass', class: classIndex } : { kind: 'aggregated' },
    classIndex,
  };
}

export function follow({ state, uses }: Pick<Page, 'state' | 'uses'>) {
  const { draw, sheet, lack, waits, encoded } = state.generate;
  const [picture, condition] = [pictureOf(state), conditionOf(state)];

  /** Whether all are encoded, rather than overtaken. */
  async function encode(it: AskedOfUses, overtaken: AbortSignal) {
    try {
      while (!overtaken.aborted) {
        const { done, all } = await it.generate.encode(CODES, ENCODED_AT_ONCE);
        if (done >= all) return true;
        encoded.value = done;
      }
      return false;
    } finally {
      encoded.value = 0;
    }
  }

  uses.follow<Inputs, Sheet | Lack>({
    use: 'generate',
    inputs: () => ({
      draw: draw.value,
      picture: draw.value.from === 'near' ? picture() : undefined,
      classIndex: condition.value,
    }),
    async ask(it, { draw, picture, classIndex }, { model, overtaken }) {
      const { latentSize, conditional, deterministic } = model.summary.config;
      const told = toldOf(draw, classIndex, conditional);
      const { kind } = told.source;
      if (kind !== 'prior' && deterministic) return 'posterior';
      if (kind === 'near' && !picture) return 'picture';
      if ((kind === 'aggregated' || kind === 'ofClass') && !(await encode(it, overtaken))) return undefined;
      const classTold = picture?.classIndex ?? told.classIndex;
      const { temperature, seed } = draw;
      const made = await it.generate.sheet(
        told.source,
        picture?.pixels,
        { count: SAMPLES, temperature, seed },
        classTold,
      );
      return { ...made, latentSize, classIndex: classTold };
    },
    show(answer) {
      const value = answer?.value;
      lack.value = typeof value === 'string' ? value : undefined;
      sheet.value = typeof value === 'string' ? undefined : value;
    },
    waiting(now, rests) {
      waits.value = now && !rests;
    },
    restWithSameInputs: REST_MS,
  });
  followNearest({ state, uses });
}

function followNearest({ state, uses }: Pick<Page, 'state' | 'uses'>) {
  const { sheet, besideNearest, neighbours } = state.generate;
  uses.follow<Sheet, NonNullable<typeof neighbours.value>>({
    use: 'generate',
    inputs: () => (besideNearest.value ? sheet.value : undefined),
    ask: (it, { images }) => it.generate.nearest(images, sizeOf(shownData.peek()), AMONG),
    show(answer) {
      neighbours.value = answer?.inputs === sheet.peek() ? answer?.value : undefined;
    },
    restWithSameInputs: REST_MS,
  });
}
