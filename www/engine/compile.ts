// A module of the crate, compiled as it streams in and checked beside that.

import { begin, type Hear, type Listed, pastCache, wholeOf } from './download';
import { Failed } from './failure/failure';

export async function compile(url: URL, listed?: Listed, hear?: Hear): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === 'undefined') throw new Failed({ kind: 'noWebAssembly' });
  return pastCache(async (cache) => {
    const { response, giveUp } = await begin(url, cache);
    // The response is left as it came, so that the browser compiles as it streams and may keep the code: a copy is checked.
    const whole = wholeOf(response.clone(), url, listed, hear);
    // A host may send it under another type, from which no browser streams.
    const module = WebAssembly.compileStreaming(response).catch(async () => WebAssembly.compile(await whole));
    module.catch(giveUp);
    // What came damaged is said in words of ours, not of the compiler's.
    await whole.catch((error: unknown) => {
      giveUp();
      throw error;
    });
    return module;
  });
}
