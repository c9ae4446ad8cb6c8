// Answers questions: those of a model by the model that they were asked of, or not at all.

import { transfer } from 'comlink';
import type { Reply } from './questions';
import type { Session } from './session';

/** The questions of each area, by name. */
export type Areas = Readonly<Record<string, Readonly<Record<string, (...given: never[]) => unknown>>>>;

export async function answer(
  session: Session,
  areas: Areas,
  version: number | undefined,
  [area, name]: readonly [string, string],
  rest: readonly unknown[],
): Promise<Reply> {
  const question = areas[area]?.[name] as ((...given: unknown[]) => unknown) | undefined;
  if (!question)
    throw new Error(`The explorer has no question “${area}.${name}”: add it to that folder's explorer.ts.`);
  if (version === undefined) return handedOver(await question(session, ...rest));
  const model = session.current;
  if (model.version !== version) return { stale: true };
  return handedOver(await model.during(() => question({ session, model }, ...rest)));
}

/** The answer is the page's: its buffers go with it. */
function handedOver(value: unknown): Reply {
  return transfer({ value }, [...new Set(buffersIn(value))]);
}

function buffersIn(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
  if (Array.isArray(value))
    return value.length > 0 && typeof value[0] === 'object' ? value.flatMap(buffersIn) : [];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(buffersIn);
  return [];
}
