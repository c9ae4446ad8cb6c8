// Where the model lies that `src` and `model` name.

const OWN = 'mnist-2d';

/** Nothing where a model is named that does not come with the script, and no folder is said. */
export function addressOf(
  src: string | null,
  model: string | null,
  base = document.baseURI,
): URL | undefined {
  if (src?.endsWith('/')) return new URL(`${model ?? OWN}.safetensors`, new URL(src, base));
  if (src) return new URL(src, base);
  if (model !== null && model !== OWN) return undefined;
  return new URL(/* @vite-ignore */ './mnist-2d.safetensors', import.meta.url);
}
