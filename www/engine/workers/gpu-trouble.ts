import { Failed } from '../failure/failure';

/** Resolves when a GPU device of this worker fails, with what happened in the browser's words. */
export function gpuTrouble(): Promise<Error> {
  return new Promise((resolve) => {
    if (typeof GPUAdapter === 'undefined') return;
    const requestDevice = GPUAdapter.prototype.requestDevice;
    GPUAdapter.prototype.requestDevice = async function (descriptor) {
      const device = await requestDevice.call(this, descriptor);
      void device.lost.then(({ message }) => resolve(new Failed({ kind: 'gpuLost', message })));
      // A shader that does not compile, or memory that runs out: from here on results are missing.
      device.addEventListener('uncapturederror', (event) => {
        event.preventDefault();
        resolve(new Failed({ kind: 'gpuRefused', message: firstLine(event.error.message) }));
      });
      return device;
    };
  });
}

/** The lines below it trace the calls within the browser. */
const firstLine = (message: string) => message.split('\n', 1)[0] ?? '';
