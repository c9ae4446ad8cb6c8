// The texts of the markup, in the language that is chosen. They come in English from the build.

import { effect } from '@preact/signals-core';
import { language, type Text, text } from './text';
import { TAGS } from './text/language';
import { lookUp } from './text/look-up';

const PREFIX = 'data-text-';

export function showStaticText() {
  let before = text.peek();
  effect(() => {
    if (text.value === before) return;
    document.documentElement.lang = TAGS[language.value];
    for (const element of document.querySelectorAll('*')) fill(element, before);
    before = text.value;
  });
}

function fill(element: Element, before: Text) {
  const content = element.getAttribute('data-text');
  if (content) element.innerHTML = lookUp(text.value, content);
  // Until the view comes that says more.
  const first = element.getAttribute('data-first-text');
  if (first && element.innerHTML === lookUp(before, first)) element.innerHTML = lookUp(text.value, first);
  for (const { name, value } of element.attributes) {
    if (name.startsWith(PREFIX)) element.setAttribute(name.slice(PREFIX.length), lookUp(text.value, value));
  }
}
