import { expose } from 'comlink';
import { afterEach, expect, it } from 'vitest';
import type { Snapshot } from '../protocol';
import { Handover } from './handover';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** An explorer at the other end of a port; it answers, or has stopped. */
function explorer(answers: boolean) {
  const taken: number[] = [];
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const take = async ({ step }: Snapshot) => {
    taken.push(step);
    if (!answers) await new Promise(() => undefined);
  };
  expose({ take }, port2);
  return { port: port1, taken };
}

const snapshot = (step: number): Snapshot => ({ weights: new Uint8Array(8), step });

it('waits until the explorer has taken a snapshot, whose bytes it no longer has', async () => {
  const { port, taken } = explorer(true);
  const handover = new Handover();
  handover.connect(port);
  const handed = snapshot(1);
  await handover.hand(handed);
  expect(taken).toEqual([1]);
  expect(handed.weights).toHaveLength(0);
});

it('no longer waits for an explorer that stopped when another takes its place', async () => {
  const stopped = explorer(false);
  const next = explorer(true);
  const handover = new Handover();
  handover.connect(stopped.port);
  await Promise.all([handover.hand(snapshot(1)), handover.connect(next.port)]);
  await handover.hand(snapshot(2));
  expect(next.taken).toEqual([2]);
});

it('waits for nobody where there is no explorer', async () => {
  await new Handover().hand(snapshot(1));
});
