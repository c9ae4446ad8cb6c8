// Inlined into the head: what a person does before the page's parts are there is kept from them all, in its order, and done
// when they are (app/early.ts).
{
  const actions = [];
  const over = new AbortController();
  const keep = (event) => {
    const { target, type } = event;
    // What is said there works by itself.
    if (!(target instanceof HTMLElement) || target.closest('.problem')) return;
    event.stopImmediatePropagation();
    const { bubbles, key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
    const { value, checked } = target;
    const pressed = key && { key, code, ctrlKey, metaKey, altKey, shiftKey };
    actions.push({ element: target, type, bubbles, value, checked, pressed });
  };
  for (const type of ['click', 'input', 'change', 'keydown'])
    addEventListener(type, keep, { capture: true, signal: over.signal });
  window.early = { actions, end: () => over.abort() };
}
