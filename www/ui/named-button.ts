import { make } from './dom';

/** A button with few words on it, and all of them for whoever hears it alone. */
export function namedButton(
  short: string,
  whole: string,
  press: () => void,
  signal: AbortSignal,
): HTMLButtonElement {
  const button = make('button', '', short);
  button.type = 'button';
  button.setAttribute('aria-label', whole);
  button.addEventListener('click', press, { signal });
  return button;
}
