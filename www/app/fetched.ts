// Commands whose code is fetched when the first of them is sent: the first screen does without.

import type { Handlers } from './send';

/** Handlers for the commands named in `names`, all of them, which are carried out by what is fetched. */
export function fetchedHandlers<Own extends { do: string }>(
  names: Record<Own['do'], true>,
  fetched: () => Promise<Handlers<Own>>,
): Handlers<Own> {
  const act = async (command: Own) => {
    const handlers: Record<string, (command: never) => void | Promise<void>> = await fetched();
    await handlers[command.do]?.(command as never);
  };
  return Object.fromEntries(Object.keys(names).map((name) => [name, act])) as unknown as Handlers<Own>;
}
