// Starts the threads of the crate's pool, in place of wasm-bindgen-rayon's own helper: that one makes its workers from a
// blob: URL, which the page's policy forbids, and waits for ever for one that fails.

const THREAD_OF = 'thread of ';

if (self.name.startsWith(THREAD_OF)) addEventListener('message', ({ data }) => run(data), { once: true });

/** In a thread: shares the crate's instance, and works until the page ends it. */
async function run({ build, module, memory, receiver }) {
  try {
    const latent = await import(build);
    await latent.default({ module_or_path: module, memory });
    postMessage({ started: true });
    latent.wbg_rayon_start_worker(receiver);
  } catch (error) {
    postMessage({ failure: String(error) });
    // The trainer may wait for this thread's work by now, and would for ever: it is the page that hears this.
    new BroadcastChannel(self.name.slice(THREAD_OF.length)).postMessage(`a thread failed (${error})`);
  }
}

/** In the trainer: the crate's `initThreadPool` calls it. */
export async function startWorkers(module, memory, builder) {
  const order = { build: builder.mainJS(), module, memory, receiver: builder.receiver() };
  await Promise.all(Array.from({ length: builder.numThreads() }, () => startThread(order)));
  builder.build();
}

function startThread(order) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(import.meta.url, { type: 'module', name: THREAD_OF + self.name });
    worker.onmessage = ({ data: { failure } }) => (failure ? reject(new Error(failure)) : resolve(worker));
    worker.onerror = (event) => reject(new Error(event.message || 'a thread could not be loaded'));
    worker.postMessage(order);
  });
}
