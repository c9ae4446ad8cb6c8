// What panels of measures share: how many test images, and two buttons of which one is of use at a time.

import { option } from '../../ui/dom';
import { count } from '../../ui/words';

/** Fewer images than all that say something already, and all of them. What was chosen stays, if it is offered. */
export function offerImages(
  images: HTMLSelectElement,
  fewer: readonly number[],
  all: number,
  words: { first(count: string): string; all(count: string): string },
) {
  const chosen = images.value;
  const numbers = [...fewer.filter((number) => number < all), ...(all > 0 ? [all] : [])].map(String);
  const named = (number: string) => (Number(number) < all ? words.first : words.all)(count(Number(number)));
  images.replaceChildren(...numbers.map((number) => option(number, named(number))));
  if (numbers.includes(chosen)) images.value = chosen;
}

/** A disabled button would drop the focus: its opposite takes it. */
export function enableInTurn(start: HTMLButtonElement, stop: HTMLButtonElement, may: boolean, goes: boolean) {
  const focused = document.activeElement;
  start.disabled = !may || goes;
  stop.disabled = !goes;
  if (focused === start && goes) stop.focus();
  if (focused === stop && !goes) start.focus();
}
