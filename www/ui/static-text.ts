// The texts of the markup, in the language that is chosen. They come in English from the build.

import { effect } from '@preact/signals-core';
import { language, text } from './text';
import { TAGS } from './text/language';
import { lookUp } from './text/look-up';

const PREFIX = 'data-text-';

export function showStaticText() {
  let shown = language.peek();
  effect(() => {
    if (language.value === shown) return;
    shown = language.value;
    document.documentElement.lang = TAGS[shown];
    for (const element of document.querySelectorAll('*')) fill(element);
  });
}

function fill(element: Element) {
  const content = element.getAttribute('data-text');
  if (content) element.innerHTML = lookUp(text.value, content);
  for (const { name, value } of element.attributes) {
    if (name.startsWith(PREFIX)) element.setAttribute(name.slice(PREFIX.length), lookUp(text.value, value));
  }
}
