// Answers questions: those of a model by the model that they were asked of, or not at all.

import { transfer } from 'comlink';
import type { Reply } from './questions';

/** The questions of each area, by name. */
export type Areas = Readonly<Record<string, Readonly<Record<string, (...given: never[]) => unknown>>>>;

/** Those of files `…/folder/file.ts`, by the names of their folders. */
export const areasOf = <File>(
  files: Readonly<Record<string, File>>,
  of: (file: File) => Areas[string],
): Areas => Object.fromEntries(Object.entries(files).map(([path, file]) => [nameOf(path), of(file)]));

const nameOf = (path: string) =>
  (path.split('/').at(-2) ?? '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** Whose model answers: the one of its version, for as long as that takes. */
interface Answering {
  readonly current: { readonly version: number; during(work: () => unknown): Promise<unknown> };
}

export async function answer(
  session: Answering,
  areas: Areas,
  version: number | undefined,
  [area, name]: readonly [string, string],
  rest: readonly unknown[],
): Promise<Reply> {
  const question = areas[area]?.[name] as ((...given: unknown[]) => unknown) | undefined;
  if (!question)
    throw new Error(
      `There is no question “${area}.${name}”: add it to that folder's explorer.ts or uses.ts.`,
    );
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
