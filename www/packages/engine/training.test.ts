import { expose, wrap } from 'comlink';
import { afterEach, expect, it, vi } from 'vitest';
import { Training } from './training';
import type { RunOrder, Told } from './worker-api';

vi.mock('../../engine/compile', () => ({ compile: async () => ({}) }));

afterEach(() => vi.unstubAllGlobals());

/** A worker whose run tells one thing as soon as it goes on; the end of each way to a page is counted. */
function stubWorker() {
  const ended = vi.fn();
  class FakeWorker extends EventTarget {
    private readonly channel = new MessageChannel();
    readonly postMessage = this.channel.port1.postMessage.bind(this.channel.port1);
    readonly terminate = () => this.channel.port1.close();

    constructor() {
      super();
      this.channel.port1.onmessage = ({ data }) =>
        this.dispatchEvent(Object.assign(new Event('message'), { data }));
      let tell: ((told: Told) => unknown) | undefined;
      const create = (_: RunOrder, port: MessagePort) => {
        port.addEventListener('close', ended);
        tell = wrap<(told: Told) => unknown>(port);
      };
      const resume = () => void tell?.({ kind: 'model', step: 7, weights: Uint8Array.of(1) });
      expose({ open: () => undefined, create, resume }, this.channel.port2);
    }
  }
  vi.stubGlobal('Worker', FakeWorker);
  return ended;
}

it('hears what the run tells, and leaves no way to it open', async () => {
  const ended = stubWorker();
  const training = Training.begin({ pixels: new Uint8Array(8), width: 2, height: 1 });
  const heard = vi.fn();
  training.addEventListener('model', ({ detail }) => heard(detail.step));
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(7));
  expect(ended).not.toHaveBeenCalled();
  training.close();
  await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
});
