// Commands whose code is fetched when the first of them is sent: the first screen does without.

import { part } from './async/part';
import type { Handlers } from './send';

/** Handlers for the commands named in `names`, all of them, which are carried out by what is fetched; after a failure, anew. */
export function fetchedHandlers<Own extends { do: string }>(
  names: Record<Own['do'], true>,
  fetched: () => Promise<Handlers<Own>>,
): Handlers<Own> {
  let there: Promise<Handlers<Own>> | undefined;
  const act = async (command: Own) => {
    there ??= part(fetched());
    const handlers: Record<string, (command: never) => void | Promise<void>> = await there.catch((error) => {
      there = undefined;
      throw error;
    });
    await handlers[command.do]?.(command as never);
  };
  return Object.fromEntries(Object.keys(names).map((name) => [name, act])) as unknown as Handlers<Own>;
}
